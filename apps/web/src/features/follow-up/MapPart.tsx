import { PREDICATES, type Predicate } from '@ekinerja/contracts/basics';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { mapPeople, performanceMap } from './queries';

/** A simple picture over the list: how many stand where, and who they are. */
export function MapPart() {
  const { t } = useTranslation(['follow-up', 'shell']);
  const { today } = useProfile();
  const [month, setMonth, current] = useMonth(addMonths(monthOf(today), -1));
  const [predicate, setPredicate] = useFilter('predikat');
  const query = useQuery(performanceMap('periodic', month));
  const people = useInfiniteQuery(mapPeople('periodic', month, predicate));
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Group>
        <MonthPicker value={month} onChange={setMonth} max={current} />
      </Group>
      <Loaded query={query}>
        {(map) => (
          <Section title={t('map.title')} note={t('map.note', { people: map.people, without: map.withoutPredicate })}>
            <Stack gap="xs">
              {PREDICATES.map((one: Predicate) => (
                <div key={one}>
                  <Group justify="space-between" gap="xs">
                    <Button variant={predicate === one ? 'filled' : 'subtle'} onClick={() => setPredicate(predicate === one ? null : one)}>
                      {t(`shell:status.${one}`)}
                    </Button>
                    <Text className="tabular">{map.counts[one]}</Text>
                  </Group>
                  <Progress.Root size="lg">
                    <Progress.Section value={map.people > 0 ? (map.counts[one] / map.people) * 100 : 0} aria-label={`${t(`shell:status.${one}`)}: ${map.counts[one]}`} />
                  </Progress.Root>
                </div>
              ))}
            </Stack>
          </Section>
        )}
      </Loaded>
      <Section title={t('map.list')}>
        {rows.length === 0 ? (
          <Text c="dimmed">{t('map.none')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('map.list')}
            rows={rows}
            rowKey={(row) => row.employmentId}
            columns={[
              { key: 'name', title: t('cases.name'), heading: true, cell: (row) => row.personName },
              { key: 'post', title: t('map.post'), cell: (row) => row.postName ?? '–' },
              { key: 'unit', title: t('map.unit'), cell: (row) => row.unitName ?? '–' },
              { key: 'predicate', title: t('case.predicate'), cell: (row) => <StatusBadge status={row.predicate} /> },
              { key: 'pools', title: t('rewards.pool'), cell: (row) => row.pools.map((pool) => t(`pool.${pool}`)).join(', ') || '–' },
            ]}
          />
        )}
        <LoadMore query={people} />
      </Section>
    </Stack>
  );
}

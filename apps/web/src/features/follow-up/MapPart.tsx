import { PREDICATES, RATINGS, type Predicate } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { MapPerson, PerformanceMap } from '@ekinerja/contracts/follow-up';
import { Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, monthOf } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { useYear, YearPicker } from '../../ui/YearPicker';
import { MapCells } from './MapCells';
import { mapPeople, performanceMap } from './queries';

/** A simple picture over the list: how many stand where, and who they are (KS 3(3) huruf d). */
export function MapPart() {
  const { t } = useTranslation(['follow-up', 'shell']);
  const { today } = useProfile();
  const [period, setPeriod, current] = useMonth(addMonths(monthOf(today), -1));
  const [chosenKind, setKind] = useFilter('evaluasi');
  const [year, setYear] = useYear();
  const [predicate, setPredicate] = useFilter('predikat');
  const [cell, setCell] = useFilter('kotak');
  const kind: EvaluationKind = chosenKind === 'annual' ? 'annual' : 'periodic';
  // TL 30(1): a reward follows an annual result.
  const rewards = useCan('follow-up.reward') && kind === 'annual';
  const month = kind === 'annual' ? `${year}-12` : period;
  const [work = null, behaviour = null] = cell?.split('.') ?? [];
  const query = useQuery(performanceMap(kind, month));
  const people = useInfiniteQuery(mapPeople(kind, month, { predicate, work, behaviour }));
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t('map.kind')}
          data={(['periodic', 'annual'] as const).map((value) => ({ value, label: t(`map.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value === 'annual' ? value : null)}
        />
        {kind === 'annual' ? (
          <YearPicker value={year} onChange={setYear} />
        ) : (
          <MonthPicker value={month} onChange={setPeriod} max={current} />
        )}
      </Group>
      <Loaded query={query}>
        {(map) => (
          <>
            <Section title={t('map.title')} note={t('map.note', { people: map.people, without: map.withoutPredicate })}>
              <Bars map={map} chosen={predicate} onChoose={setPredicate} />
            </Section>
            {map.cells.length > 0 ? <MapCells cells={map.cells} ratings={RATINGS} chosen={cell} onChoose={setCell} /> : null}
          </>
        )}
      </Loaded>
      <Section
        title={t('map.list')}
        actions={
          predicate || cell ? (
            <Button variant="default" onClick={() => (predicate ? setPredicate(null) : setCell(null))}>
              {t('map.all')}
            </Button>
          ) : null
        }
      >
        {rows.length === 0 ? (
          <Text c="dimmed">{t('map.none')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('map.list')}
            rows={rows}
            rowKey={(row) => row.employmentId}
            columns={[
              { key: 'name', title: t('cases.name'), heading: true, cell: (row) => row.personName },
              { key: 'post', title: t('map.post'), cell: (row) => [row.postName, row.unitName].filter(Boolean).join(' · ') || '–' },
              { key: 'predicate', title: t('case.predicate'), cell: (row) => <StatusBadge status={row.predicate} /> },
              { key: 'pools', title: t('rewards.pool'), cell: (row) => row.pools.map((pool) => t(`pool.${pool}`)).join(', ') || '–' },
              { key: 'cases', title: t('map.cases'), align: 'right', cell: (row) => row.openCases || '–' },
              ...(rewards
                ? [{
                    key: 'reward', title: t('tab.penghargaan'),
                    cell: (row: MapPerson) => (
                      <Button
                        component={Link} to={`/tindak-lanjut?bagian=penghargaan&pegawai=${row.employmentId}&hasil=${year}`} variant="default" size="compact-sm" h={36}
                        aria-label={`${t('rewards.give')}: ${row.personName}`}
                      >
                        {t('rewards.give')}
                      </Button>
                    ),
                  }]
                : []),
            ]}
          />
        )}
        <LoadMore query={people} />
      </Section>
    </Stack>
  );
}

function Bars({ map, chosen, onChoose }: { map: PerformanceMap; chosen: string | null; onChoose: (predicate: string | null) => void }) {
  const { t } = useTranslation('shell');
  return (
    <Stack gap="xs">
      {PREDICATES.map((one: Predicate) => (
        <div key={one}>
          <Group justify="space-between" gap="xs">
            <Button variant={chosen === one ? 'filled' : 'subtle'} aria-pressed={chosen === one} onClick={() => onChoose(chosen === one ? null : one)}>
              {t(`status.${one}`)}
            </Button>
            <Text className="tabular">{map.counts[one]}</Text>
          </Group>
          <Progress.Root size="lg">
            <Progress.Section value={map.people > 0 ? (map.counts[one] / map.people) * 100 : 0} aria-label={`${t(`status.${one}`)}: ${map.counts[one]}`} />
          </Progress.Root>
        </div>
      ))}
    </Stack>
  );
}

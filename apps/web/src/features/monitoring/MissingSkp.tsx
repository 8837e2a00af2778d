import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { StatusBadge } from '../../ui/StatusBadge';
import { PersonCell } from './PersonCell';
import { missingSkp } from './queries';

/** Who has no determined SKP for the year (TL 13(1)), and where it got stuck. */
export function MissingSkp() {
  const { t } = useTranslation(['monitoring', 'shell']);
  const thisYear = Number(useProfile().today.slice(0, 4));
  const [chosen, setChosen] = useFilter('tahun');
  const [skpdId, setSkpdId] = useFilter('skpd');
  const years = [thisYear, thisYear - 1, thisYear - 2];
  const year = years.find((one) => String(one) === chosen) ?? thisYear;
  const query = useInfiniteQuery(missingSkp(year, skpdId));
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('year')}
          value={String(year)}
          onChange={(event) => setChosen(event.currentTarget.value === String(thisYear) ? null : event.currentTarget.value)}
          data={years.map(String)}
        />
        <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
      </Group>
      <Loaded query={query} rows={8}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('skp.empty', { year })} text={t('skp.emptyText')} />
          ) : (
            <>
              <Text role="status">{t(query.hasNextPage ? 'skp.countMore' : 'skp.count', { count: people.length, year })}</Text>
              <ResponsiveTable
                caption={t('skp.tab')}
                rows={people}
                rowKey={(row) => row.employmentId}
                columns={[
                  { key: 'name', title: t('employee'), heading: true, cell: (row) => <PersonCell person={row} /> },
                  { key: 'post', title: t('post'), cell: (row) => row.postName ?? '–' },
                  { key: 'unit', title: t('unit'), cell: (row) => row.unitName ?? '–' },
                  { key: 'status', title: t('skp.status'), cell: (row) => <StatusBadge status={row.status} /> },
                  { key: 'next', title: t('skp.next'), cell: (row) => t(`skp.nextBy.${row.status}`) },
                ]}
              />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

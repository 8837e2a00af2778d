import type { GapItem } from '@ekinerja/contracts/activities';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { formatMonth } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { PersonCell } from './PersonCell';
import { activityGaps } from './queries';

/** Who has working days without the minimum of entries (BK 3(4)), and how much waits for their superior. */
export function ActivityGaps() {
  const { t } = useTranslation(['monitoring', 'shell']);
  const [month, setMonth, current] = useMonth();
  const [skpdId, setSkpdId] = useFilter('skpd');
  const mayWrite = useCan('activities.unit');
  const query = useInfiniteQuery(activityGaps(month, skpdId));
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <MonthPicker value={month} onChange={setMonth} max={current} />
        <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
      </Group>
      <Loaded query={query} rows={8}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('gaps.empty', { month: formatMonth(month) })} text={t('gaps.emptyText')} />
          ) : (
            <>
              <Text role="status">
                {t(query.hasNextPage ? 'gaps.countMore' : 'gaps.count', { count: people.length, month: formatMonth(month) })}
              </Text>
              <ResponsiveTable
                caption={t('gaps.tab')}
                rows={people}
                rowKey={(row) => row.employmentId}
                columns={[
                  { key: 'name', title: t('employee'), heading: true, cell: (row) => <PersonCell person={row} /> },
                  { key: 'unit', title: t('unit'), cell: (row) => row.unitName ?? '–' },
                  { key: 'gaps', title: t('gaps.days'), align: 'right', cell: (row) => t('gaps.dayCount', { count: row.gaps }) },
                  { key: 'waiting', title: t('gaps.waiting'), align: 'right', cell: (row) => t('gaps.entryCount', { count: row.waiting }) },
                  ...(mayWrite
                    ? [{ key: 'act', title: t('shell:actions'), cell: (row: GapItem) => (
                        <Button component={Link} to={`/kegiatan-unit/pegawai?pegawai=${row.employmentId}&bulan=${month}`} size="compact-sm" h={36} variant="default" aria-label={`${t('gaps.write')}: ${row.personName}`}>
                          {t('gaps.write')}
                        </Button>
                      ) }]
                    : []),
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

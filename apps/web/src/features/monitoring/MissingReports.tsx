import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { PersonCell } from './PersonCell';
import { missingReports } from './queries';

/** Who has not printed the report of a month for the superior's signature (BK 7(2)); a running month has none yet. */
export function MissingReports() {
  const { t } = useTranslation(['monitoring', 'shell']);
  const last = addMonths(monthOf(useProfile().today), -1);
  const [month, setMonth] = useMonth(last);
  const [skpdId, setSkpdId] = useFilter('skpd');
  const query = useInfiniteQuery(missingReports(month > last ? last : month, skpdId));
  const words = { month: formatMonth(month > last ? last : month) };
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <MonthPicker value={month > last ? last : month} onChange={setMonth} max={last} />
        <SkpdFilter label={t('filter.skpd')} all={t('filter.allSkpd')} value={skpdId} onChange={setSkpdId} />
      </Group>
      <Loaded query={query} rows={8}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState
              icon={IconCircleCheck}
              title={t('reports.empty', words)}
              text={t('reports.emptyText')}
            />
          ) : (
            <>
              <Text role="status">
                {t(query.hasNextPage ? 'reports.countMore' : 'reports.count', {
                  count: people.length,
                  ...words,
                })}
              </Text>
              <ResponsiveTable
                caption={t('reports.tab')}
                rows={people}
                rowKey={(row) => row.employmentId}
                columns={[
                  {
                    key: 'name',
                    title: t('employee'),
                    heading: true,
                    cell: (row) => <PersonCell person={row} />,
                  },
                  { key: 'post', title: t('post'), cell: (row) => row.postName ?? '–' },
                  { key: 'unit', title: t('unit'), cell: (row) => row.unitName ?? '–' },
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

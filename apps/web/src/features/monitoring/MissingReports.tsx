import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, formatMonth, monthOf } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { PersonCell } from './PersonCell';
import { missingReports } from './queries';
import { SkpdFilter } from './SkpdFilter';

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
        <SkpdFilter value={skpdId} onChange={setSkpdId} />
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
              <ErrorNotice
                error={query.isFetchNextPageError ? query.error : null}
                onRetry={() => void query.fetchNextPage()}
              />
              {query.hasNextPage ? (
                <Group justify="center">
                  <Button
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('shell:more')}
                  </Button>
                </Group>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

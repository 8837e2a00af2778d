import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { MissingPlanItem } from '@ekinerja/contracts/plans';
import { Anchor, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../lib/api';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

const missingPlans = (year: number, skpdId: Uuid) =>
  infiniteQueryOptions({
    queryKey: ['skp', 'missing-plans', year, skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<MissingPlanItem>>('/work-plans/missing', { query: { year, skpdId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Whose SKP is determined and whose breakdown, timeline or action plan is lacking (TL 15, BK 3). */
export function MissingPlans({ year, skpdId }: { year: number; skpdId: Uuid }) {
  const { t } = useTranslation('skp');
  const query = useInfiniteQuery(missingPlans(year, skpdId));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('missingPlans.title')} note={t('missingPlans.note')}>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {rows.length === 0 && !query.isPending ? (
        <Text c="dimmed">{t('missingPlans.none')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('missingPlans.title')}
          rows={rows}
          rowKey={({ skpId }) => skpId}
          columns={[
            { key: 'name', title: t('year.name'), heading: true, cell: (row) => <Anchor component={Link} to={`/skp/${row.skpId}/rencana`}>{row.personName}</Anchor> },
            { key: 'unit', title: t('year.unit'), cell: (row) => row.unitName },
            { key: 'state', title: t('year.status'), cell: (row) => t(`missingPlans.state.${row.state}`) },
            { key: 'lacks', title: t('missingPlans.lacks'), cell: (row) => row.lacks.map((part) => t(`missingPlans.part.${part}`)).join(', ') },
          ]}
        />
      )}
      <LoadMore query={query} />
    </Section>
  );
}

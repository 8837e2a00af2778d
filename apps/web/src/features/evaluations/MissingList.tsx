import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatMonth } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { missingEvaluations } from './measuring-queries';
import { UnitFilter } from './UnitFilter';

/** Who is not evaluated yet, and whose task it is. */
export function MissingList() {
  return <UnitFilter>{(month, kind, skpdId) => <Of key={`${month}.${kind}.${skpdId}`} month={month} kind={kind} skpdId={skpdId} />}</UnitFilter>;
}

function Of({ month, kind, skpdId }: { month: IsoMonth; kind: EvaluationKind; skpdId: Uuid | null }) {
  const { t } = useTranslation('evaluations');
  const query = useInfiniteQuery(missingEvaluations(month, kind, skpdId));
  return (
    <Stack>
      <Loaded query={query} shape="list">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconUsers} title={t('missing.empty')} text={t('missing.emptyText')} />
          ) : (
            <ResponsiveTable
              caption={t('tab.belum')}
              rows={rows}
              rowKey={(row) => row.employmentId}
              columns={[
                { key: 'person', title: t('ranking.person'), heading: true, cell: (row) => row.personName },
                { key: 'post', title: t('ranking.post'), cell: (row) => [row.postName, row.unitName].filter(Boolean).join(' · ') },
                { key: 'evaluator', title: t('calibration.evaluator'), cell: (row) => row.evaluatorName ?? t('missing.nobody') },
                { key: 'period', title: t('missing.period'), cell: (row) => (kind === 'annual' ? row.month.slice(0, 4) : formatMonth(row.month)) },
                { key: 'due', title: t('missing.due'), cell: (row) => formatDeadline(row.dueAt) },
                {
                  key: 'state',
                  title: t('missing.state'),
                  cell: (row) =>
                    row.neglected ? <StatusBadge status="violation" word={t('missing.neglected')} /> : row.late ? <StatusBadge status="late" /> : <StatusBadge status="waiting" />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

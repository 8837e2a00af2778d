import { PREDICATES, type IsoMonth, type Uuid } from '@ekinerja/contracts/basics';
import type { RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconListNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { Findings } from './Findings';
import { calibration, ranking } from './measuring-queries';
import { UnitFilter } from './UnitFilter';

/** Ranking by predicate, and how each evaluator of the unit spread them beside the unit's pattern (TL 29). */
export function RankingPanel() {
  return <UnitFilter>{(month, kind, skpdId) => <Of key={`${month}.${kind}.${skpdId}`} month={month} kind={kind} skpdId={skpdId} />}</UnitFilter>;
}

function Of({ month, kind, skpdId }: { month: IsoMonth; kind: EvaluationKind; skpdId: Uuid | null }) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const list = useInfiniteQuery(ranking(month, kind, skpdId));
  // TL 30(1): a reward follows an annual result.
  const rewards = useCan('follow-up.reward') && kind === 'annual';
  return (
    <Stack>
      <Loaded query={useQuery(calibration(month, kind, skpdId))} shape="list">
        {(units) =>
          units.map((unit) => (
            <Section
              key={unit.unitId}
              title={t('calibration.title', { unit: unit.unitName })}
              note={unit.predicate ? t('calibration.attainment', { predicate: t(`shell:status.${unit.predicate}`) }) : t('calibration.unsigned')}
            >
              {unit.evaluators.length === 0 ? (
                <Text c="dimmed">{t('calibration.none')}</Text>
              ) : (
                <ResponsiveTable
                  caption={t('calibration.title', { unit: unit.unitName })}
                  rows={[...unit.evaluators, { employmentId: 'all', name: t('calibration.all'), counts: unit.counts, total: Object.values(unit.counts).reduce((a, b) => a + b, 0) }]}
                  rowKey={(row) => row.employmentId}
                  columns={[
                    { key: 'name', title: t('calibration.evaluator'), heading: true, cell: (row) => row.name },
                    ...PREDICATES.map((one) => ({
                      key: one,
                      title: t(`shell:status.${one}`),
                      align: 'right' as const,
                      cell: (row: { counts: Record<string, number> }) => row.counts[one] ?? 0,
                    })),
                    { key: 'total', title: t('calibration.total'), align: 'right', cell: (row) => row.total },
                  ]}
                />
              )}
              <Findings findings={unit.findings} />
            </Section>
          ))
        }
      </Loaded>
      <Section title={t('ranking.title')} note={t('ranking.note')}>
        <Loaded query={list} shape="list">
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconListNumbers} title={t('ranking.empty')} text={t('ranking.emptyText')} />
            ) : (
              <ResponsiveTable
                caption={t('ranking.title')}
                rows={rows}
                rowKey={(row) => row.employmentId}
                columns={[
                  { key: 'person', title: t('ranking.person'), heading: true, cell: (row) => row.personName },
                  { key: 'predicate', title: t('predicate'), cell: (row) => <StatusBadge status={row.predicate} /> },
                  { key: 'post', title: t('ranking.post'), cell: (row) => [row.postName, row.unitName].filter(Boolean).join(' · ') },
                  { key: 'evaluator', title: t('calibration.evaluator'), cell: (row) => row.evaluatorName },
                  ...(rewards ? [{ key: 'reward', title: t('ranking.reward'), cell: (row: RankedEmployee) => <RewardLink row={row} year={month.slice(0, 4)} /> }] : []),
                ]}
              />
            )
          }
        </Loaded>
        <LoadMore query={list} />
      </Section>
    </Stack>
  );
}

function RewardLink({ row, year }: { row: RankedEmployee; year: string }) {
  const { t } = useTranslation('evaluations');
  return (
    <Button
      component={Link} to={`/tindak-lanjut?bagian=penghargaan&pegawai=${row.employmentId}&hasil=${year}`} variant="default" size="compact-sm" h={36}
      aria-label={`${t('ranking.give')}: ${row.personName}`}
    >
      {t('ranking.give')}
    </Button>
  );
}

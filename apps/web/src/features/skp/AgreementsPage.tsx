import type { Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFilter } from '../../lib/filters';
import { useCan, useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { StatusBadge } from '../../ui/StatusBadge';
import { agreements, useStartAgreement } from './cascade-queries';
import { SkpTabs } from './SkpTabs';
import { useYear, YearChoice } from './YearChoice';

/** Performance agreements of the units: what the top official's SKP is drawn from. */
export default function AgreementsPage() {
  const { t } = useTranslation('skp');
  const navigate = useNavigate();
  const [year, setYear] = useYear();
  const [skpd, setSkpd] = useFilter('skpd');
  const { roles, employment } = useProfile();
  const ofRole = roles.find(({ role, unitId }) => unitId !== null && role !== 'employee' && role !== 'evaluator')?.unitId;
  const skpdId: Uuid | null = skpd ?? ofRole ?? employment?.skpdId ?? null;
  const writes = useCan('agreements.write');
  const start = useStartAgreement(year);
  const query = useInfiniteQuery(agreements(year, skpdId));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('agreement.title')} note={t('agreement.note')}>
        <SkpdFilter label={t('year.skpd')} all={t('year.own')} value={skpd} onChange={setSkpd} />
        <YearChoice year={year} onChange={setYear} />
      </PageTitle>
      <Section title={t('agreement.units')}>
        <ErrorNotice error={query.error ?? start.error} onRetry={() => void query.refetch()} />
        {rows.length === 0 && !query.isPending ? (
          <Text c="dimmed">{t('agreement.none')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('agreement.units')}
            rows={rows}
            rowKey={({ unitId }) => unitId}
            columns={[
              {
                key: 'unit', title: t('year.unit'), heading: true,
                cell: (row) => (row.id ? <Anchor component={Link} to={`/skp/perjanjian/${row.id}`}>{row.unitName}</Anchor> : row.unitName),
              },
              {
                key: 'status', title: t('year.status'),
                cell: (row) => <StatusBadge status={row.status === 'final' ? 'determined' : (row.status ?? 'none')} word={t(`agreement.status.${row.status ?? 'none'}`)} />,
              },
              { key: 'number', title: t('agreement.number'), cell: (row) => row.number ?? '–' },
              { key: 'targets', title: t('agreement.targets'), align: 'right', cell: (row) => row.targets },
              {
                key: 'act', title: t('agreement.act'),
                cell: (row) =>
                  row.id === null && writes ? (
                    <Button
                      size="compact-md" variant="default" mih={36} loading={start.isPending}
                      onClick={() => start.mutate(row.unitId, { onSuccess: ({ id }) => void navigate(`/skp/perjanjian/${id}`) })}
                    >
                      {t('agreement.start')}
                    </Button>
                  ) : row.id ? (
                    <Anchor component={Link} to={`/skp/perjanjian/${row.id}`}>
                      {t('agreement.open')}
                    </Anchor>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
        <LoadMore query={query} />
      </Section>
    </>
  );
}

import type { Uuid } from '@ekinerja/contracts/basics';
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan, useProfile } from '../../lib/session';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loading } from '../../ui/Loading';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { CascadeGaps } from './CascadeGaps';
import { treeOf } from './cascade-queries';
import { ResultTree } from './ResultTree';
import { SkpTabs } from './SkpTabs';
import { useYear, YearChoice } from './YearChoice';

/** From the unit's performance agreement to the last employee, and what falls through (KS 8(1)). */
export default function TreePage() {
  const { t } = useTranslation('skp');
  const [year, setYear] = useYear();
  const [skpd, setSkpd] = useFilter('skpd');
  const { roles, employment } = useProfile();
  const monitors = useCan('skp.monitor');
  const ofRole = roles.find(({ role, unitId }) => unitId !== null && role !== 'employee' && role !== 'evaluator')?.unitId;
  const everywhere = roles.some(({ role }) => role === 'superadmin' || role === 'auditor');
  const skpdId: Uuid | null = skpd ?? ofRole ?? (everywhere ? (employment?.skpdId ?? null) : null);
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('tree.title')} note={t('tree.note')}>
        <SkpdFilter label={t('year.skpd')} all={t('year.own')} value={skpd} onChange={setSkpd} />
        <YearChoice year={year} onChange={setYear} />
      </PageTitle>
      <Stack>
        <Roots year={year} skpdId={skpdId} />
        {monitors ? <CascadeGaps year={year} skpdId={skpdId} /> : null}
      </Stack>
    </>
  );
}

function Roots({ year, skpdId }: { year: number; skpdId: Uuid | null }) {
  const { t } = useTranslation('skp');
  const query = useInfiniteQuery(treeOf(year, skpdId ? { skpdId } : null));
  const nodes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('tree.heading', { year })} note={t('tree.keys')}>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Loading shape="list" /> : nodes.length === 0 ? <Text c="dimmed">{t('tree.none')}</Text> : <ResultTree nodes={nodes} year={year} />}
      <LoadMore query={query} />
    </Section>
  );
}

import type { Uuid } from '@ekinerja/contracts/basics';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { unsupported, withoutRole } from './cascade-queries';

/** Who has no main role, and results that nobody carries on. */
export function CascadeGaps({ year, skpdId }: { year: number; skpdId: Uuid | null }) {
  const { t } = useTranslation('skp');
  const people = useInfiniteQuery(withoutRole(year, skpdId));
  const results = useInfiniteQuery(unsupported(year, skpdId));
  const without = people.data?.pages.flatMap(({ items }) => items) ?? [];
  const bare = results.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Section title={t('gaps.role')} note={t('gaps.roleNote')}>
        <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
        {without.length === 0 ? (
          <Text c="dimmed">{t('gaps.none')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('gaps.role')}
            rows={without}
            rowKey={({ employmentId }) => employmentId}
            columns={[
              { key: 'name', title: t('year.name'), heading: true, cell: (row) => row.personName },
              { key: 'post', title: t('year.post'), cell: (row) => row.postName },
              { key: 'unit', title: t('year.unit'), cell: (row) => row.unitName },
              { key: 'state', title: t('gaps.why'), cell: (row) => t(`gaps.state.${row.state}`) },
            ]}
          />
        )}
        <LoadMore query={people} />
      </Section>
      <Section title={t('gaps.unsupported')} note={t('gaps.unsupportedNote')}>
        <ErrorNotice error={results.error} onRetry={() => void results.refetch()} />
        {bare.length === 0 ? (
          <Text c="dimmed">{t('gaps.none')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('gaps.unsupported')}
            rows={bare}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', title: t('gaps.result'), heading: true, cell: (row) => row.title },
              { key: 'name', title: t('year.name'), cell: (row) => row.personName },
              { key: 'post', title: t('year.post'), cell: (row) => row.postName },
            ]}
          />
        )}
        <LoadMore query={results} />
      </Section>
    </>
  );
}

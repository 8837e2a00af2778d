import type { Uuid } from '@ekinerja/contracts/basics';
import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { initialEntries, missingDocuments } from './post-queries';

/** Whose copies of documents have not reached the evaluator (KS 23(3)) and who has made no initial entry (KS 33); nothing where the law asks neither. */
export function YearDuties({ year, skpdId }: { year: number; skpdId: Uuid }) {
  const { t } = useTranslation(['skp', 'shell']);
  const papers = useInfiniteQuery(missingDocuments(year, skpdId));
  const first = useInfiniteQuery(initialEntries(year, skpdId));
  const lacking = papers.data?.pages.flatMap(({ items }) => items) ?? [];
  const silent = first.data?.pages.flatMap(({ items }) => items) ?? [];
  const due = (row: { dueDate: string; overdue: boolean }) => (
    <>
      {formatDate(row.dueDate)} {row.overdue ? <StatusBadge status="late" /> : null}
    </>
  );
  return (
    <>
      {lacking.length > 0 ? (
        <Section title={t('duties.papers')} note={t('duties.papersNote')}>
          <ResponsiveTable
            caption={t('duties.papers')}
            rows={lacking}
            rowKey={({ skpId }) => skpId}
            columns={[
              { key: 'name', title: t('year.name'), heading: true, cell: (row) => <Anchor component={Link} to={`/skp/${row.skpId}`}>{row.personName}</Anchor> },
              { key: 'unit', title: t('year.unit'), cell: (row) => row.unitName },
              { key: 'use', title: t('record.use'), cell: (row) => t(`use.${row.use}`) },
              { key: 'due', title: t('duties.due'), cell: due },
            ]}
          />
          <LoadMore query={papers} />
        </Section>
      ) : null}
      {silent.length > 0 ? (
        <Section title={t('duties.first')} note={t('duties.firstNote')}>
          <ResponsiveTable
            caption={t('duties.first')}
            rows={silent}
            rowKey={({ employmentId }) => employmentId}
            columns={[
              { key: 'name', title: t('year.name'), heading: true, cell: (row) => <Text fw={600}>{row.personName}</Text> },
              { key: 'unit', title: t('year.unit'), cell: (row) => row.unitName },
              { key: 'due', title: t('duties.due'), cell: due },
            ]}
          />
          <LoadMore query={first} />
        </Section>
      ) : null}
    </>
  );
}

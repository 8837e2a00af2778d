import { Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant, formatNumber } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { retention } from './queries';

/** How long what is kept, and what has been removed for it. */
export function Retention() {
  const { t } = useTranslation('audit');
  const query = useQuery(retention);
  return (
    <Loaded query={query} rows={4}>
      {({ periods, runs, lastRanAt }) => (
        <Stack>
          <Section title={t('retention.periods')} note={t('retention.note')}>
            <ResponsiveTable
              caption={t('retention.periods')}
              rows={periods}
              rowKey={({ kind }) => kind}
              columns={[
                { key: 'kind', title: t('retention.kind'), heading: true, cell: (row) => t(`retention.what.${row.kind}`) },
                { key: 'years', title: t('retention.kept'), cell: (row) => t('retention.years', { count: row.years }) },
                { key: 'before', title: t('retention.before'), cell: (row) => formatDate(row.before) },
                { key: 'cite', title: t('retention.basis'), cell: (row) => (row.cite ? <Cite cite={row.cite} /> : t('retention.default')) },
              ]}
            />
          </Section>
          <Section title={t('retention.removed')} note={lastRanAt ? t('retention.last', { at: formatInstant(lastRanAt) }) : undefined}>
            {runs.length === 0 ? (
              <EmptyState icon={IconTrash} title={t('retention.nothing')} text={t('retention.nothingText')} />
            ) : (
              <ResponsiveTable
                caption={t('retention.removed')}
                rows={runs}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'kind', title: t('retention.kind'), heading: true, cell: (row) => t(`retention.what.${row.kind}`) },
                  { key: 'at', title: t('retention.at'), cell: (row) => formatInstant(row.ranAt) },
                  { key: 'before', title: t('retention.before'), cell: (row) => formatDate(row.before) },
                  { key: 'count', title: t('retention.count'), align: 'right', cell: (row) => formatNumber(row.removed) },
                ]}
              />
            )}
            <Text size="sm" mt="sm">
              {t('retention.hashes')}
            </Text>
          </Section>
        </Stack>
      )}
    </Loaded>
  );
}

import type { Correction } from '@ekinerja/contracts/pay-runs';
import { Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatRupiah } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Settle } from './ClaimsPanel';
import { corrections } from './queries';

/** Corrections of closed months that no slip has paid or recovered yet, each with who takes care of it. */
export function CorrectionsPanel() {
  const { t } = useTranslation('pay-records');
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery(corrections(useDeferredValue(search)));
  return (
    <Section title={t('corrections.title')} note={t('corrections.note')}>
      <Stack gap="sm">
        <TextInput label={t('records.search')} type="search" maw={320} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
        <Loaded query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('corrections.none')} text={t('corrections.noneText')} />
            ) : (
              <ResponsiveTable
                caption={t('corrections.title')} rows={rows} rowKey={(row) => row.id}
                columns={[
                  { key: 'name', title: t('records.whom'), heading: true, cell: (row) => <>{row.name}<Text size="sm" c="dimmed" fw={400}>{row.skpdName}</Text></> },
                  { key: 'month', title: t('claims.month'), cell: (row) => formatMonth(row.month) },
                  { key: 'cause', title: t('claims.cause'), cell: (row) => <Cause row={row} /> },
                  { key: 'amount', title: t('claims.amount'), align: 'right', cell: (row) => formatRupiah(row.amount) },
                  { key: 'way', title: t('corrections.way'), cell: (row) => t(`corrections.ways.${row.way}`) },
                  { key: 'do', title: t('records.actions'), cell: (row) => (row.amount < 0 ? <Settle claim={row} /> : null) },
                ]}
              />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Stack>
    </Section>
  );
}

function Cause({ row }: { row: Correction }) {
  const { t } = useTranslation('pay-records');
  return (
    <>
      {row.cause}
      {row.rest ? (
        <Text size="sm" c="dimmed">
          {t('corrections.rest')}
        </Text>
      ) : null}
    </>
  );
}

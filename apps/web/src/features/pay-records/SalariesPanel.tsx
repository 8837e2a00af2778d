import type { SalaryRow } from '@ekinerja/contracts/pay-records';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber, formatRupiah } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { salaries, salaryMonths } from './queries';
import { SalaryForm } from './SalaryForm';

/** What the salary list says of a payment month: without it the allowance has no tax line. */
export function SalariesPanel() {
  const { t } = useTranslation('pay-records');
  const months = useQuery(salaryMonths);
  const mayWrite = useCan('salaries.write');
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('salaries.title')} note={t('salaries.note')}
      actions={
        mayWrite && !adding ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('salaryForm.add')}
          </Button>
        ) : null
      }
    >
      {adding ? <SalaryForm row={null} month={months.data?.[0]?.month ?? ''} onDone={() => setAdding(false)} /> : null}
      <Loaded query={months}>
        {(list) => (list.length === 0 ? <EmptyState title={t('salaries.empty')} text={t('salaries.emptyText')} /> : <Months months={list.map((one) => ({ ...one, label: t('salaries.month', { month: formatMonth(one.month), count: one.withSalary, people: formatNumber(one.people) }) }))} />)}
      </Loaded>
    </Section>
  );
}

function Months({ months }: { months: { month: string; label: string }[] }) {
  const { t } = useTranslation('pay-records');
  const [month, setMonth] = useState(months[0]?.month ?? '');
  const [search, setSearch] = useState('');
  const mayWrite = useCan('salaries.write');
  const [mended, setMended] = useState<SalaryRow | null>(null);
  const query = useInfiniteQuery(salaries(month, useDeferredValue(search)));
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end">
        <NativeSelect label={t('salaries.of')} value={month} data={months.map((one) => ({ value: one.month, label: one.label }))} onChange={(event) => setMonth(event.currentTarget.value)} />
        <TextInput label={t('records.search')} type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </Group>
      {mended ? <SalaryForm key={mended.employmentId} row={mended} month={mended.month} onDone={() => setMended(null)} /> : null}
      <Loaded query={query}>
        {(rows) => (
          <ResponsiveTable
            caption={t('salaries.title')} rows={rows} rowKey={(row) => row.employmentId}
            columns={[
              { key: 'name', title: t('records.whom'), heading: true, cell: (row) => row.name },
              { key: 'skpd', title: t('salaries.skpd'), cell: (row) => row.skpdName },
              { key: 'ptkp', title: t('salaries.ptkp'), cell: (row) => row.ptkp },
              { key: 'gross', title: t('salaries.gross'), align: 'right', cell: (row) => formatRupiah(row.gross) },
              { key: 'tax', title: t('salaries.tax'), align: 'right', cell: (row) => formatRupiah(row.taxWithheld) },
              { key: 'insurance', title: t('salaries.insurance'), align: 'right', cell: (row) => (row.insuranceEmployee === null ? t('salaries.computed') : formatRupiah(row.insuranceEmployee)) },
              ...(mayWrite
                ? [{
                    key: 'do', title: t('records.actions'),
                    cell: (row: SalaryRow) => (
                      <Button size="compact-sm" h={36} variant="default" aria-label={t('salaryForm.mendLabel', { name: row.name })} onClick={() => setMended(row)}>
                        {t('salaryForm.mend')}
                      </Button>
                    ),
                  }]
                : []),
            ]}
          />
        )}
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

import type { BudgetCeiling } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupiah } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { ceilings, useSaveCeiling } from './queries';

/** What each SKPD may spend on the allowance in a budget year, and what it has spent. */
export function BudgetPanel() {
  const { t } = useTranslation('pay-records');
  const year = Number(useProfile().today.slice(0, 4));
  const query = useQuery(ceilings(year));
  const maySet = useCan('budget-ceilings.write');
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <Section title={t('budget.title', { year })} note={t('budget.note')}>
      <Loaded query={query}>
        {(rows) => (
          <ResponsiveTable
            caption={t('budget.title', { year })} rows={rows} rowKey={(row) => row.skpdId}
            columns={[
              { key: 'skpd', title: t('salaries.skpd'), heading: true, cell: (row) => row.skpdName },
              { key: 'amount', title: t('budget.ceiling'), align: 'right', cell: (row) => (row.amount === null ? '–' : formatRupiah(row.amount)) },
              { key: 'spent', title: t('budget.spent'), align: 'right', cell: (row) => formatRupiah(row.spent) },
              { key: 'left', title: t('budget.left'), align: 'right', cell: (row) => (row.amount === null ? '–' : formatRupiah(row.amount - row.spent)) },
              { key: 'document', title: t('budget.document'), cell: (row) => row.document ?? '–' },
              ...(maySet ? [{ key: 'do', title: t('records.actions'), cell: (row: BudgetCeiling) => (edited === row.skpdId ? <CeilingForm row={row} onDone={() => setEdited(null)} /> : <Button size="compact-sm" h={36} variant="default" aria-label={t('budget.setLabel', { name: row.skpdName })} onClick={() => setEdited(row.skpdId)}>{t('budget.set')}</Button>) }] : []),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function CeilingForm({ row, onDone }: { row: BudgetCeiling; onDone: () => void }) {
  const { t } = useTranslation('pay-records');
  const [amount, setAmount] = useState(row.amount === null ? '' : String(row.amount));
  const [document, setDocument] = useState(row.document ?? '');
  const mutation = useSaveCeiling();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate({ row, body: { amount: Number(amount.replaceAll(/[^\d]/g, '')), document } }, { onSuccess: () => { announce(t('budget.saved')); onDone(); } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <TextInput label={t('budget.ceiling')} inputMode="numeric" required value={amount} onChange={(event) => setAmount(event.currentTarget.value)} />
        <TextInput label={t('budget.document')} required value={document} onChange={(event) => setDocument(event.currentTarget.value)} />
        <ErrorNotice error={mutation.error} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" h={36} loading={mutation.isPending}>{t('form.save')}</Button>
          <Button size="compact-sm" h={36} variant="default" onClick={onDone}>{t('form.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

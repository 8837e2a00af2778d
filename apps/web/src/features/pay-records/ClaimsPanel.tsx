import type { PayClaim } from '@ekinerja/contracts/pay-runs';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonth, formatRupiah } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { claims, useSettleClaim } from './queries';

/** Paid too much to people who left, or out of an earlier year's budget: no run recovers it, so it is claimed and its receipt recorded. */
export function ClaimsPanel() {
  const { t } = useTranslation('pay-records');
  const [state, setState] = useState<'open' | 'settled'>('open');
  const query = useQuery(claims(state));
  return (
    <Section
      title={t('claims.title')} note={t('claims.note')}
      actions={<NativeSelect aria-label={t('records.status')} value={state} onChange={(event) => setState(event.currentTarget.value as typeof state)} data={[{ value: 'open', label: t('claims.open') }, { value: 'settled', label: t('claims.settled') }]} />}
    >
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('claims.none')} text={t('claims.noneText')} />
          ) : (
            <ResponsiveTable
              caption={t('claims.title')} rows={rows} rowKey={(row) => row.id}
              columns={[
                { key: 'name', title: t('records.whom'), heading: true, cell: (row) => <>{row.name}<Text size="sm" c="dimmed" fw={400}>{row.skpdName}</Text></> },
                { key: 'left', title: t('claims.left'), cell: (row) => (row.leftOn ? formatDate(row.leftOn) : t('claims.inService')) },
                { key: 'month', title: t('claims.month'), cell: (row) => formatMonth(row.month) },
                { key: 'cause', title: t('claims.cause'), cell: (row) => row.cause },
                { key: 'amount', title: t('claims.amount'), align: 'right', cell: (row) => formatRupiah(row.amount) },
                { key: 'do', title: t('records.actions'), cell: (row) => (row.settledOn ? `${formatDate(row.settledOn)} · ${row.receipt ?? ''}` : <Settle claim={row} />) },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

/** Records what was paid back by hand, with its receipt. */
export function Settle({ claim }: { claim: Pick<PayClaim, 'id' | 'name'> }) {
  const { t } = useTranslation('pay-records');
  const { today } = useProfile();
  const may = useCan('pay-claims.settle');
  const [asked, setAsked] = useState(false);
  const [receipt, setReceipt] = useState('');
  const [date, setDate] = useState(today);
  const mutation = useSettleClaim();
  if (!may) return null;
  if (!asked) return <Button size="compact-sm" h={36} variant="default" aria-label={t('claims.settleLabel', { name: claim.name })} onClick={() => setAsked(true)}>{t('claims.settle')}</Button>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate({ id: claim.id, body: { receipt, date } }, { onSuccess: () => announce(t('claims.done')) });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <TextInput label={t('claims.receipt')} required value={receipt} onChange={(event) => setReceipt(event.currentTarget.value)} />
        <TextInput label={t('claims.date')} type="date" required max={today} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        <ErrorNotice error={mutation.error} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" h={36} loading={mutation.isPending}>{t('form.save')}</Button>
          <Button size="compact-sm" h={36} variant="default" onClick={() => setAsked(false)}>{t('form.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

import { PAY_RECORD_LIMITS, type BankAccount } from '@ekinerja/contracts/pay-records';
import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { PersonPicker } from './PersonPicker';
import { accounts, useDecideAccount, useProposeAccount } from './queries';

/** Where pay goes: proposed by one person, in force once another has agreed. */
export function AccountsPanel() {
  const { t } = useTranslation('pay-records');
  const mayWrite = useCan('bank-accounts.write');
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery(accounts(null, useDeferredValue(search)));
  return (
    <Stack>
      {adding ? (
        <Section title={t('accounts.add')} note={t('accounts.addNote')}>
          <AccountForm onDone={() => setAdding(false)} />
        </Section>
      ) : null}
      <Section
        title={t('accounts.title')} note={t('accounts.note')}
        actions={mayWrite && !adding ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>{t('accounts.add')}</Button> : null}
      >
        <Stack gap="sm">
          <TextInput label={t('records.search')} type="search" maw={320} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          <Loaded query={query}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('accounts.empty')} text={t('accounts.emptyText')} />
              ) : (
                <ResponsiveTable
                  caption={t('accounts.title')} rows={rows} rowKey={(row) => row.id}
                  columns={[
                    { key: 'name', title: t('records.whom'), heading: true, cell: (row) => row.name },
                    { key: 'bank', title: t('accounts.bank'), cell: (row) => <Account row={row} /> },
                    { key: 'from', title: t('field.from'), cell: (row) => formatDate(row.from) },
                    { key: 'by', title: t('accounts.by'), cell: (row) => [row.proposedBy, row.decidedBy].filter(Boolean).join(' → ') },
                    { key: 'status', title: t('records.status'), cell: (row) => <StatusBadge status={row.status} size="md" /> },
                    { key: 'do', title: t('records.actions'), cell: (row) => (row.status === 'waiting' && mayWrite ? <Decide row={row} /> : null) },
                  ]}
                />
              )
            }
          </Loaded>
          <LoadMore query={query} />
        </Stack>
      </Section>
    </Stack>
  );
}

function Account({ row }: { row: BankAccount }) {
  return (
    <>
      {row.bank} · {row.number}
      <Text size="sm" c="dimmed">
        {row.holder}
      </Text>
    </>
  );
}

function Decide({ row }: { row: BankAccount }) {
  const { t } = useTranslation('pay-records');
  const [asked, setAsked] = useState(false);
  const mutation = useDecideAccount();
  const error = <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />;
  if (asked) {
    return (
      <>
        <ConfirmReason
          label={t('records.why')} confirm={t('records.refuse')} min={PAY_RECORD_LIMITS.reason.min} max={PAY_RECORD_LIMITS.reason.max} busy={mutation.isPending} danger onCancel={() => setAsked(false)}
          onConfirm={(reason) => mutation.mutate({ id: row.id, version: row.version, body: { decision: 'refuse', reason } }, { onSuccess: () => setAsked(false) })}
        />
        {error}
      </>
    );
  }
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Button size="compact-sm" h={36} loading={mutation.isPending} aria-label={t('records.agreeLabel', { name: row.name })} onClick={() => mutation.mutate({ id: row.id, version: row.version, body: { decision: 'agree', reason: null } }, { onSuccess: () => announce(t('accounts.agreed')) })}>
          {t('records.agree')}
        </Button>
        <Button size="compact-sm" h={36} variant="default" aria-label={t('records.refuseLabel', { name: row.name })} onClick={() => setAsked(true)}>
          {t('records.refuse')}
        </Button>
      </Group>
      {error}
    </Stack>
  );
}

function AccountForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('pay-records');
  const { today } = useProfile();
  const [employmentId, setPerson] = useState<string | null>(null);
  const [draft, setDraft] = useState({ bank: '', number: '', holder: '', from: today, reason: '' });
  const mutation = useProposeAccount();
  const errors = fieldErrors(mutation.error, t);
  const input = (name: keyof typeof draft, label: string, type = 'text') => (
    <TextInput label={label} type={type} required value={draft[name]} error={errors[name] ?? null} onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })} />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate({ ...draft, number: draft.number.replaceAll(/[\s.-]/g, ''), employmentId: employmentId ?? '' }, { onSuccess: () => { announce(t('accounts.waits')); onDone(); } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PersonPicker onChange={setPerson} error={errors.employmentId} />
          {input('bank', t('accounts.bank'))}
          {input('number', t('accounts.number'))}
          {input('holder', t('accounts.holder'))}
          {input('from', t('field.from'), 'date')}
          {input('reason', t('field.reason'))}
        </SimpleGrid>
        <ErrorNotice error={mutation.error} shownFields={Object.keys(errors)} />
        <Group gap="xs">
          <Button type="submit" loading={mutation.isPending}>{t('accounts.propose')}</Button>
          <Button variant="default" onClick={onDone}>{t('form.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

import { PAY_RECORD_KINDS, PAY_RECORD_LIMITS, PAY_RECORD_SHAPES, PAY_RECORD_STATUSES, type PayRecord, type PayRecordKind, type PayRecordStatus } from '@ekinerja/contracts/pay-records';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { formatDate, formatDecimal, formatRupiah } from '../../lib/format';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { records, useDecideRecord, useEndRecord } from './queries';
import { RecordForm } from './RecordForm';
import { RecordPaper } from './RecordPaper';

export function RecordsPanel() {
  const { t } = useTranslation(['pay-records', 'shell']);
  const [kind, setKind] = useFilter('jenis');
  const [status, setStatus] = useFilter('keadaan');
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const mayWrite = useCan('pay-records.write');
  const query = useInfiniteQuery(records(kind as PayRecordKind | null, status as PayRecordStatus | null, useDeferredValue(search)));
  return (
    <Stack>
      {adding ? (
        <Section title={t('pay-records:form.title')} note={t('pay-records:form.note')}>
          <RecordForm onDone={() => setAdding(false)} />
        </Section>
      ) : null}
      <Section
        title={t('pay-records:records.title')}
        note={t('pay-records:records.note')}
        actions={
          mayWrite && !adding ? (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t('pay-records:records.add')}
            </Button>
          ) : null
        }
      >
        <Stack gap="sm">
          <Group gap="xs" align="flex-end">
            <NativeSelect
              label={t('pay-records:field.kind')} value={kind ?? ''} onChange={(event) => setKind(event.currentTarget.value || null)}
              data={[{ value: '', label: t('pay-records:records.all') }, ...PAY_RECORD_KINDS.map((value) => ({ value, label: t(`pay-records:kind.${value}`) }))]}
            />
            <NativeSelect
              label={t('pay-records:records.status')} value={status ?? ''} onChange={(event) => setStatus(event.currentTarget.value || null)}
              data={[{ value: '', label: t('pay-records:records.all') }, ...PAY_RECORD_STATUSES.map((value) => ({ value, label: t(`shell:status.${value}`) }))]}
            />
            <TextInput label={t('pay-records:records.search')} type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          </Group>
          <Loaded query={query}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('pay-records:records.empty')} text={t('pay-records:records.emptyText')} />
              ) : (
                <ResponsiveTable
                  caption={t('pay-records:records.title')} rows={rows} rowKey={(row) => row.id}
                  columns={[
                    { key: 'name', title: t('pay-records:records.whom'), heading: true, cell: (row) => <Whom row={row} /> },
                    { key: 'kind', title: t('pay-records:field.kind'), cell: (row) => <What row={row} /> },
                    { key: 'days', title: t('pay-records:records.days'), cell: (row) => daysOf(row, t) },
                    { key: 'reason', title: t('pay-records:records.ground'), cell: (row) => <Ground row={row} /> },
                    { key: 'status', title: t('pay-records:records.status'), cell: (row) => <StatusBadge status={row.status} size="md" /> },
                    { key: 'do', title: t('pay-records:records.actions'), cell: (row) => <Actions row={row} /> },
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

function Whom({ row }: { row: PayRecord }) {
  return (
    <>
      {row.name}
      <Text size="sm" c="dimmed" fw={400}>
        {[row.nip, row.skpdName].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function What({ row }: { row: PayRecord }) {
  const { t } = useTranslation('pay-records');
  const details = [
    row.code ? t(`code.${row.code}`, row.code) : null,
    row.checkIn ? `${row.checkIn}–${row.checkOut ?? ''}` : null,
    row.amount === null ? null : formatRupiah(row.amount),
    row.value === null ? null : formatDecimal(row.value),
  ].filter(Boolean);
  return (
    <>
      {t(`kind.${row.kind}`)}
      {details.length > 0 ? (
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      ) : null}
    </>
  );
}

function Ground({ row }: { row: PayRecord }) {
  const { t } = useTranslation('pay-records');
  return (
    <>
      {row.documentNumber ? <Text size="sm">{t('records.paper', { number: row.documentNumber })}</Text> : null}
      <Text size="sm">{row.reason}</Text>
      <Text size="sm" c="dimmed">
        {t('records.by', { name: row.recordedBy })}
        {row.decidedBy ? ` · ${t('records.decidedBy', { name: row.decidedBy })}` : ''}
      </Text>
    </>
  );
}

function Actions({ row }: { row: PayRecord }) {
  const { t } = useTranslation('pay-records');
  const mayDecide = useCan('pay-records.decide');
  const everyKind = useCan('salaries.write');
  const mayWrite = useCan('pay-records.write') && (everyKind || PAY_RECORD_SHAPES[row.kind].byUnit);
  const [asked, setAsked] = useState<'refuse' | 'revoke' | null>(null);
  const decide = useDecideRecord();
  const end = useEndRecord();
  const error = <ErrorNotice error={decide.error ?? end.error} onReload={() => { decide.reset(); end.reset(); }} />;
  if (asked) {
    return (
      <Stack gap="xs">
        <ConfirmReason
          label={t('records.why')} confirm={t(`records.${asked}`)} min={PAY_RECORD_LIMITS.reason.min} max={PAY_RECORD_LIMITS.reason.max} busy={decide.isPending || end.isPending} danger
          onCancel={() => setAsked(null)}
          onConfirm={(reason) => {
            const done = { onSuccess: () => { announce(t(`records.${asked}d`)); setAsked(null); } };
            if (asked === 'refuse') decide.mutate({ id: row.id, version: row.version, body: { decision: 'refuse', reason } }, done);
            else end.mutate({ id: row.id, version: row.version, body: { to: null, reason } }, done);
          }}
        />
        {error}
      </Stack>
    );
  }
  return (
    <Stack gap={4}>
      <Group gap={4}>
        {row.status === 'waiting' && mayDecide ? (
          <>
            <Button size="compact-sm" h={36} loading={decide.isPending} aria-label={t('records.agreeLabel', { name: row.name })} onClick={() => decide.mutate({ id: row.id, version: row.version, body: { decision: 'agree', reason: null } }, { onSuccess: () => announce(t('records.agreed')) })}>
              {t('records.agree')}
            </Button>
            <Button size="compact-sm" h={36} variant="default" aria-label={t('records.refuseLabel', { name: row.name })} onClick={() => setAsked('refuse')}>
              {t('records.refuse')}
            </Button>
          </>
        ) : null}
        {['waiting', 'in-force'].includes(row.status) && mayWrite ? (
          <Button size="compact-sm" h={36} variant="default" aria-label={t('records.revokeLabel', { name: row.name })} onClick={() => setAsked('revoke')}>
            {t('records.revoke')}
          </Button>
        ) : null}
      </Group>
      <RecordPaper row={row} mayWrite={mayWrite} />
      {error}
    </Stack>
  );
}

function daysOf({ from, to, kind }: PayRecord, t: TFunction): string {
  if (PAY_RECORD_SHAPES[kind].span === 'day' || from === to) return formatDate(from);
  return to ? `${formatDate(from)} – ${formatDate(to)}` : t('pay-records:records.since', { date: formatDate(from) });
}

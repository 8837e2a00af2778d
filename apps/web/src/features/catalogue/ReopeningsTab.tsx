import type { Reopening } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { reopenDays, reopenings, revokeReopening, UNIT_WORK } from './queries';

/** Days opened again after their window: for whom, until when, why, by whom; and the form for a new one. */
export function ReopeningsTab({ skpdId }: { skpdId: Uuid }) {
  const { t } = useTranslation(['catalogue', 'shell']);
  const client = useQueryClient();
  const may = useCan('activities.reopen');
  const query = useInfiniteQuery(reopenings(skpdId));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const revoke = useMutation({ mutationFn: revokeReopening, onSuccess: () => client.invalidateQueries({ queryKey: UNIT_WORK }) });
  const columns: Column<Reopening>[] = [
    { key: 'who', title: t('reopen.who'), heading: true, cell: ({ personName }) => personName },
    { key: 'days', title: t('reopen.days'), cell: ({ from, to }) => (from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`) },
    { key: 'until', title: t('reopen.until'), cell: ({ until }) => formatDate(until) },
    { key: 'reason', title: t('reopen.reason'), cell: ({ reason }) => reason },
    { key: 'by', title: t('reopen.by'), cell: ({ grantedBy, grantedAt }) => `${grantedBy}, ${formatInstant(grantedAt)}` },
    { key: 'state', title: t('shell:actions'), cell: (row) => row.revokedAt ? t('reopen.revoked') : may ? (
        <Button size="compact-sm" h={36} variant="default" onClick={() => revoke.mutate(row.id)} aria-label={`${t('reopen.revoke')} ${row.personName}`}>
          {t('reopen.revoke')}
        </Button>
      ) : t('reopen.open') },
  ];
  return (
    <Stack>
      {may ? <ReopenForm /> : null}
      <ErrorNotice error={revoke.error} />
      <Loaded query={query} rows={3}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={IconCalendarOff} title={t('reopen.none')} text={t('reopen.noneText')} />
          ) : (
            <ResponsiveTable caption={t('tab.dibuka')} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

function ReopenForm() {
  const { t } = useTranslation(['catalogue', 'shell']);
  const { today } = useProfile();
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [values, setValues] = useState({ employmentId: '', from: '', to: '', until: today, reason: '' });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const people = useQuery({
    queryKey: ['employees', 'search', search],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q: search, limit: 20 }, signal }),
    enabled: search.length >= 2,
  });
  const grant = useMutation({
    mutationFn: reopenDays,
    onSuccess: () => {
      announce(t('reopen.done'));
      setValues({ employmentId: '', from: '', to: '', until: today, reason: '' });
      return client.invalidateQueries({ queryKey: UNIT_WORK });
    },
  });
  const complete = values.employmentId && values.from && values.until && values.reason.trim().length >= 5;
  return (
    <Section title={t('reopen.title')} note={t('reopen.note')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          grant.mutate({ ...values, to: values.to || values.from, reason: values.reason.trim() });
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('reopen.who')}
            placeholder={t('reopen.typeName')}
            searchable
            nothingFoundMessage={search.length < 2 ? t('reopen.typeName') : t('reopen.nobody')}
            data={(people.data?.items ?? []).map(({ employmentId, name, nip }) => ({ value: employmentId, label: [name, nip].filter(Boolean).join(' · ') }))}
            onSearchChange={setSearch}
            filter={({ options }) => options}
            value={values.employmentId || null}
            onChange={(value) => set({ employmentId: value ?? '' })}
          />
          <Group grow>
            <TextInput type="date" label={t('reopen.from')} max={today} value={values.from} onChange={(event) => set({ from: event.currentTarget.value })} />
            <TextInput type="date" label={t('reopen.to')} max={today} value={values.to} onChange={(event) => set({ to: event.currentTarget.value })} />
            <TextInput type="date" label={t('reopen.until')} min={today} value={values.until} onChange={(event) => set({ until: event.currentTarget.value })} />
          </Group>
          <Textarea label={t('reopen.reason')} value={values.reason} onChange={(event) => set({ reason: event.currentTarget.value })} autosize />
          <ErrorNotice error={grant.error} />
          <Group>
            <Button type="submit" loading={grant.isPending} disabled={!complete}>
              {t('reopen.grant')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

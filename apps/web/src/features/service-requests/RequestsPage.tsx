import { REQUEST_STATUSES, type RequestForm, type RequestItem } from '@ekinerja/contracts/service-requests';
import { Anchor, Badge, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconMailbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { SearchField } from '../../ui/SearchField';
import { Section } from '../../ui/Section';
import { TabParts } from '../../ui/TabParts';
import { AgendaBook } from './AgendaBook';
import { FileForm } from './FileForm';
import { requestForm, requestList, requestQueue } from './queries';

/** The service desk: file a request, see where each is, what waits at the agency, and its agenda books. */
export default function RequestsPage() {
  const { t } = useTranslation('service-requests');
  const form = useQuery(requestForm);
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Loaded query={form} shape="form">
        {(known) => (known.kinds.length === 0 ? <EmptyState icon={IconMailbox} title={t('noDesk')} text={t('noDeskText')} /> : <Desk form={known} />)}
      </Loaded>
    </>
  );
}

function Desk({ form }: { form: RequestForm }) {
  const { t } = useTranslation('service-requests');
  const desk = useCan('service-requests.desk');
  if (!desk) {
    return (
      <Stack>
        <FileForm kinds={form.kinds} />
        <Requests form={form} desk={false} />
      </Stack>
    );
  }
  return (
    <TabParts
      label={t('title')}
      parts={[
        {
          value: 'berkas', title: t('tab.files'),
          content: (
            <Stack>
              <Queue />
              <Requests form={form} desk />
            </Stack>
          ),
        },
        { value: 'agenda', title: t('agenda.title'), content: <AgendaBook kinds={form.kinds} /> },
        { value: 'ajukan', title: t('file.title'), content: <FileForm kinds={form.kinds} /> },
      ]}
    />
  );
}

function Requests({ form, desk }: { form: RequestForm; desk: boolean }) {
  const { t } = useTranslation('service-requests');
  const [status, setStatus] = useFilter('keadaan');
  const [kind, setKind] = useFilter('jenis');
  const [step, setStep] = useFilter('langkah');
  const [mine, setMine] = useFilter('saya');
  const [reported, setReported] = useFilter('laporan');
  const [typed, setTyped, q] = useSearchFilter();
  const steps = new Map(form.kinds.flatMap((one) => one.steps.map(({ code, name }) => [code, name] as const)));
  const filter = { ...(status ? { status } : {}), ...(kind ? { kind } : {}), ...(step ? { step } : {}), ...(mine ? { mine: 'true' } : {}), ...(reported ? { reported: 'true' } : {}), ...(q ? { q } : {}) };
  const query = useInfiniteQuery(requestList(filter));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('list')}>
      <Stack gap="sm">
        <Group gap="xs" align="end">
          <SearchField label={t('search')} value={typed} onChange={setTyped} inRow />
          <NativeSelect
            label={t('kind')} value={kind ?? ''} onChange={(event) => setKind(event.currentTarget.value || null)}
            data={[{ value: '', label: t('all') }, ...form.kinds.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          <NativeSelect
            label={t('statusTitle')} value={status ?? ''} onChange={(event) => setStatus(event.currentTarget.value || null)}
            data={[{ value: '', label: t('all') }, ...REQUEST_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))]}
          />
          {desk ? (
            <NativeSelect
              label={t('where')} value={step ?? ''} onChange={(event) => setStep(event.currentTarget.value || null)}
              data={[{ value: '', label: t('all') }, ...[...steps].map(([value, label]) => ({ value, label }))]}
            />
          ) : null}
          {desk ? (
            <>
              <Checkbox label={t('mineOnly')} mb={12} checked={mine !== null} onChange={(event) => setMine(event.currentTarget.checked ? 'ya' : null)} />
              <Checkbox label={t('reportedOnly')} mb={12} checked={reported !== null} onChange={(event) => setReported(event.currentTarget.checked ? 'ya' : null)} />
            </>
          ) : null}
        </Group>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {items.length > 0 ? <RequestTable items={items} /> : query.isSuccess ? <Text c="dimmed">{t('none')}</Text> : null}
        <LoadMore query={query} />
      </Stack>
    </Section>
  );
}

function RequestTable({ items }: { items: RequestItem[] }) {
  const { t } = useTranslation('service-requests');
  return (
    <ResponsiveTable
      caption={t('list')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number', title: t('number'), heading: true,
          cell: (row) => (
            <Anchor component={Link} to={`/pelayanan/${row.id}`}>
              {row.number}
            </Anchor>
          ),
        },
        { key: 'kind', title: t('kind'), cell: (row) => row.kindName },
        { key: 'person', title: t('person'), cell: (row) => row.personName },
        {
          key: 'step', title: t('where'),
          cell: (row) => (
            <Badge variant="light" tt="none" size="lg" h="auto" mih={26} color={row.mine ? 'orange' : 'blue'} styles={{ label: { whiteSpace: 'normal' } }}>
              {row.stepName ?? t(`status.${row.status}`)}
              {row.mine ? ` – ${t('yours')}` : ''}
            </Badge>
          ),
        },
        { key: 'since', title: t('since'), cell: (row) => t('days', { count: row.daysHere }) },
        { key: 'agenda', title: t('agenda.number'), cell: (row) => row.agenda.join('; ') || '–' },
        { key: 'archive', title: t('archive'), cell: (row) => row.archivePlace ?? '–' },
      ]}
    />
  );
}

function Queue() {
  const { t } = useTranslation('service-requests');
  const query = useQuery(requestQueue);
  return (
    <Loaded query={query} shape="list">
      {({ steps }) => (
        <Section title={t('queue.title')}>
          {steps.some(({ waiting }) => waiting > 0) ? (
            <ResponsiveTable
              caption={t('queue.title')}
              rows={steps.filter(({ waiting }) => waiting > 0)}
              rowKey={(row) => row.code}
              columns={[
                {
                  key: 'step', title: t('queue.step'), heading: true,
                  cell: (row) => (
                    <Anchor component={Link} to={`/pelayanan?langkah=${row.code}`}>
                      {row.name}
                    </Anchor>
                  ),
                },
                { key: 'by', title: t('queue.by'), cell: (row) => t(`by.${row.by}`) },
                { key: 'waiting', title: t('queue.waiting'), align: 'right', cell: (row) => row.waiting },
                { key: 'oldest', title: t('queue.oldest'), align: 'right', cell: (row) => t('days', { count: row.oldestDays ?? 0 }) },
              ]}
            />
          ) : (
            <Text c="dimmed">{t('queue.none')}</Text>
          )}
        </Section>
      )}
    </Loaded>
  );
}

import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconMailbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { FileForm } from './FileForm';
import { requestForm, requestList, requestQueue } from './queries';

/** The service desk: file a request, see where each is, and what waits at the agency. */
export default function RequestsPage() {
  const { t } = useTranslation('service-requests');
  const desk = useCan('service-requests.desk');
  const form = useQuery(requestForm);
  const query = useInfiniteQuery(requestList);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Stack>
        <Loaded query={form} shape="form">
          {(known) =>
            known.kinds.length === 0 ? <EmptyState icon={IconMailbox} title={t('noDesk')} text={t('noDeskText')} /> : <FileForm kinds={known.kinds} />
          }
        </Loaded>
        {desk && form.data && form.data.steps.length > 0 ? <Queue /> : null}
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        {items.length > 0 ? (
          <Section title={t('list')}>
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
                    <Badge variant="light" tt="none" size="lg" color={row.mine ? 'orange' : 'blue'}>
                      {row.stepName ?? t(`status.${row.status}`)}
                    </Badge>
                  ),
                },
                { key: 'since', title: t('since'), cell: (row) => t('days', { count: row.daysHere }) },
              ]}
            />
          </Section>
        ) : query.isSuccess && form.data && form.data.kinds.length > 0 ? (
          <Text c="dimmed">{t('none')}</Text>
        ) : null}
        <LoadMore query={query} />
      </Stack>
    </>
  );
}

function Queue() {
  const { t } = useTranslation('service-requests');
  const query = useQuery(requestQueue);
  return (
    <Loaded query={query} shape="list">
      {({ steps }) => (
        <Section title={t('queue.title')}>
          <ResponsiveTable
            caption={t('queue.title')}
            rows={steps.filter(({ waiting }) => waiting > 0)}
            rowKey={(row) => row.code}
            columns={[
              { key: 'step', title: t('queue.step'), heading: true, cell: (row) => row.name },
              { key: 'by', title: t('queue.by'), cell: (row) => t(`by.${row.by}`) },
              { key: 'waiting', title: t('queue.waiting'), align: 'right', cell: (row) => row.waiting },
              { key: 'oldest', title: t('queue.oldest'), align: 'right', cell: (row) => t('days', { count: row.oldestDays ?? 0 }) },
            ]}
          />
        </Section>
      )}
    </Loaded>
  );
}

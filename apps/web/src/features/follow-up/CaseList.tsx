import { Anchor, Badge, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { Candidates } from './Candidates';
import { caseList } from './queries';

/** Cases on record, and whom the regulation lets one be opened for. */
export function CaseList() {
  const { t } = useTranslation('follow-up');
  const manages = useCan('follow-up.manage');
  const query = useInfiniteQuery(caseList());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const decides = useCan('follow-up.decide');
  return (
    <Stack>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {manages || decides ? <Candidates /> : null}
      {items.length === 0 && query.isSuccess ? (
        <EmptyState icon={IconGavel} title={t('cases.none')} text={t('cases.noneText')} />
      ) : items.length > 0 ? (
        <ResponsiveTable
          caption={t('tab.perkara')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name', title: t('cases.name'), heading: true,
              cell: (row) => (
                <Anchor component={Link} to={`/tindak-lanjut/${row.id}`}>
                  {row.personName}
                </Anchor>
              ),
            },
            { key: 'kind', title: t('cases.kind'), cell: (row) => t(`kind.${row.kind}`) },
            {
              key: 'status', title: t('cases.status'),
              cell: (row) => (
                <Group gap={6}>
                  <Badge variant="light" tt="none" size="lg">
                    {t(`status.${row.status}`)}
                  </Badge>
                  {row.overdue ? <StatusBadge status="overdue" /> : row.dueSoon ? <StatusBadge status="warning" word={t('cases.soon')} /> : null}
                </Group>
              ),
            },
            { key: 'due', title: t('cases.due'), cell: (row) => (row.dueOn ? formatDate(row.dueOn) : '–') },
          ]}
        />
      ) : null}
      <LoadMore query={query} />
    </Stack>
  );
}

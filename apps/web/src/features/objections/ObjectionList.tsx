import type { ObjectionItem } from '@ekinerja/contracts/objections';
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDeadline, formatInstant, formatMonth } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { LOOK, statusOf } from './case-status';

interface ObjectionListProps {
  items: readonly ObjectionItem[];
  empty: string;
  emptyText: string;
}

export function ObjectionList({ items, empty, emptyText }: ObjectionListProps) {
  const { t } = useTranslation(['objections', 'shell']);
  if (items.length === 0) return <EmptyState icon={IconScale} title={empty} text={emptyText} />;
  return (
    <ResponsiveTable
      caption={t('title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          title: t('column.person'),
          heading: true,
          cell: (row) => (
            <Group gap={6}>
              <Anchor component={Link} to={`/keberatan/${row.id}`} fw={600}>
                {row.personName}
              </Anchor>
              {row.news ? <Badge variant="filled">{t('news')}</Badge> : null}
            </Group>
          ),
        },
        { key: 'of', title: t('column.of'), cell: (row) => t(`of.${row.kind}`, { month: formatMonth(row.month), year: row.month.slice(0, 4) }) },
        {
          key: 'result',
          title: t('column.result'),
          cell: (row) => (
            <Text size="sm">
              {t(`shell:status.${row.predicateBefore}`)}
              {row.outcome === 'change' && row.predicateAfter ? ` → ${t(`shell:status.${row.predicateAfter}`)}` : ''}
            </Text>
          ),
        },
        { key: 'part', title: t('column.part'), cell: (row) => t(`part.${row.part}`) },
        { key: 'filed', title: t('column.filed'), cell: (row) => formatInstant(row.filedAt) },
        {
          key: 'due',
          title: t('column.due'),
          cell: (row) =>
            row.status !== 'filed' ? '–' : row.decideDueAt ? formatDeadline(row.decideDueAt) : t('noLimit'),
        },
        {
          key: 'status',
          title: t('column.status'),
          cell: (row) => <StatusBadge status={row.overdue ? 'overdue' : LOOK[statusOf(row)]} word={row.overdue ? t('shell:status.overdue') : t(`status.${statusOf(row)}`)} />,
        },
      ]}
    />
  );
}


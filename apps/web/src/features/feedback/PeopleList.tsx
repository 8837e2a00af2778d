import type { FeedbackPerson } from '@ekinerja/contracts/feedback';
import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { StatusBadge } from '../../ui/StatusBadge';
import { feedbackPeople } from './queries';

/** Whom I may give feedback to: my people with what is due, my peers, my superior. */
export function PeopleList() {
  const { t } = useTranslation('feedback');
  const query = useQuery(feedbackPeople);
  return (
    <Loaded query={query} shape="list">
      {(people) =>
        people.length === 0 ? (
          <EmptyState icon={IconUsers} title={t('people.none')} text={t('people.noneText')} />
        ) : (
          <ResponsiveTable
            caption={t('tab.rekan')}
            rows={people}
            rowKey={(row) => row.employmentId}
            columns={[
              {
                key: 'name',
                title: t('people.name'),
                heading: true,
                cell: (row) => (
                  <Anchor component={Link} to={`/umpan-balik/${row.employmentId}`}>
                    {row.name}
                  </Anchor>
                ),
              },
              { key: 'post', title: t('people.post'), cell: (row) => row.postName ?? '–' },
              { key: 'as', title: t('people.as'), cell: (row) => t(`as.${row.as}`) },
              { key: 'due', title: t('people.due'), cell: (row) => <Due person={row} /> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function Due({ person: { due, every } }: { person: FeedbackPerson }) {
  const { t } = useTranslation('feedback');
  if (!due || !every) return <Text c="dimmed">–</Text>;
  return (
    <Group gap={6}>
      {due.late ? <StatusBadge status="late" /> : null}
      {due.missed ? <Text size="sm">{t('people.missed', { count: due.missedCount, from: formatDate(due.missed.from), to: formatDate(due.missed.to) })}</Text> : null}
      <Text size="sm">{due.given ? t('people.given', { every: t(`every.${every}`) }) : t('people.until', { date: formatDate(due.dueOn), every: t(`every.${every}`) })}</Text>
    </Group>
  );
}

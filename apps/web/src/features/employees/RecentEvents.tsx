import { Anchor, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatInstant } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { recentEvents } from './queries';

/** What was recorded last, over everybody. */
export function RecentEvents() {
  const { t } = useTranslation('employees');
  const query = useInfiniteQuery(recentEvents);
  return (
    <Loaded query={query} rows={6}>
      {(events) =>
        events.length === 0 ? (
          <EmptyState icon={IconHistory} title={t('events.noneAtAll')} text={t('events.noneAtAllText')} />
        ) : (
          <>
            <ResponsiveTable
              caption={t('events.recent')}
              rows={events}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t('name'),
                  heading: true,
                  cell: (event) => (
                    <>
                      <Anchor component={Link} to={`/pegawai/${event.employmentId}?bagian=peristiwa`}>
                        {event.personName}
                      </Anchor>
                      <Text size="sm" c="dimmed" fw={400}>
                        {event.nip ?? t('noNip')}
                      </Text>
                    </>
                  ),
                },
                { key: 'kind', title: t('events.kindTitle'), cell: (event) => `${t(`events.kind.${event.kind}`)}${event.withdrawn ? ` (${t('events.withdraw.state')})` : ''}` },
                { key: 'day', title: t('events.effectiveOn'), cell: (event) => formatDate(event.effectiveOn) },
                { key: 'decree', title: t('events.decree'), cell: (event) => event.decreeNumber },
                { key: 'at', title: t('events.recordedAt'), cell: (event) => formatInstant(event.recordedAt) },
              ]}
            />
            <LoadMore query={query} />
          </>
        )
      }
    </Loaded>
  );
}

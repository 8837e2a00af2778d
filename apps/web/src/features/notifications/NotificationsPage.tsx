import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatInstant, formatMonth } from '../../lib/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { Loading } from '../../ui/Loading';
import { PageTitle } from '../../ui/PageTitle';
import { SettingsForm } from './SettingsForm';
import { notificationList, useRead } from './queries';

/** Everything I was told, the newest first, and how I want to be told. */
export default function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const query = useInfiniteQuery(notificationList);
  const read = useRead();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        {items.some(({ readAt }) => readAt === null) ? (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate(null)}>
            {t('readAll')}
          </Button>
        ) : null}
      </PageTitle>
      <Stack>
        <ErrorNotice error={query.error ?? read.error} onRetry={() => void query.refetch()} />
        {query.isPending ? <Loading shape="list" /> : null}
        {items.length === 0 && query.isSuccess ? <EmptyState icon={IconBell} title={t('empty')} text={t('emptyText')} /> : null}
        {items.map((item) => (
          <Notice key={item.id} item={item} onOpen={() => (item.readAt === null ? read.mutate(item.id) : undefined)} />
        ))}
        <LoadMore query={query} />
        <SettingsForm />
      </Stack>
    </>
  );
}

function Notice({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const params = Object.fromEntries(
    Object.entries(item.params).map(([name, value]) => {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return [name, formatDate(value)];
      if (typeof value === 'string' && /^\d{4}-\d\d$/.test(value)) return [name, formatMonth(value)];
      return [name, value];
    }),
  );
  return (
    <Card component="article" withBorder>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          <Anchor component={Link} to={item.path} onClick={onOpen} fw={item.readAt === null ? 700 : 400}>
            {t(`topic.${item.topic}`, params)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {formatInstant(item.at)}
          </Text>
        </div>
        {item.readAt === null ? (
          <Text size="sm" fw={600} c="var(--mantine-primary-color-text)">
            {t('new')}
          </Text>
        ) : null}
      </Group>
    </Card>
  );
}

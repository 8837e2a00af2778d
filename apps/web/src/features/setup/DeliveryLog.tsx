import type { Webhook, WebhookDelivery } from '@ekinerja/contracts/webhooks';
import { Badge, Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { deliveries, useRedeliver } from './webhook-queries';

const COLOR = { waiting: 'yellow', delivered: 'green', failed: 'red' } as const;

/** Every message to one receiver: attempts, what it answered, when it is tried again. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('setup');
  const query = useInfiniteQuery(deliveries(webhook.id));
  const redeliver = useRedeliver(webhook.id);
  const state = (row: WebhookDelivery) => (
    <>
      <Badge variant="light" color={COLOR[row.status]} tt="none">
        {t(`webhooks.state.${row.status}`)}
      </Badge>
      {row.nextAttemptAt && row.attempts > 0 ? (
        <Text size="sm" c="dimmed">
          {t('webhooks.next', { at: formatInstant(row.nextAttemptAt) })}
        </Text>
      ) : null}
    </>
  );
  return (
    <Stack gap="sm">
      <ErrorNotice error={redeliver.error} />
      <Loaded query={query} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('webhooks.logEmpty')}</Text>
          ) : (
            <>
              <ResponsiveTable
                caption={t('webhooks.log')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'event', title: t('webhooks.event'), heading: true, cell: (row) => t(`webhooks.eventName.${row.event.replace('.', '-')}`) },
                  { key: 'at', title: t('webhooks.at'), cell: (row) => formatInstant(row.occurredAt) },
                  { key: 'status', title: t('webhooks.status'), cell: state },
                  { key: 'attempts', title: t('webhooks.attempts'), align: 'right', cell: (row) => formatNumber(row.attempts) },
                  { key: 'answer', title: t('webhooks.answer'), cell: (row) => <span style={{ overflowWrap: 'anywhere' }}>{row.lastAnswer ?? '–'}</span> },
                  {
                    key: 'again',
                    title: t('webhooks.again'),
                    cell: (row) =>
                      row.status === 'waiting' || webhook.endedAt ? (
                        '–'
                      ) : (
                        <Button variant="default" size="xs" h={36} onClick={() => redeliver.mutate(row.id, { onSuccess: () => announce(t('webhooks.againDone')) })}>
                          {t('webhooks.again')}
                        </Button>
                      ),
                  },
                ]}
              />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

import type { Webhook } from '@ekinerja/contracts/webhooks';
import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { DeliveryLog } from './DeliveryLog';
import { ShownOnce } from './ShownOnce';
import { useEndWebhook, useRenewSecret, useTestWebhook, webhooks } from './webhook-queries';
import { WebhookForm } from './WebhookForm';

/** Addresses that are told as things happen: registered, tried, with their log. */
export function WebhooksPanel() {
  const { t } = useTranslation('setup');
  const query = useQuery(webhooks);
  const [shown, setShown] = useState<{ name: string; secret: string } | null>(null);
  return (
    <Stack>
      {shown ? (
        <ShownOnce title={t('webhooks.secretTitle', { name: shown.name })} note={t('webhooks.secretNote')} copyLabel={t('webhooks.copy')} value={shown.secret} onKept={() => setShown(null)} />
      ) : null}
      <WebhookForm onMade={setShown} />
      <Section title={t('webhooks.list')}>
        <Loaded query={query} rows={3}>
          {(all) =>
            all.length === 0 ? (
              <Text c="dimmed">{t('webhooks.empty')}</Text>
            ) : (
              <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
                {all.map((one) => (
                  <li key={one.id}>
                    <One webhook={one} onSecret={(secret) => setShown({ name: one.name, secret })} />
                  </li>
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Section>
    </Stack>
  );
}

function One({ webhook, onSecret }: { webhook: Webhook; onSecret: (secret: string) => void }) {
  const { t } = useTranslation('setup');
  const { id, name, url, events, endedAt, createdAt, createdBy, delivered, waiting, failed } = webhook;
  const [ending, setEnding] = useState(false);
  const [logged, setLogged] = useState(false);
  const test = useTestWebhook();
  const renew = useRenewSecret();
  const end = useEndWebhook();
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        {endedAt ? (
          <Badge variant="light" color="gray" tt="none">
            {t('webhooks.ended')}
          </Badge>
        ) : null}
        {events.map((one) => (
          <Badge key={one} variant="light" tt="none">
            {t(`webhooks.eventName.${one.replace('.', '-')}`)}
          </Badge>
        ))}
      </Group>
      <Code style={{ overflowWrap: 'anywhere' }}>{url}</Code>
      <Text size="sm" c="dimmed">
        {t('webhooks.by', { name: createdBy, at: formatInstant(createdAt) })} {t('webhooks.week', { delivered: formatNumber(delivered), waiting: formatNumber(waiting), failed: formatNumber(failed) })}
      </Text>
      <ErrorNotice error={test.error ?? renew.error ?? end.error} />
      {ending ? (
        <ConfirmReason
          label={t('webhooks.endReason', { name })}
          confirm={t('webhooks.endNow')}
          min={5}
          max={300}
          danger
          busy={end.isPending}
          onCancel={() => setEnding(false)}
          onConfirm={(reason) => end.mutate({ id, reason }, { onSuccess: () => announce(t('webhooks.endedDone', { name })) })}
        />
      ) : (
        <Group gap="xs">
          <Button variant="default" size="xs" h={36} aria-expanded={logged} onClick={() => setLogged(!logged)}>
            {t(logged ? 'webhooks.hideLog' : 'webhooks.log')}
          </Button>
          {endedAt ? null : (
            <>
              <Button variant="default" size="xs" h={36} loading={test.isPending} onClick={() => test.mutate(id, { onSuccess: () => announce(t('webhooks.tried', { name })) })}>
                {t('webhooks.try')}
              </Button>
              <Button variant="default" size="xs" h={36} loading={renew.isPending} onClick={() => renew.mutate(id, { onSuccess: ({ secret }) => onSecret(secret) })}>
                {t('webhooks.renew')}
              </Button>
              <Button variant="default" size="xs" h={36} onClick={() => setEnding(true)}>
                {t('webhooks.end')}
              </Button>
            </>
          )}
        </Group>
      )}
      {logged ? <DeliveryLog webhook={webhook} /> : null}
    </Stack>
  );
}

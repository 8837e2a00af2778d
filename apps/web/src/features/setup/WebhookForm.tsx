import { WEBHOOK_EVENTS, WEBHOOK_LIMITS, type WebhookEvent } from '@ekinerja/contracts/webhooks';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../ui/error-words';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useCreateWebhook } from './webhook-queries';

export function WebhookForm({ onMade }: { onMade: (made: { name: string; secret: string }) => void }) {
  const { t } = useTranslation('setup');
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<WebhookEvent[]>([]);
  const mutation = useCreateWebhook();
  const errors = fieldErrors(mutation.error, t);
  const complete = name.trim().length >= WEBHOOK_LIMITS.name.min && url.trim() !== '' && events.length > 0;
  return (
    <Section title={t('webhooks.new')} note={t('webhooks.newNote')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!complete) return;
          mutation.mutate(
            { name: name.trim(), url: url.trim(), events },
            {
              onSuccess: ({ webhook, secret }) => {
                onMade({ name: webhook.name, secret });
                setName('');
                setUrl('');
                setEvents([]);
              },
            },
          );
        }}
      >
        <Stack gap="sm" maw={640}>
          <TextInput label={t('webhooks.name')} required maxLength={WEBHOOK_LIMITS.name.max} error={errors.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('webhooks.url')} description={t('webhooks.urlHint')} type="url" required maxLength={WEBHOOK_LIMITS.url} error={errors.url} value={url} onChange={(event) => setUrl(event.currentTarget.value)} />
          <Checkbox.Group label={t('webhooks.events')} value={events} onChange={(value) => setEvents(value as WebhookEvent[])}>
            <Stack gap="xs" mt="xs">
              {WEBHOOK_EVENTS.map((one) => (
                <Checkbox key={one} value={one} label={t(`webhooks.eventName.${one.replace('.', '-')}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <ErrorNotice error={mutation.error} />
          <Group>
            <Button type="submit" disabled={!complete} loading={mutation.isPending}>
              {t('webhooks.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

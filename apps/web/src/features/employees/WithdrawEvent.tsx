import { EMPLOYMENT_EVENT_LIMITS, type EmploymentEvent, type EventPreview } from '@ekinerja/contracts/employment-events';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent, send } from '../../lib/api';
import { announce } from '../../ui/Announcements';
import { EffectList } from '../../ui/EffectList';
import { ErrorNotice } from '../../ui/ErrorNotice';

/** Recorded by mistake: first what taking it back does, line by line, then the same once more to be done. */
export function WithdrawEvent({ event }: { event: EmploymentEvent }) {
  const { t } = useTranslation('employees');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const intent = useRef(newIntent());
  const path = `/employees/${event.employmentId}/events/${event.id}/withdrawal`;
  const body = { reason: reason.trim() };
  const preview = useMutation({ mutationFn: () => send<EventPreview>('POST', `${path}/preview`, { body }) });
  const save = useMutation({
    mutationFn: () => send<EmploymentEvent>('POST', path, { body, idempotencyKey: intent.current }),
    onSuccess: () => {
      for (const queryKey of [['employees'], ['organisation']]) void client.invalidateQueries({ queryKey });
      announce(t('events.withdraw.done'));
    },
  });
  if (!open) {
    return (
      <Button variant="subtle" size="sm" h={36} onClick={() => setOpen(true)}>
        {t('events.withdraw.open')}
      </Button>
    );
  }
  return (
    <form
      noValidate
      style={{ width: '100%' }}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        preview.mutate();
      }}
    >
      <Stack gap="sm" mt="sm" maw={640}>
        <Text size="sm">{t('events.withdraw.note')}</Text>
        <TextInput
          label={t('events.withdraw.reason')}
          required
          maxLength={EMPLOYMENT_EVENT_LIMITS.reason}
          value={reason}
          onChange={(typed) => {
            setReason(typed.currentTarget.value);
            preview.reset();
            save.reset();
            intent.current = newIntent();
          }}
        />
        <ErrorNotice error={preview.error} />
        {preview.data ? (
          <>
            <EffectList effects={preview.data.effects} />
            <ErrorNotice error={save.error} onRetry={() => save.mutate()} />
          </>
        ) : null}
        <Group>
          {preview.data ? (
            <Button color="red" loading={save.isPending} onClick={() => save.mutate()}>
              {t('events.withdraw.save')}
            </Button>
          ) : (
            <Button type="submit" disabled={body.reason.length < EMPLOYMENT_EVENT_LIMITS.reasonFrom} loading={preview.isPending}>
              {t('events.preview')}
            </Button>
          )}
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('events.withdraw.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { STAFFING_LIMITS, type StaffingAction, type StaffingUpdate } from '@ekinerja/contracts/staffing-records';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useStep } from './queries';

const { min, max } = STAFFING_LIMITS.reason;
type Choice = Exclude<StaffingAction, 'verify'> | 'accurate' | 'inaccurate';

/** The next step, with the words that go on record. */
export function UpdateActions({ update }: { update: StaffingUpdate }) {
  const { t } = useTranslation('staffing');
  const [choice, setChoice] = useState<Choice | null>(null);
  const mutation = useStep(update);
  const choices = update.actions.flatMap<Choice>((action) => (action === 'verify' ? ['accurate', 'inaccurate'] : [action]));
  if (choices.length === 0) return null;
  const send = (chosen: Choice, note?: string) => {
    const verifies = chosen === 'accurate' || chosen === 'inaccurate';
    const action = verifies ? 'verify' : chosen;
    const body = note === undefined ? undefined : verifies ? { accurate: chosen === 'accurate', note } : { note };
    mutation.mutate(body ? { action, body } : { action }, {
      onSuccess: () => {
        setChoice(null);
        announce(t(`done.${chosen}`));
      },
    });
  };
  const needsNote = (one: Choice) => one !== 'synchronise' && one !== 'withdraw';
  return (
    <Stack gap="xs">
      <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
      {choice ? (
        <ConfirmReason
          label={t(`ask.${choice}`)}
          confirm={t(`do.${choice}`)}
          min={min}
          max={max}
          danger={choice === 'reject' || choice === 'inaccurate'}
          busy={mutation.isPending}
          onCancel={() => setChoice(null)}
          onConfirm={(note) => send(choice, note)}
        />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('update.next')}
          </Text>
          <Group gap="xs">
            {choices.map((one, index) => (
              <Button
                key={one}
                size="sm"
                variant={index === 0 ? 'filled' : 'default'}
                loading={mutation.isPending && !needsNote(one)}
                onClick={() => (needsNote(one) ? setChoice(one) : send(one))}
              >
                {t(`do.${one}`)}
              </Button>
            ))}
          </Group>
        </>
      )}
    </Stack>
  );
}

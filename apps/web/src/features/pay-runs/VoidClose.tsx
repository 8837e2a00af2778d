import { PAY_RUN_LIMITS, type PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useVoid } from './queries';

/** A closed month that is not with the treasurer yet: one person proposes to take it back, another agrees. */
export function VoidClose({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const may = useCan('pay-runs.void');
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const mutation = useVoid(unit);
  if (unit.status === 'void') {
    return (
      <Alert color="red" title={t('void.isVoid')}>
        {t('void.isVoidText')}
      </Alert>
    );
  }
  if (!may || unit.status !== 'closed' || unit.handedOverAt) return null;
  const { voidAsked } = unit;
  return (
    <Section title={t('void.title')} note={t('void.note')}>
      <Stack gap="xs">
        {voidAsked ? (
          <>
            <Text>{t('void.asked', { by: voidAsked.by, reason: voidAsked.reason })}</Text>
            <Text size="sm" c="dimmed">
              {t('void.second')}
            </Text>
            <Group gap="xs">
              <Button
                color="red"
                loading={mutation.isPending}
                onClick={() =>
                  mutation.mutate({ step: 'agree' }, { onSuccess: (next) => { announce(t('void.agreedDone')); void navigate(`/tpp/${next.runId}/${next.skpdId}`); } })
                }
              >
                {t('void.agree')}
              </Button>
              <Button variant="default" onClick={() => mutation.mutate({ step: 'withdraw' }, { onSuccess: () => announce(t('void.withdrawn')) })}>
                {t('void.withdraw')}
              </Button>
            </Group>
          </>
        ) : asked ? (
          <ConfirmReason
            label={t('void.reason')} confirm={t('void.confirm')} min={PAY_RUN_LIMITS.reason.min} max={PAY_RUN_LIMITS.reason.max} busy={mutation.isPending} danger
            onConfirm={(reason) => mutation.mutate({ step: 'ask', reason }, { onSuccess: () => { announce(t('void.askedDone')); setAsked(false); } })}
            onCancel={() => setAsked(false)}
          />
        ) : (
          <Group>
            <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setAsked(true)}>
              {t('void.ask')}
            </Button>
          </Group>
        )}
        <ErrorNotice error={mutation.error} onReload={() => mutation.reset()} />
      </Stack>
    </Section>
  );
}

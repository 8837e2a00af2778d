import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { isProblem } from '../../lib/problem';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { CheckedSteps } from './CheckedSteps';
import { ClosedNotice } from './ClosedNotice';
import { Refusal } from './Refusal';
import { useUnitStep, type UnitStep } from './queries';

interface UnitStepsProps {
  unit: PayRunUnitView;
  /** How many blockers stand open. */
  blockers: number;
  reload: () => Promise<unknown>;
}

/** Check, sign, reopen, close: what the state allows and the person may do. */
export function UnitSteps({ unit, blockers, reload }: UnitStepsProps) {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const mayCheck = useCan('pay-runs.check');
  const [asked, setAsked] = useState(false);
  const [justClosed, setJustClosed] = useState(false);
  const mutation = useUnitStep(unit);
  const closable = today >= unit.closableFrom;

  const go = (step: UnitStep, reason?: string) =>
    mutation.mutate(
      { step, version: unit.version, ...(reason === undefined ? {} : { reason }) },
      {
        onSettled: () => setAsked(false),
        onSuccess: () => {
          setJustClosed(step === 'close');
          announce(t(`done.${step}`, { name: unit.skpdName }));
        },
      },
    );
  const busy = (step: UnitStep) => mutation.isPending && mutation.variables.step === step;
  const refusal = (
    <Refusal
      error={mutation.error}
      month={unit.month}
      closableFrom={unit.closableFrom}
      onRetry={() => mutation.variables && go(mutation.variables.step, mutation.variables.reason)}
      onReload={() => {
        setAsked(false);
        void reload().then(() => mutation.reset());
      }}
    />
  );

  if (unit.status === 'closed') {
    return (
      <>
        {refusal}
        <ClosedNotice unit={unit} fresh={justClosed} />
      </>
    );
  }
  if (unit.status === 'draft') {
    return (
      <Stack gap="xs">
        {unit.returned ? (
          <Alert color="orange" title={t('steps.returnedTitle')}>
            {t('steps.returnedText', { by: unit.returned.by, at: formatInstant(unit.returned.at), reason: unit.returned.reason })}
          </Alert>
        ) : null}
        <Text size="sm">
          {t(blockers > 0 ? 'steps.draftBlocked' : closable ? 'steps.draft' : 'steps.draftEarly', {
            count: blockers,
            date: formatDate(unit.closableFrom),
          })}
        </Text>
        {refusal}
        {mayCheck && !closable ? null : mayCheck ? (
          <Group>
            <Button leftSection={<IconEyeCheck size={18} aria-hidden />} loading={busy('check')} onClick={() => go('check')}>
              {t('steps.check')}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t('steps.checkWho')}
          </Text>
        )}
      </Stack>
    );
  }
  return (
    <CheckedSteps unit={unit} closable={closable} refusal={refusal} moved={isProblem(mutation.error, 'run-not-checked')} busy={busy} go={go} asked={asked} setAsked={setAsked} />
  );
}

import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconEyeCheck, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { isProblem } from '../../lib/problem';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { CloseQuestion } from './CloseQuestion';
import { ClosedNotice } from './ClosedNotice';
import { Refusal } from './Refusal';
import { useUnitStep, type UnitStep } from './queries';

interface UnitStepsProps {
  unit: PayRunUnitView;
  /** How many blockers stand open. */
  blockers: number;
  reload: () => Promise<unknown>;
}

/** Check, reopen, close: what the state allows and the person may do. */
export function UnitSteps({ unit, blockers, reload }: UnitStepsProps) {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const mayCheck = useCan('pay-runs.check');
  const mayClose = useCan('pay-runs.close');
  const [asked, setAsked] = useState(false);
  const [justClosed, setJustClosed] = useState(false);
  const mutation = useUnitStep(unit);
  const closable = today >= unit.closableFrom;

  const go = (step: UnitStep) =>
    mutation.mutate(
      { step, version: unit.version },
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
      onRetry={() => mutation.variables && go(mutation.variables.step)}
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
    <Stack gap="xs">
      <Text size="sm">{t(closable ? 'steps.checked' : 'steps.checkedEarly', { date: formatDate(unit.closableFrom) })}</Text>
      {refusal}
      {asked ? (
        <CloseQuestion unit={unit} busy={busy('close')} onYes={() => go('close')} onNo={() => setAsked(false)} />
      ) : (
        <Group gap="xs">
          {mayClose && closable ? (
            <Button leftSection={<IconLock size={18} aria-hidden />} onClick={() => setAsked(true)}>
              {t('steps.close')}
            </Button>
          ) : null}
          {mayCheck && isProblem(mutation.error, 'run-not-checked') ? (
            <Button variant="light" leftSection={<IconEyeCheck size={18} aria-hidden />} onClick={() => go('check')}>
              {t('steps.checkAgain')}
            </Button>
          ) : null}
          {mayCheck ? (
            <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} loading={busy('reopen')} onClick={() => go('reopen')}>
              {t('steps.reopen')}
            </Button>
          ) : null}
        </Group>
      )}
      {mayClose ? null : (
        <Text size="sm" c="dimmed">
          {t('steps.closeWho')}
        </Text>
      )}
    </Stack>
  );
}

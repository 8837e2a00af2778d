import { PAY_RUN_LIMITS, type PayRunUnitView, type RunStep } from '@ekinerja/contracts/pay-runs';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconEyeCheck, IconLock, IconSend2, IconShieldCheck, IconSignature } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { useCan } from '../../lib/session';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { CloseQuestion } from './CloseQuestion';

interface CheckedStepsProps {
  unit: PayRunUnitView;
  closable: boolean;
  refusal: ReactNode;
  /** The last step was refused since the facts have moved: it is checked again first. */
  moved: boolean;
  busy: (step: RunStep) => boolean;
  go: (step: RunStep, reason?: string) => void;
  asked: boolean;
  setAsked: (asked: boolean) => void;
}

/** After the check: the head signs, the agency checks, the month is closed, or the list goes back. */
export function CheckedSteps({ unit, closable, refusal, moved, busy, go, asked, setAsked }: CheckedStepsProps) {
  const { t } = useTranslation('pay-runs');
  const [returning, setReturning] = useState(false);
  const may = {
    check: useCan('pay-runs.check'), sign: useCan('pay-runs.sign'), verify: useCan('pay-runs.verify'), return: useCan('pay-runs.return'), close: useCan('pay-runs.close'),
  };
  const open = (step: RunStep) => unit.steps.includes(step);
  // A step that the policy asks for leads; one that it leaves open stands beside the close.
  const first = unit.waitsFor === 'headSignature' ? 'sign' : unit.waitsFor === 'agencyCheck' ? 'verify' : 'close';
  if (asked) {
    return (
      <Stack gap="xs">
        {refusal}
        <CloseQuestion unit={unit} busy={busy('close')} onYes={() => go('close')} onNo={() => setAsked(false)} />
      </Stack>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t(stateText(unit, closable), { date: formatDate(unit.closableFrom) })}</Text>
      {refusal}
      {returning ? (
        <ConfirmReason
          label={t('steps.returnReason')} confirm={t('steps.returnConfirm')} min={PAY_RUN_LIMITS.reason.min} max={PAY_RUN_LIMITS.reason.max} busy={busy('return')} danger
          onConfirm={(reason) => go('return', reason)} onCancel={() => setReturning(false)}
        />
      ) : (
        <Group gap="xs">
          {may.close && closable && open('close') ? (
            <Button leftSection={<IconLock size={18} aria-hidden />} onClick={() => setAsked(true)}>
              {t('steps.close')}
            </Button>
          ) : null}
          {may.sign && open('sign') ? (
            <Button variant={first === 'sign' || !may.close ? 'filled' : 'light'} leftSection={<IconSignature size={18} aria-hidden />} loading={busy('sign')} onClick={() => go('sign')}>
              {t('steps.sign')}
            </Button>
          ) : null}
          {may.verify && open('verify') ? (
            <Button variant={first === 'verify' ? 'filled' : 'light'} leftSection={<IconShieldCheck size={18} aria-hidden />} loading={busy('verify')} onClick={() => go('verify')}>
              {t('steps.verify')}
            </Button>
          ) : null}
          {may.check && moved ? (
            <Button variant="light" leftSection={<IconEyeCheck size={18} aria-hidden />} onClick={() => go('check')}>
              {t('steps.checkAgain')}
            </Button>
          ) : null}
          {may.check ? (
            <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} loading={busy('reopen')} onClick={() => go('reopen')}>
              {t('steps.reopen')}
            </Button>
          ) : null}
          {may.return && open('return') ? (
            <Button variant="default" leftSection={<IconSend2 size={18} aria-hidden />} onClick={() => setReturning(true)}>
              {t('steps.return')}
            </Button>
          ) : null}
        </Group>
      )}
      {may.close ? null : (
        <Text size="sm" c="dimmed">
          {t('steps.closeWho')}
        </Text>
      )}
    </Stack>
  );
}

function stateText(unit: PayRunUnitView, closable: boolean): string {
  if (unit.waitsFor === 'headSignature') return 'steps.needsHead';
  if (unit.waitsFor === 'agencyCheck') return 'steps.needsAgency';
  if (!closable) return 'steps.checkedEarly';
  return unit.status === 'verified' ? 'steps.verified' : 'steps.checked';
}

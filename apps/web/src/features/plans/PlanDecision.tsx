import { PLAN_LIMITS, type WorkPlanView } from '@ekinerja/contracts/plans';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconSend, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { usePlanStep, type PlanStepCall } from './queries';

interface PlanDecisionProps {
  plan: WorkPlanView;
  /** Stores what was typed; the version to act on, or null. */
  flush: () => Promise<number | null>;
}

/** What the reader may do next with the plan. */
export function PlanDecision({ plan, flush }: PlanDecisionProps) {
  const { t } = useTranslation('plans');
  const step = usePlanStep(plan.skpId);
  const [asking, setAsking] = useState(false);
  const may = (action: string) => plan.actions.includes(action);
  const act = (call: Omit<PlanStepCall, 'version'>) =>
    void flush().then((version) => {
      if (version === null) return;
      step.mutate({ ...call, version }, { onSuccess: () => { setAsking(false); announce(t(`done.${call.step}`)); } });
    });
  if (!['submit', 'revise', 'verify', 'return'].some(may)) return null;
  const stops = plan.findings.filter(({ severity }) => severity === 'stop').length;
  return (
    <Section title={t('decision.title')} note={plan.demands.verification ? <Cite cite={plan.demands.verification} /> : undefined}>
      <Stack gap="sm">
        <ErrorNotice error={step.error} />
        {asking ? (
          <ConfirmReason
            label={t('decision.reason')}
            confirm={t('decision.return')}
            min={5}
            max={PLAN_LIMITS.reason}
            busy={step.isPending}
            onConfirm={(reason) => act({ step: 'return', body: { reason } })}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <Group gap="xs">
            {may('submit') ? (
              <Button leftSection={<IconSend size={18} aria-hidden />} loading={step.isPending} onClick={() => act({ step: 'submit' })}>
                {t('decision.submit')}
              </Button>
            ) : null}
            {may('verify') ? (
              <Button leftSection={<IconShieldCheck size={18} aria-hidden />} loading={step.isPending} onClick={() => act({ step: 'verify' })}>
                {t('decision.verify')}
              </Button>
            ) : null}
            {may('return') ? (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('decision.return')}
              </Button>
            ) : null}
            {may('revise') ? (
              <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} loading={step.isPending} onClick={() => act({ step: 'revise' })}>
                {t('decision.revise')}
              </Button>
            ) : null}
          </Group>
        )}
        {may('submit') && stops > 0 ? (
          <Text size="sm" c="dimmed">
            {t('decision.incomplete', { count: stops })}
          </Text>
        ) : null}
      </Stack>
    </Section>
  );
}

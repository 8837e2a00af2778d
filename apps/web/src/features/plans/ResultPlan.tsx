import type { PlanResult, PlanStepInput, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../lib/api';
import { Section } from '../../ui/Section';
import { PlanFindings } from './PlanFindings';
import { StepEditor } from './StepEditor';
import { TargetCard } from './TargetCard';

interface ResultPlanProps {
  result: PlanResult;
  plan: WorkPlanView;
  draft: WorkPlanContent;
  onChange: ((draft: WorkPlanContent) => void) | null;
}

/** A result of the year: its quantities over the months, and the steps that lead to it. */
export function ResultPlan({ result, plan, draft, onChange }: ResultPlanProps) {
  const { t } = useTranslation('plans');
  const steps = draft.steps.filter(({ resultId }) => resultId === result.id);
  const change = onChange && ((step: PlanStepInput) => onChange({ ...draft, steps: draft.steps.map((one) => (one.id === step.id ? step : one)) }));
  const add = () =>
    onChange?.({
      ...draft,
      steps: [...draft.steps, { id: newId(), resultId: result.id, title: '', kind: null, pattern: null, months: [], days: null, output: '' }],
    });
  return (
    <Section title={result.title} note={t(`task.${result.task}`)}>
      <Stack gap="sm">
        <PlanFindings findings={plan.findings.filter(({ resultId }) => resultId === result.id)} />
        {result.indicators.map((line) => (
          <TargetCard key={line.indicator} result={result} line={line} months={plan.months} closed={plan.closedMonths} draft={draft} onChange={onChange} />
        ))}
        {result.indicators.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('target.standard')}
          </Text>
        ) : null}
        <div>
          <Text fw={650}>{t('step.heading')}</Text>
          {steps.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('step.none')}
            </Text>
          ) : null}
          {steps.map((step, at) => (
            <StepEditor
              key={step.id}
              step={step}
              number={at + 1}
              months={plan.months}
              onChange={change}
              onRemove={() => onChange?.({ ...draft, steps: draft.steps.filter(({ id }) => id !== step.id) })}
            />
          ))}
        </div>
        {onChange ? (
          <Group>
            <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {t('step.add')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}

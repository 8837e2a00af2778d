import { PLAN_LIMITS, STEP_KINDS, STEP_PATTERNS, type PlanStepInput, type StepKind, type StepPattern } from '@ekinerja/contracts/plans';
import { ActionIcon, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MonthBar } from './MonthBar';
import classes from './Plan.module.css';

interface StepEditorProps {
  step: PlanStepInput;
  number: number;
  months: readonly string[];
  onChange: ((step: PlanStepInput) => void) | null;
  onRemove: () => void;
}

/** A step of the action plan: what, of which type, in which pattern, how long, and its months drawn as a bar. */
export function StepEditor({ step, number, months, onChange, onRemove }: StepEditorProps) {
  const { t } = useTranslation('plans');
  const name = step.title || t('step.number', { number });
  if (!onChange) {
    return (
      <div className={classes.step ?? ''} role="group" aria-label={name}>
        <div className={classes.wide ?? ''}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {[
              step.kind ? t(`kind.${step.kind}`) : null,
              step.pattern ? t(`pattern.${step.pattern}`) : null,
              step.days === null ? null : t('step.duration', { count: step.days }),
              step.output || null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <div className={classes.wide ?? ''}>
          <MonthBar label={name} months={months} chosen={step.months} />
        </div>
      </div>
    );
  }
  return (
    <div className={classes.step ?? ''} role="group" aria-label={t('step.number', { number })}>
      <TextInput
        className={`${classes.wide ?? ''} ${classes.title ?? ''}`}
        label={t('step.title')}
        maxLength={PLAN_LIMITS.step}
        value={step.title}
        onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('step.kind')}
        value={step.kind ?? ''}
        data={[{ value: '', label: t('step.choose') }, ...STEP_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        onChange={(event) => onChange({ ...step, kind: (event.currentTarget.value || null) as StepKind | null })}
      />
      <NativeSelect
        label={t('step.pattern')}
        value={step.pattern ?? ''}
        data={[{ value: '', label: t('step.choose') }, ...STEP_PATTERNS.map((value) => ({ value, label: t(`pattern.${value}`) }))]}
        onChange={(event) => onChange({ ...step, pattern: (event.currentTarget.value || null) as StepPattern | null })}
      />
      <NumberInput
        label={t('step.days')}
        hideControls
        allowDecimal={false}
        min={1}
        max={PLAN_LIMITS.days}
        value={step.days ?? ''}
        onChange={(value) => onChange({ ...step, days: typeof value === 'number' && value >= 1 ? value : null })}
      />
      <TextInput
        label={t('step.output')}
        maxLength={PLAN_LIMITS.output}
        value={step.output}
        onChange={(event) => onChange({ ...step, output: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="red" size={44} mt={22} aria-label={t('step.remove', { step: name })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <div className={classes.wide ?? ''}>
        <MonthBar label={name} months={months} chosen={step.months} onChange={(chosen) => onChange({ ...step, months: chosen })} />
      </div>
    </div>
  );
}

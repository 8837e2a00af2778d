import type { ActivityMonth } from '@ekinerja/contracts/activities';
import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { EntryValues } from './entry-rules';

interface PlanStepSelectProps {
  form: UseFormReturnType<EntryValues>;
  data: ActivityMonth;
}

/** The month's step of the work plan that the entry serves (KS 17(b)), most used first; choosing one chooses its result. */
export function PlanStepSelect({ form, data }: PlanStepSelectProps) {
  const { t } = useTranslation('activities');
  const { skpResultId, monthPlanId } = form.values;
  const steps = data.planSteps.filter(({ id, resultId }) => skpResultId === '' || resultId === skpResultId || id === monthPlanId);
  if (steps.length === 0) return null;
  return (
    <Select
      label={t('form.step')}
      description={t('form.stepNote')}
      placeholder={t('form.chooseStep')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.stepClear') }}
      nothingFoundMessage={t('form.nothingFound')}
      limit={50}
      data={steps.map(({ id, title }) => ({ value: id, label: title }))}
      value={monthPlanId}
      onChange={(value) => {
        form.setFieldValue('monthPlanId', value);
        const result = data.skpResults.find(({ id }) => id === steps.find((step) => step.id === value)?.resultId);
        if (!result) return;
        form.setFieldValue('skpResultId', result.id);
        form.setFieldValue('task', result.task);
        form.clearFieldError('skpResultId');
      }}
      data-field="monthPlanId"
    />
  );
}

import { ACTIVITY_LIMITS, type CorrectActivityRequest, type WaitingActivity } from '@ekinerja/contracts/activities';
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../lib/format';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { planOf } from './queries';

const TASKS = ['main', 'additional'] as const;

interface CorrectFormProps {
  entry: WaitingActivity;
  busy: boolean;
  error: unknown;
  onCorrected: (body: CorrectActivityRequest) => void;
  onCancel: () => void;
}

/** KS 17(c): put right and accepted so; the owner sees both, with the reason. */
export function CorrectForm({ entry, busy, error, onCorrected, onCancel }: CorrectFormProps) {
  const { t } = useTranslation(['approvals', 'activities', 'shell', 'errors']);
  const { startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task } = entry;
  const plan = useQuery(planOf(entry.employmentId, monthOf(entry.date)));
  // Until the plan is here, the result as it stands.
  const results = plan.data ?? [];
  const choices = results.some(({ id }) => id === skpResultId) ? results : [{ id: skpResultId, title: entry.skpResultTitle, task }, ...results];
  const form = useForm({
    initialValues: { startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task, reason: '' },
    validate: {
      reason: (value) => (value.trim().length < ACTIVITY_LIMITS.reason.min ? t('correct.reasonShort', { min: ACTIVITY_LIMITS.reason.min }) : null),
      endTime: (value, values) => (value > values.startTime ? null : t('correct.order')),
    },
  });
  const refused = fieldErrors(error, t);
  const field = (name: keyof typeof form.values) => ({ ...form.getInputProps(name), ...(refused[name] ? { error: refused[name] } : {}) });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => onCorrected({ ...values, outputQuantity: values.outputQuantity.replace(',', '.'), reason: values.reason.trim() }))}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <Stack gap="xs">
        <Text size="sm">{t('correct.note')}</Text>
        <Group grow>
          <TextInput type="time" label={t('shell:field.startTime')} data-autofocus autoFocus {...field('startTime')} />
          <TextInput type="time" label={t('shell:field.endTime')} {...field('endTime')} />
        </Group>
        <Textarea label={t('shell:field.description')} autosize minRows={2} maxLength={ACTIVITY_LIMITS.description.max} {...field('description')} />
        <Group grow>
          <TextInput label={t('shell:field.outputQuantity')} inputMode="decimal" {...field('outputQuantity')} />
          <TextInput label={t('shell:field.outputUnit')} maxLength={ACTIVITY_LIMITS.outputUnit} {...field('outputUnit')} />
        </Group>
        <NativeSelect
          label={t('shell:field.skpResultId')}
          data={choices.map(({ id, title }) => ({ value: id, label: title }))}
          {...field('skpResultId')}
          onChange={(event) => {
            const chosen = choices.find(({ id }) => id === event.currentTarget.value);
            if (chosen) form.setValues({ skpResultId: chosen.id, task: chosen.task });
          }}
        />
        <NativeSelect label={t('shell:field.task')} data={TASKS.map((value) => ({ value, label: t(`activities:task.${value}`) }))} {...field('task')} />
        <Textarea label={t('correct.reason')} description={t('correct.reasonNote')} required autosize maxLength={ACTIVITY_LIMITS.reason.max} {...field('reason')} />
        <ErrorNotice error={error} shownFields={Object.keys(form.values)} />
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {t('correct.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('shell:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

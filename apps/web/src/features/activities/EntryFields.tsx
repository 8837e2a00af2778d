import { ACTIVITY_LIMITS, type ActivityMonth } from '@ekinerja/contracts/activities';
import type { ResultTask } from '@ekinerja/contracts/skp';
import { Input, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMinutes } from '../../lib/format';
import { Cite } from '../../ui/Cite';
import classes from './ActivitiesPage.module.css';
import { CatalogueSelect } from './CatalogueSelect';
import { minutesBetween, timeAfter, type EntryValues } from './entry-rules';
import { PlanStepSelect } from './PlanStepSelect';

interface EntryFieldsProps {
  form: UseFormReturnType<EntryValues>;
  data: ActivityMonth;
  /** Whose unit's catalogue is offered: the writer's own; somebody else's entry is written without. */
  catalogue?: boolean;
}

export function EntryFields({ form, data, catalogue = true }: EntryFieldsProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const { date, startTime, endTime } = form.values;
  const minutes = minutesBetween(startTime, endTime);
  // Minutes in place of the end; while they are typed, what is typed stands.
  const [typed, setTyped] = useState<string | null>(null);
  const takeMinutes = (text: string) => {
    const digits = text.replace(/\D/g, '');
    setTyped(digits);
    const end = timeAfter(startTime, Number(digits));
    if (Number(digits) > 0 && end !== '') form.setFieldValue('endTime', end);
  };
  const field = (name: keyof EntryValues) => ({ ...form.getInputProps(name), 'data-field': name });
  return (
    <>
      <TextInput
        type="date"
        label={t('shell:field.date')}
        description={/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDay(date) : undefined}
        min={data.entryWindow.from}
        max={data.entryWindow.to}
        required
        {...field('date')}
      />
      {data.entryWindow.cite ? (
        <Text size="sm" c="dimmed" mt={-8} component="div">
          {t('form.window')} <Cite cite={data.entryWindow.cite} />
        </Text>
      ) : null}
      <div>
        <div className={classes.pair}>
          <TextInput type="time" label={t('shell:field.startTime')} required {...field('startTime')} />
          <TextInput type="time" label={t('shell:field.endTime')} required {...field('endTime')} />
        </div>
        <TextInput
          mt={8}
          label={t('form.minutes')}
          description={t('form.minutesNote')}
          inputMode="numeric"
          maxLength={4}
          value={typed ?? (minutes === null ? '' : String(minutes))}
          onChange={(event) => takeMinutes(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
        <Text size="sm" c="dimmed" mt={4} role="status" mih={20}>
          {minutes === null ? '' : t('form.lasts', { duration: formatMinutes(minutes) })}
        </Text>
      </div>
      {catalogue ? <CatalogueSelect form={form} /> : null}
      <Textarea
        label={t('form.description')}
        description={t('form.descriptionNote')}
        rows={3}
        classNames={{ input: classes.grows ?? '' }}
        maxLength={ACTIVITY_LIMITS.description.max}
        required
        data-autofocus
        {...field('description')}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('shell:field.outputQuantity')}
          inputMode="decimal"
          required
          {...field('outputQuantity')}
        />
        <TextInput
          label={t('shell:field.outputUnit')}
          placeholder={t('form.unitExample')}
          list="satuan-hasil"
          maxLength={ACTIVITY_LIMITS.outputUnit}
          required
          {...field('outputUnit')}
        />
        <datalist id="satuan-hasil">
          {[...new Set(data.activities.map((entry) => entry.outputUnit))].map((unit) => (
            <option key={unit} value={unit} />
          ))}
        </datalist>
      </div>
      <Select
        label={t('shell:field.skpResultId')}
        description={t('form.resultNote')}
        placeholder={t('form.chooseResult')}
        required
        searchable
        nothingFoundMessage={t('form.nothingFound')}
        data={data.skpResults.map(({ id, title }) => ({ value: id, label: title }))}
        {...field('skpResultId')}
        value={form.values.skpResultId || null}
        onChange={(value) => {
          const chosen = data.skpResults.find(({ id }) => id === value);
          form.setFieldValue('skpResultId', value ?? '');
          form.clearFieldError('skpResultId');
          if (chosen) form.setFieldValue('task', chosen.task);
          // A step of another result does not go along.
          if (!data.planSteps.some((step) => step.id === form.values.monthPlanId && step.resultId === value))
            form.setFieldValue('monthPlanId', null);
        }}
      />
      <PlanStepSelect form={form} data={data} />
      <Input.Wrapper label={t('form.task')} labelElement="div" id="jenis-tugas">
        <SegmentedControl
          fullWidth
          aria-labelledby="jenis-tugas-label"
          data={(['main', 'additional'] as const).map((value) => ({ value, label: t(`task.${value}`) }))}
          value={form.values.task}
          onChange={(value) => form.setFieldValue('task', value as ResultTask)}
        />
      </Input.Wrapper>
      <TextInput
        type="url"
        label={t('form.link')}
        description={t('form.linkNote')}
        placeholder="https://"
        maxLength={ACTIVITY_LIMITS.link}
        {...field('evidenceLink')}
      />
    </>
  );
}

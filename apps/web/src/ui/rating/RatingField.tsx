import { RATINGS } from '@ekinerja/contracts/basics';
import type { EvaluationField } from '@ekinerja/contracts/evaluations';
import { Checkbox, Group, Radio, Text, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../lib/format';
import { Cite } from '../Cite';
import classes from './RatingField.module.css';

interface RatingFieldProps {
  field: EvaluationField;
  value: string | boolean | null;
  error: string | undefined;
  onChange: (value: string | boolean | null) => void;
}

export function RatingField({ field, value, error, onChange }: RatingFieldProps) {
  const { t } = useTranslation(['evaluations', 'shell']);
  const label = t(`field.${field.name}`, { defaultValue: field.label });
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'rating':
      return (
        <Radio.Group
          label={
            <>
              {label} {field.cite ? <Cite cite={field.cite} /> : null}
            </>
          }
          value={text}
          onChange={onChange}
          required={field.required}
          error={error}
        >
          <div className={classes.segments}>
            {RATINGS.map((rating) => (
              <Radio.Card key={rating} value={rating} className={classes.segment ?? ''}>
                <Group gap={8} wrap="nowrap" align="flex-start">
                  <Radio.Indicator />
                  <Text component="span">{t(`shell:status.${rating}`)}</Text>
                </Group>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      );
    case 'score':
      // As measured and confirmed: it stands, and is not typed.
      if (field.value !== undefined)
        return (
          <Text>
            {label}: <strong>{formatDecimal(field.value)}</strong> {t('measuredScore')} {field.cite ? <Cite cite={field.cite} /> : null}
          </Text>
        );
      return (
        <TextInput
          label={label}
          description={
            <>
              {field.max ? t('scoreRange', { min: field.min ?? '0', max: field.max }) : null}{' '}
              {field.cite ? <Cite cite={field.cite} /> : null}
            </>
          }
          inputMode="decimal"
          styles={{ input: { maxWidth: 200 } }}
          value={text}
          error={error}
          required={field.required}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'flag':
      return (
        <Checkbox
          size="md"
          label={label}
          checked={value === true}
          error={error}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'text':
      return (
        <Textarea
          label={label}
          autosize
          minRows={1}
          maxRows={6}
          value={text}
          error={error}
          required={field.required}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

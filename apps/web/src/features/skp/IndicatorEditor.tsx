import {
  INDICATOR_ASPECTS,
  SKP_LIMITS,
  type IndicatorAspect,
  type SkpIndicatorInput,
} from '@ekinerja/contracts/skp';
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Skp.module.css';

interface IndicatorEditorProps {
  indicator: SkpIndicatorInput;
  number: number;
  place: string;
  refusal: (field: string) => string | undefined;
  onChange: (indicator: SkpIndicatorInput) => void;
  onRemove: (() => void) | undefined;
}

export function IndicatorEditor({
  indicator,
  number,
  place,
  refusal,
  onChange,
  onRemove,
}: IndicatorEditorProps) {
  const { t } = useTranslation('skp');
  const text = (field: 'indicator' | 'target' | 'unit') => ({
    value: indicator[field],
    error: refusal(field),
    required: true,
    maxLength: SKP_LIMITS[field],
    'data-place': `${place}.${field}`,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...indicator, [field]: event.currentTarget.value }),
  });
  return (
    <div className={classes.indicator} role="group" aria-label={t('edit.indicatorNumber', { number })}>
      <NativeSelect
        label={t('aspectTitle')}
        value={indicator.aspect}
        data={INDICATOR_ASPECTS.map((value) => ({ value, label: t(`aspect.${value}`) }))}
        onChange={(event) => onChange({ ...indicator, aspect: event.currentTarget.value as IndicatorAspect })}
      />
      <TextInput label={t('indicator')} {...text('indicator')} />
      <TextInput label={t('target')} {...text('target')} />
      <TextInput label={t('unit')} {...text('unit')} />
      {onRemove ? (
        <ActionIcon
          className={classes.remove ?? ''}
          color="red"
          aria-label={t('edit.removeIndicator', { number })}
          onClick={onRemove}
          mt={28}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  );
}

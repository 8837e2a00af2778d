import {
  SKP_LIMITS, TARGET_DIRECTIONS, type IndicatorAspect, type SkpIndicatorInput, type TargetApproach, type TargetDirection,
} from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { ActionIcon, Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { IconAdjustments, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Skp.module.css';

interface IndicatorEditorProps {
  indicator: SkpIndicatorInput;
  number: number;
  form: SkpForm;
  hints: ReactNode;
  onChange: (indicator: SkpIndicatorInput) => void;
  onRemove: (() => void) | undefined;
}

/** Four fields; approach and direction are there for those who need them. */
export function IndicatorEditor({ indicator, number, form, hints, onChange, onRemove }: IndicatorEditorProps) {
  const { t } = useTranslation('skp');
  const usual =
    (indicator.approach ?? 'quantitative') === 'quantitative' && (indicator.direction ?? 'bigger') === 'bigger';
  const [more, setMore] = useState(!usual);
  const text = (field: 'indicator' | 'target' | 'unit') => ({
    value: indicator[field],
    maxLength: SKP_LIMITS[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...indicator, [field]: event.currentTarget.value }),
  });
  return (
    <div role="group" aria-label={t('edit.indicatorNumber', { number })}>
      <div className={classes.indicator}>
        <NativeSelect
          label={t('aspectTitle')}
          value={indicator.aspect}
          data={form.results.aspects.map((value) => ({ value, label: t(`aspect.${value}`) }))}
          onChange={(event) => onChange({ ...indicator, aspect: event.currentTarget.value as IndicatorAspect })}
        />
        <TextInput label={t('indicator')} {...text('indicator')} />
        <TextInput label={indicator.direction === 'range' ? t('edit.from') : t('target')} {...text('target')} />
        <TextInput label={t('unit')} list="skp-units" {...text('unit')} />
        {onRemove ? (
          <ActionIcon
            className={classes.remove ?? ''}
            variant="subtle"
            color="red"
            size={44}
            mt={22}
            aria-label={t('edit.removeIndicator', { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        ) : null}
      </div>
      {more ? (
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">
          {form.results.approaches.length > 1 ? (
            <NativeSelect
              label={t('edit.approach')}
              value={indicator.approach ?? 'quantitative'}
              data={form.results.approaches.map((value) => ({ value, label: t(`approach.${value}`) }))}
              onChange={(event) => onChange({ ...indicator, approach: event.currentTarget.value as TargetApproach })}
            />
          ) : null}
          <NativeSelect
            label={t('edit.direction')}
            value={indicator.direction ?? 'bigger'}
            data={TARGET_DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
            onChange={(event) => onChange({ ...indicator, direction: event.currentTarget.value as TargetDirection })}
          />
          {indicator.direction === 'range' ? (
            <TextInput
              label={t('edit.to')}
              maxLength={SKP_LIMITS.target}
              value={indicator.targetTo ?? ''}
              onChange={(event) => onChange({ ...indicator, targetTo: event.currentTarget.value })}
            />
          ) : null}
        </SimpleGrid>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={32}
          leftSection={<IconAdjustments size={16} aria-hidden />}
          onClick={() => setMore(true)}
        >
          {t('edit.more')}
        </Button>
      )}
      {hints}
    </div>
  );
}

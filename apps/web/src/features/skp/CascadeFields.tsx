import type { SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { SKP_LIMITS } from '@ekinerja/contracts/skp';
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

interface CascadeFieldsProps {
  result: SkpResultInput;
  form: SkpForm;
  objectives: SkpDetail['objectives'];
  postPoints: SkpDetail['postPoints'];
  onChange: (result: SkpResultInput) => void;
}

/** What a main result is drawn from besides the superior's: the unit's objectives, the points of a functional post. */
export function CascadeFields({ result, form, objectives, postPoints, onChange }: CascadeFieldsProps) {
  const { t } = useTranslation('skp');
  const from = form.cascade?.from ?? [];
  if (result.task !== 'main') return null;
  const points = result.points ?? [];
  const set = (code: string, typed: string) => {
    const quantity = typed.trim().replace(',', '.');
    const rest = points.filter((point) => point.code !== code);
    if (quantity === '') onChange({ ...result, points: rest });
    else if (/^\d{1,10}(\.\d{1,2})?$/.test(quantity) && rest.length < SKP_LIMITS.list) onChange({ ...result, points: [...rest, { code, quantity }] });
  };
  return (
    <>
      {from.includes('objectives') && objectives.length > 0 ? (
        <NativeSelect
          label={t('edit.objective')}
          description={t('edit.objectiveNote')}
          value={result.objectiveId ?? ''}
          data={[
            { value: '', label: t('edit.noSuperior') },
            ...objectives.map(({ id, title, final }) => ({ value: id, label: final ? title : t('edit.objectiveDraft', { title }) })),
          ]}
          onChange={(event) => onChange({ ...result, objectiveId: event.currentTarget.value || null })}
        />
      ) : null}
      {from.includes('points') && postPoints.length > 0 ? (
        <details open={points.length > 0}>
          <summary style={{ cursor: 'pointer', minHeight: 32 }}>{t('edit.points', { count: points.length })}</summary>
          <Stack gap="xs">
            {postPoints.map((point) => (
              <Group key={point.code} gap="xs" wrap="nowrap" align="flex-end">
                <Text size="sm" style={{ flex: 1 }}>
                  {point.code} {point.activity} ({t('edit.credit', { credit: point.credit.replace('.', ','), unit: point.unit })})
                </Text>
                <TextInput
                  w={90} size="sm" inputMode="decimal" aria-label={t('edit.pointQuantity', { code: point.code })}
                  defaultValue={points.find(({ code }) => code === point.code)?.quantity ?? ''} onBlur={(event) => set(point.code, event.currentTarget.value)}
                />
              </Group>
            ))}
          </Stack>
        </details>
      ) : null}
      {form.cascade ? (
        <Text size="sm" c="dimmed" component="div">
          {t(`edit.cascade.${from.includes('points') ? 'points' : from.includes('objectives') ? 'objectives' : 'superior'}`)} <Cite cite={form.cascade.cite} />
        </Text>
      ) : null}
    </>
  );
}

import { SKP_LIMITS, type ReportRhythm, type SkpPlanInput } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AccountabilityEditorProps {
  form: SkpForm;
  plan: SkpPlanInput;
  onChange: (part: Partial<SkpPlanInput>) => void;
}

export function AccountabilityEditor({ form, plan, onChange }: AccountabilityEditorProps) {
  const { t } = useTranslation('skp');
  const { accountability: rules, consequences: kinds } = form;
  const scheme = plan.accountability ?? { rhythm: 'monthly' as const, progress: '', final: '' };
  const text = (value: string, change: (next: string) => void) => ({
    value,
    maxLength: SKP_LIMITS.text,
    onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {rules ? (
        <>
          <NativeSelect
            label={t('plan.rhythm')}
            value={plan.accountability ? scheme.rhythm : ''}
            data={[
              ...(plan.accountability ? [] : [{ value: '', label: '–' }]),
              ...rules.rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) })),
            ]}
            onChange={(event) =>
              onChange({ accountability: { ...scheme, rhythm: event.currentTarget.value as ReportRhythm } })
            }
          />
          <TextInput
            label={t('plan.progress')}
            {...text(scheme.progress, (progress) => onChange({ accountability: { ...scheme, progress } }))}
          />
          <TextInput
            label={t('plan.final')}
            {...text(scheme.final, (final) => onChange({ accountability: { ...scheme, final } }))}
          />
        </>
      ) : null}
      {(kinds?.kinds ?? []).map((kind) => (
        <TextInput
          key={kind}
          label={t(`plan.consequence.${kind}`)}
          {...text(plan.consequences[kind], (next) =>
            onChange({ consequences: { ...plan.consequences, [kind]: next } }),
          )}
        />
      ))}
    </SimpleGrid>
  );
}

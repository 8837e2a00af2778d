import { SKP_LIMITS, type SkpSourceInput } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

interface SourcesEditorProps {
  rules: NonNullable<SkpForm['sources']>;
  sources: readonly SkpSourceInput[];
  onChange: (sources: SkpSourceInput[]) => void;
}

export function SourcesEditor({ rules, sources, onChange }: SourcesEditorProps) {
  const { t } = useTranslation('skp');
  const named = new Map(sources.map((source) => [source.code, source]));
  // BN 7, TL 7: which paragraph asks these of this kind of post.
  const needed = rules.list.find(({ required }) => required);
  const change = (code: string, part: Partial<SkpSourceInput>) =>
    onChange(sources.map((source) => (source.code === code ? { ...source, ...part } : source)));
  return (
    <Stack gap="xs">
      {needed ? (
        <Text size="sm" c="dimmed" component="div">
          {t('plan.neededSources')} <Cite cite={needed.cite} />
        </Text>
      ) : null}
      {rules.list.map(({ code, name, document, required }) => {
        const source = named.get(code);
        return (
          <div key={code}>
            <Checkbox
              label={required ? `${name} (${t('plan.required')})` : name}
              checked={source !== undefined}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...sources, { code, number: '', date: null }]
                    : sources.filter((one) => one.code !== code),
                )
              }
            />
            {source && document ? (
              <Group gap="xs" mt={4} ml={30} grow>
                <TextInput
                  label={t('plan.number')}
                  maxLength={SKP_LIMITS.number}
                  value={source.number}
                  onChange={(event) => change(code, { number: event.currentTarget.value })}
                />
                <TextInput
                  type="date"
                  label={t('plan.date')}
                  value={source.date ?? ''}
                  onChange={(event) => change(code, { date: event.currentTarget.value || null })}
                />
              </Group>
            ) : null}
          </div>
        );
      })}
    </Stack>
  );
}

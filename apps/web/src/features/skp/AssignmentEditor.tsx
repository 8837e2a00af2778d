import { SKP_LIMITS, type SkpAssignmentInput } from '@ekinerja/contracts/skp';
import type { SkpForm } from '@ekinerja/contracts/skp-form';
import type { SkpDocument } from '@ekinerja/contracts/skp-record';
import { Checkbox, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

const EMPTY: SkpAssignmentInput = {
  givenBy: '',
  decisionNumber: '',
  decisionDate: null,
  signatory: '',
  documentId: null,
  conditions: [],
};

interface AssignmentEditorProps {
  assignment: SkpAssignmentInput | null;
  rules: NonNullable<SkpForm['additional']>;
  documents: readonly SkpDocument[];
  onChange: (assignment: SkpAssignmentInput) => void;
}

/** Who gave the additional task, by which letter, and which of its characteristics it has. */
export function AssignmentEditor({ assignment, rules, documents, onChange }: AssignmentEditorProps) {
  const { t } = useTranslation('skp');
  const now = assignment ?? EMPTY;
  const change = (part: Partial<SkpAssignmentInput>) => onChange({ ...now, ...part });
  const letters = documents.filter(({ use }) => use === 'additional-task');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" component="div">
        {t('additional.note')} <Cite cite={rules.cite} />
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('additional.givenBy')}
          maxLength={SKP_LIMITS.name}
          value={now.givenBy}
          onChange={(event) => change({ givenBy: event.currentTarget.value })}
        />
        <TextInput
          label={t('additional.number')}
          maxLength={SKP_LIMITS.number}
          value={now.decisionNumber}
          onChange={(event) => change({ decisionNumber: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('additional.date')}
          value={now.decisionDate ?? ''}
          onChange={(event) => change({ decisionDate: event.currentTarget.value || null })}
        />
        {rules.decisionNeeded ? (
          <NativeSelect
            label={t('additional.letter')}
            description={letters.length === 0 ? t('additional.noLetter') : undefined}
            value={now.documentId ?? ''}
            data={[
              { value: '', label: t('additional.choose') },
              ...letters.map(({ id, kind, number }) => ({ value: id, label: `${kind} ${number}` })),
            ]}
            onChange={(event) => change({ documentId: event.currentTarget.value || null })}
          />
        ) : null}
      </SimpleGrid>
      {rules.conditions.map(({ code, name, needs }) => (
        <Checkbox
          key={code}
          label={needs === 'any' ? `${name} (${t('additional.any')})` : name}
          checked={now.conditions.includes(code)}
          onChange={(event) =>
            change({
              conditions: event.currentTarget.checked
                ? [...now.conditions, code]
                : now.conditions.filter((one) => one !== code),
            })
          }
        />
      ))}
    </Stack>
  );
}

import { Button, Checkbox, FileButton, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DecreeValue, Field, FieldValue } from './fields';
import { SearchPicker, type Choice } from './SearchPicker';

interface FieldInputProps {
  field: Field;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
}

export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const common = { label: field.label, description: field.hint, required: !field.optional };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return <TextInput {...common} value={text} maxLength={field.max} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'lines':
      return <Textarea {...common} value={text} maxLength={field.max} autosize minRows={2} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'date':
    case 'time':
      return <TextInput {...common} type={field.kind} value={text} maw={220} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'number':
      return (
        <TextInput
          {...common}
          type="number"
          min={field.min}
          max={field.max}
          inputMode="numeric"
          value={text}
          maw={220}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'select':
      return <NativeSelect {...common} value={text} data={[...field.options]} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'check':
      return <Checkbox label={field.label} description={field.hint} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'pick':
      return <SearchPicker label={field.label} hint={field.hint} chosen={value as Choice | null} onChoose={onChange} source={field.source} />;
    case 'file':
      return (
        <div>
          <FileButton accept={field.accept} onChange={onChange} inputProps={{ 'aria-label': field.label }}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPaperclip size={18} aria-hidden />}>
                {field.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" role="status" mt={4}>
            {value instanceof File ? value.name : field.hint}
          </Text>
        </div>
      );
    case 'decree':
      return <DecreeInput label={field.label} optional={field.optional ?? false} value={value as DecreeValue} onChange={onChange} />;
  }
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png';

function DecreeInput({ label, optional, value, onChange }: { label: string; optional: boolean; value: DecreeValue; onChange: (value: DecreeValue) => void }) {
  const { t } = useTranslation('forms');
  return (
    <Stack gap={6} component="fieldset" p={0} m={0} style={{ border: 0, minWidth: 0 }}>
      <Text component="legend" size="sm" fw={600} p={0}>
        {label}
      </Text>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('decree.number')}
          required={!optional}
          maxLength={100}
          value={value.number}
          onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
          style={{ flex: '2 1 12rem', minWidth: 0 }}
        />
        <TextInput type="date" label={t('decree.date')} required={!optional} value={value.date} onChange={(event) => onChange({ ...value, date: event.currentTarget.value })} />
        <FileButton accept={ACCEPTED} onChange={(file) => onChange({ ...value, file })} inputProps={{ 'aria-label': t('decree.choose') }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconPaperclip size={18} aria-hidden />}>
              {t(value.file ? 'decree.other' : 'decree.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {value.file ? t('decree.chosen', { name: value.file.name }) : t('decree.limits')}
      </Text>
    </Stack>
  );
}

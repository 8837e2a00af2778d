import { STAFFING_LIMITS, UPDATABLE_FIELDS, type StaffingData, type UpdatableField } from '@ekinerja/contracts/staffing-records';
import { Button, FileInput, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../ui/error-words';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useSubmitUpdate } from './queries';

const DAYS: readonly UpdatableField[] = ['birthDate', 'rankSince'];
const NO_DOCUMENT = { number: '', date: '', signatory: '', note: '' };

/** The employee writes what is otherwise, and the document that says so. */
export function UpdateForm({ held }: { held: StaffingData }) {
  const { t } = useTranslation(['staffing', 'errors']);
  const start = Object.fromEntries(UPDATABLE_FIELDS.map((field) => [field, held[field] ?? ''])) as Record<UpdatableField, string>;
  const [values, setValues] = useState(start);
  const [paper, setPaper] = useState(NO_DOCUMENT);
  const [file, setFile] = useState<File | null>(null);
  const mutation = useSubmitUpdate();
  const changes = UPDATABLE_FIELDS.filter((field) => values[field].trim() !== start[field]).map((field) => ({ field, value: values[field].trim() || null }));
  const errors = fieldErrors(mutation.error, t);
  const errorOf = (field: UpdatableField) => errors[`changes.${changes.findIndex((change) => change.field === field)}.value`];
  const complete = changes.length > 0 && file !== null && paper.number.trim() !== '' && paper.date !== '' && paper.signatory.trim() !== '';

  const submit = () => {
    if (!complete) return;
    mutation.mutate(
      { changes, documentNumber: paper.number.trim(), documentDate: paper.date, signatory: paper.signatory.trim(), note: paper.note.trim() || null, file },
      {
        onSuccess: () => {
          announce(t('form.sent'));
          setValues(start);
          setPaper(NO_DOCUMENT);
          setFile(null);
        },
      },
    );
  };

  return (
    <Section title={t('form.title')} note={t('form.note')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            {UPDATABLE_FIELDS.map((field) =>
              field === 'sex' ? (
                <NativeSelect
                  key={field}
                  label={t('field.sex')}
                  value={values.sex}
                  error={errorOf('sex')}
                  data={[{ value: '', label: '–' }, { value: 'female', label: t('value.female') }, { value: 'male', label: t('value.male') }]}
                  onChange={(event) => setValues({ ...values, sex: event.currentTarget.value })}
                />
              ) : (
                <TextInput
                  key={field}
                  type={DAYS.includes(field) ? 'date' : field === 'email' ? 'email' : 'text'}
                  label={t(`field.${field}`)}
                  value={values[field]}
                  maxLength={STAFFING_LIMITS.value}
                  error={errorOf(field)}
                  onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
                />
              ),
            )}
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput required label={t('form.number')} maxLength={STAFFING_LIMITS.documentNumber} value={paper.number} onChange={(event) => setPaper({ ...paper, number: event.currentTarget.value })} />
            <TextInput required type="date" label={t('form.date')} error={errors['documentDate']} value={paper.date} onChange={(event) => setPaper({ ...paper, date: event.currentTarget.value })} />
            <TextInput required label={t('form.signatory')} maxLength={STAFFING_LIMITS.signatory} value={paper.signatory} onChange={(event) => setPaper({ ...paper, signatory: event.currentTarget.value })} />
            <FileInput required clearable label={t('form.file')} placeholder={t('form.choose')} accept=".pdf,.jpg,.jpeg,.png" value={file} onChange={setFile} />
          </SimpleGrid>
          <Textarea label={t('form.remark')} autosize minRows={2} maxLength={STAFFING_LIMITS.note} value={paper.note} onChange={(event) => setPaper({ ...paper, note: event.currentTarget.value })} />
          <ErrorNotice error={mutation.error} onRetry={submit} onReload={() => mutation.reset()} />
          <Group>
            <Button type="submit" disabled={!complete} loading={mutation.isPending}>
              {t('form.submit', { count: changes.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

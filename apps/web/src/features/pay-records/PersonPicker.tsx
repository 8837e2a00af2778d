import type { Uuid } from '@ekinerja/contracts/basics';
import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { people } from './queries';

interface PersonPickerProps {
  onChange: (employmentId: Uuid | null) => void;
  error?: string | null | undefined;
}

/** Finds somebody by name or NIP; three letters are enough to begin. */
export function PersonPicker({ onChange, error }: PersonPickerProps) {
  const { t } = useTranslation('pay-records');
  const [text, setText] = useState('');
  const { data } = useQuery(people(text.split(' – ')[0] ?? ''));
  const options = new Map((data?.items ?? []).map((person) => [`${person.name} – ${person.nip ?? person.postName ?? ''}`, person.employmentId]));
  return (
    <Autocomplete
      label={t('form.person')}
      description={t('form.personNote')}
      required
      value={text}
      data={[...options.keys()]}
      filter={({ options: found }) => found}
      error={error ?? null}
      onChange={(value) => {
        setText(value);
        onChange(options.get(value) ?? null);
      }}
    />
  );
}

import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleFound } from './queries';

/** Narrows to one person, found by a part of the name or NIP. */
export function PersonFilter({ chosen, onChoose }: { chosen: string | null; onChoose: (employmentId: string | null) => void }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const { data } = useQuery(peopleFound(settled));
  const options = (data?.items ?? []).map(({ employmentId, name, nip }) => ({ value: employmentId, label: nip ? `${name} · ${nip}` : name }));
  const labels = [...new Map(options.map((option) => [option.label, option])).values()];
  return (
    <Autocomplete
      label={t('filter.person')}
      description={chosen ? t('filter.personChosen') : undefined}
      value={typed}
      maxLength={100}
      data={labels.map(({ label }) => label)}
      filter={({ options: all }) => all}
      clearable
      onChange={(value) => {
        setTyped(value);
        onChoose(labels.find(({ label }) => label === value)?.value ?? null);
      }}
    />
  );
}

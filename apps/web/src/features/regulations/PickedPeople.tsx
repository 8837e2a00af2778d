import type { Uuid } from '@ekinerja/contracts/basics';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { employeesLike } from './simulation-queries';

export interface PickedPerson {
  id: Uuid;
  name: string;
  postName: string | null;
}

/** Only these people; nobody picked means everybody. */
export function PickedPeople({ people, onChange }: { people: readonly PickedPerson[]; onChange: (people: PickedPerson[]) => void }) {
  const { t } = useTranslation('simulations');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 300);
  const found = useQuery(employeesLike(wanted)).data?.items.filter(({ employmentId }) => !people.some(({ id }) => id === employmentId)) ?? [];
  return (
    <Stack gap="xs">
      <TextInput type="search" label={t('people.pick')} description={t('people.pickNote')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={480} />
      {people.map((person) => (
        <Group key={person.id} gap="xs">
          <Text fw={600}>{person.name}</Text>
          <Text size="sm">{person.postName}</Text>
          <ActionIcon aria-label={t('people.remove', { name: person.name })} onClick={() => onChange(people.filter(({ id }) => id !== person.id))}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {found.map((person) => (
        <Group key={person.employmentId} gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            h={36}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              onChange([...people, { id: person.employmentId, name: person.name, postName: person.postName }]);
              setSearch('');
            }}
          >
            {person.name}
          </Button>
          <Text size="sm">{person.postName}</Text>
        </Group>
      ))}
    </Stack>
  );
}

import type { EmployeeItem } from '@ekinerja/contracts/employees';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { peopleFound } from './queries';
import { SearchField } from '../../ui/SearchField';

interface PersonSearchProps {
  chosen: EmployeeItem | null;
  onChoose: (person: EmployeeItem | null) => void;
  label?: string;
}

/** Finds one person by a part of the name or NIP. */
export function PersonSearch({ chosen, onChoose, label }: PersonSearchProps) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const query = useQuery(peopleFound(settled));
  if (chosen) {
    return (
      <Paper withBorder p="sm">
        <Group justify="space-between" gap="xs">
          <Person person={chosen} />
          <Button variant="default" onClick={() => onChoose(null)}>
            {t('person.change')}
          </Button>
        </Group>
      </Paper>
    );
  }
  const people = settled.length >= 3 ? (query.data?.items ?? null) : null;
  return (
    <Stack gap="xs">
      <SearchField
        label={label ?? t('person.label')}
        description={t('person.hint')}
        value={typed}
        onChange={setTyped}
      />
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      <div role="status">{people?.length === 0 ? <Text size="sm">{t('person.none')}</Text> : null}</div>
      {people && people.length > 0 ? (
        <Stack
          component="ul"
          gap={6}
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t('person.found')}
        >
          {people.map((person) => (
            <li key={person.employmentId}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                h="auto"
                mih={44}
                py={6}
                onClick={() => onChoose(person)}
              >
                <Person person={person} />
              </Button>
            </li>
          ))}
        </Stack>
      ) : null}
    </Stack>
  );
}

function Person({ person }: { person: EmployeeItem }) {
  return (
    <div style={{ textAlign: 'left', whiteSpace: 'normal', minWidth: 0 }}>
      <Text fw={600}>{person.name}</Text>
      <Text size="sm" c="dimmed">
        {[person.nip, person.postName, person.skpdName].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

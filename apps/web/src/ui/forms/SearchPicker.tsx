import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ErrorNotice';
import { SearchField } from '../../ui/SearchField';

/** Something found and chosen: its name, and a line that tells it from another of that name. */
export interface Choice {
  id: string;
  title: string;
  note: string | null;
}

export interface Source {
  key: readonly unknown[];
  find: (q: string, signal: AbortSignal) => Promise<Choice[]>;
}

interface SearchPickerProps {
  label: string;
  hint?: string | undefined;
  chosen: Choice | null;
  onChoose: (choice: Choice | null) => void;
  source: Source;
}

const LEAST = 2;

/** Finds one by a part of its name and keeps it until another is chosen. */
export function SearchPicker({ label, hint, chosen, onChoose, source }: SearchPickerProps) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const query = useQuery({
    queryKey: ['picker', ...source.key, settled],
    queryFn: ({ signal }) => source.find(settled, signal),
    enabled: chosen === null && settled.length >= LEAST,
  });
  if (chosen) {
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Paper withBorder p="xs">
          <Group justify="space-between" gap="xs">
            <Named choice={chosen} />
            <Button
              variant="default"
              size="xs"
              h={36}
              onClick={() => onChoose(null)}
              aria-label={t('picker.changeWhat', { what: label })}
            >
              {t('picker.change')}
            </Button>
          </Group>
        </Paper>
      </div>
    );
  }
  const found = settled.length >= LEAST ? query.data : undefined;
  return (
    <Stack gap={6}>
      <SearchField label={label} description={hint ?? t('picker.hint')} value={typed} onChange={setTyped} />
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      <div role="status">{found?.length === 0 ? <Text size="sm">{t('picker.none')}</Text> : null}</div>
      {found && found.length > 0 ? (
        <Stack
          component="ul"
          gap={6}
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t('picker.found', { what: label })}
        >
          {found.map((choice) => (
            <li key={choice.id}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                h="auto"
                mih={44}
                py={6}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
                onClick={() => onChoose(choice)}
              >
                <Named choice={choice} />
              </Button>
            </li>
          ))}
        </Stack>
      ) : null}
    </Stack>
  );
}

function Named({ choice }: { choice: Choice }) {
  return (
    <span style={{ minWidth: 0 }}>
      <Text component="span" fw={500} display="block">
        {choice.title}
      </Text>
      {choice.note ? (
        <Text component="span" size="sm" c="dimmed" display="block" fw={400}>
          {choice.note}
        </Text>
      ) : null}
    </span>
  );
}

import type { PresenceWords as Words, PresenceWordsInput } from '@ekinerja/contracts/attendance';
import { PRESENCE_STATUSES } from '@ekinerja/contracts/basics';
import { Accordion, Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { presenceWords, useSaveWords } from './queries';

const COLUMNS = ['nip', 'date', 'checkIn', 'checkOut', 'status'] as const;
type Fields = Record<string, string>;

/** How the region's presence system names its columns and days: kept once, read by every file and every pull. */
export function PresenceWords() {
  const { t } = useTranslation('attendance');
  const query = useQuery(presenceWords);
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="words">
        <Accordion.Control>{t('words.title')}</Accordion.Control>
        <Accordion.Panel>
          <Loaded query={query}>{(words) => <Form key={words.version} words={words} reload={() => void query.refetch()} />}</Loaded>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Form({ words, reload }: { words: Words; reload: () => void }) {
  const { t } = useTranslation(['attendance', 'shell']);
  const [columns, setColumns] = useState(() => asText(words.columns));
  const [statuses, setStatuses] = useState(() => asText(words.statuses));
  const save = useSaveWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ version: words.version, body: { columns: asLists(columns), statuses: asLists(statuses) } as PresenceWordsInput }, { onSuccess: () => announce(t('attendance:words.saved')) });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('attendance:words.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('attendance:words.note')}</Text>
        <Title order={4} size="h6">{t('attendance:words.columns')}</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {COLUMNS.map((name) => (
            <TextInput key={name} label={t(`attendance:format.${name}.name`)} value={columns[name] ?? ''} onChange={(event) => setColumns({ ...columns, [name]: event.currentTarget.value })} />
          ))}
        </SimpleGrid>
        <Title order={4} size="h6">{t('attendance:words.statuses')}</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {PRESENCE_STATUSES.map((name) => (
            <TextInput key={name} label={t(`shell:status.${name}`)} value={statuses[name] ?? ''} onChange={(event) => setStatuses({ ...statuses, [name]: event.currentTarget.value })} />
          ))}
        </SimpleGrid>
        <ErrorNotice error={save.error} onReload={() => { save.reset(); reload(); }} />
        <Group>
          <Button type="submit" loading={save.isPending}>{t('attendance:words.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `['Cuti', 'CT']` → `Cuti, CT` */
function asText(lists: Partial<Record<string, string[]>>): Fields {
  return Object.fromEntries(Object.entries(lists).map(([key, words]) => [key, (words ?? []).join(', ')]));
}

function asLists(fields: Fields): Record<string, string[]> {
  const lists = Object.entries(fields).map(([key, text]) => [key, text.split(',').map((word) => word.trim()).filter((word) => word !== '')] as const);
  return Object.fromEntries(lists.filter(([, words]) => words.length > 0));
}

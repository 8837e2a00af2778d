import type { CreateSkpRequest } from '@ekinerja/contracts/skp';
import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { suggestionsFor, useCreateSkp } from './queries';

/** From nothing, from last year's, or from a template of the unit; after a transfer with the letter of duty. */
export function StartSkp({ year, moved }: { year: number; moved: boolean }) {
  const { t } = useTranslation('skp');
  const navigate = useNavigate();
  const create = useCreateSkp();
  const { data } = useQuery(suggestionsFor(year));
  const [letter, setLetter] = useState({ number: '', date: '' });
  const begin = (from: Omit<CreateSkpRequest, 'year'>) => {
    const spmt = moved && letter.number.trim() && letter.date ? { letter: { kind: 'spmt' as const, ...letter } } : {};
    create.mutate({ year, ...spmt, ...from }, { onSuccess: (skp) => void navigate(`/skp/${skp.id}`) });
  };
  const { lastYear, templates = [] } = data ?? {};
  return (
    <Stack gap="sm">
      <ErrorNotice error={create.error} />
      {moved ? (
        <>
          <Text size="sm">{t('start.moved')}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('start.letter')}
              value={letter.number}
              onChange={(event) => setLetter({ ...letter, number: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('start.letterDate')}
              value={letter.date}
              onChange={(event) => setLetter({ ...letter, date: event.currentTarget.value })}
            />
          </SimpleGrid>
        </>
      ) : null}
      <Group gap="xs" justify={moved ? 'flex-start' : 'center'}>
        <Button leftSection={<IconPlus size={18} aria-hidden />} loading={create.isPending} onClick={() => begin({})}>
          {t('list.create', { year })}
        </Button>
        {lastYear ? (
          <Button
            variant="default"
            leftSection={<IconCopy size={18} aria-hidden />}
            disabled={create.isPending}
            onClick={() => begin({ copySkpId: lastYear.skpId })}
          >
            {t('start.copy', { year: lastYear.year, count: lastYear.results })}
          </Button>
        ) : null}
        {templates.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            leftSection={<IconCopy size={18} aria-hidden />}
            disabled={create.isPending}
            onClick={() => begin({ copyTemplateId: id })}
          >
            {t('start.template', { name })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

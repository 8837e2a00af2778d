import { NATIONAL_COLUMNS, type NationalColumn, type NationalFile, type NationalHeadings } from '@ekinerja/contracts/national-files';
import { Accordion, Button, Group, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { nationalHeadings, useSaveHeadings } from './queries';

interface NationalColumnsProps {
  file: NationalFile;
  /** Headings of the file that was read last, to choose from. */
  headings: string[];
  /** Opened: a column was not found. */
  missing: boolean;
  onSaved: () => void;
}

/** Which of the file's headings means what: kept once, read by every file from then on. */
export function NationalColumns({ file, headings, missing, onSaved }: NationalColumnsProps) {
  const { t } = useTranslation('imports');
  const query = useQuery(nationalHeadings(file));
  return (
    <Accordion variant="contained" chevronPosition="left" key={String(missing)} defaultValue={missing ? 'columns' : null}>
      <Accordion.Item value="columns">
        <Accordion.Control>{t('national.columns.title')}</Accordion.Control>
        <Accordion.Panel>
          <Loaded query={query}>
            {(saved) => <Form key={saved.version} {...{ file, saved, headings, onSaved }} reload={() => void query.refetch()} />}
          </Loaded>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Form({ file, saved, headings, onSaved, reload }: Omit<NationalColumnsProps, 'missing'> & { saved: NationalHeadings; reload: () => void }) {
  const { t } = useTranslation('imports');
  const [columns, setColumns] = useState(saved.columns);
  const save = useSaveHeadings(file);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const filled = Object.fromEntries(Object.entries(columns).filter(([, titles]) => titles.length > 0));
    save.mutate(
      { version: saved.version, body: { columns: filled } },
      {
        onSuccess: () => {
          announce(t('national.columns.saved'));
          onSaved();
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('national.columns.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('national.columns.note')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {NATIONAL_COLUMNS[file].map((column: NationalColumn) => (
            <TagsInput
              key={column}
              label={t(`national.column.${column}`)}
              data={headings}
              value={columns[column] ?? []}
              maxTags={20}
              clearable
              clearButtonProps={{ 'aria-label': t('national.columns.clear', { column: t(`national.column.${column}`) }) }}
              onChange={(titles) => setColumns({ ...columns, [column]: titles.map((title) => title.slice(0, 60)) })}
            />
          ))}
        </SimpleGrid>
        <ErrorNotice
          error={save.error}
          onReload={() => {
            save.reset();
            reload();
          }}
        />
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('national.columns.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

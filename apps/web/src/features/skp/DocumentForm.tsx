import { SKP_DOCUMENT_USES, SKP_LIMITS, type SkpDocumentUse } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { Button, FileInput, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useAddDocument } from './queries';

/** A supporting document with what makes it one: number, date, signatory. */
export function DocumentForm({ skp }: { skp: Pick<SkpDetail, 'id'> }) {
  const { t } = useTranslation('skp');
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState({ use: 'start-of-year' as SkpDocumentUse, kind: '', number: '', date: '', signatory: '' });
  const add = useAddDocument(skp.id);
  if (!open) {
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('record.addDocument')}
        </Button>
      </Group>
    );
  }
  const field = (name: 'kind' | 'number' | 'signatory') => ({
    label: t(`record.${name}`),
    maxLength: SKP_LIMITS.number,
    value: words[name],
    onChange: (event: { currentTarget: { value: string } }) => setWords({ ...words, [name]: event.currentTarget.value }),
  });
  const whole = file !== null && words.kind.trim() && words.number.trim() && words.date && words.signatory.trim();
  const send = () =>
    file &&
    add.mutate(
      { file, ...words },
      {
        onSuccess: () => {
          setOpen(false);
          setFile(null);
          announce(t('done.document'));
        },
      },
    );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('record.use')}
          value={words.use}
          data={SKP_DOCUMENT_USES.map((value) => ({ value, label: t(`use.${value}`) }))}
          onChange={(event) => setWords({ ...words, use: event.currentTarget.value as SkpDocumentUse })}
        />
        <TextInput {...field('kind')} />
        <TextInput {...field('number')} />
        <TextInput
          type="date"
          label={t('record.date')}
          value={words.date}
          onChange={(event) => setWords({ ...words, date: event.currentTarget.value })}
        />
        <TextInput {...field('signatory')} />
        <FileInput
          label={t('record.file')}
          description={t('record.fileNote')}
          accept="application/pdf,image/jpeg,image/png"
          value={file}
          onChange={setFile}
        />
      </SimpleGrid>
      <ErrorNotice error={add.error} />
      <Group>
        <Button loading={add.isPending} disabled={!whole} onClick={send}>
          {t('record.attach')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('record.cancel')}
        </Button>
      </Group>
    </>
  );
}

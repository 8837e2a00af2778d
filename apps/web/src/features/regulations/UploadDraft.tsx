import { REGULATION_LIMITS } from '@ekinerja/contracts/regulations';
import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { FileDrop } from '../../ui/FileDrop';
import { Section } from '../../ui/Section';
import { DocumentProblems, problemsOf } from './DocumentProblems';
import { useUploadDraft } from './draft-queries';

const ENDINGS = ['.yaml', '.yml', '.txt'];

/** A new version, by file or pasted; checked whole, and stored only when nothing is wrong. */
export function UploadDraft() {
  const { t } = useTranslation('drafts');
  const go = useNavigate();
  const [fileName, setFileName] = useState('rancangan.yaml');
  const [text, setText] = useState('');
  const [cases, setCases] = useState('');
  const sending = useUploadDraft();
  const problems = problemsOf(sending.error);
  const take = (set: (text: string) => void, named: boolean) => (file: File) => {
    void file.text().then((content) => {
      set(content);
      if (named) setFileName(file.name);
      sending.reset();
    });
  };
  const send = () =>
    sending.mutate({ fileName, text, cases: cases.trim() === '' ? null : cases }, { onSuccess: ({ id }) => void go(`/regulasi/rancangan/${id}`) });
  const drop = (set: (text: string) => void, named: boolean, word: 'file' | 'casesFile') => (
    <FileDrop
      accept={ENDINGS}
      maxBytes={REGULATION_LIMITS.text}
      busy={sending.isPending}
      progress={null}
      words={{ drop: t(`upload.${word}.drop`), choose: t(`upload.${word}.choose`), limits: t('upload.limits') }}
      refusal={(why, name) => ({ title: t(`upload.refused.${why}`, { name }), text: t(`upload.refused.${why}Text`) })}
      onFile={take(set, named)}
    />
  );
  return (
    <>
      <Section title={t('upload.title')} note={t('upload.note')}>
        <Stack gap="sm">
          {drop(setText, true, 'file')}
          <Textarea
            label={t('upload.text')}
            description={t('upload.textNote')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={18}
            maxLength={REGULATION_LIMITS.text}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          <details>
            <summary>
              <Anchor component="span">{t('upload.cases')}</Anchor>
            </summary>
            <Stack gap="sm" mt="sm">
              <Text size="sm">{t('upload.casesNote')}</Text>
              {drop(setCases, false, 'casesFile')}
              <Textarea
                label={t('upload.casesText')}
                value={cases}
                onChange={(event) => setCases(event.currentTarget.value)}
                autosize
                minRows={4}
                maxRows={12}
                maxLength={REGULATION_LIMITS.text}
                spellCheck={false}
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              />
            </Stack>
          </details>
          {problems === null ? <ErrorNotice error={sending.error} onRetry={send} /> : null}
          <Group>
            <Button leftSection={<IconCheck size={18} aria-hidden />} disabled={text.trim() === ''} loading={sending.isPending} onClick={send}>
              {t('upload.send')}
            </Button>
          </Group>
        </Stack>
      </Section>
      {problems ? (
        <div role="alert">
          <DocumentProblems title={t('problem.refused', { count: problems.length })} problems={problems} text={text} />
        </div>
      ) : null}
    </>
  );
}

import type { LateEntry, RequestKind } from '@ekinerja/contracts/service-requests';
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useFile } from './queries';

const EMPTY = { reason: '', effectiveOn: '', decreeNumber: '', decreeDate: '', signatory: '', class: '', employmentId: '', until: '' };

/** A request in one form: what, for whom, on which letter; scans are attached on the next page. */
export function FileForm({ kinds }: { kinds: RequestKind[] }) {
  const { t } = useTranslation(['service-requests', 'shell']);
  const { employment } = useProfile();
  const admin = useCan('activities.unit');
  const offered = kinds.filter(({ filedBy }) => (filedBy.includes('owner') && employment) || (filedBy.includes('unit-admin') && admin));
  const [code, setCode] = useState<string | null>(null);
  const [words, setWords] = useState(EMPTY);
  const [reopens, setReopens] = useState<LateEntry>('annual');
  const file = useFile();
  const navigate = useNavigate();
  const kind = offered.find((one) => one.code === code);
  const own = kind?.filedBy.includes('owner');
  const field = (name: keyof typeof EMPTY, type?: string) => ({
    label: t(`field.${name}`), value: words[name], ...(type ? { type } : {}),
    onChange: (event: { currentTarget: { value: string } }) => setWords({ ...words, [name]: event.currentTarget.value }),
  });
  const submit = () =>
    kind &&
    file.mutate(
      {
        kind: kind.code, employmentId: own ? (employment?.id ?? '') : words.employmentId.trim(), reason: words.reason.trim(),
        content: {
          effectiveOn: words.effectiveOn, decreeNumber: words.decreeNumber.trim(), decreeDate: words.decreeDate, signatory: words.signatory.trim(), postId: null,
          class: kind.effect === 'profile-change' ? words.class.trim() || null : null, evaluatorId: null,
          reopens: kind.effect === 'late-entry' ? reopens : null, from: null, to: null, until: kind.effect === 'late-entry' ? words.until || null : null,
        },
      },
      { onSuccess: (request) => void navigate(`/pelayanan/${request.id}`) },
    );
  return (
    <Section title={t('file.title')} note={t('file.note')}>
      <Group gap="xs">
        {offered.map((one) => (
          <Button key={one.code} variant={one.code === code ? 'filled' : 'default'} onClick={() => setCode(one.code)}>
            {one.name}
          </Button>
        ))}
      </Group>
      {kind ? (
        <Stack gap="sm" mt="sm">
          <Text size="sm">
            <Cite cite={kind.cite} /> · {t('file.attachments', { list: kind.attachments.map(({ name }) => name).join('; ') })}
          </Text>
          <Textarea {...field('reason')} required autosize minRows={2} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {own ? null : <TextInput {...field('employmentId')} required />}
            <TextInput {...field('effectiveOn', 'date')} required />
            <TextInput {...field('decreeNumber')} required />
            <TextInput {...field('decreeDate', 'date')} required />
            <TextInput {...field('signatory')} required />
            {kind.effect === 'profile-change' ? <TextInput {...field('class')} /> : null}
            {kind.effect === 'late-entry' ? (
              <>
                <NativeSelect label={t('field.reopens')} value={reopens} onChange={(event) => setReopens(event.currentTarget.value as LateEntry)} data={kind.reopens.map((value) => ({ value, label: t(`reopens.${value}`) }))} />
                <TextInput {...field('until', 'date')} required />
              </>
            ) : null}
          </SimpleGrid>
          <ErrorNotice error={file.error} />
          <Group>
            <Button loading={file.isPending} disabled={words.reason.trim().length < 5 || !words.effectiveOn || !words.decreeNumber || !words.decreeDate || !words.signatory} onClick={submit}>
              {t('file.make')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </Section>
  );
}

import { FEEDBACK_LIMITS, type FeedbackKind, type FeedbackRecord, type FeedbackWay } from '@ekinerja/contracts/feedback';
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { AboutSelect, aboutOf } from './AboutSelect';
import { useGive } from './queries';

interface Draft {
  kind: FeedbackKind;
  way: FeedbackWay;
  heldOn: string;
  /** As `AboutSelect` writes it. */
  about: string;
  text: string;
}

/** Feedback in one go: what it is about, the words, and whether it was said or is written. */
export function GiveForm({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  const { today } = useProfile();
  const empty: Draft = { kind: record.due && !record.due.given && record.mayLead ? 'periodic' : 'incidental', way: 'indirect', heldOn: '', about: 'general', text: '' };
  const [draft, setDraft] = useState(empty);
  const give = useGive();
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = () => {
    give.mutate(
      {
        employmentId: record.employmentId, kind: draft.kind, way: draft.way, heldOn: draft.way === 'direct' ? draft.heldOn : null, ...aboutOf(draft.about),
        text: draft.text.trim(),
      },
      {
        onSuccess: () => {
          setDraft({ ...empty, kind: 'incidental' });
          announce(t('give.sent'));
        },
      },
    );
  };
  return (
    <Section title={t('give.title')} note={t(`give.as.${record.as}`)}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <AboutSelect record={record} value={draft.about} onChange={(about) => change({ about })} />
          <NativeSelect
            label={t('give.kind')}
            value={draft.kind}
            onChange={(event) => change({ kind: event.currentTarget.value as FeedbackKind })}
            data={record.kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <NativeSelect
            label={t('give.way')}
            value={draft.way}
            onChange={(event) => change({ way: event.currentTarget.value as FeedbackWay })}
            data={record.ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          />
          {draft.way === 'direct' ? (
            <TextInput type="date" label={t('give.heldOn')} max={today} value={draft.heldOn} onChange={(event) => change({ heldOn: event.currentTarget.value })} />
          ) : null}
        </SimpleGrid>
        {record.phrases.length > 0 ? (
          <div role="group" aria-label={t('give.phrases')}>
            <Text size="sm" c="dimmed" mb={4}>
              {t('give.phrases')}
            </Text>
            <Group gap={6}>
              {record.phrases.map((phrase) => (
                <Button key={phrase} size="compact-sm" h={36} variant="default" fw={400} onClick={() => change({ text: draft.text ? `${draft.text} ${phrase}` : phrase })}>
                  {phrase}
                </Button>
              ))}
            </Group>
          </div>
        ) : null}
        <Textarea
          label={t('give.text')}
          required
          autosize
          minRows={3}
          maxLength={FEEDBACK_LIMITS.text}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <ErrorNotice error={give.error} />
        <Group>
          <Button loading={give.isPending} disabled={draft.text.trim().length < FEEDBACK_LIMITS.textFrom || (draft.way === 'direct' && !draft.heldOn)} onClick={submit}>
            {t('give.send')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

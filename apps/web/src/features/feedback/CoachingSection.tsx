import { FEEDBACK_LIMITS, type Coaching, type CoachingKind, type FeedbackRecord } from '@ekinerja/contracts/feedback';
import { Badge, Button, Card, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useStep } from './queries';

const { textFrom, text } = FEEDBACK_LIMITS;

/** Guidance and counselling with their sessions. */
export function CoachingSection({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  const step = useStep();
  const [kind, setKind] = useState<CoachingKind>(record.coaching[0] ?? 'guidance');
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('coaching.title')} note={t('coaching.note')}>
      <Stack>
        {record.mayLead && record.coaching.length > 0 ? (
          open ? (
            <Stack gap="sm">
              <NativeSelect
                label={t('coaching.kind')}
                value={kind}
                onChange={(event) => setKind(event.currentTarget.value as CoachingKind)}
                data={record.coaching.map((value) => ({ value, label: t(`coachingKind.${value}`) }))}
              />
              <ConfirmReason
                label={t('coaching.reason')}
                confirm={t('coaching.start')}
                min={textFrom}
                max={text}
                busy={step.isPending}
                onConfirm={(reason) =>
                  step.mutate({ path: `people/${record.employmentId}/coachings`, body: { kind, reason } }, { onSuccess: () => setOpen(false) })
                }
                onCancel={() => setOpen(false)}
              />
            </Stack>
          ) : (
            <Group>
              <Button variant="default" onClick={() => setOpen(true)}>
                {t('coaching.add')}
              </Button>
            </Group>
          )
        ) : null}
        <ErrorNotice error={step.error} />
        {record.coachings.map((coaching) => (
          <OneCoaching key={coaching.id} coaching={coaching} mayLead={record.mayLead} />
        ))}
      </Stack>
    </Section>
  );
}

function OneCoaching({ coaching, mayLead }: { coaching: Coaching; mayLead: boolean }) {
  const { t } = useTranslation(['feedback', 'shell']);
  const { today } = useProfile();
  const step = useStep();
  const [form, setForm] = useState<'session' | 'end' | null>(null);
  const [words, setWords] = useState({ heldOn: today, notes: '', outcome: '' });
  const done = { onSuccess: () => { setForm(null); announce(t('coaching.saved')); } };
  const post = (path: string, body: unknown) => step.mutate({ path: `coachings/${coaching.id}/${path}`, body, version: coaching.version }, done);
  return (
    <Card withBorder component="article">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t(`coachingKind.${coaching.kind}`)}</Text>
        <Badge variant="light" tt="none" size="lg" color={coaching.status === 'ended' ? 'gray' : 'blue'}>
          {t(`coachingStatus.${coaching.status}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {coaching.coachName}, {formatInstant(coaching.at)}
      </Text>
      <Text mt={4}>{coaching.reason}</Text>
      {coaching.sessions.map((session) => (
        <Text key={session.id} size="sm" mt={4}>
          <strong>{formatDate(session.heldOn)}</strong> – {session.notes} {t('coaching.outcomeOf', { outcome: session.outcome })}
        </Text>
      ))}
      {coaching.outcome ? <Text mt={4}>{t('coaching.endedWith', { outcome: coaching.outcome })}</Text> : null}
      {mayLead && coaching.status !== 'ended' && form === null ? (
        <Group mt="sm" gap="xs">
          <Button variant="default" onClick={() => setForm('session')}>
            {t('coaching.addSession')}
          </Button>
          {coaching.sessions.length > 0 ? (
            <Button variant="default" onClick={() => setForm('end')}>
              {t('coaching.end')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {form === 'end' ? (
        <ConfirmReason label={t('coaching.outcome')} confirm={t('coaching.end')} min={textFrom} max={text} busy={step.isPending} onConfirm={(outcome) => post('end', { outcome })} onCancel={() => setForm(null)} />
      ) : null}
      {form === 'session' ? (
        <Stack gap="sm" mt="sm">
          <TextInput type="date" max={today} label={t('give.heldOn')} value={words.heldOn} onChange={(event) => setWords({ ...words, heldOn: event.currentTarget.value })} />
          <Textarea label={t('coaching.notes')} required autosize minRows={2} value={words.notes} onChange={(event) => setWords({ ...words, notes: event.currentTarget.value })} />
          <Textarea label={t('coaching.outcome')} required autosize minRows={2} value={words.outcome} onChange={(event) => setWords({ ...words, outcome: event.currentTarget.value })} />
          <Group>
            <Button loading={step.isPending} disabled={words.notes.trim().length < textFrom || words.outcome.trim().length < textFrom} onClick={() => post('sessions', words)}>
              {t('shell:save')}
            </Button>
            <Button variant="default" onClick={() => setForm(null)}>
              {t('shell:cancel')}
            </Button>
          </Group>
        </Stack>
      ) : null}
      <ErrorNotice error={step.error} mt="sm" />
    </Card>
  );
}

import { FEEDBACK_LIMITS, type FeedbackRecord, type ProgressMark } from '@ekinerja/contracts/feedback';
import { Anchor, Badge, Button, Card, Group, NativeSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { MeasureForm } from './MeasureForm';
import { useStep } from './queries';

/** Progress or none, and what was done about it. */
export function ProgressSection({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  if (!record.mayLead && record.marks.length === 0) return null;
  return (
    <Section title={t('progress.title')} note={t('progress.note')}>
      <Stack>
        {record.mayLead ? <MarkForm record={record} /> : null}
        {record.marks.map((mark) => (
          <Mark key={mark.id} mark={mark} record={record} />
        ))}
      </Stack>
    </Section>
  );
}

function Mark({ mark, record }: { mark: ProgressMark; record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  return (
    <Card withBorder component="article">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{mark.about || t('subject.general')}</Text>
        <Badge
          variant="light"
          size="lg"
          tt="none"
          color={mark.progress ? 'green' : 'orange'}
          leftSection={mark.progress ? <IconTrendingUp size={14} aria-hidden /> : <IconTrendingDown size={14} aria-hidden />}
        >
          {t(mark.progress ? 'progress.yes' : 'progress.no')}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {mark.by}, {formatInstant(mark.at)}
      </Text>
      <Text mt={4}>{mark.note}</Text>
      {mark.measures.map((measure) => (
        <Text key={measure.id} size="sm" mt={4}>
          <strong>{t(`measure.${measure.measure}`)}</strong>
          {`: ${measure.note} `}
          {measure.skpChangeId ? (
            <Anchor component={Link} to={`/skp/perubahan/${measure.skpChangeId}`} fz="sm">
              {t(measure.done ? 'progress.changeDone' : 'progress.changeOpen')}
            </Anchor>
          ) : null}{' '}
          {measure.cite ? <Cite cite={measure.cite} /> : null}
        </Text>
      ))}
      {mark.open.length > 0 ? <MeasureForm mark={mark} record={record} /> : null}
    </Card>
  );
}

function MarkForm({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation(['feedback', 'shell']);
  const [open, setOpen] = useState(false);
  const [progress, setProgress] = useState('yes');
  const [resultId, setResult] = useState('');
  const [note, setNote] = useState('');
  const step = useStep();
  if (!open) {
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('progress.add')}
        </Button>
      </Group>
    );
  }
  const save = () =>
    step.mutate(
      { path: `people/${record.employmentId}/marks`, body: { resultId: resultId || null, progress: progress === 'yes', note: note.trim() } },
      {
        onSuccess: () => {
          setOpen(false);
          setNote('');
          announce(t('progress.saved'));
        },
      },
    );
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('progress.title')}
        value={progress}
        onChange={setProgress}
        data={[
          { value: 'yes', label: t('progress.yes') },
          { value: 'no', label: t('progress.no') },
        ]}
      />
      <NativeSelect
        label={t('give.about')}
        value={resultId}
        onChange={(event) => setResult(event.currentTarget.value)}
        data={[{ value: '', label: t('subject.general') }, ...record.results.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Textarea label={t('progress.why')} required autosize minRows={2} maxLength={FEEDBACK_LIMITS.text} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <ErrorNotice error={step.error} />
      <Group>
        <Button loading={step.isPending} disabled={note.trim().length < FEEDBACK_LIMITS.textFrom} onClick={save}>
          {t('progress.save')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('shell:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

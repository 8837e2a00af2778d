import { FEEDBACK_LIMITS, type CoachingKind, type FeedbackRecord, type ProgressMark, type ProgressMeasure } from '@ekinerja/contracts/feedback';
import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useStep } from './queries';

/** What the leader does about a mark: only what the article opens now. */
export function MeasureForm({ mark, record }: { mark: ProgressMark; record: FeedbackRecord }) {
  const { t } = useTranslation(['feedback', 'shell']);
  const [measure, setMeasure] = useState<ProgressMeasure | null>(null);
  const [note, setNote] = useState('');
  const [resources, setResources] = useState<string[]>([]);
  const [coaching, setCoaching] = useState<CoachingKind>(record.coaching[0] ?? 'guidance');
  const step = useStep();
  if (measure === null) {
    return (
      <Group mt="sm" gap="xs">
        {mark.open.map((one) => (
          <Button key={one.measure} variant="default" color={one.measure === 'take-over' ? 'orange' : undefined} onClick={() => setMeasure(one.measure)}>
            {t(`measure.${one.measure}`)}
          </Button>
        ))}
      </Group>
    );
  }
  const cite = mark.open.find((one) => one.measure === measure)?.cite;
  const coaches = measure === 'coaching' || measure === 'coaching-proposal';
  const take = () =>
    step.mutate(
      {
        path: `marks/${mark.id}/measures`,
        body: { measure, note: note.trim(), ...(measure === 'resources' ? { resources } : {}), ...(coaches ? { coaching } : {}) },
      },
      {
        onSuccess: () => {
          setMeasure(null);
          setNote('');
          announce(t('progress.taken'));
        },
      },
    );
  return (
    <Stack gap="sm" mt="sm">
      <Text fw={600}>
        {t(`measure.${measure}`)} {cite ? <Cite cite={cite} /> : null}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`measureNote.${measure}`)}
      </Text>
      {measure === 'resources' ? (
        <Checkbox.Group label={t('progress.resources')} value={resources} onChange={setResources}>
          <Stack gap="xs" mt={4}>
            {record.resources.map(({ code, name }) => (
              <Checkbox key={code} value={code} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      {coaches ? (
        <NativeSelect
          label={t('coaching.kind')}
          value={coaching}
          onChange={(event) => setCoaching(event.currentTarget.value as CoachingKind)}
          data={record.coaching.map((value) => ({ value, label: t(`coachingKind.${value}`) }))}
        />
      ) : null}
      <Textarea label={t('progress.measureNote')} required autosize minRows={2} maxLength={FEEDBACK_LIMITS.text} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <ErrorNotice error={step.error} />
      <Group>
        <Button loading={step.isPending} disabled={note.trim().length < FEEDBACK_LIMITS.textFrom || (measure === 'resources' && resources.length === 0)} onClick={take}>
          {t('progress.take')}
        </Button>
        <Button variant="default" onClick={() => setMeasure(null)}>
          {t('shell:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

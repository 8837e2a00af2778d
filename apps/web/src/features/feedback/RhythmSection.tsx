import { FEEDBACK_RHYTHMS, type FeedbackRecord, type FeedbackRhythm } from '@ekinerja/contracts/feedback';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useStep } from './queries';

/** How often, as both agreed; and what is due by it. */
export function RhythmSection({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  const step = useStep();
  const rhythm = record.rhythm!;
  const party = record.as === 'self' || record.mayLead;
  const [every, setEvery] = useState<FeedbackRhythm>(rhythm.every);
  const path = `people/${record.employmentId}/rhythm`;
  return (
    <Section title={t('rhythm.title')} note={<Cite cite={rhythm.cite} />}>
      <Text>
        {t(`rhythm.${rhythm.standing}`, { every: t(`every.${rhythm.every}`), by: rhythm.proposedBy ?? '' })}{' '}
        {record.due ? t(record.due.given ? 'rhythm.given' : 'rhythm.due', { date: formatDate(record.due.dueOn) }) : ''}
      </Text>
      {party ? (
        <Group mt="sm" align="flex-end">
          {rhythm.mayConfirm ? (
            <Button loading={step.isPending} onClick={() => step.mutate({ path: `${path}/agree` }, { onSuccess: () => announce(t('rhythm.done')) })}>
              {t('rhythm.agree')}
            </Button>
          ) : null}
          <NativeSelect
            label={t('rhythm.propose')}
            value={every}
            onChange={(event) => setEvery(event.currentTarget.value as FeedbackRhythm)}
            data={FEEDBACK_RHYTHMS.map((value) => ({ value, label: t(`every.${value}`) }))}
          />
          <Button
            variant="default"
            loading={step.isPending}
            disabled={every === rhythm.every && rhythm.standing !== 'default'}
            onClick={() => step.mutate({ method: 'PUT', path, body: { every } }, { onSuccess: () => announce(t('rhythm.proposedDone')) })}
          >
            {t('rhythm.send')}
          </Button>
        </Group>
      ) : null}
      <ErrorNotice error={step.error} mt="sm" />
    </Section>
  );
}

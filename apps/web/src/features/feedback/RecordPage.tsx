import type { FeedbackRecord } from '@ekinerja/contracts/feedback';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconFileTypePdf, IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatDate, formatInstant } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { CoachingSection } from './CoachingSection';
import { FeedbackCard } from './FeedbackCard';
import { GiveForm } from './GiveForm';
import { InvitationSection } from './InvitationSection';
import { ProgressSection } from './ProgressSection';
import { RhythmSection } from './RhythmSection';
import { feedbackRecord } from './queries';

/** The feedback record of one person, and what those who lead them do about it. */
export default function RecordPage() {
  const { id = '' } = useParams();
  const query = useQuery(feedbackRecord(id));
  return <Loaded query={query}>{(record) => <Record record={record} />}</Loaded>;
}

function Record({ record }: { record: FeedbackRecord }) {
  const { t } = useTranslation('feedback');
  const { today } = useProfile();
  const year = today.slice(0, 4);
  const whole = record.as !== 'peer' && record.as !== 'subordinate';
  return (
    <>
      <PageTitle title={record.as === 'self' ? t('record.own') : t('record.of', { name: record.personName })} note={record.postName}>
        {whole ? (
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            onClick={() => void download(`/feedback/people/${record.employmentId}/record.pdf`, 'umpan-balik.pdf', { year })}
          >
            {t('record.pdf')}
          </Button>
        ) : null}
      </PageTitle>
      <Stack>
        {record.takeOvers.map((note) => (
          <Alert key={note.id} color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('record.takenOver', { result: note.result })}>
            <Text>{note.note}</Text>
            <Text size="sm">
              {note.by}, {formatInstant(note.at)} · <Cite cite={note.cite} />
            </Text>
          </Alert>
        ))}
        {record.due?.missed ? (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('record.late')}>
            {t('record.lateText', { count: record.due.missedCount, from: formatDate(record.due.missed.from), to: formatDate(record.due.missed.to) })}
          </Alert>
        ) : null}
        {record.mayGive ? <GiveForm record={record} /> : null}
        {record.rhythm ? <RhythmSection record={record} /> : null}
        {whole ? <ProgressSection record={record} /> : null}
        {whole && (record.coachings.length > 0 || record.mayLead) ? <CoachingSection record={record} /> : null}
        {record.mayLead ? <InvitationSection record={record} /> : null}
        <Section title={t('record.list')} note={record.cite ? <Cite cite={record.cite} /> : undefined}>
          {record.feedback.length === 0 ? (
            <EmptyState icon={IconMessages} title={t('record.none')} text={t('record.noneText')} />
          ) : (
            <Stack>
              {record.feedback.map((item) => (
                <FeedbackCard key={item.id} item={item} mayAnswer={record.as === 'self'} />
              ))}
            </Stack>
          )}
        </Section>
      </Stack>
    </>
  );
}

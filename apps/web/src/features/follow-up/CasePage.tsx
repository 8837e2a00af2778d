import { FOLLOW_UP_LIMITS, type CaseAction, type CaseDetail, type CaseStep } from '@ekinerja/contracts/follow-up';
import { Anchor, Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDate, formatInstant, formatMonth } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { DownloadButton } from '../../ui/DownloadButton';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { Why } from '../../ui/Why';
import { Basis } from './Basis';
import { caseDetail, useCaseStep } from './queries';

/** One case: its grounds, its steps with their articles, and what can be decided now. */
export default function CasePage() {
  const { id = '' } = useParams();
  const query = useQuery(caseDetail(id));
  return <Loaded query={query}>{(one) => <Case key={one.version} one={one} />}</Loaded>;
}

function Case({ one }: { one: CaseDetail }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const ends = one.dueSoon || one.overdue;
  return (
    <>
      <PageTitle title={t(`kind.${one.kind}`)} note={`${one.personName}${one.postName ? `, ${one.postName}` : ''}`}>
        <Button component={Link} to="/tindak-lanjut" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('case.back')}
        </Button>
      </PageTitle>
      <Stack>
        <Section
          title={t(`status.${one.status}`)}
          note={one.dueOn ? t('case.until', { date: formatDate(one.dueOn) }) : undefined}
          actions={one.overdue ? <StatusBadge status="overdue" /> : one.dueSoon ? <StatusBadge status="warning" word={t('cases.soon')} /> : null}
        >
          <Facts
            items={[
              { label: t('case.opened'), value: formatDate(one.openedOn) },
              { label: t('case.grounds'), value: one.grounds },
              ...(one.predicate ? [{ label: t('case.predicate'), value: t(`shell:status.${one.predicate}`) }] : []),
              ...(one.month ? [{ label: t('case.month'), value: formatMonth(one.month) }] : []),
            ]}
          />
          <Group gap="xs" mt="sm">
            {one.derivation.length > 0 ? <Why title={t(`kind.${one.kind}`)} steps={one.derivation} /> : null}
            {one.evaluationId ? (
              <DownloadButton path={`/evaluations/${one.evaluationId}/evaluation.pdf`} fileName="evaluasi.pdf">
                {t('case.evaluation')}
              </DownloadButton>
            ) : null}
            {ends ? (
              <DownloadButton path={`/follow-up/cases/${one.id}/reminder.pdf`} fileName="pengingat.pdf">
                {t('paper.reminder')}
              </DownloadButton>
            ) : null}
          </Group>
        </Section>
        <Basis one={one} />
        {one.open.length > 0 ? <StepForm one={one} /> : null}
        <Section title={t('case.steps')} note={t('case.stepsNote')}>
          <Stack gap="md" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
            {one.steps.map((step) => (
              <Step key={step.number} one={one} step={step} />
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

function Step({ one: { id: caseId, employmentId }, step }: { one: CaseDetail; step: CaseStep }) {
  const { t } = useTranslation('follow-up');
  const what = t(`action.${step.action}`);
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Text fw={600} component="div">
          {what} {step.cite ? <Cite cite={step.cite} /> : null}
        </Text>
        <Text size="sm" c="dimmed">
          {step.by}, {formatInstant(step.at)}
        </Text>
        <Text>{step.note}</Text>
        {step.coachingId ? (
          <Anchor component={Link} to={`/umpan-balik/${employmentId}`} size="sm">
            {t('case.coaching')}
          </Anchor>
        ) : null}
        {step.document ? (
          <Text size="sm">{t('case.letter', { number: step.document.number, date: formatDate(step.document.date), signatory: step.document.signatory })}</Text>
        ) : null}
      </div>
      <DownloadButton path={`/follow-up/cases/${caseId}/steps/${step.number}/paper.pdf`} fileName={`${step.paper}.pdf`} size="sm" h={36} aria-label={t('paper.of', { paper: t(`paper.${step.paper}`), step: what })}>
        {t(`paper.${step.paper}`)}
      </DownloadButton>
    </Group>
  );
}

function StepForm({ one }: { one: CaseDetail }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const [action, setAction] = useState<CaseAction | null>(null);
  const [note, setNote] = useState('');
  const [letter, setLetter] = useState({ number: '', date: '', signatory: '' });
  const step = useCaseStep(one.id);
  const chosen = one.open.find((entry) => entry.action === action);
  const whole = note.trim().length >= 5 && (!chosen?.decree || (letter.number && letter.date && letter.signatory));
  return (
    <Section title={t('case.next')} note={t('case.nextNote')}>
      <Group gap="xs">
        {one.open.map((entry) => (
          <Button key={entry.action} variant={entry.action === action ? 'filled' : 'default'} onClick={() => setAction(entry.action)}>
            {t(`action.${entry.action}`)}
          </Button>
        ))}
      </Group>
      {chosen && action ? (
        <Stack gap="sm" mt="sm">
          <Text size="sm">
            {chosen.cite ? <Cite cite={chosen.cite} /> : t('case.noArticle')}
          </Text>
          <Textarea label={t('case.note')} required autosize minRows={2} maxLength={FOLLOW_UP_LIMITS.text} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          {chosen.decree ? (
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput label={t('case.number')} required value={letter.number} onChange={(event) => setLetter({ ...letter, number: event.currentTarget.value })} />
              <TextInput type="date" label={t('case.date')} required value={letter.date} onChange={(event) => setLetter({ ...letter, date: event.currentTarget.value })} />
              <TextInput label={t('case.signatory')} required value={letter.signatory} onChange={(event) => setLetter({ ...letter, signatory: event.currentTarget.value })} />
            </SimpleGrid>
          ) : null}
          <ErrorNotice error={step.error} />
          <Group>
            <Button
              disabled={!whole}
              loading={step.isPending}
              onClick={() => step.mutate({ action, note: note.trim(), document: chosen.decree ? letter : null, version: one.version }, { onSuccess: () => announce(t('case.saved')) })}
            >
              {t('case.save')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </Section>
  );
}

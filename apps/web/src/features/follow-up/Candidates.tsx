import type { CaseCandidate } from '@ekinerja/contracts/follow-up';
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFilter, useMonth } from '../../lib/filters';
import { addMonths, formatMonth, monthOf } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MonthPicker } from '../../ui/MonthPicker';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { useYear, YearPicker } from '../../ui/YearPicker';
import { evaluatorCandidates, sanctionCandidates, silentCandidates, useOpenCase } from './queries';

/** Whom the regulation lets a case be opened for: results of a year, months without reports, and evaluators on record at any time. */
export function Candidates() {
  const { t } = useTranslation('follow-up');
  const { today } = useProfile();
  const manages = useCan('follow-up.manage');
  const decides = useCan('follow-up.decide');
  const [year, setYear] = useYear();
  const [month, setMonth] = useMonth(addMonths(monthOf(today), -1));
  const [chosen] = useFilter('bulan');
  const sanctions = useQuery({ ...sanctionCandidates(Number(year)), enabled: manages });
  const evaluators = useQuery({ ...evaluatorCandidates, enabled: manages });
  const silent = useQuery({ ...silentCandidates(month), enabled: decides });
  const candidates = [...(sanctions.data ?? []), ...(evaluators.data ?? []), ...(silent.data ?? [])];
  const asked = [...(manages ? [sanctions, evaluators] : []), ...(decides ? [silent] : [])];
  // Most evaluators' regulation knows no case of theirs to open: nothing is said to them.
  if (!manages && candidates.length === 0 && chosen === null) return null;
  return (
    <Section title={t('candidates.title')} note={t('candidates.note')}>
      <Stack>
        <Group align="flex-end">
          {manages ? <YearPicker value={year} onChange={setYear} /> : null}
          {decides ? <MonthPicker value={month} onChange={setMonth} max={monthOf(today)} /> : null}
        </Group>
        <ErrorNotice error={asked.find(({ error }) => error)?.error ?? null} />
        {candidates.map((one) => (
          <Candidate key={`${one.kind}.${one.employmentId}.${one.evaluationId ?? one.month}`} candidate={one} />
        ))}
        {candidates.length === 0 && asked.every(({ isSuccess }) => isSuccess) ? <Text size="sm">{t('candidates.none')}</Text> : null}
      </Stack>
    </Section>
  );
}

function Candidate({ candidate }: { candidate: CaseCandidate }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const decides = useCan('follow-up.decide');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const start = useOpenCase();
  const month = candidate.month ? formatMonth(candidate.month) : '';
  const ground = () => {
    if (candidate.kind === 'sanction') return t('candidates.sanction', { year: candidate.year });
    if (candidate.kind === 'evaluator') return t('candidates.evaluator', { count: candidate.people ?? 0, month });
    return t('candidates.silent', { count: candidate.days ?? 0, month });
  };
  return (
    <Card withBorder component="article">
      <Group justify="space-between" gap="xs" mb={open ? 'sm' : 0}>
        <div>
          <Text fw={600}>{candidate.personName}</Text>
          <Text size="sm" c="dimmed">
            {candidate.postName} · {ground()}
          </Text>
        </div>
        <Group gap={6}>
          {candidate.predicate ? <StatusBadge status={candidate.predicate} /> : null}
          <Cite cite={candidate.cite} />
          {decides && !open ? (
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('candidates.open')}
            </Button>
          ) : null}
        </Group>
      </Group>
      {open ? (
        <ConfirmReason
          label={t('candidates.grounds')}
          confirm={t('candidates.open')}
          min={5}
          max={2000}
          busy={start.isPending}
          onConfirm={(grounds) =>
            start.mutate(
              { kind: candidate.kind, employmentId: candidate.employmentId, evaluationId: candidate.evaluationId, month: candidate.month, grounds },
              { onSuccess: ({ id }) => void navigate(`/tindak-lanjut/${id}`) },
            )
          }
          onCancel={() => setOpen(false)}
        />
      ) : null}
      <ErrorNotice error={start.error} mt="sm" />
    </Card>
  );
}

import type { CaseCandidate } from '@ekinerja/contracts/follow-up';
import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { addMonths, formatDate, formatMonth, monthOf } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { caseList, evaluatorCandidates, sanctionCandidates, silentCandidates, useOpenCase } from './queries';

/** Cases on record, and whom the regulation lets one be opened for. */
export function CaseList() {
  const { t } = useTranslation('follow-up');
  const { today } = useProfile();
  const manages = useCan('follow-up.manage');
  const query = useInfiniteQuery(caseList());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const year = Number(today.slice(0, 4)) - 1;
  const month = addMonths(monthOf(today), -1);
  const sanctions = useQuery({ ...sanctionCandidates(year), enabled: manages });
  const evaluators = useQuery({ ...evaluatorCandidates(month), enabled: manages });
  const decides = useCan('follow-up.decide');
  const silent = useQuery({ ...silentCandidates(month), enabled: decides });
  const candidates = [...(sanctions.data ?? []), ...(evaluators.data ?? []), ...(silent.data ?? [])];
  return (
    <Stack>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {candidates.length > 0 ? (
        <Section title={t('candidates.title')} note={t('candidates.note')}>
          <Stack>
            {candidates.map((one) => (
              <Candidate key={`${one.kind}.${one.employmentId}`} candidate={one} month={month} />
            ))}
          </Stack>
        </Section>
      ) : null}
      {items.length === 0 && query.isSuccess ? (
        <EmptyState icon={IconGavel} title={t('cases.none')} text={t('cases.noneText')} />
      ) : items.length > 0 ? (
        <ResponsiveTable
          caption={t('tab.perkara')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name', title: t('cases.name'), heading: true,
              cell: (row) => (
                <Anchor component={Link} to={`/tindak-lanjut/${row.id}`}>
                  {row.personName}
                </Anchor>
              ),
            },
            { key: 'kind', title: t('cases.kind'), cell: (row) => t(`kind.${row.kind}`) },
            {
              key: 'status', title: t('cases.status'),
              cell: (row) => (
                <Group gap={6}>
                  <Badge variant="light" tt="none" size="lg">
                    {t(`status.${row.status}`)}
                  </Badge>
                  {row.overdue ? <StatusBadge status="overdue" /> : row.dueSoon ? <StatusBadge status="warning" word={t('cases.soon')} /> : null}
                </Group>
              ),
            },
            { key: 'due', title: t('cases.due'), cell: (row) => (row.dueOn ? formatDate(row.dueOn) : '–') },
          ]}
        />
      ) : null}
      <LoadMore query={query} />
    </Stack>
  );
}

function Candidate({ candidate, month }: { candidate: CaseCandidate; month: string }) {
  const { t } = useTranslation(['follow-up', 'shell']);
  const decides = useCan('follow-up.decide');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const start = useOpenCase();
  const ground = () => {
    if (candidate.kind === 'sanction') return t('candidates.sanction', { year: candidate.year });
    if (candidate.kind === 'evaluator') return t('candidates.evaluator', { count: candidate.people ?? 0, month: formatMonth(month) });
    return t('candidates.silent', { count: candidate.days ?? 0, month: formatMonth(month) });
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
              { kind: candidate.kind, employmentId: candidate.employmentId, evaluationId: candidate.evaluationId, month: candidate.kind === 'sanction' ? null : month, grounds },
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

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Objection } from '@ekinerja/contracts/objections';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconClockExclamation, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { download } from '../../lib/api';
import { formatDeadline, formatInstant, formatMonth } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { LOOK, statusOf } from './case-status';
import { CaseFacts } from './CaseFacts';
import { DecisionForm } from './DecisionForm';
import { Evidence } from './Evidence';

import { objection, useWithdraw } from './queries';
import { Statements } from './Statements';

/** The case file of one objection. */
export default function ObjectionPage() {
  const { t } = useTranslation('objections');
  const { id = '' } = useParams();
  const query = useQuery(objection(id));
  return <Loaded query={query}>{(one) => <Case one={one} reload={() => void query.refetch()} key={one.id} title={t('case')} />}</Loaded>;
}

function Case({ one, title, reload }: { one: Objection; title: string; reload: () => void }) {
  const { t } = useTranslation(['objections', 'shell']);
  const print = useMutation({ mutationFn: () => download(`/objections/${one.id}/objection.pdf`, 'keberatan.pdf') });
  return (
    <>
      <PageTitle
        title={`${title}: ${one.personName}`}
        note={t(`of.${one.kind}`, { month: formatMonth(one.month), year: one.month.slice(0, 4) })}
      >
        <StatusBadge status={one.overdue ? 'overdue' : LOOK[statusOf(one)]} word={t(`status.${statusOf(one)}`)} />
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={print.isPending} onClick={() => print.mutate()}>
          {t('print')}
        </Button>
      </PageTitle>
      <Stack>
        <ErrorNotice error={print.error} />
        {one.status === 'filed' ? (
          <Alert
            color={one.overdue ? 'red' : 'blue'}
            icon={<IconClockExclamation aria-hidden />}
            title={
              one.decideDueAt
                ? t(one.overdue ? 'overdue' : 'decideBy', { at: formatDeadline(one.decideDueAt) })
                : t('noLimitLong')
            }
          >
            <Text size="sm">
              {t('examiners', { names: one.examiners.map(({ personName, postName }) => `${personName} (${postName})`).join('; ') })}{' '}
              {one.overdue && one.tier > 0 ? t('escalated', { count: one.tier }) : ''}
            </Text>
            {one.decideCite ? <Cite cite={one.decideCite} /> : null}
          </Alert>
        ) : null}
        {one.decision ? (
          <Section title={t('decision.title')} note={t('decision.by', { name: one.decision.decider.personName, post: one.decision.decider.postName, at: formatInstant(one.decision.decidedAt) })}>
            <Text fw={650}>
              {t(`decision.${one.decision.outcome}`, {
                before: t(`shell:status.${one.predicateBefore}`),
                after: one.predicateAfter ? t(`shell:status.${one.predicateAfter}`) : '',
              })}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{one.decision.reason}</Text>
            {one.decision.recommendation ? <Text mt="xs">{t('decision.recommended', { text: one.decision.recommendation })}</Text> : null}
          </Section>
        ) : null}
        <CaseFacts one={one} />
        <Evidence one={one} />
        <Statements one={one} />
        {one.actions.includes('decide') ? <DecisionForm one={one} reload={reload} /> : null}
        {one.actions.includes('withdraw') ? <Withdraw one={one} /> : null}
      </Stack>
    </>
  );
}

function Withdraw({ one }: { one: Objection }) {
  const { t } = useTranslation('objections');
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdraw(one.id);
  if (!asking)
    return (
      <Group>
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          {t('withdraw.button')}
        </Button>
      </Group>
    );
  return (
    <Section title={t('withdraw.title')}>
      <ConfirmReason
        label={t('withdraw.reason')}
        description={t('withdraw.note')}
        confirm={t('withdraw.confirm')}
        min={5}
        max={4000}
        busy={withdraw.isPending}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          withdraw.mutate({ reason, version: one.version }, { onSuccess: () => announce(t('withdraw.done')) })
        }
      />
      <ErrorNotice error={withdraw.error} mt="sm" />
    </Section>
  );
}

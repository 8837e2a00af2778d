import { PAY_RUN_LIMITS, type PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newIntent } from '../../lib/api';
import { formatMonth } from '../../lib/format';
import { useCan } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './PayRuns.module.css';
import { DeferPerson } from './DeferPerson';
import { WAIVABLE, type OpenBlocker } from './progress';
import { payRunUnit, useWaive } from './queries';
import { Refusal } from './Refusal';

const keyOf = ({ person, kind }: OpenBlocker) => `${person.employmentId} ${kind}`;

/** What keeps this SKPD from being closed, person by person, each with its way out. */
export function BlockerList({ unit, blockers }: { unit: PayRunUnitView; blockers: readonly OpenBlocker[] }) {
  const { t } = useTranslation('pay-runs');
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <div id="halangan">
      <Section title={t('blockers.title', { count: blockers.length })} note={t('blockers.note')} actions={<StatusBadge status="blocked" />}>
        <ul className={classes.list}>
          {blockers.map((blocker) => (
            <li key={keyOf(blocker)} className={classes.row}>
              <BlockerRow
                unit={unit}
                blocker={blocker}
                asked={asked === keyOf(blocker)}
                onAsk={(open) => setAsked(open ? keyOf(blocker) : null)}
              />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface BlockerRowProps {
  unit: PayRunUnitView;
  blocker: OpenBlocker;
  asked: boolean;
  onAsk: (open: boolean) => void;
}

function BlockerRow({ unit, blocker: { person, kind }, asked, onAsk }: BlockerRowProps) {
  const { t } = useTranslation('pay-runs');
  const mayWaive = useCan('pay-runs.waive') && unit.status === 'draft' && WAIVABLE.includes(kind);
  const mayDefer = useCan('pay-runs.waive') && unit.status === 'draft' && unit.kind === 'regular';
  const mayImport = useCan('attendance.import');
  const mutation = useWaive(unit);
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: payRunUnit(unit.runId, unit.skpdId).queryKey });
  const waive = (reason: string) =>
    mutation.mutate(
      { body: { employmentId: person.employmentId, kind, reason }, intent: newIntent() },
      {
        onSuccess: () => {
          onAsk(false);
          announce(t('blockers.waived', { name: person.name }));
        },
      },
    );
  return (
    <Stack gap={6}>
      <div>
        <Text fw={600}>{person.name}</Text>
        <Text size="sm" c="dimmed">
          {[person.nip, person.postName].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm">
          <strong>{t(`blocker.${kind}.title`)}</strong> {t(`blocker.${kind}.advice`)}{' '}
          {kind === 'presence' && mayImport ? (
            <Anchor component={Link} to={`/presensi?bulan=${unit.month}`} fz="inherit">
              {t('refused.toPresence', { month: formatMonth(unit.month) })}
            </Anchor>
          ) : null}
        </Text>
      </div>
      {asked ? (
        <>
          <ConfirmReason
            label={t('blockers.reason')}
            description={t(`blocker.${kind}.consequence`)}
            phrases={[t(`blocker.${kind}.phrase1`), t(`blocker.${kind}.phrase2`)]}
            confirm={t('blockers.confirm')}
            min={PAY_RUN_LIMITS.reason.min}
            max={PAY_RUN_LIMITS.reason.max}
            busy={mutation.isPending}
            onConfirm={waive}
            onCancel={() => onAsk(false)}
          />
          <Refusal
            error={mutation.error}
            month={null}
            onRetry={() => mutation.variables && mutation.mutate(mutation.variables)}
            onReload={() => void reload().then(() => mutation.reset())}
          />
        </>
      ) : mayWaive || mayDefer ? (
        <Group>
          {mayWaive ? (
            <Button variant="default" onClick={() => onAsk(true)} aria-label={t('blockers.waiveLabel', { name: person.name })}>
              {t('blockers.waive')}
            </Button>
          ) : null}
          {mayDefer ? <DeferPerson unit={unit} person={person} /> : null}
        </Group>
      ) : null}
    </Stack>
  );
}

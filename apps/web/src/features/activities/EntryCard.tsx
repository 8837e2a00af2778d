import type { Activity } from '@ekinerja/contracts/activities';
import { Alert, Anchor, Button, Card, Group, Text } from '@mantine/core';
import { IconHistory, IconPencil, IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatDecimal, formatInstant, formatMinutes } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { StatusBadge } from '../../ui/StatusBadge';
import { canEdit } from './entry-rules';
import { Original } from '../../ui/Original';
import { EvidenceFile } from '../../ui/EvidenceFile';
import { useEntryAction } from './queries';

/** Opened by few: it comes when it is asked for. */
const HistoryDrawer = lazy(() => import('./HistoryDrawer'));

interface EntryCardProps {
  entry: Activity;
  onEdit: () => void;
  /** Somebody else's, looked at by the unit admin: mended with a reason, never handed in or withdrawn for them. */
  foreign?: boolean;
}

export function EntryCard({ entry, onEdit, foreign = false }: EntryCardProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const [history, setHistory] = useState<'never' | 'opened' | 'closed'>('never');
  const mutation = useEntryAction();
  const act = (action: 'submit' | 'withdraw') =>
    mutation.mutate({ entry, action }, { onSuccess: () => announce(t(`done.${action}`)) });
  return (
    <Card component="article" padding="sm" aria-label={entry.description}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text fw={600} className="tabular">
          {entry.startTime}–{entry.endTime}
          <Text component="span" c="dimmed" size="sm" fw={400}>
            {' '}
            ({formatMinutes(entry.minutes)})
          </Text>
        </Text>
        <StatusBadge status={entry.status} />
      </Group>
      <Text style={{ whiteSpace: 'pre-line' }}>{entry.description}</Text>
      <Text size="sm" c="dimmed">
        {formatDecimal(entry.outputQuantity)} {entry.outputUnit} · {t(`task.${entry.task}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {entry.skpResultTitle}
      </Text>
      {entry.evidenceLink ? (
        <Anchor href={entry.evidenceLink} target="_blank" rel="noreferrer noopener" size="sm">
          {t('evidence')}
        </Anchor>
      ) : null}
      {entry.evidence.map((file) => (
        <div key={file.id}>
          <EvidenceFile activityId={entry.id} file={file} />
        </div>
      ))}
      {entry.byUnit ? (
        <Text size="sm" mt={4}>
          {t('card.byUnit', { name: entry.byUnit.name, reason: entry.byUnit.reason })}
        </Text>
      ) : null}
      {entry.original ? <Original original={entry.original} /> : null}
      {entry.status === 'refused' && entry.reason ? (
        <Alert color="red" mt="xs" title={t('card.refusedBy', { name: entry.decidedBy ?? '' })}>
          {entry.reason}
        </Alert>
      ) : null}
      {entry.status === 'submitted' && entry.dueAt ? (
        <Text size="sm" mt={4}>
          {t('card.due', { at: formatDeadline(entry.dueAt) })}{' '}
          {entry.overdue ? <StatusBadge status="overdue" size="md" /> : null}
        </Text>
      ) : null}
      {entry.status === 'accepted' && entry.decidedAt ? (
        <Text size="sm" mt={4}>
          {t(entry.decisionMode === 'lapse' ? 'card.lapsed' : 'card.acceptedBy', {
            name: entry.decidedBy ?? '',
            at: formatInstant(entry.decidedAt),
          })}
        </Text>
      ) : null}
      <ErrorNotice error={mutation.error} mt="xs" />
      <Group gap="xs" mt="xs">
        {canEdit(entry) ? (
          <Button variant="light" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
            {t(entry.status === 'refused' ? 'card.mend' : 'shell:edit')}
          </Button>
        ) : null}
        {!foreign &&
        (entry.status === 'draft' || entry.status === 'withdrawn') &&
        entry.actions.includes('submit') ? (
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={mutation.isPending}
            onClick={() => act('submit')}
            title={t('form.declaration')}
          >
            {t('shell:send')}
          </Button>
        ) : null}
        {!foreign && entry.actions.includes('withdraw') ? (
          <Button variant="subtle" onClick={() => act('withdraw')} disabled={mutation.isPending}>
            {t('card.withdraw')}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => setHistory('opened')}
        >
          {t('card.history')}
        </Button>
      </Group>
      {history === 'never' ? null : (
        <Suspense fallback={null}>
          <HistoryDrawer id={entry.id} opened={history === 'opened'} onClose={() => setHistory('closed')} />
        </Suspense>
      )}
    </Card>
  );
}

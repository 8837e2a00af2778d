import type { WaitingActivity } from '@ekinerja/contracts/activities';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Approvals.module.css';

interface BulkBarProps {
  chosen: readonly WaitingActivity[];
  /** Entries whose acceptance has been asked for; confirmed once, in place. */
  asked: readonly WaitingActivity[] | null;
  busy: boolean;
  onAsk: (entries: readonly WaitingActivity[] | null) => void;
  onClear: () => void;
  onAccept: (entries: readonly WaitingActivity[]) => void;
}

export function BulkBar({ chosen, asked, busy, onAsk, onClear, onAccept }: BulkBarProps) {
  const { t } = useTranslation(['approvals', 'shell']);
  if (asked && asked.length > 0) {
    const people = new Set(asked.map(({ employmentId }) => employmentId)).size;
    return (
      <div className={classes.bar} role="group" aria-label={t('bulk.label')}>
        <Text mb="xs" fw={600}>
          {t('bulk.ask', { count: asked.length, people })}
        </Text>
        <Group gap="xs">
          <Button data-autofocus autoFocus loading={busy} onClick={() => onAccept(asked)}>
            {t('bulk.confirm', { count: asked.length })}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => onAsk(null)}>
            {t('shell:cancel')}
          </Button>
        </Group>
      </div>
    );
  }
  if (chosen.length === 0) return null;
  return (
    <div className={classes.bar} role="group" aria-label={t('bulk.label')}>
      <Group justify="space-between" gap="xs">
        <Text role="status">{t('bulk.chosen', { count: chosen.length })}</Text>
        <Group gap="xs">
          <Button onClick={() => onAsk(chosen)}>{t('bulk.accept')}</Button>
          <Button variant="default" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

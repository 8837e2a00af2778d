import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptEntry } from '../../lib/device';
import { formatDate } from '../../lib/format';
import { ProblemError } from '../../lib/problem';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { resolveConflict, sentQueue } from './queue';
import { useKeptEntries } from './use-queue';

/** What waits on this device, each with where it stands; conflicts show both sides and ask. */
export function KeptList({ onEdit }: { onEdit: (entry: KeptEntry) => void }) {
  const { t } = useTranslation(['offline', 'shell']);
  const kept = useKeptEntries();
  if (kept.length === 0) return null;
  return (
    <Section title={t('list', { count: kept.length })} note={t('listNote')}>
      <Stack gap="sm">
        {kept.map((entry) => (
          <Kept key={entry.id} entry={entry} onEdit={() => onEdit(entry)} />
        ))}
      </Stack>
    </Section>
  );
}

function Kept({ entry, onEdit }: { entry: KeptEntry; onEdit: () => void }) {
  const { t } = useTranslation(['offline', 'shell']);
  const { body, state, current, files } = entry;
  return (
    <Card component="article" padding="sm" aria-label={body.description}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} className="tabular">
          {formatDate(body.date)}, {body.startTime}–{body.endTime}
        </Text>
        <Text size="sm" fw={600}>
          {t(`state.${state}`)}
        </Text>
      </Group>
      <Text style={{ whiteSpace: 'pre-line' }}>{body.description}</Text>
      {files.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('files', { count: files.length })}
        </Text>
      ) : null}
      {state === 'conflict' && current ? (
        <Alert color="orange" mt="xs" title={t('conflict.title')}>
          <Text size="sm">
            {t('conflict.there', { from: current.startTime, to: current.endTime, what: current.description })}
          </Text>
        </Alert>
      ) : null}
      {state === 'refused' && entry.problem ? <ErrorNotice error={new ProblemError(entry.problem)} mt="xs" /> : null}
      <Group gap="xs" mt="xs">
        {state === 'conflict' ? (
          <>
            <Button size="compact-sm" h={36} onClick={() => void resolveConflict(entry, true)} disabled={!current?.actions.includes('save')}>
              {t('conflict.mine')}
            </Button>
            <Button size="compact-sm" h={36} variant="default" onClick={() => void resolveConflict(entry, false)}>
              {t('conflict.theirs')}
            </Button>
          </>
        ) : (
          <>
            <Button size="compact-sm" h={36} variant="light" onClick={onEdit}>
              {t('shell:edit')}
            </Button>
            <Button size="compact-sm" h={36} variant="subtle" onClick={() => void sentQueue.drop(entry)}>
              {t('giveUp')}
            </Button>
          </>
        )}
      </Group>
    </Card>
  );
}

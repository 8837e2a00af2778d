import type { Uuid } from '@ekinerja/contracts/basics';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { Section } from '../../ui/Section';
import { Differences } from './Differences';
import { skpComparison, skpEvents, skpVersions } from './queries';

/** The versions that were in force, compared one with the next, and who wrote and did what. */
export function Versions({ id }: { id: Uuid }) {
  const { t } = useTranslation('skp');
  const versions = useQuery(skpVersions(id));
  const [to, setTo] = useState<number | null>(null);
  const [history, setHistory] = useState(false);
  const comparison = useQuery({ ...skpComparison(id, (to ?? 2) - 1, to ?? 2), enabled: to !== null });
  const events = useQuery({ ...skpEvents(id), enabled: history });
  const list = versions.data ?? [];
  return (
    <Section title={t('versions.title')}>
      <Stack gap="sm">
        {list.map(({ number, cause, determinedAt }) => (
          <Group key={number} justify="space-between" gap="xs">
            <Text size="sm">
              {t('versions.number', { number })}, {formatInstant(determinedAt)}
              {cause === 'determined' || cause === 'settled' ? '' : `: ${cause}`}
            </Text>
            {number > 1 ? (
              <Button variant="subtle" size="compact-sm" mih={36} onClick={() => setTo(number)}>
                {t('versions.compare', { before: number - 1, after: number })}
              </Button>
            ) : null}
          </Group>
        ))}
        {to !== null && comparison.data ? <Differences differences={comparison.data.differences} /> : null}
        <Group>
          <Button variant="default" size="compact-md" mih={40} onClick={() => setHistory(!history)}>
            {t(history ? 'versions.hide' : 'versions.history')}
          </Button>
        </Group>
        {history ? (
          <List size="sm" spacing="xs">
            {(events.data ?? []).map((event, at) => (
              <List.Item key={at}>
                {formatInstant(event.at)} – {event.actorName ?? t('versions.system')}
                {event.capacity ? ` (${t(`capacity.${event.capacity}`)})` : ''}:{' '}
                {t([`event.${event.action}`, 'event.other'])}
                {event.reason ? ` – ${event.reason}` : ''}
                {event.changes.length > 0 ? ` (${t('versions.changes', { count: event.changes.length })})` : ''}
              </List.Item>
            ))}
          </List>
        ) : null}
      </Stack>
    </Section>
  );
}

import type { ActivityEvent } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Drawer, List, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { inWords } from '../../lib/values';
import { Loaded } from '../../ui/Loaded';
import { PaperNote } from '../../ui/PaperNote';
import { activityHistory } from './queries';

interface HistoryDrawerProps {
  id: Uuid;
  opened: boolean;
  onClose: () => void;
}

export default function HistoryDrawer({ id, opened, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation(['activities', 'shell']);
  const query = useQuery({ ...activityHistory(id), enabled: opened });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('history.title')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      {opened ? <PaperNote subjectId={id} /> : null}
      <Loaded query={query}>
        {(events) => (
          <Timeline active={events.length} bulletSize={16}>
            {events.map((event) => (
              <Timeline.Item
                key={`${event.at}.${event.action}`}
                title={t([`history.action.${event.action}`, 'history.action.other'])}
              >
                <Event event={event} />
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </Loaded>
    </Drawer>
  );
}

function Event({ event }: { event: ActivityEvent }) {
  const { t } = useTranslation(['activities', 'shell']);
  const value = (field: string, text: string | null) =>
    text === null || text === ''
      ? t('history.nothing')
      : field === 'task'
        ? t(`task.${text}`)
        : inWords(text);
  return (
    <>
      <Text size="sm" c="dimmed">
        {event.actorName ?? t('history.system')} · {formatInstant(event.at)}
      </Text>
      {event.reason ? <Text size="sm">{t('history.reason', { reason: event.reason })}</Text> : null}
      {event.changes.length > 0 ? (
        <List size="sm">
          {event.changes.map((change) => (
            <List.Item key={change.field}>
              {t([`shell:field.${change.field}`, 'shell:field.other'])}:{' '}
              <s>{value(change.field, change.before)}</s> → {value(change.field, change.after)}
            </List.Item>
          ))}
        </List>
      ) : null}
    </>
  );
}

import type { EmploymentEvent } from '@ekinerja/contracts/employment-events';
import type { Uuid } from '@ekinerja/contracts/basics';
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatInstant } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { EffectList } from '../../ui/EffectList';
import { WithdrawEvent } from './WithdrawEvent';
import { eventsOf } from './queries';

/** What has happened to somebody in service, the latest first, each with its letter and what it did. */
export function EventHistory({ employmentId }: { employmentId: Uuid }) {
  const { t } = useTranslation('employees');
  const mayChange = useCan('employees.change');
  const query = useQuery(eventsOf(employmentId));
  const record = mayChange ? (
    <Button component={Link} to={`/pegawai/${employmentId}/peristiwa`} leftSection={<IconPlus size={18} aria-hidden />}>
      {t('events.new')}
    </Button>
  ) : null;
  return (
    <Stack>
      {record ? <Group>{record}</Group> : null}
      <Loaded query={query} shape="cards">
        {(events) =>
          events.length === 0 ? (
            <EmptyState title={t('events.none')} text={t('events.noneText')} />
          ) : (
            <Stack component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
              {events.map((event) => (
                <li key={event.id}>
                  <EventCard event={event} />
                </li>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}

function EventCard({ event }: { event: EmploymentEvent }) {
  const { t } = useTranslation('employees');
  const mayChange = useCan('employees.change');
  const own = useProfile().employment?.id === event.employmentId;
  const { withdrawal } = event;
  return (
    <Card>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs">
            <Title order={2}>{t(`events.kind.${event.kind}`)}</Title>
            {withdrawal ? (
              <Badge variant="light" color="gray" leftSection={<IconArrowBackUp size={14} aria-hidden />}>
                {t(event.correctedById ? 'events.correct.state' : 'events.withdraw.state')}
              </Badge>
            ) : event.correctsId ? (
              <Badge variant="light" color="blue">
                {t('events.correct.of')}
              </Badge>
            ) : null}
          </Group>
          <Text size="sm">
            {t('events.on', { date: formatDate(event.effectiveOn) })}
            {event.postName ? ` · ${event.postName}${event.unitName ? `, ${event.unitName}` : ''}` : ''}
          </Text>
        </div>
        {event.fileId ? (
          <DownloadButton path={`/employees/${event.employmentId}/events/${event.id}/file`} fileName={event.fileName ?? 'surat-keputusan.pdf'} size="sm" h={36}>
            {t('events.file')}
          </DownloadButton>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed">
        {t('events.by', { number: event.decreeNumber, date: formatDate(event.decreeDate), signatory: event.signatory })}
      </Text>
      {event.note ? <Text size="sm">{event.note}</Text> : null}
      <details style={{ marginTop: '0.5rem' }}>
        <summary style={{ minHeight: 32, cursor: 'pointer' }}>{t('events.effectsTitle', { count: event.effects.length })}</summary>
        <EffectList effects={event.effects} />
      </details>
      <Text size="sm" c="dimmed" mt={4}>
        {t('events.recorded', { at: formatInstant(event.recordedAt), name: event.recordedBy })}
      </Text>
      {withdrawal ? (
        <>
          <Text size="sm" mt={4}>
            {t('events.withdraw.by', { at: formatInstant(withdrawal.at), name: withdrawal.by, reason: withdrawal.reason })}
          </Text>
          <details>
            <summary style={{ minHeight: 32, cursor: 'pointer' }}>{t('events.withdraw.undone', { count: withdrawal.effects.length })}</summary>
            <EffectList effects={withdrawal.effects} />
          </details>
        </>
      ) : mayChange && !own ? (
        <Group gap="xs" align="flex-start">
          <Button component={Link} to={`/pegawai/${event.employmentId}/peristiwa?perbaiki=${event.id}`} variant="subtle" size="sm" h={36}>
            {t('events.correct.open')}
          </Button>
          <WithdrawEvent event={event} />
        </Group>
      ) : null}
    </Card>
  );
}

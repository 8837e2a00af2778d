import type { RequestDetail, RequestEvent } from '@ekinerja/contracts/service-requests';
import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { Cite } from '../../ui/Cite';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { useAcknowledge } from './queries';

/** Every hand a file went through; the superadmin takes note of the reports here (BK 12(2), 14). */
export function Trail({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('service-requests');
  const acknowledge = useAcknowledge(request.id);
  return (
    <Section title={t('trail')}>
      <Stack gap="sm">
        {request.events.map((event) => (
          <div key={event.number}>
            <Text fw={600}>
              {event.stepName} – {t(`outcome.${event.outcome}`)} {event.cite ? <Cite cite={event.cite} /> : null}
            </Text>
            <Text size="sm" c="dimmed">
              {event.by}, {formatInstant(event.at)}
              {event.reference ? ` · ${event.reference}` : ''}
            </Text>
            <Text>{event.note}</Text>
            {event.report ? <Receipt event={event} onTake={request.mayAcknowledge ? () => acknowledge.mutate(event.number, { onSuccess: () => announce(t('report.done')) }) : null} busy={acknowledge.isPending} /> : null}
          </div>
        ))}
        <ErrorNotice error={acknowledge.error} />
      </Stack>
    </Section>
  );
}

function Receipt({ event, onTake, busy }: { event: RequestEvent; onTake: (() => void) | null; busy: boolean }) {
  const { t } = useTranslation('service-requests');
  if (event.acknowledgedAt) {
    return (
      <Text size="sm" fw={600}>
        {t('report.taken', { by: event.acknowledgedBy ?? '', at: formatInstant(event.acknowledgedAt) })}
      </Text>
    );
  }
  return onTake ? (
    <Button mt={4} loading={busy} onClick={onTake}>
      {t('report.take')}
    </Button>
  ) : (
    <Text size="sm" c="dimmed">
      {t('report.waiting')}
    </Text>
  );
}

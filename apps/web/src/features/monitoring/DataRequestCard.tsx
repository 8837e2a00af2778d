import { OVERSIGHT_LIMITS, type DataRequest } from '@ekinerja/contracts/oversight';
import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { formatDate, formatInstant, formatMonth } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { dataRequests, useCoordinate, useDecide } from './oversight-queries';

const COLORS = { open: 'yellow', approved: 'blue', refused: 'red', 'handed-over': 'green' } as const;

export function DataRequestCard({ request }: { request: DataRequest }) {
  const { t } = useTranslation('monitoring');
  const mayRegister = useCan('data-requests.register');
  const mayDecide = useCan('data-requests.decide');
  const [deciding, setDeciding] = useState<'approve' | 'refuse' | null>(null);
  const decide = useDecide();
  const client = useQueryClient();
  const handOver = useMutation({
    mutationFn: () => download(`/data-requests/${request.id}/hand-over`, `data-${request.number.replaceAll('/', '-')}.xlsx`, undefined, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: dataRequests.queryKey }),
  });
  const given = request.status === 'approved' || request.status === 'handed-over';
  return (
    <Section
      title={`${request.number} · ${request.party}`}
      note={`${t(`data.subject.${request.subject}`)}, ${request.skpdName}, ${formatMonth(request.from)} – ${formatMonth(request.to)}`}
      actions={
        <Badge color={COLORS[request.status]} variant="light" tt="none">
          {t(`data.status.${request.status}`)}
        </Badge>
      }
    >
      <Stack gap="xs">
        <Text>{request.purpose}</Text>
        {request.people ? <Text size="sm">{t('data.of', { names: request.people.map(({ personName }) => personName).join(', ') })}</Text> : null}
        <Text size="sm">{t('data.registered', { letter: request.letterNumber, date: formatDate(request.letterDate), name: request.registeredBy, at: formatInstant(request.registeredAt) })}</Text>
        {request.coordinations.map((one) => (
          <Text key={one.with} size="sm">
            {t('data.coordinated', { with: t(`data.with.${one.with}`), official: one.official, date: formatDate(one.heldOn), name: one.recordedBy })}
          </Text>
        ))}
        {request.decidedAt && request.decidedBy ? (
          <Text size="sm">{t(request.status === 'refused' ? 'data.refusedBy' : 'data.approvedBy', { name: request.decidedBy, at: formatInstant(request.decidedAt), answer: request.answer })}</Text>
        ) : null}
        {mayRegister ? request.missing.map((one) => <Coordinate key={one.with} request={request} missing={one} />) : null}
        {mayDecide && request.status === 'open' && deciding === null ? (
          <Group>
            <Button disabled={request.missing.length > 0} onClick={() => setDeciding('approve')}>
              {t('data.approve')}
            </Button>
            <Button variant="default" onClick={() => setDeciding('refuse')}>
              {t('data.refuse')}
            </Button>
          </Group>
        ) : null}
        {deciding ? (
          <ConfirmReason
            label={t('data.answer')}
            confirm={t(`data.${deciding}`)}
            min={5}
            max={OVERSIGHT_LIMITS.answer}
            busy={decide.isPending}
            danger={deciding === 'refuse'}
            onCancel={() => setDeciding(null)}
            onConfirm={(answer) => decide.mutate({ row: request, body: { approve: deciding === 'approve', answer } }, { onSuccess: () => setDeciding(null) })}
          />
        ) : null}
        {mayRegister && given ? (
          <Group>
            <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={handOver.isPending} onClick={() => handOver.mutate()}>
              {t('data.handOver')}
            </Button>
          </Group>
        ) : null}
        <ErrorNotice error={decide.error ?? handOver.error} />
      </Stack>
    </Section>
  );
}

function Coordinate({ request, missing }: { request: DataRequest; missing: DataRequest['missing'][number] }) {
  const { t } = useTranslation('monitoring');
  const today = useProfile().today;
  const [official, setOfficial] = useState('');
  const [heldOn, setHeldOn] = useState(today);
  const coordinate = useCoordinate();
  return (
    <Group align="flex-end" gap="sm">
      <TextInput label={t('data.coordinateWith', { with: t(`data.with.${missing.with}`) })} placeholder={t('data.officialName')} maxLength={OVERSIGHT_LIMITS.official} value={official} onChange={(event) => setOfficial(event.currentTarget.value)} />
      <TextInput type="date" label={t('data.heldOn')} max={today} value={heldOn} onChange={(event) => setHeldOn(event.currentTarget.value)} />
      <Button variant="default" disabled={official.trim().length < 3} loading={coordinate.isPending} onClick={() => coordinate.mutate({ row: request, body: { with: missing.with, official: official.trim(), heldOn } })}>
        {t('data.recordCoordination')}
      </Button>
      <Text size="sm">
        <Cite cite={missing.cite} />
      </Text>
      <ErrorNotice error={coordinate.error} />
    </Group>
  );
}

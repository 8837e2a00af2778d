import type { OwnSession } from '@ekinerja/contracts/auth';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { signOutEverywhere } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { deviceName } from './device-name';
import { useEndSession } from './queries';

export function SessionsSection({ sessions }: { sessions: OwnSession[] }) {
  const { t } = useTranslation('auth');
  const [asking, setAsking] = useState(false);
  const ending = useEndSession();
  const everywhere = useMutation({ mutationFn: signOutEverywhere });
  const nameOf = ({ userAgent }: OwnSession) => {
    const device = deviceName(userAgent);
    return device ? t('sessions.on', device) : t('sessions.unknown');
  };
  const action = (session: OwnSession) =>
    session.current ? (
      <Badge variant="light" tt="none">
        {t('sessions.this')}
      </Badge>
    ) : (
      <Button
        variant="default"
        size="xs"
        h={36}
        aria-label={t('sessions.endOf', { device: nameOf(session) })}
        loading={ending.isPending && ending.variables === session.id}
        onClick={() =>
          ending.mutate(session.id, { onSuccess: () => announce(t('sessions.ended', { device: nameOf(session) })) })
        }
      >
        {t('sessions.end')}
      </Button>
    );
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <Stack gap="sm">
        <ErrorNotice error={ending.error ?? everywhere.error} />
        <ResponsiveTable
          caption={t('sessions.title')}
          rows={sessions}
          rowKey={(session) => session.id}
          columns={[
            { key: 'device', title: t('sessions.device'), heading: true, cell: nameOf },
            { key: 'since', title: t('sessions.since'), cell: (session) => formatInstant(session.since) },
            { key: 'used', title: t('sessions.used'), cell: (session) => formatInstant(session.lastUsedAt) },
            { key: 'address', title: t('sessions.address'), cell: (session) => session.ip ?? '–' },
            { key: 'end', title: t('sessions.action'), cell: action },
          ]}
        />
        {asking ? (
          <Stack gap="xs">
            <Text size="sm">{t('sessions.allNote')}</Text>
            <Group gap="xs">
              <Button color="red" loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
                {t('sessions.allNow')}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('sessions.cancel')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <Group>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('sessions.all')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}

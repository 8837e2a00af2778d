import type { Integrator } from '@ekinerja/contracts/integrators';
import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../lib/format';
import { announce } from '../../ui/Announcements';
import { ConfirmReason } from '../../ui/ConfirmReason';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { IntegratorForm } from './IntegratorForm';
import { integrators, useRevokeIntegrator, useRotateKey } from './integrator-queries';
import { ShownOnce } from './ShownOnce';

const NEW_KEY_DAYS = 180;
const OVERLAP_HOURS = 48;

/** Keys of other systems: which, for what, last used; a new key is shown once. */
export function KeysPanel() {
  const { t } = useTranslation('setup');
  const query = useQuery(integrators);
  const [shown, setShown] = useState<{ name: string; key: string } | null>(null);
  return (
    <Stack>
      {shown ? (
        <ShownOnce title={t('integrators.keyTitle', { name: shown.name })} note={t('integrators.keyNote')} copyLabel={t('integrators.copy')} value={shown.key} onKept={() => setShown(null)} />
      ) : null}
      <IntegratorForm onMade={setShown} />
      <Section title={t('integrators.list')}>
        <Loaded query={query} rows={3}>
          {(all) =>
            all.length === 0 ? (
              <Text c="dimmed">{t('integrators.empty')}</Text>
            ) : (
              <Stack component="ul" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
                {all.map((one) => (
                  <li key={one.id}>
                    <One integrator={one} onKey={(key) => setShown({ name: one.name, key })} />
                  </li>
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Section>
    </Stack>
  );
}

function One({ integrator, onKey }: { integrator: Integrator; onKey: (key: string) => void }) {
  const { t } = useTranslation('setup');
  const [ending, setEnding] = useState(false);
  const rotate = useRotateKey();
  const revoke = useRevokeIntegrator();
  const { id, name, purpose, scopes, keys, revokedAt, createdBy } = integrator;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        {revokedAt ? (
          <Badge variant="light" color="gray" tt="none">
            {t('integrators.revoked')}
          </Badge>
        ) : null}
        {scopes.map((scope) => (
          <Badge key={scope} variant="light" tt="none">
            {t(`integrators.scope.${scope.replace(':', '-')}`)}
          </Badge>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('integrators.by', { purpose, name: createdBy })}
      </Text>
      {keys.map((key) => (
        <Text size="sm" key={key.id}>
          <Code>{key.hint}…</Code> {t('integrators.until', { date: formatInstant(key.expiresAt) })}{' '}
          {key.lastUsedAt ? t('integrators.used', { date: formatInstant(key.lastUsedAt), ip: key.lastIp }) : t('integrators.unused')}
        </Text>
      ))}
      <ErrorNotice error={rotate.error ?? revoke.error} />
      {revokedAt ? null : ending ? (
        <ConfirmReason
          label={t('integrators.revokeReason', { name })}
          confirm={t('integrators.revokeNow')}
          min={5}
          max={300}
          danger
          busy={revoke.isPending}
          onCancel={() => setEnding(false)}
          onConfirm={(reason) => revoke.mutate({ id, reason }, { onSuccess: () => announce(t('integrators.revokedDone', { name })) })}
        />
      ) : (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            h={36}
            loading={rotate.isPending}
            onClick={() => rotate.mutate({ id, days: NEW_KEY_DAYS, overlapHours: OVERLAP_HOURS }, { onSuccess: ({ key }) => onKey(key) })}
          >
            {t('integrators.rotate', { hours: OVERLAP_HOURS })}
          </Button>
          <Button variant="default" size="xs" h={36} onClick={() => setEnding(true)}>
            {t('integrators.revoke')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

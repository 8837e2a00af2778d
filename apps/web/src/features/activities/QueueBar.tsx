import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { loadMessages } from '../../lib/i18n';
import { mayInstall, newBuild } from '../../lib/installed';
import { announce } from '../../ui/Announcements';
import { useKeptEntries, useOnline, useQueueRunner } from './use-queue';

/** On every page: that there is no signal, and what waits on the device. Nothing while all is well. */
export default function QueueBar() {
  const { t } = useTranslation('offline');
  const online = useOnline();
  const kept = useKeptEntries();
  const here = useLocation().pathname === '/kegiatan';
  const { running, run } = useQueueRunner(useCallback((count: number) => announce(t('sent', { count })), [t]));
  if (online && kept.length === 0) return <NewBuild />;
  const troubled = kept.filter(({ state }) => state === 'conflict' || state === 'refused').length;
  return (
    <Alert
      mb="md"
      role="status"
      color={troubled > 0 ? 'orange' : 'gray'}
      icon={online ? <IconCloudUp size={20} aria-hidden /> : <IconCloudOff size={20} aria-hidden />}
      title={online ? t('waiting', { count: kept.length }) : t('offline')}
    >
      <Text size="sm">{!mayInstall() ? t('needsHttps') : kept.length === 0 ? t('offlineText') : t(online ? 'waitingText' : 'offlineKept', { count: kept.length })}</Text>
      {troubled > 0 ? (
        <List size="sm">
          <List.Item>{t('troubled', { count: troubled })}</List.Item>
        </List>
      ) : null}
      {kept.length > 0 ? (
        <Group gap="xs" mt="xs">
          {online ? (
            <Button size="compact-sm" h={36} variant="default" loading={running} onClick={run}>
              {t('sendNow')}
            </Button>
          ) : null}
          {here ? null : (
            <Button size="compact-sm" h={36} variant="default" component={Link} to="/kegiatan">
              {t('look')}
            </Button>
          )}
        </Group>
      ) : null}
    </Alert>
  );
}

/** A newer portal is on the device; the open page keeps its own until the person agrees. */
function NewBuild() {
  const { t } = useTranslation('offline');
  const there = useSyncExternalStore(newBuild.subscribe, newBuild.isThere);
  if (!there) return null;
  return (
    <Alert mb="md" role="status" color="blue" title={t('newBuild')}>
      <Button size="compact-sm" h={36} variant="default" onClick={() => newBuild.take()}>
        {t('takeNewBuild')}
      </Button>
    </Alert>
  );
}

export const preload = () => loadMessages(['offline']);

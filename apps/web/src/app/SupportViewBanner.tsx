import { Alert, Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../lib/api';
import { formatInstant } from '../lib/format';
import { supportView } from '../lib/support-view';

/** Whoever looks on behalf of another is told so on every page, and ends it here. */
export function SupportViewBanner() {
  const { t } = useTranslation('shell');
  const [ending, setEnding] = useState(false);
  const view = supportView.get();
  if (!view) return null;
  const end = async () => {
    setEnding(true);
    await send<void>('POST', `/support-views/${view.id}/end`).catch(() => undefined);
    supportView.clear();
    window.location.assign('/pemulihan');
  };
  return (
    <Alert role="status" color="yellow" icon={<IconEye size={20} aria-hidden />} title={t('onBehalf.title', { name: view.personName })} mb="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('onBehalf.text', { reason: view.reason, until: formatInstant(view.expiresAt) })}</Text>
        <Button loading={ending} onClick={() => void end()}>
          {t('onBehalf.end')}
        </Button>
      </Group>
    </Alert>
  );
}

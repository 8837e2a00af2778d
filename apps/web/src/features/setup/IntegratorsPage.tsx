import { Anchor, Button, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { PageTitle } from '../../ui/PageTitle';
import { KeysPanel } from './KeysPanel';
import { WebhooksPanel } from './WebhooksPanel';

const PARTS = { kunci: 'keys', webhook: 'webhooks' } as const;

/** Other systems: keys with which they call, addresses at which they are told. */
export default function IntegratorsPage() {
  const { t } = useTranslation('setup');
  const [part, setPart] = useFilter('bagian');
  const shown = part === 'webhook' ? 'webhook' : 'kunci';
  return (
    <>
      <PageTitle title={t('integrators.title')} note={t('integrators.note')}>
        <Button component={Link} to="/persiapan" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('back')}
        </Button>
      </PageTitle>
      <Anchor href="/api/v1/docs" target="_blank" rel="noreferrer" size="sm" mb="sm" display="inline-block">
        {t('integrators.tab.docs')}
      </Anchor>
      <Tabs value={shown} onChange={(value) => setPart(value === 'kunci' ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('integrators.title')}>
          {Object.entries(PARTS).map(([name, word]) => (
            <Tabs.Tab key={name} value={name} h={44}>
              {t(`integrators.tab.${word}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} pt="md">
          {shown === 'kunci' ? <KeysPanel /> : <WebhooksPanel />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

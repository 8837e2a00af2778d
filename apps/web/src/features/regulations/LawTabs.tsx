import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCan } from '../../lib/session';

const TABS = ['/regulasi', '/regulasi/rancangan', '/regulasi/simulasi'] as const;
const WORDS = { '/regulasi': 'tab.inForce', '/regulasi/rancangan': 'tab.drafts', '/regulasi/simulasi': 'tab.simulations' } as const;

/** What is in force, what is on its way, what it would do. Who may not change the law sees no tabs. */
export function LawTabs() {
  const { t } = useTranslation('regulations');
  const { pathname } = useLocation();
  const go = useNavigate();
  if (!useCan('regulations.manage')) return null;
  return (
    <Tabs
      mb="md"
      value={TABS.find((tab) => tab === pathname) ?? null}
      onChange={(tab) => {
        if (tab) void go(tab);
      }}
    >
      <Tabs.List aria-label={t('title')}>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(WORDS[tab])}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

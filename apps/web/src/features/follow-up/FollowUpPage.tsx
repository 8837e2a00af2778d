import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { CaseList } from './CaseList';
import { MapPart } from './MapPart';
import { ReportPart } from './ReportPart';
import { RewardList } from './RewardList';

/** What follows evaluations: cases, rewards, reports upwards, the map. */
export default function FollowUpPage() {
  const { t } = useTranslation('follow-up');
  const maps = useCan('follow-up.map');
  const [part, setPart] = useFilter('bagian');
  const tabs = ['perkara', 'penghargaan', 'laporan', ...(maps ? ['peta'] : [])];
  const shown = tabs.find((tab) => tab === part) ?? 'perkara';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={shown} onChange={setPart} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} h={44}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="perkara" pt="md">
          <CaseList />
        </Tabs.Panel>
        <Tabs.Panel value="penghargaan" pt="md">
          <RewardList />
        </Tabs.Panel>
        <Tabs.Panel value="laporan" pt="md">
          <ReportPart />
        </Tabs.Panel>
        <Tabs.Panel value="peta" pt="md">
          <MapPart />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

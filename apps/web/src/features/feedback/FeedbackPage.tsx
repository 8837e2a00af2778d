import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { FeedbackList } from './FeedbackList';
import { PeopleList } from './PeopleList';
import { SilentList } from './SilentList';

/** What I was told, what I told others, whom I may tell, and who has told nobody. */
export default function FeedbackPage() {
  const { t } = useTranslation('feedback');
  const takesPart = useCan('feedback.take-part');
  const monitors = useCan('feedback.monitor');
  const [part, setPart] = useFilter('bagian');
  const tabs = [...(takesPart ? (['diterima', 'diberikan', 'rekan'] as const) : []), ...(monitors ? (['belum'] as const) : [])];
  const shown = tabs.find((tab) => tab === part) ?? tabs[0] ?? 'diterima';
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
        <Tabs.Panel value="diterima" pt="md">
          <FeedbackList which="mine" />
        </Tabs.Panel>
        <Tabs.Panel value="diberikan" pt="md">
          <FeedbackList which="given" />
        </Tabs.Panel>
        <Tabs.Panel value="rekan" pt="md">
          <PeopleList />
        </Tabs.Panel>
        <Tabs.Panel value="belum" pt="md">
          <SilentList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { TabParts } from '../../ui/TabParts';
import { FeedbackList } from './FeedbackList';
import { PeopleList } from './PeopleList';
import { SilentList } from './SilentList';

/** What I was told, what I told others, whom I may tell, and who has told nobody. */
export default function FeedbackPage() {
  const { t } = useTranslation('feedback');
  const takesPart = useCan('feedback.take-part');
  const monitors = useCan('feedback.monitor');
  const own = [
    { value: 'diterima', title: t('tab.diterima'), content: <FeedbackList which="mine" /> },
    { value: 'diberikan', title: t('tab.diberikan'), content: <FeedbackList which="given" /> },
    { value: 'rekan', title: t('tab.rekan'), content: <PeopleList /> },
  ];
  const watched = [{ value: 'belum', title: t('tab.belum'), content: <SilentList /> }];
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <TabParts label={t('title')} parts={[...(takesPart ? own : []), ...(monitors ? watched : [])]} />
    </>
  );
}

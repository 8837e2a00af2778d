import { useTranslation } from 'react-i18next';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { TabParts } from '../../ui/TabParts';
import { CaseList } from './CaseList';
import { MapPart } from './MapPart';
import { ReportPart } from './ReportPart';
import { RewardList } from './RewardList';

/** What follows evaluations: cases, rewards, reports upwards, the map. */
export default function FollowUpPage() {
  const { t } = useTranslation('follow-up');
  const maps = useCan('follow-up.map');
  const parts = [
    { value: 'perkara', title: t('tab.perkara'), content: <CaseList /> },
    { value: 'penghargaan', title: t('tab.penghargaan'), content: <RewardList /> },
    { value: 'laporan', title: t('tab.laporan'), content: <ReportPart /> },
  ];
  const map = { value: 'peta', title: t('tab.peta'), content: <MapPart /> };
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <TabParts label={t('title')} parts={maps ? [...parts, map] : parts} />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { TabParts, useTabPart } from '../../ui/TabParts';
import { MissingList } from './MissingList';
import { RankingPanel } from './RankingPanel';
import { RatingPanel } from './RatingPanel';

/** Rating one's people, each period and each year; for whoever watches over a unit, its ranking and who is missing. */
export default function EvaluationsPage() {
  const { t } = useTranslation('evaluations');
  const rates = useCan('evaluations.rate');
  const watches = useCan('evaluations.monitor');
  const parts = [...(rates ? (['periodik', 'tahunan'] as const) : []), ...(watches ? (['peringkat', 'belum'] as const) : [])];
  const [shown = 'periodik'] = useTabPart(parts);
  const content = {
    periodik: <RatingPanel kind="periodic" />,
    tahunan: <RatingPanel kind="annual" />,
    peringkat: <RankingPanel />,
    belum: <MissingList />,
  };
  return (
    <>
      <PageTitle title={t('title')} note={t(`tabNote.${shown}`)} />
      <TabParts label={t('title')} parts={parts.map((value) => ({ value, title: t(`tab.${value}`), content: content[value] }))} />
    </>
  );
}

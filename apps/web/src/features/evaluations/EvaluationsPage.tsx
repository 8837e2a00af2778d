import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { MissingList } from './MissingList';
import { RankingPanel } from './RankingPanel';
import { RatingPanel } from './RatingPanel';

/** Rating one's people, each period and each year; for whoever watches over a unit, its ranking and who is missing. */
export default function EvaluationsPage() {
  const { t } = useTranslation('evaluations');
  const rates = useCan('evaluations.rate');
  const watches = useCan('evaluations.monitor');
  const parts = [...(rates ? (['periodik', 'tahunan'] as const) : []), ...(watches ? (['peringkat', 'belum'] as const) : [])];
  const [chosen, setChosen] = useFilter('bagian');
  const shown = parts.find((part) => part === chosen) ?? parts[0] ?? 'periodik';
  return (
    <>
      <PageTitle title={t('title')} note={t(`tabNote.${shown}`)} />
      <Tabs value={shown} onChange={(value) => setChosen(value === parts[0] ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {parts.map((part) => (
            <Tabs.Tab key={part} value={part} h={44}>
              {t(`tab.${part}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="periodik" pt="md">
          <RatingPanel kind="periodic" />
        </Tabs.Panel>
        <Tabs.Panel value="tahunan" pt="md">
          <RatingPanel kind="annual" />
        </Tabs.Panel>
        <Tabs.Panel value="peringkat" pt="md">
          <RankingPanel />
        </Tabs.Panel>
        <Tabs.Panel value="belum" pt="md">
          <MissingList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

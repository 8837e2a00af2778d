import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { ActivityGaps } from './ActivityGaps';
import { MissingReports } from './MissingReports';
import { MissingSkp } from './MissingSkp';

/** What is still open in a unit: SKP not determined, working days without an entry, reports not printed. */
export default function MonitoringPage() {
  const { t } = useTranslation('monitoring');
  const maySkp = useCan('skp.monitor');
  const mayActivities = useCan('activities.monitor');
  const [part, setPart] = useFilter('bagian');
  const shown = mayActivities && part === 'laporan' ? 'laporan' : mayActivities && (part === 'kegiatan' || !maySkp) ? 'kegiatan' : 'skp';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={shown} onChange={(value) => setPart(value === 'skp' ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {maySkp ? (
            <Tabs.Tab value="skp" h={44}>
              {t('skp.tab')}
            </Tabs.Tab>
          ) : null}
          {mayActivities ? (
            <Tabs.Tab value="kegiatan" h={44}>
              {t('gaps.tab')}
            </Tabs.Tab>
          ) : null}
          {mayActivities ? (
            <Tabs.Tab value="laporan" h={44}>
              {t('reports.tab')}
            </Tabs.Tab>
          ) : null}
        </Tabs.List>
        <Tabs.Panel value="skp" pt="md">
          <MissingSkp />
        </Tabs.Panel>
        <Tabs.Panel value="kegiatan" pt="md">
          <ActivityGaps />
        </Tabs.Panel>
        <Tabs.Panel value="laporan" pt="md">
          <MissingReports />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

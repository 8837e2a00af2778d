import { Tabs } from '@mantine/core';
import type { Permission } from '@ekinerja/contracts/access';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { PageTitle } from '../../ui/PageTitle';
import { Archive } from './Archive';
import { ActivityGaps } from './ActivityGaps';
import { Compliance } from './Compliance';
import { DataRequests } from './DataRequests';
import { MissingReports } from './MissingReports';
import { MissingSkp } from './MissingSkp';
import { OversightReports } from './OversightReports';
import { Stages } from './Stages';

const PARTS: readonly { name: string; words: string; permission: Permission; Part: ComponentType }[] = [
  { name: 'tahapan', words: 'stages', permission: 'monitoring.read', Part: Stages },
  { name: 'kepatuhan', words: 'compliance', permission: 'monitoring.read', Part: Compliance },
  { name: 'skp', words: 'skp', permission: 'skp.monitor', Part: MissingSkp },
  { name: 'kegiatan', words: 'gaps', permission: 'activities.monitor', Part: ActivityGaps },
  { name: 'laporan', words: 'reports', permission: 'activities.monitor', Part: MissingReports },
  { name: 'laporan-pantauan', words: 'oversight', permission: 'monitoring.reports', Part: OversightReports },
  { name: 'permintaan-data', words: 'data', permission: 'data-requests.read', Part: DataRequests },
  { name: 'arsip', words: 'archive', permission: 'archive.read', Part: Archive },
];

/** What runs where, what is still open, what was reported upward and given to others; each part for whom it concerns. */
export default function MonitoringPage() {
  const { t } = useTranslation('monitoring');
  const { permissions } = useProfile();
  const [part, setPart] = useFilter('bagian');
  const parts = PARTS.filter(({ permission }) => permissions.includes(permission));
  const shown = parts.find(({ name }) => name === part) ?? parts[0];
  if (!shown) return null;
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={shown.name} onChange={(value) => setPart(value === parts[0]?.name ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {parts.map(({ name, words }) => (
            <Tabs.Tab key={name} value={name} h={44}>
              {t(`${words}.tab`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown.name} pt="md">
          <shown.Part />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

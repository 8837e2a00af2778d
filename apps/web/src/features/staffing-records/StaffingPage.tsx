import type { StaffingSummary } from '@ekinerja/contracts/staffing-records';
import { Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatInstant, formatNumber } from '../../lib/format';
import { useCan } from '../../lib/session';
import { Cite } from '../../ui/Cite';
import { Facts } from '../../ui/Facts';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { ImportsPanel } from './ImportsPanel';
import { PeoplePanel } from './PeoplePanel';
import { SiasnPanel } from './SiasnPanel';
import { staffingSummary } from './queries';
import { UpdatesPanel } from './UpdatesPanel';

const PARTS = ['pegawai', 'pemutakhiran', 'berkas', 'siasn'] as const;

/** The staffing data against the national records: who differs, which updates wait, which files came. */
export default function StaffingPage() {
  const { t } = useTranslation('staffing');
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery(staffingSummary);
  const mayManage = useCan('staffing-records.manage');
  const mayExport = useCan('siasn.export');
  const parts = PARTS.filter((part) => (part !== 'berkas' || mayManage) && (part !== 'siasn' || mayExport));
  const part = parts.find((one) => one === search.get('bagian')) ?? 'pegawai';
  return (
    <>
      <PageTitle title={t('page.title')} note={t('page.note', { source: data?.rule.source ?? 'SIASN' })} />
      {data ? <Summary summary={data} /> : null}
      <Tabs value={part} onChange={(value) => setSearch(value && value !== 'pegawai' ? { bagian: value } : {})} keepMounted={false} mt="md">
        <Tabs.List aria-label={t('page.title')}>
          {parts.map((one) => (
            <Tabs.Tab key={one} value={one} h={44}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="pegawai" pt="md">
          <PeoplePanel />
        </Tabs.Panel>
        <Tabs.Panel value="pemutakhiran" pt="md">
          <UpdatesPanel />
        </Tabs.Panel>
        {mayManage ? (
          <Tabs.Panel value="berkas" pt="md">
            <ImportsPanel />
          </Tabs.Panel>
        ) : null}
        {mayExport ? (
          <Tabs.Panel value="siasn" pt="md">
            <SiasnPanel />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </>
  );
}

function Summary({ summary }: { summary: StaffingSummary }) {
  const { t } = useTranslation('staffing');
  const { rule } = summary;
  return (
    <Section title={t('summary.title')}>
      <Facts
        items={[
          { label: t('summary.employees'), value: formatNumber(summary.employees) },
          { label: t('summary.validated'), value: formatNumber(summary.validated) },
          { label: t('summary.unvalidated'), value: formatNumber(summary.unvalidated) },
          { label: t('summary.never', { source: rule.source }), value: formatNumber(summary.neverReceived) },
          { label: t('summary.open'), value: formatNumber(summary.openUpdates) },
          { label: t('summary.import'), value: summary.lastImportAt ? formatInstant(summary.lastImportAt) : '–' },
        ]}
      />
      <Text size="sm" mt="sm">
        {t(rule.unvalidated === 'may-not-work' ? 'summary.mayNotWork' : 'summary.mayWork')} {rule.cite ? <Cite cite={rule.cite} /> : null}
      </Text>
    </Section>
  );
}

import { Button, Tabs } from '@mantine/core';
import { IconBuildingCommunity, IconUserEdit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { useCan, useProfile } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { PageTitle } from '../../ui/PageTitle';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { CatalogueTab } from './CatalogueTab';
import { DaysTab } from './DaysTab';
import { FreeTab } from './FreeTab';
import { ReopeningsTab } from './ReopeningsTab';

const PARTS = ['hari', 'katalog', 'bebas', 'dibuka'] as const;

/** The daily work of a unit: who lacks entries and who is silent, its catalogue, and days opened again. */
export default function UnitWorkPage() {
  const { t } = useTranslation('catalogue');
  const profile = useProfile();
  const mayWrite = useCan('activities.unit');
  const [chosen, setChosen] = useFilter('skpd');
  const [part, setPart] = useFilter('bagian');
  const own = profile.roles.find(({ role, unitId }) => (role === 'unit-admin' || role === 'unit-head') && unitId)?.unitId ?? profile.employment?.skpdId ?? null;
  const skpdId = chosen ?? own;
  const shown = PARTS.find((one) => one === part) ?? 'hari';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')}>
        {mayWrite ? (
          <Button component={Link} to="/kegiatan-unit/pegawai" variant="default" leftSection={<IconUserEdit size={18} aria-hidden />}>
            {t('person')}
          </Button>
        ) : null}
        <SkpdFilter label={t('skpd')} all={t('own')} value={chosen} onChange={setChosen} />
      </PageTitle>
      {skpdId === null ? (
        <EmptyState icon={IconBuildingCommunity} title={t('choose')} text={t('chooseText')} />
      ) : (
        <Tabs value={shown} onChange={(value) => setPart(value === 'hari' ? null : value)} keepMounted={false}>
          <Tabs.List aria-label={t('title')}>
            {PARTS.map((one) => (
              <Tabs.Tab key={one} value={one} h={44}>
                {t(`tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="hari" pt="md">
            <DaysTab skpdId={skpdId} />
          </Tabs.Panel>
          <Tabs.Panel value="katalog" pt="md">
            <CatalogueTab skpdId={skpdId} />
          </Tabs.Panel>
          <Tabs.Panel value="bebas" pt="md">
            <FreeTab skpdId={skpdId} />
          </Tabs.Panel>
          <Tabs.Panel value="dibuka" pt="md">
            <ReopeningsTab skpdId={skpdId} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  );
}

import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageTitle } from '../../ui/PageTitle';
import { Reads } from './Reads';
import { Retention } from './Retention';
import { Trail } from './Trail';

const PARTS = ['diubah', 'dibaca', 'simpan'] as const;

/** What was changed, what was read, and how long it is kept. */
export default function AuditPage() {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find((one) => one === search.get('bagian')) ?? 'diubah';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={part} onChange={(value) => setSearch(value && value !== 'diubah' ? { bagian: value } : {})} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="diubah" h={44}>
            {t('trail.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="dibaca" h={44}>
            {t('reads.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="simpan" h={44}>
            {t('retention.tab')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="diubah" pt="md">
          <Trail />
        </Tabs.Panel>
        <Tabs.Panel value="dibaca" pt="md">
          <Reads />
        </Tabs.Panel>
        <Tabs.Panel value="simpan" pt="md">
          <Retention />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

import { NativeSelect, Stack, Tabs } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ObjectionList } from './ObjectionList';
import { allObjections, myObjections, objectionCases } from './queries';

/** One's own objections, those to examine or explain, and for whoever watches over them, all. */
export default function ObjectionsPage() {
  const { t } = useTranslation('objections');
  const may = { periksa: useCan('objections.examine'), saya: useCan('objections.own'), semua: useCan('objections.monitor') };
  const parts = (['periksa', 'saya', 'semua'] as const).filter((part) => may[part]);
  const [chosen, setChosen] = useFilter('bagian');
  const shown = parts.find((part) => part === chosen) ?? parts[0] ?? 'saya';
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <Tabs value={shown} onChange={(value) => setChosen(value === parts[0] ? null : value)} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          {parts.map((part) => (
            <Tabs.Tab key={part} value={part} h={44}>
              {t(`tab.${part}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="periksa" pt="md">
          <Cases />
        </Tabs.Panel>
        <Tabs.Panel value="saya" pt="md">
          <Mine />
        </Tabs.Panel>
        <Tabs.Panel value="semua" pt="md">
          <All />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Mine() {
  const { t } = useTranslation('objections');
  return (
    <Loaded query={useQuery(myObjections)} shape="list">
      {(items) => <ObjectionList items={items} empty={t('empty.mine')} emptyText={t('empty.mineText')} />}
    </Loaded>
  );
}

function Cases() {
  const { t } = useTranslation('objections');
  const query = useInfiniteQuery(objectionCases);
  return (
    <Stack>
      <Loaded query={query} shape="list">
        {(items) => <ObjectionList items={items} empty={t('empty.cases')} emptyText={t('empty.casesText')} />}
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

function All() {
  const { t } = useTranslation('objections');
  const [state, setState] = useFilter('keadaan');
  const query = useInfiniteQuery(allObjections(state));
  return (
    <Stack>
      <NativeSelect
        label={t('state.label')}
        maw={320}
        value={state ?? ''}
        onChange={(event) => setState(event.currentTarget.value)}
        data={['', 'open', 'overdue', 'decided'].map((value) => ({ value, label: t(`state.${value || 'all'}`) }))}
      />
      <Loaded query={query} shape="list">
        {(items) => <ObjectionList items={items} empty={t('empty.all')} emptyText={t('empty.allText')} />}
      </Loaded>
      <LoadMore query={query} />
    </Stack>
  );
}

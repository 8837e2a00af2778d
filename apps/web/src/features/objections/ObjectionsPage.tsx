import { NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useCan } from '../../lib/session';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { TabParts } from '../../ui/TabParts';
import { ObjectionList } from './ObjectionList';
import { allObjections, myObjections, objectionCases } from './queries';

/** One's own objections, those to examine or explain, and for whoever watches over them, all. */
export default function ObjectionsPage() {
  const { t } = useTranslation('objections');
  const may = { periksa: useCan('objections.examine'), saya: useCan('objections.own'), semua: useCan('objections.monitor') };
  const parts = (['periksa', 'saya', 'semua'] as const).filter((part) => may[part]);
  const content = { periksa: <Cases />, saya: <Mine />, semua: <All /> };
  return (
    <>
      <PageTitle title={t('title')} note={t('note')} />
      <TabParts label={t('title')} parts={parts.map((value) => ({ value, title: t(`tab.${value}`), content: content[value] }))} />
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

import type { UnitDetail } from '@ekinerja/contracts/units-and-posts';
import { Anchor, Breadcrumbs, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDay } from '../../lib/format';
import { useCan } from '../../lib/session';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Term } from './AssignmentTable';
import { PostTable } from './PostTable';
import { unitOn } from './queries';
import { UnitActs, type UnitAct } from './UnitActs';
import { UnitBranch } from './UnitBranch';

export default function UnitPage() {
  const { id = '' } = useParams();
  return <UnitOf key={id} id={id} />;
}

function UnitOf({ id }: { id: string }) {
  const { t } = useTranslation('organisation');
  const [day, setDay] = useDay();
  const query = useQuery(unitOn(id, day));
  return (
    <>
      <PageTitle title={query.data?.name ?? t('unit')} note={t('asOf', { day: formatDay(day) })}>
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(unit) => <Detail unit={unit} day={day} reload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}

const ACTS: readonly UnitAct[] = ['change', 'add-unit', 'add-post', 'close'];

function Detail({ unit, day, reload }: { unit: UnitDetail; day: string; reload: () => void }) {
  const { t } = useTranslation('organisation');
  const mayChange = useCan('organisation.manage');
  const [act, setAct] = useState<UnitAct | null>(null);
  return (
    <Stack>
      <Breadcrumbs separator="›" style={{ flexWrap: 'wrap' }}>
        <Anchor component={Link} to="/organisasi">
          {t('title')}
        </Anchor>
        {unit.path.map(({ id, name }) => (
          <Anchor key={id} component={Link} to={`/organisasi/unit/${id}`}>
            {name}
          </Anchor>
        ))}
      </Breadcrumbs>
      <Section
        title={t('unitFacts')}
        actions={
          mayChange && act === null && unit.validTo === null
            ? ACTS.map((one) => (
                <Button key={one} variant={one === 'close' ? 'default' : 'light'} onClick={() => setAct(one)}>
                  {t(`unitAct.${one}`)}
                </Button>
              ))
            : null
        }
      >
        <Facts
          items={[
            { label: t('code'), value: unit.code },
            { label: t('kind'), value: t(`unitKind.${unit.kind}`) },
            { label: t('skpd'), value: unit.isSkpd ? t('units.isSkpd') : unit.skpdName },
            { label: t('time'), value: <Term from={unit.validFrom} to={unit.validTo} /> },
          ]}
        />
      </Section>
      {act ? <UnitActs act={act} unit={unit} onClose={() => setAct(null)} reload={reload} /> : null}
      <Section title={t('units.postsTitle', { count: unit.posts.length })}>
        {unit.posts.length === 0 ? <EmptyState title={t('units.noPosts')} text={t('units.noPostsText')} /> : <PostTable caption={t('tab.jabatan')} posts={unit.posts} day={day} />}
      </Section>
      {unit.children.length > 0 ? (
        <Section title={t('units.childrenTitle', { count: unit.children.length })}>
          <UnitBranch nodes={unit.children} day={day} label={t('units.below', { name: unit.name })} />
        </Section>
      ) : null}
      <Section title={t('history')} note={t('historyNote')}>
        {unit.history.length === 0 ? (
          <Text c="dimmed">–</Text>
        ) : (
          <ResponsiveTable
            caption={t('history')}
            rows={unit.history}
            rowKey={({ validFrom }) => validFrom}
            columns={[
              { key: 'name', title: t('name'), heading: true, cell: (state) => state.name },
              { key: 'kind', title: t('kind'), cell: (state) => t(`unitKind.${state.kind}`) },
              { key: 'parent', title: t('units.parent'), cell: (state) => state.parentName ?? '–' },
              { key: 'time', title: t('time'), cell: (state) => <Term from={state.validFrom} to={state.validTo} /> },
            ]}
          />
        )}
      </Section>
    </Stack>
  );
}

import type { AssignmentView } from '@ekinerja/contracts/assignments';
import type { PostDetail } from '@ekinerja/contracts/units-and-posts';
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDay } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { PageTitle } from '../../ui/PageTitle';
import { Section } from '../../ui/Section';
import { AssignmentTable, Term } from './AssignmentTable';
import { PostActs, type PostAct } from './PostActs';
import { PostHistory } from './PostHistory';
import { postOn } from './queries';

export default function PostPage() {
  const { id = '' } = useParams();
  return <PostOf key={id} id={id} />;
}

function PostOf({ id }: { id: string }) {
  const { t } = useTranslation('organisation');
  const [day, setDay] = useDay();
  const query = useQuery(postOn(id, day));
  return (
    <>
      <PageTitle title={query.data?.name ?? t('post')} note={t('asOf', { day: formatDay(day) })}>
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
      </PageTitle>
      <Loaded query={query} shape="cards">
        {(post) => <Detail post={post} reload={() => void query.refetch()} />}
      </Loaded>
    </>
  );
}

const ACTS = ['change', 'class', 'close'] as const;

function Detail({ post, reload }: { post: PostDetail; reload: () => void }) {
  const { t } = useTranslation('organisation');
  const mayChange = useCan('organisation.manage');
  const { today } = useProfile();
  const [act, setAct] = useState<PostAct | null>(null);
  const free = mayChange && act === null;
  const rowActions = (row: AssignmentView) => (
    <Group gap={6}>
      {row.validTo === null || row.validTo >= today ? (
        <Button variant="default" size="xs" h={36} onClick={() => setAct({ kind: 'end', row })}>
          {t('form.end')}
        </Button>
      ) : null}
      <Button variant="default" size="xs" h={36} onClick={() => setAct({ kind: 'correct', row })}>
        {t('form.correct')}
      </Button>
    </Group>
  );
  return (
    <Stack>
      <Section
        title={t('postFacts')}
        actions={
          free && post.validTo === null
            ? ACTS.map((kind) => (
                <Button key={kind} variant={kind === 'close' ? 'default' : 'light'} onClick={() => setAct({ kind })}>
                  {t(`postAct.${kind}`)}
                </Button>
              ))
            : null
        }
      >
        <Facts
          items={[
            { label: t('kind'), value: [t(`postKind.${post.kind}`), post.level].filter(Boolean).join(', ') },
            { label: t('class'), value: post.class ?? t('posts.withoutClass') },
            {
              label: t('unit'),
              value: (
                <Anchor component={Link} to={`/organisasi/unit/${post.unitId}`}>
                  {post.unitName}
                </Anchor>
              ),
            },
            { label: t('skpd'), value: post.skpdName },
            { label: t('seats'), value: t('posts.seatsOf', { seats: post.seats, vacant: post.vacancies }) },
            { label: t('posts.leader'), value: t(post.leader ? 'shell:yes' : 'shell:no') },
            { label: t('posts.standingDelegate'), value: t(post.standingDelegate ? 'shell:yes' : 'shell:no') },
            { label: t('time'), value: <Term from={post.validFrom} to={post.validTo} /> },
          ]}
        />
      </Section>
      {act ? <PostActs act={act} post={post} onClose={() => setAct(null)} reload={reload} /> : null}
      <Section
        title={t('postHolders')}
        note={t('postHoldersNote')}
        actions={
          free ? (
            <Button variant="light" onClick={() => setAct({ kind: 'assign' })}>
              {t('postAct.assign')}
            </Button>
          ) : null
        }
      >
        {post.assignments.length === 0 ? (
          <EmptyState title={t('assignments.never')} text={t('assignments.neverText')} />
        ) : (
          <AssignmentTable caption={t('postHolders')} rows={post.assignments} {...(free ? { actions: rowActions } : {})} />
        )}
      </Section>
      <PostHistory post={post} />
    </Stack>
  );
}

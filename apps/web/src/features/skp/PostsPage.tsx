import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../lib/filters';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { PageTitle } from '../../ui/PageTitle';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { PostEditor } from './PostEditor';
import { skpPosts, useTemplates } from './post-queries';
import { suggestionsFor, yearOf } from './queries';
import { SkpTabs } from './SkpTabs';

/** What an SKP is begun from, kept by the unit's admin: duties of each post, points of the functional ones, templates. */
export default function PostsPage() {
  const { t } = useTranslation(['skp', 'shell']);
  const { employment, roles } = useProfile();
  const [skpd, setSkpd] = useFilter('skpd');
  const [kind, setKind] = useFilter('jenis');
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const q = useDeferredValue(words);
  const ofRole = roles.find(({ role, unitId }) => unitId !== null && role === 'unit-admin')?.unitId;
  const skpdId = skpd ?? ofRole ?? employment?.skpdId ?? null;
  const query = useInfiniteQuery({ ...skpPosts(skpdId ?? '', q), enabled: skpdId !== null });
  const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const posts = all.filter((post) => kind === null || (kind === 'fungsional') === (post.kind === 'fungsional'));
  return (
    <>
      <SkpTabs />
      <PageTitle title={t('posts.title')} note={t('posts.note')}>
        <SkpdFilter label={t('year.skpd')} all={t('year.own')} value={skpd} onChange={setSkpd} />
      </PageTitle>
      <Stack>
        <Section title={t('posts.list')}>
          <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap', marginBottom: 12 }}>
            <TextInput label={t('posts.search')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
            <NativeSelect
              label={t('posts.kind')}
              value={kind ?? ''}
              onChange={(event) => setKind(event.currentTarget.value || null)}
              data={[{ value: '', label: t('year.all') }, { value: 'fungsional', label: t('posts.functional') }, { value: 'lain', label: t('posts.others') }]}
            />
          </div>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          {posts.length === 0 && !query.isPending ? (
            <Text c="dimmed">{t('posts.none')}</Text>
          ) : (
            <ResponsiveTable
              caption={t('posts.list')}
              rows={posts}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', title: t('year.post'), heading: true, cell: (row: PostItem) => row.name },
                { key: 'unit', title: t('year.unit'), cell: (row: PostItem) => row.unitName },
                { key: 'holders', title: t('posts.holders'), align: 'right', cell: (row: PostItem) => row.holders.length },
                {
                  key: 'act', title: t('agreement.act'),
                  cell: (row: PostItem) => (
                    <Button variant="default" size="compact-md" mih={40} aria-label={t('posts.openOf', { name: row.name })} onClick={() => setOpened(opened === row.id ? null : row.id)}>
                      {t(row.kind === 'fungsional' ? 'posts.openBoth' : 'posts.open')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          <LoadMore query={query} />
        </Section>
        {posts.filter(({ id }) => id === opened).map((post) => (
          <PostEditor key={post.id} post={post} onClose={() => setOpened(null)} />
        ))}
        <Templates />
      </Stack>
    </>
  );
}

function Templates() {
  const { t } = useTranslation('skp');
  const { data } = useQuery(suggestionsFor(yearOf(useProfile().today)));
  const { remove } = useTemplates();
  const templates = data?.templates ?? [];
  return (
    <Section title={t('posts.templates')} note={t('posts.templatesNote')}>
      <ErrorNotice error={remove.error} />
      {templates.length === 0 ? (
        <Text c="dimmed">{t('posts.noTemplates')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('posts.templates')}
          rows={templates}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('posts.template'), heading: true, cell: (row) => row.name },
            { key: 'results', title: t('gaps.result'), align: 'right', cell: (row) => row.results },
            {
              key: 'act', title: t('agreement.act'),
              cell: (row) => (
                <Button variant="subtle" color="red" size="compact-md" mih={40} loading={remove.isPending} onClick={() => remove.mutate(row.id, { onSuccess: () => announce(t('posts.removed')) })}>
                  {t('posts.remove', { name: row.name })}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

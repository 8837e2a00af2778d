import type { Uuid } from '@ekinerja/contracts/basics';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postsLike } from './simulation-queries';

export interface ChangedPost {
  id: Uuid;
  name: string;
  unitName: string;
  was: string | null;
  to: string;
}

/** Posts with another class, found by name. */
export function ChangedPosts({ posts, onChange }: { posts: readonly ChangedPost[]; onChange: (posts: ChangedPost[]) => void }) {
  const { t } = useTranslation('simulations');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 300);
  const found = useQuery(postsLike(wanted)).data?.items.filter(({ id }) => !posts.some((post) => post.id === id)) ?? [];
  return (
    <Stack gap="sm" mt="sm">
      {posts.map((post) => (
        <Group key={post.id} gap="xs" align="flex-end">
          <TextInput
            label={t('posts.newClass', { name: post.name })}
            description={t('posts.was', { unit: post.unitName, class: post.was ?? '–' })}
            value={post.to}
            onChange={(event) => onChange(posts.map((one) => (one.id === post.id ? { ...one, to: event.currentTarget.value } : one)))}
            maxLength={20}
            style={{ flex: '1 1 14rem', maxWidth: '28rem' }}
          />
          <ActionIcon aria-label={t('posts.remove', { name: post.name })} onClick={() => onChange(posts.filter(({ id }) => id !== post.id))}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <TextInput type="search" label={t('posts.search')} description={t('posts.searchNote')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={480} />
      {found.map((post) => (
        <Group key={post.id} gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            h={36}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              onChange([...posts, { id: post.id, name: post.name, unitName: post.unitName, was: post.class, to: post.class ?? '' }]);
              setSearch('');
            }}
          >
            {post.name}
          </Button>
          <Text size="sm">{t('posts.was', { unit: post.unitName, class: post.class ?? '–' })}</Text>
        </Group>
      ))}
    </Stack>
  );
}

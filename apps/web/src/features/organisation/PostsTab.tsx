import { Chip, Group, Stack, Text } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFilter, useSearchFilter } from '../../lib/filters';
import { DateFilter, useDay } from '../../ui/DateFilter';
import { DownloadButton } from '../../ui/DownloadButton';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { SkpdFilter } from '../../ui/SkpdFilter';
import { PostTable } from './PostTable';
import { postList } from './queries';
import { SearchField } from '../../ui/SearchField';

export function PostsTab() {
  const { t } = useTranslation('organisation');
  const [day, setDay] = useDay();
  const [skpdId, setSkpdId] = useFilter('skpd');
  const [only, setOnly] = useFilter('hanya');
  const [typed, setTyped, q] = useSearchFilter();
  const filter = {
    q,
    skpdId,
    date: day,
    vacant: only === 'lowong' ? true : null,
    withoutClass: only === 'tanpa-kelas' ? true : null,
  };
  const query = useInfiniteQuery(postList(filter));
  const toggle = (value: string) => setOnly(only === value ? null : value);
  return (
    <Stack>
      <Group component="search" align="flex-end" gap="sm">
        <SearchField label={t('posts.search')} value={typed} onChange={setTyped} inRow />
        <SkpdFilter label={t('skpd')} all={t('allSkpd')} value={skpdId} onChange={setSkpdId} />
        <DateFilter label={t('onDay')} value={day} onChange={setDay} />
        <DownloadButton path="/posts/list.xlsx" fileName="jabatan.xlsx" query={filter}>
          {t('export')}
        </DownloadButton>
      </Group>
      <Group gap="xs">
        <Chip checked={only === 'lowong'} onChange={() => toggle('lowong')}>
          {t('posts.onlyVacant')}
        </Chip>
        <Chip checked={only === 'tanpa-kelas'} onChange={() => toggle('tanpa-kelas')}>
          {t('posts.onlyWithoutClass')}
        </Chip>
      </Group>
      <Loaded query={query} rows={8}>
        {(posts) =>
          posts.length === 0 ? (
            <EmptyState icon={IconBriefcase} title={t('posts.none')} text={t('posts.noneText')} />
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status">
                {t(query.hasNextPage ? 'shownMore' : 'shown', { count: posts.length })}
              </Text>
              <PostTable caption={t('tab.jabatan')} posts={posts} day={day} withUnit />
              <LoadMore query={query} />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

import type { PostHeld } from '@ekinerja/contracts/organisation';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';

/** Posts over time, the latest first. */
export function PostList({ posts }: { posts: readonly PostHeld[] }) {
  const { t } = useTranslation('employees');
  const rows = [...posts].sort((a, b) => b.validFrom.localeCompare(a.validFrom));
  return (
    <Section title={t('posts.title')} note={t('posts.note')}>
      {rows.length === 0 ? (
        <Text c="dimmed">{t('posts.none')}</Text>
      ) : (
        <ResponsiveTable
          caption={t('posts.title')}
          rows={rows}
          rowKey={(post) => `${post.postId} ${post.kind} ${post.validFrom}`}
          columns={[
            {
              key: 'post',
              title: t('post'),
              heading: true,
              cell: (post) => (
                <>
                  {post.postName}
                  <Text size="sm" c="dimmed" fw={400}>
                    {post.unitName}
                  </Text>
                </>
              ),
            },
            { key: 'kind', title: t('posts.kind'), cell: (post) => t(`assignment.${post.kind}`) },
            { key: 'class', title: t('class'), cell: (post) => post.class ?? '–' },
            {
              key: 'time',
              title: t('posts.time'),
              cell: (post) =>
                post.validTo
                  ? t('detail.fromTo', { from: formatDate(post.validFrom), to: formatDate(post.validTo) })
                  : t('detail.since', { from: formatDate(post.validFrom) }),
            },
            { key: 'decree', title: t('posts.decree'), cell: (post) => post.decreeNumber ?? '–' },
          ]}
        />
      )}
    </Section>
  );
}

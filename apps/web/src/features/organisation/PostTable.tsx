import type { IsoDate } from '@ekinerja/contracts/basics';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ResponsiveTable } from '../../ui/ResponsiveTable';

interface PostTableProps {
  caption: string;
  posts: readonly PostItem[];
  day: IsoDate;
  withUnit?: boolean;
}

export function PostTable({ caption, posts, day, withUnit = false }: PostTableProps) {
  const { t } = useTranslation('organisation');
  return (
    <ResponsiveTable
      caption={caption}
      rows={posts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'post',
          title: t('post'),
          heading: true,
          cell: (post) => (
            <>
              <Group gap={6}>
                <Anchor component={Link} to={`/organisasi/jabatan/${post.id}?tanggal=${day}`}>
                  {post.name}
                </Anchor>
                {post.leader ? (
                  <Badge variant="light" color="gray">
                    {t('posts.leader')}
                  </Badge>
                ) : null}
              </Group>
              {withUnit ? (
                <Text size="sm" c="dimmed" fw={400}>
                  {post.unitName}
                </Text>
              ) : null}
            </>
          ),
        },
        { key: 'kind', title: t('kind'), cell: (post) => [t(`postKind.${post.kind}`), post.level].filter(Boolean).join(', ') },
        { key: 'class', title: t('class'), cell: (post) => post.class ?? (post.kind === 'regent' ? '–' : t('posts.withoutClass')) },
        { key: 'superior', title: t('superior'), cell: (post) => post.superiorPostName ?? '–' },
        { key: 'holders', title: t('holders'), cell: (post) => <Holders post={post} /> },
      ]}
    />
  );
}

/** By name while they are few; of a post with many seats the number says more. */
const NAMED = 4;

function Holders({ post }: { post: PostItem }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      {post.holders.slice(0, NAMED).map((holder) => (
        // Names stand under each other: each a line that a thumb can hit (WCAG 2.5.8).
        <Text key={holder.assignmentId} component="span" display="block" size="sm" lh="28px">
          <Anchor component={Link} to={`/pegawai/${holder.employmentId}`} fz="inherit">
            {holder.personName}
          </Anchor>
          {holder.kind === 'definitive' ? '' : ` (${t(`capacity.${holder.kind}`)})`}
        </Text>
      ))}
      {post.holders.length > NAMED ? (
        <Text component="span" display="block" size="sm" c="dimmed">
          {t('posts.andMore', { count: post.holders.length - NAMED })}
        </Text>
      ) : null}
      {post.vacancies > 0 ? (
        <Badge color="orange" variant="light">
          {t('posts.vacant', { count: post.vacancies })}
        </Badge>
      ) : null}
    </>
  );
}

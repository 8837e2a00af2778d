import type { PostDetail } from '@ekinerja/contracts/units-and-posts';
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ResponsiveTable } from '../../ui/ResponsiveTable';
import { Section } from '../../ui/Section';
import { Term } from './AssignmentTable';

/** The line above a post, its classes over time, and what it has been. */
export function PostHistory({ post }: { post: PostDetail }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <Section title={t('line')} note={t('lineNote')}>
        {post.chain.length === 0 ? (
          <Text c="dimmed">{t('lineTop')}</Text>
        ) : (
          <List type="ordered" spacing="xs">
            {post.chain.map((above) => (
              <List.Item key={above.postId}>
                <Anchor component={Link} to={`/organisasi/jabatan/${above.postId}`}>
                  {above.postName}
                </Anchor>
                <Text size="sm" c={above.holders.length > 0 ? 'dimmed' : 'orange.9'}>
                  {above.holders.length > 0
                    ? above.holders.map((holder) => (holder.kind === 'definitive' ? holder.personName : `${holder.personName} (${t(`capacity.${holder.kind}`)})`)).join(', ')
                    : t('posts.empty')}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Section>
      <Section title={t('classes')} note={t('classesNote')}>
        {post.classes.length === 0 ? (
          <Text c="dimmed">{t('posts.withoutClass')}</Text>
        ) : (
          <ResponsiveTable
            caption={t('classes')}
            rows={post.classes}
            rowKey={({ validFrom }) => validFrom}
            columns={[
              { key: 'class', title: t('class'), heading: true, cell: (row) => row.class },
              { key: 'time', title: t('time'), cell: (row) => <Term from={row.validFrom} to={row.validTo} /> },
              { key: 'decree', title: t('decree'), cell: (row) => row.decree ?? t('noDecree') },
            ]}
          />
        )}
      </Section>
      <Section title={t('history')} note={t('historyNote')}>
        <ResponsiveTable
          caption={t('history')}
          rows={post.history}
          rowKey={({ validFrom }) => validFrom}
          columns={[
            { key: 'name', title: t('name'), heading: true, cell: (state) => state.name },
            { key: 'kind', title: t('kind'), cell: (state) => [t(`postKind.${state.kind}`), state.level].filter(Boolean).join(', ') },
            { key: 'unit', title: t('unit'), cell: (state) => state.unitName },
            { key: 'superior', title: t('superior'), cell: (state) => state.superiorPostName ?? '–' },
            { key: 'seats', title: t('seats'), align: 'right', cell: (state) => String(state.seats) },
            { key: 'time', title: t('time'), cell: (state) => <Term from={state.validFrom} to={state.validTo} /> },
          ]}
        />
      </Section>
    </>
  );
}

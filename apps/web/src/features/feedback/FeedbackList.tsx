import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LoadMore } from '../../ui/LoadMore';
import { Loading } from '../../ui/Loading';
import { FeedbackCard } from './FeedbackCard';
import { feedbackList } from './queries';

export function FeedbackList({ which }: { which: 'mine' | 'given' }) {
  const { t } = useTranslation('feedback');
  const query = useInfiniteQuery(feedbackList(which));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <Loading shape="cards" />;
  return (
    <Stack>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {items.length === 0 && !query.error ? <EmptyState icon={IconMessages} title={t(`empty.${which}`)} text={t(`empty.${which}Text`)} /> : null}
      {items.map((item) => (
        <FeedbackCard key={item.id} item={item} to={which === 'given'} mayAnswer={which === 'mine'} />
      ))}
      <LoadMore query={query} />
    </Stack>
  );
}

import { Button, Group } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice';

/** Under a list that comes in pages: the next one, or why it did not come. */
export function LoadMore({ query }: { query: UseInfiniteQueryResult }) {
  const { t } = useTranslation('shell');
  const next = () => void query.fetchNextPage();
  return (
    <>
      <ErrorNotice error={query.isFetchNextPageError ? query.error : null} onRetry={next} />
      {query.hasNextPage ? (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={next}>
            {t('more')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

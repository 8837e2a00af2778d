import { IconFileSearch } from '@tabler/icons-react';
import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../lib/session';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { LoadMore } from '../../ui/LoadMore';
import { DataRequestCard } from './DataRequestCard';
import { DataRequestForm } from './DataRequestForm';
import { dataRequests } from './oversight-queries';

/** Data for others: asked, coordinated, approved, handed over, each step on record (KS 24(2), 26(2)). */
export function DataRequests() {
  const { t } = useTranslation('monitoring');
  const mayRegister = useCan('data-requests.register');
  const query = useInfiniteQuery(dataRequests);
  return (
    <Stack>
      {mayRegister ? <DataRequestForm /> : null}
      <Loaded query={query} rows={4}>
        {(requests) => (
          <>
            {requests.length === 0 ? <EmptyState icon={IconFileSearch} title={t('data.empty')} text={t('data.emptyText')} /> : null}
            {requests.map((request) => (
              <DataRequestCard key={request.id} request={request} />
            ))}
            <LoadMore query={query} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

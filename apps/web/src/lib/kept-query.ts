import { useQuery, useQueryClient, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepAnswer, keptAnswer } from './device';
import { useProfile } from './session';
import { supportView } from './support-view';

/**
 * A query whose last answer stays on the device: the next visit shows it at once and refreshes it; without a signal it is
 * all there is, and `keptAt` tells from when.
 */
export function useKeptQuery<T, K extends readonly unknown[]>(
  options: Pick<UseQueryOptions<T, Error, T, K>, 'queryKey' | 'queryFn'>,
  name: string,
): { query: UseQueryResult<T>; keptAt: string | null } {
  const client = useQueryClient();
  const { accountId } = useProfile();
  const key = JSON.stringify(options.queryKey);
  const query = useQuery({ ...options, queryKey: options.queryKey, networkMode: 'always' });
  useEffect(() => {
    let gone = false;
    const queryKey = JSON.parse(key) as readonly unknown[];
    void keptAnswer<T>(accountId, name).then((kept) => {
      if (!gone && kept && client.getQueryData(queryKey) === undefined) {
        client.setQueryData(queryKey, kept.data as never, { updatedAt: new Date(kept.at).getTime() });
      }
    });
    return () => {
      gone = true;
    };
  }, [client, accountId, name, key]);
  const fresh = query.isSuccess && !query.isFetching && !query.isRefetchError;
  useEffect(() => {
    // Looking on behalf of another leaves nothing of theirs on this device.
    if (fresh && !supportView.get() && Date.now() - query.dataUpdatedAt < 60_000) void keepAnswer(accountId, name, query.data);
  }, [accountId, name, fresh, query.data, query.dataUpdatedAt]);
  return { query, keptAt: query.isRefetchError && query.data !== undefined ? new Date(query.dataUpdatedAt).toISOString() : null };
}

import { useQuery, useQueryClient, type QueryClient, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepAnswer, keptAnswer } from './device';
import { queryClient } from './query-client';
import { useProfile } from './session';
import { supportView } from './support-view';

type KeptOptions<T, K extends readonly unknown[]> = Pick<UseQueryOptions<T, Error, T, K>, 'queryKey' | 'queryFn'>;

async function showKept(client: QueryClient, queryKey: readonly unknown[], accountId: string, name: string): Promise<void> {
  const kept = await keptAnswer(accountId, name);
  if (kept && client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, kept.data, { updatedAt: new Date(kept.at).getTime() });
}

/** Before the page is drawn: what the device keeps at once, and the line's answer on its way. */
export async function primeKept<T, K extends readonly unknown[]>(options: KeptOptions<T, K>, name: string, accountId: string): Promise<void> {
  await showKept(queryClient, options.queryKey, accountId, name);
  void queryClient.prefetchQuery({ ...options, networkMode: 'always' });
}

/**
 * A query whose last answer stays on the device: the next visit shows it at once and refreshes it; without a signal it is
 * all there is, and `keptAt` tells from when.
 */
export function useKeptQuery<T, K extends readonly unknown[]>(
  options: KeptOptions<T, K>,
  name: string,
): { query: UseQueryResult<T>; keptAt: string | null } {
  const client = useQueryClient();
  const { accountId } = useProfile();
  const key = JSON.stringify(options.queryKey);
  const query = useQuery({ ...options, queryKey: options.queryKey, networkMode: 'always' });
  useEffect(() => {
    const queryKey = JSON.parse(key) as readonly unknown[];
    void showKept(client, queryKey, accountId, name);
  }, [client, accountId, name, key]);
  const fresh = query.isSuccess && !query.isFetching && !query.isRefetchError;
  useEffect(() => {
    // Looking on behalf of another leaves nothing of theirs on this device.
    if (fresh && !supportView.get() && Date.now() - query.dataUpdatedAt < 60_000) void keepAnswer(accountId, name, query.data);
  }, [accountId, name, fresh, query.data, query.dataUpdatedAt]);
  return { query, keptAt: query.isRefetchError && query.data !== undefined ? new Date(query.dataUpdatedAt).toISOString() : null };
}

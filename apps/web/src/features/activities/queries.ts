import type {
  Activity,
  ActivityEvent,
  ActivityMonth,
  SaveActivityRequest,
} from '@ekinerja/contracts/activities';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['activities'] as const;

export const activityMonth = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'month', month],
    queryFn: ({ signal }) => get<ActivityMonth>('/activities/month', { query: { month }, signal }),
  });

export const activityHistory = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'history', id],
    queryFn: ({ signal }) => get<ActivityEvent[]>(`/activities/${id}/history`, { signal }),
  });

/** The device gives the id: a repeated save after a dropped line is the same entry, not a second one. */
export interface SaveEntry {
  id: Uuid;
  version: number | undefined;
  body: SaveActivityRequest;
}

export function useSaveEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: SaveEntry) =>
      send<Activity>('PUT', `/activities/${id}`, { body, ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useEntryAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, action }: { entry: Activity; action: 'submit' | 'withdraw' }) =>
      send<Activity>('POST', `/activities/${entry.id}/${action}`, {
        ifMatch: entry.version,
        idempotencyKey: newIntent(),
      }),
    // Also after a refusal: the list then shows the state that refused.
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

import {
  ACTIVITY_LIMITS,
  type AcceptActivitiesAnswer,
  type Activity,
  type WaitingActivitiesPage,
  type WaitingActivity,
} from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['approvals'] as const;
const ROWS = 100;

export const waitingActivities = (employmentId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'activities', employmentId],
    queryFn: ({ pageParam, signal }) =>
      get<WaitingActivitiesPage>('/activities/waiting', {
        query: { cursor: pageParam, limit: ROWS, employmentId },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const waitingSkps = queryOptions({
  queryKey: [...ALL, 'skp'],
  queryFn: ({ signal }) => get<Page<SkpItem>>('/skp/waiting', { signal }),
});

export const acceptOne = (entry: WaitingActivity) =>
  send<Activity>('POST', `/activities/${entry.id}/accept`, {
    ifMatch: entry.version,
    idempotencyKey: newIntent(),
  });

export const refuseOne = (entry: WaitingActivity, reason: string) =>
  send<Activity>('POST', `/activities/${entry.id}/refuse`, {
    body: { reason },
    ifMatch: entry.version,
    idempotencyKey: newIntent(),
  });

/** As many requests as the limit asks for, one after the other; the answers are put together. */
export async function acceptMany(ids: readonly Uuid[]): Promise<AcceptActivitiesAnswer> {
  const answer: AcceptActivitiesAnswer = { accepted: [], skipped: [] };
  for (let at = 0; at < ids.length; at += ACTIVITY_LIMITS.bulk) {
    const part = await send<AcceptActivitiesAnswer>('POST', '/activities/accept', {
      body: { ids: ids.slice(at, at + ACTIVITY_LIMITS.bulk) },
      idempotencyKey: newIntent(),
    });
    answer.accepted.push(...part.accepted);
    answer.skipped.push(...part.skipped);
  }
  return answer;
}

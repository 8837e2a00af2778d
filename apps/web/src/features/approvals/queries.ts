import {
  ACTIVITY_LIMITS,
  type AcceptActivitiesAnswer,
  type Activity,
  type CorrectActivityRequest,
  type PlanLine,
  type SeenActivity,
  type UndoDecisionsAnswer,
  type WaitingActivitiesPage,
  type WaitingActivity,
} from '@ekinerja/contracts/activities';
import type { WaitingPlanItem } from '@ekinerja/contracts/plans';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpChangeSummary } from '@ekinerja/contracts/skp-record';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';
import { FIRST_QUESTIONS } from '../../lib/first-questions';

const ALL = ['approvals'] as const;

export const waitingActivities = (employmentId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'activities', employmentId],
    queryFn: ({ pageParam, signal }) =>
      get<WaitingActivitiesPage>(FIRST_QUESTIONS.waiting.path, {
        query: { ...FIRST_QUESTIONS.waiting.query(employmentId), cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const waitingSkps = queryOptions({
  queryKey: [...ALL, 'skp'],
  queryFn: ({ signal }) => get<Page<SkpItem>>('/skp/waiting', { signal }),
});

export const skpsToReview = queryOptions({
  queryKey: [...ALL, 'skp-review'],
  queryFn: ({ signal }) => get<Page<SkpItem>>('/skp/to-review', { signal }),
});

export const skpDisputes = queryOptions({
  queryKey: [...ALL, 'skp-disputes'],
  queryFn: ({ signal }) => get<SkpItem[]>('/skp/disputes', { signal }),
});

export const skpChanges = queryOptions({
  queryKey: [...ALL, 'skp-changes'],
  queryFn: ({ signal }) =>
    get<Page<SkpChangeSummary & { skpId: Uuid; personName: string; year: number }>>('/skp-changes', {
      signal,
    }),
});

export const waitingPlans = queryOptions({
  queryKey: [...ALL, 'work-plans'],
  queryFn: ({ signal }) => get<Page<WaitingPlanItem>>('/work-plans/waiting', { signal }),
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
export async function acceptMany(entries: readonly SeenActivity[]): Promise<AcceptActivitiesAnswer> {
  const answer: AcceptActivitiesAnswer = { accepted: [], skipped: [] };
  const seen = entries.map(({ id, version }) => ({ id, version }));
  for (let at = 0; at < seen.length; at += ACTIVITY_LIMITS.bulk) {
    const part = await send<AcceptActivitiesAnswer>('POST', '/activities/accept', {
      body: { entries: seen.slice(at, at + ACTIVITY_LIMITS.bulk) },
      idempotencyKey: newIntent(),
    });
    answer.accepted.push(...part.accepted);
    answer.skipped.push(...part.skipped);
  }
  return answer;
}

export const correctOne = (entry: WaitingActivity, body: CorrectActivityRequest) =>
  send<Activity>('POST', `/activities/${entry.id}/correct`, {
    body,
    ifMatch: entry.version,
    idempotencyKey: newIntent(),
  });

export const planOf = (employmentId: Uuid, month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'plan', employmentId, month],
    queryFn: ({ signal }) =>
      get<PlanLine[]>(`/activities/plan-of/${employmentId}`, { query: { month }, signal }),
  });

/** One after the other, as many as were decided at once. */
export async function undoMany(ids: readonly Uuid[]): Promise<UndoDecisionsAnswer> {
  const answer: UndoDecisionsAnswer = { undone: [], skipped: [] };
  for (let at = 0; at < ids.length; at += ACTIVITY_LIMITS.bulk) {
    const part = await send<UndoDecisionsAnswer>('POST', '/activities/undo', {
      body: { ids: ids.slice(at, at + ACTIVITY_LIMITS.bulk) },
    });
    answer.undone.push(...part.undone);
    answer.skipped.push(...part.skipped);
  }
  return answer;
}

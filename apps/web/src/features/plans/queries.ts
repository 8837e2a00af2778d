import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { PlanMonth, SplitMethod, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['work-plans'] as const;

export const workPlan = (skpId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'detail', skpId],
    queryFn: ({ signal }) => get<WorkPlanView>(`/work-plans/${skpId}`, { signal }),
  });

export const planMonth = (month: IsoMonth, employmentId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'month', month, employmentId],
    queryFn: ({ signal }) => get<PlanMonth>('/work-plans/month', { query: { month, employmentId }, signal }),
  });

export const suggestion = (skpId: Uuid, method: SplitMethod) =>
  get<WorkPlanContent>(`/work-plans/${skpId}/suggestion`, { query: { method } });

export const savePlan = (skpId: Uuid, version: number, { targets, steps }: WorkPlanContent) =>
  send<WorkPlanView>('PUT', `/work-plans/${skpId}`, { body: { targets, steps }, ifMatch: version });

export interface PlanStepCall {
  step: 'submit' | 'revise' | 'verify' | 'return';
  version: number;
  body?: { reason: string };
}

export function usePlanStep(skpId: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, version, body }: PlanStepCall) =>
      send<WorkPlanView>('POST', `/work-plans/${skpId}/${step}`, { body, ifMatch: version, idempotencyKey: newIntent() }),
    onSuccess: (plan) => {
      client.setQueryData(workPlan(skpId).queryKey, plan);
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'detail' });
    },
  });
}

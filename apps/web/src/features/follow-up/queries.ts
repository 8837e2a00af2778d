import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import type { CaseCandidate, CaseDetail, CaseItem, CaseStepRequest, EndRewardRequest, GiveRewardRequest, MapPerson, OpenCaseRequest, PerformanceMap, PerformanceReport, ReportDraft, Reward, RewardForm } from '@ekinerja/contracts/follow-up';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['follow-up'] as const;

/** Who is listed under the picture: of one predicate, of one cell, or all. */
export interface MapChoice {
  predicate: string | null;
  work: string | null;
  behaviour: string | null;
}

const paged = <T>(key: readonly unknown[], path: string, query: Record<string, string | null> = {}) =>
  infiniteQueryOptions({
    queryKey: [...ALL, ...key, query],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const caseList = () => paged<CaseItem>(['cases'], '/follow-up/cases');
export const rewardList = () => paged<Reward>(['rewards'], '/follow-up/rewards');
export const reportList = () => paged<PerformanceReport>(['reports'], '/performance-reports');
export const mapPeople = (kind: EvaluationKind, month: IsoMonth, { predicate, work, behaviour }: MapChoice) =>
  paged<MapPerson>(['map-people'], '/follow-up/map/people', { kind, month, predicate, work, behaviour });

export const caseDetail = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'case', id], queryFn: ({ signal }) => get<CaseDetail>(`/follow-up/cases/${id}`, { signal }) });
export const sanctionCandidates = (year: number) =>
  queryOptions({ queryKey: [...ALL, 'sanctions', year], queryFn: ({ signal }) => get<CaseCandidate[]>('/follow-up/candidates/sanctions', { query: { year }, signal }) });
export const evaluatorCandidates = queryOptions({ queryKey: [...ALL, 'evaluators'], queryFn: ({ signal }) => get<CaseCandidate[]>('/follow-up/candidates/evaluators', { signal }) });
export const silentCandidates = (month: IsoMonth) =>
  queryOptions({ queryKey: [...ALL, 'silent', month], queryFn: ({ signal }) => get<CaseCandidate[]>('/follow-up/candidates/non-reporting', { query: { month }, signal }) });
export const reportDetail = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'report', id], queryFn: ({ signal }) => get<PerformanceReport>(`/performance-reports/${id}`, { signal }) });
export const rewardForm = queryOptions({ queryKey: [...ALL, 'reward-form'], queryFn: ({ signal }) => get<RewardForm>('/follow-up/rewards/form', { signal }) });
export const peopleToReward = (q: string) =>
  queryOptions({
    queryKey: ['employees', 'search', q],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, limit: 20 }, signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
export const personToReward = (id: Uuid) =>
  queryOptions({ queryKey: ['employees', 'one', id], queryFn: ({ signal }) => get<EmployeeDetail>(`/employees/${id}`, { signal }) });
export const performanceMap = (kind: EvaluationKind, month: IsoMonth) =>
  queryOptions({ queryKey: [...ALL, 'map', kind, month], queryFn: ({ signal }) => get<PerformanceMap>('/follow-up/map', { query: { kind, month }, signal }) });
export const reportDraft = (kind: EvaluationKind, month: IsoMonth) =>
  queryOptions({ queryKey: [...ALL, 'draft', kind, month], queryFn: ({ signal }) => get<ReportDraft>('/performance-reports/draft', { query: { kind, month }, signal }) });

function useFresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ALL });
}
export function useOpenCase() {
  const fresh = useFresh();
  return useMutation({ mutationFn: (body: OpenCaseRequest) => send<CaseDetail>('POST', '/follow-up/cases', { body, idempotencyKey: newIntent() }), onSuccess: fresh });
}
export function useCaseStep(id: Uuid) {
  const fresh = useFresh();
  return useMutation({ mutationFn: ({ version, ...body }: CaseStepRequest & { version: number }) => send<CaseDetail>('POST', `/follow-up/cases/${id}/steps`, { body, ifMatch: version }), onSuccess: fresh });
}
export function useGiveReward() {
  const fresh = useFresh();
  return useMutation({ mutationFn: (body: GiveRewardRequest) => send<Reward>('POST', '/follow-up/rewards', { body, idempotencyKey: newIntent() }), onSuccess: fresh });
}
export function useEndReward() {
  const fresh = useFresh();
  return useMutation({
    mutationFn: ({ id, version, reason }: EndRewardRequest & { id: Uuid; version: number }) => send<Reward>('POST', `/follow-up/rewards/${id}/end`, { body: { reason }, ifMatch: version }),
    onSuccess: fresh,
  });
}
export function useReport() {
  const fresh = useFresh();
  return useMutation({
    mutationFn: ({ path, body, version }: { path: string; body: unknown; version?: number }) =>
      send<PerformanceReport>('POST', `/performance-reports${path}`, { body, ...(version === undefined ? {} : { ifMatch: version }) }),
    onSuccess: fresh,
  });
}

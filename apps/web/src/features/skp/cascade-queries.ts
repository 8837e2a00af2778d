import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  FinaliseAgreementRequest, GiveExpectationRequest, GivenExpectation, RoleMatrix, SaveAgreementRequest, TreeNode, UnitAgreement, UnitAgreementItem,
  UnsupportedItem, WaitingExpectation, WithoutRoleItem, RecordAttainmentsRequest,
} from '@ekinerja/contracts/skp-cascade';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['skp', 'cascade'] as const;

export const roleMatrix = (year: number) =>
  queryOptions({ queryKey: [...ALL, 'matrix', year], queryFn: ({ signal }) => get<RoleMatrix>('/skp-cascade/matrix', { query: { year }, signal }) });

export const waitingExpectations = (year: number) =>
  queryOptions({ queryKey: [...ALL, 'waiting', year], queryFn: ({ signal }) => get<WaitingExpectation[]>('/skp-expectations', { query: { year }, signal }) });

export type TreeParent = { objectiveId: Uuid } | { resultId: Uuid } | { skpdId: Uuid } | null;
export const treeOf = (year: number, parent: TreeParent) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'tree', year, parent],
    queryFn: ({ pageParam, signal }) => get<Page<TreeNode>>('/skp-cascade/tree', { query: { year, ...parent, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const withoutRole = (year: number, skpdId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'without-role', year, skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<WithoutRoleItem>>('/skp-cascade/without-role', { query: { year, skpdId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const unsupported = (year: number, skpdId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'unsupported', year, skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<UnsupportedItem>>('/skp-cascade/unsupported', { query: { year, skpdId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const agreements = (year: number, skpdId: Uuid | null) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'agreements', year, skpdId],
    queryFn: ({ pageParam, signal }) => get<Page<UnitAgreementItem>>('/unit-agreements', { query: { year, skpdId, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const unitAgreement = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'agreement', id], queryFn: ({ signal }) => get<UnitAgreement>(`/unit-agreements/${id}`, { signal }) });

export function useGive() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: GiveExpectationRequest) => send<GivenExpectation[]>('POST', '/skp-expectations', { body, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ resultId, superiorResultId }: { resultId: Uuid; superiorResultId: Uuid }) =>
      send<void>('PUT', `/skp-results/${resultId}/superior/${superiorResultId}`, { idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useTake() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: Uuid) => send<GivenExpectation>('POST', `/skp-expectations/${id}/take`, { idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['skp'] }),
  });
}

export function useStartAgreement(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (unitId: Uuid) => send<UnitAgreement>('POST', '/unit-agreements', { body: { unitId, year }, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export type AgreementCall = { version: number } & (
  | { step: 'save'; body: SaveAgreementRequest }
  | { step: 'finalise'; body: FinaliseAgreementRequest }
  | { step: 'redraft'; body: { reason: string } }
  | { step: 'attainments'; body: RecordAttainmentsRequest }
);
export function useAgreementStep(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, version, body }: AgreementCall) =>
      send<UnitAgreement>(step === 'save' || step === 'attainments' ? 'PUT' : 'POST', `/unit-agreements/${id}${step === 'save' ? '' : `/${step}`}`, {
        body, ifMatch: version, idempotencyKey: newIntent(),
      }),
    onSuccess: (agreement) => {
      client.setQueryData(unitAgreement(id).queryKey, agreement);
      return client.invalidateQueries({ queryKey: ['skp'], predicate: ({ queryKey }) => queryKey[2] !== 'agreement' });
    },
  });
}

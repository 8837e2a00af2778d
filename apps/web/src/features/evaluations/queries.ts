import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type {
  Evaluation,
  EvaluationKind,
  EvaluationVersion,
  EvaluationsDue,
  SaveEvaluationRequest,
  SetUnitPerformanceRequest,
  UnitPerformance,
} from '@ekinerja/contracts/evaluations';
import type { ObjectionWindow } from '@ekinerja/contracts/objections';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['evaluations'] as const;

export const evaluationsDue = (month: IsoMonth, kind: EvaluationKind) =>
  queryOptions({
    queryKey: [...ALL, 'due', kind, month],
    queryFn: ({ signal }) => get<EvaluationsDue>('/evaluations/due', { query: { month, kind }, signal }),
  });

export const myEvaluations = queryOptions({
  queryKey: [...ALL, 'mine'],
  queryFn: ({ signal }) => get<Evaluation[]>('/evaluations/mine', { signal }),
});

export const objectionWindows = queryOptions({
  queryKey: ['objections', 'windows'],
  queryFn: ({ signal }) => get<ObjectionWindow[]>('/objections/windows', { signal }),
});

export const formerVersions = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'versions', id],
    queryFn: ({ signal }) => get<EvaluationVersion[]>(`/evaluations/${id}/versions`, { signal }),
  });

export function useConfirmReceipt() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Evaluation, 'id' | 'version'>) =>
      send<Evaluation>('POST', `/evaluations/${id}/receipt`, { ifMatch: version }),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ALL }), client.invalidateQueries({ queryKey: objectionWindows.queryKey })]),
  });
}

/** The paper reached the employee otherwise than by their own confirmation. */
export function useHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ evaluation: { id, version }, note }: { evaluation: Pick<Evaluation, 'id' | 'version'>; note: string }) =>
      send<Evaluation>('POST', `/evaluations/${id}/hand-over`, { ifMatch: version, body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

/** The version is that of the evaluation already there; a first one has none. */
export function useSaveEvaluation(month: IsoMonth, kind: EvaluationKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: SaveEvaluationRequest; version: number | undefined }) =>
      send<Evaluation>('POST', '/evaluations', { body, ifMatch: version, idempotencyKey: newIntent() }),
    onSuccess: (evaluation) => {
      client.setQueryData(
        evaluationsDue(month, kind).queryKey,
        (due) =>
          due && {
            ...due,
            items: due.items.map((item) =>
              item.employmentId === evaluation.employmentId ? { ...item, evaluation } : item,
            ),
          },
      );
      // The distribution of the organisation counts it too.
      return client.invalidateQueries({ queryKey: ALL });
    },
  });
}

export function useSetUnitPerformance(month: IsoMonth, kind: EvaluationKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: SetUnitPerformanceRequest; version: number | undefined }) =>
      send<UnitPerformance>('PUT', '/unit-performance', { body, ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: evaluationsDue(month, kind).queryKey }),
  });
}

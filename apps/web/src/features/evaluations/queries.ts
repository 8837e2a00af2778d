import type { IsoMonth } from '@ekinerja/contracts/basics';
import type {
  Evaluation,
  EvaluationsDue,
  SaveEvaluationRequest,
  SetUnitPerformanceRequest,
  UnitPerformance,
} from '@ekinerja/contracts/evaluations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['evaluations'] as const;

export const evaluationsDue = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'due', month],
    queryFn: ({ signal }) => get<EvaluationsDue>('/evaluations/due', { query: { month }, signal }),
  });

/** The version is that of the evaluation already there; a first one has none. */
export function useSaveEvaluation(month: IsoMonth) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: SaveEvaluationRequest; version: number | undefined }) =>
      send<Evaluation>('POST', '/evaluations', { body, ifMatch: version, idempotencyKey: newIntent() }),
    onSuccess: (evaluation) => {
      client.setQueryData(
        evaluationsDue(month).queryKey,
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

export function useSetUnitPerformance(month: IsoMonth) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: SetUnitPerformanceRequest; version: number | undefined }) =>
      send<UnitPerformance>('PUT', '/unit-performance', { body, ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: evaluationsDue(month).queryKey }),
  });
}

import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { Calibration, Curve, CurveRequest, MissingEvaluation, RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { BulkEvaluationsAnswer, BulkEvaluationsRequest, EvaluationKind, EvaluationPart, SavePartRequest } from '@ekinerja/contracts/evaluations';
import type { ConfirmMeasurementRequest, Measurement, MeasurementRhythm, StateMeasurementRequest } from '@ekinerja/contracts/measurements';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, type Query } from '../../lib/api';

const ALL = ['evaluations'] as const;

const paged = <Item>(path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, path, query],
    queryFn: ({ pageParam, signal }) => get<Page<Item>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
export const ranking = (month: IsoMonth, kind: EvaluationKind, skpdId: Uuid | null) => paged<RankedEmployee>('/evaluations/ranking', { month, kind, skpdId });
export const missingEvaluations = (month: IsoMonth, kind: EvaluationKind, skpdId: Uuid | null) =>
  paged<MissingEvaluation>('/evaluations/missing', { month, kind, skpdId });
export const calibration = (month: IsoMonth, kind: EvaluationKind, skpdId: Uuid | null) =>
  queryOptions({
    queryKey: [...ALL, 'calibration', month, kind, skpdId],
    queryFn: ({ signal }) => get<Calibration[]>('/evaluations/calibration', { query: { month, kind, skpdId }, signal }),
  });

/** Judged by the server, so that the pattern on screen is the law's. */
export const curve = (body: CurveRequest) =>
  queryOptions({
    queryKey: [...ALL, 'curve', body],
    queryFn: () => send<Curve[]>('POST', '/evaluations/curve', { body }),
    placeholderData: keepPreviousData,
  });

export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BulkEvaluationsRequest) => send<BulkEvaluationsAnswer>('POST', '/evaluations/bulk', { body, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}
export function useSavePart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SavePartRequest) => send<EvaluationPart>('POST', '/evaluations/parts', { body, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export const measurementOf = (path: 'mine' | `of/${string}`, rhythm: MeasurementRhythm, month: IsoMonth) =>
  queryOptions({
    queryKey: ['measurements', path, rhythm, month],
    queryFn: ({ signal }) => get<Measurement>(`/measurements/${path}`, { query: { rhythm, month }, signal }),
  });
export function useStateMeasurement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: StateMeasurementRequest; version: number }) =>
      send<Measurement>('PUT', '/measurements/mine', { body, ifMatch: version || undefined, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['measurements'] }),
  });
}
export function useConfirmMeasurement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: { id: Uuid; version: number; body: ConfirmMeasurementRequest }) =>
      send<Measurement>('POST', `/measurements/${id}/confirmation`, { body, ifMatch: version, idempotencyKey: newIntent() }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['measurements'] }), client.invalidateQueries({ queryKey: ALL })]),
  });
}

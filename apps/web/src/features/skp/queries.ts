import type { IsoDate, Page, Uuid } from '@ekinerja/contracts/basics';
import type { CreateSkpRequest, SkpDocumentUse, SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpChangeDetail, SkpComparison, SkpEvent, SkpVersionItem } from '@ekinerja/contracts/skp-record';
import type { SkpImportAnswer, SkpSuggestions, SkpYearAnswer, SkpYearProgress } from '@ekinerja/contracts/skp-year';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, upload } from '../../lib/api';
import { bodyOf, type Draft } from './skp-draft';

const ALL = ['skp'] as const;

export const mySkps = (year: number) =>
  queryOptions({
    queryKey: [...ALL, 'mine', year],
    queryFn: ({ signal }) => get<SkpItem[]>('/skp/mine', { query: { year }, signal }),
  });

export const suggestionsFor = (year: number) =>
  queryOptions({
    queryKey: [...ALL, 'suggestions', year],
    queryFn: ({ signal }) => get<SkpSuggestions>('/skp/suggestions', { query: { year }, signal }),
  });

export const skpDetail = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'detail', id],
    queryFn: ({ signal }) => get<SkpDetail>(`/skp/${id}`, { signal }),
  });

export const skpChange = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'change', id],
    queryFn: ({ signal }) => get<SkpChangeDetail>(`/skp-changes/${id}`, { signal }),
  });

export const skpVersions = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'versions', id],
    queryFn: ({ signal }) => get<SkpVersionItem[]>(`/skp/${id}/versions`, { signal }),
  });

export const skpComparison = (id: Uuid, from: number, to: number) =>
  queryOptions({
    queryKey: [...ALL, 'comparison', id, from, to],
    queryFn: ({ signal }) => get<SkpComparison>(`/skp/${id}/comparison`, { query: { from, to }, signal }),
  });

export const skpEvents = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'events', id],
    queryFn: ({ signal }) => get<SkpEvent[]>(`/skp/${id}/events`, { signal }),
  });

export const yearProgress = (year: number, skpdId: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'progress', year, skpdId],
    queryFn: ({ signal }) => get<SkpYearProgress>('/skp/progress', { query: { year, skpdId }, signal }),
  });

export interface ListFilter {
  year: number;
  skpdId: Uuid | null;
  status: string | null;
  late: boolean;
  q: string;
}
export const skpList = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<SkpItem>>('/skp', {
        query: { ...filter, late: filter.late ? 'true' : null, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const yearOf = (date: IsoDate) => Number(date.slice(0, 4));

export function useCreateSkp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateSkpRequest) =>
      send<SkpDetail>('POST', '/skp', { body, idempotencyKey: newIntent() }),
    onSuccess: (skp) => {
      client.setQueryData(skpDetail(skp.id).queryKey, skp);
      return client.invalidateQueries({ queryKey: [...ALL, 'mine'] });
    },
  });
}

export const saveSkp = (id: Uuid) => (version: number, draft: Draft) =>
  send<SkpDetail>('PUT', `/skp/${id}`, { body: bodyOf(draft), ifMatch: version });

export const saveChange = (id: Uuid) => (version: number, draft: Draft) =>
  send<SkpChangeDetail>('PUT', `/skp-changes/${id}`, { body: bodyOf(draft), ifMatch: version });

export interface Step {
  /** Last part of the address: `submit`, `review`, `agree` … */
  step: string;
  version?: number;
  body?: unknown;
}

/** A step of the flow; answers with the whole SKP, which takes the place of the one on screen. */
export function useSkpStep(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, version, body }: Step) =>
      send<SkpDetail>('POST', `/skp/${id}/${step}`, { body, ifMatch: version, idempotencyKey: newIntent() }),
    onSuccess: (skp) => {
      client.setQueryData(skpDetail(id).queryKey, skp);
      // The lists of what waits and the choices of the activity form follow from it.
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'detail',
      });
    },
  });
}

export function useChangeStep(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, version, body }: Step) =>
      send<SkpChangeDetail | SkpDetail>('POST', `/skp-changes/${id}/${step}`, {
        body,
        ifMatch: version,
        idempotencyKey: newIntent(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useStartChange(skpId: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { reason: string; resources?: string[] }) =>
      send<SkpChangeDetail>('POST', `/skp/${skpId}/changes`, { body, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export interface NewDocument {
  file: File;
  use: SkpDocumentUse;
  kind: string;
  number: string;
  date: IsoDate;
  signatory: string;
}
export function useAddDocument(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...query }: NewDocument) => upload<SkpDetail>(`/skp/${id}/documents`, file, query),
    onSuccess: (skp) => {
      client.setQueryData(skpDetail(id).queryKey, skp);
      return client.invalidateQueries({ queryKey: [...ALL, 'change'] });
    },
  });
}

export function useYearStep(year: number, skpdId: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: 'open' | 'remind') =>
      send<SkpYearAnswer>('POST', `/skp-years/${step}`, { body: { year, skpdId }, idempotencyKey: newIntent() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useImportSkps(year: number, skpdId: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, apply }: { file: File; apply: boolean }) =>
      upload<SkpImportAnswer>('/skp-imports', file, { year, skpdId, apply }),
    onSuccess: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

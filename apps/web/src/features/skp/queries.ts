import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { SaveSkpRequest, SkpDetail, SkpItem } from '@ekinerja/contracts/skp';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['skp'] as const;

export const mySkps = (year: number) =>
  queryOptions({
    queryKey: [...ALL, 'mine', year],
    queryFn: ({ signal }) => get<SkpItem[]>('/skp/mine', { query: { year }, signal }),
  });

export const skpDetail = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'detail', id],
    queryFn: ({ signal }) => get<SkpDetail>(`/skp/${id}`, { signal }),
  });

export const yearOf = (date: IsoDate) => Number(date.slice(0, 4));

export function useCreateSkp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (year: number) =>
      send<SkpDetail>('POST', '/skp', { body: { year }, idempotencyKey: newIntent() }),
    onSuccess: (skp) => {
      client.setQueryData(skpDetail(skp.id).queryKey, skp);
      return client.invalidateQueries({ queryKey: [...ALL, 'mine'] });
    },
  });
}

export type SkpChange =
  | { kind: 'save'; version: number; body: SaveSkpRequest }
  | { kind: 'submit' | 'withdraw' | 'determine'; version: number }
  | { kind: 'return'; version: number; reason: string };

/** Every change answers with the whole SKP, which takes the place of the one on screen. */
export function useSkpChange(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SkpChange) => {
      const ifMatch = change.version;
      if (change.kind === 'save') return send<SkpDetail>('PUT', `/skp/${id}`, { body: change.body, ifMatch });
      const body = change.kind === 'return' ? { reason: change.reason } : undefined;
      return send<SkpDetail>('POST', `/skp/${id}/${change.kind}`, {
        body,
        ifMatch,
        idempotencyKey: newIntent(),
      });
    },
    onSuccess: (skp) => {
      client.setQueryData(skpDetail(id).queryKey, skp);
      // The list of waiting SKPs and the choices of the activity form follow from it.
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'detail',
      });
    },
  });
}

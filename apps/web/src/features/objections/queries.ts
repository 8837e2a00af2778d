import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  DecideObjectionRequest,
  FileObjectionRequest,
  Objection,
  ObjectionExplanationRequest,
  ObjectionItem,
  ObjectionQuestionRequest,
  ObjectionWindow,
  WithdrawObjectionRequest,
} from '@ekinerja/contracts/objections';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newId, newIntent, send, type Query } from '../../lib/api';

const ALL = ['objections'] as const;

export const objectionWindows = queryOptions({
  queryKey: [...ALL, 'windows'],
  queryFn: ({ signal }) => get<ObjectionWindow[]>('/objections/windows', { signal }),
});

export const myObjections = queryOptions({
  queryKey: [...ALL, 'mine'],
  queryFn: ({ signal }) => get<ObjectionItem[]>('/objections/mine', { signal }),
});

const paged = (path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, path, query],
    queryFn: ({ pageParam, signal }) => get<Page<ObjectionItem>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
export const objectionCases = paged('/objections/cases', {});
export const allObjections = (state: string | null) => paged('/objections', { state });

export const objection = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'one', id],
    queryFn: ({ signal }) => get<Objection>(`/objections/${id}`, { signal }),
  });

/** Every step answers with the case as it then stands. */
function useStep<T>(run: (body: T) => Promise<Objection>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (one) => {
      client.setQueryData(objection(one.id).queryKey, one);
      return client.invalidateQueries({ queryKey: ALL, predicate: ({ queryKey }) => queryKey[1] !== 'one' });
    },
  });
}

export const useFileObjection = () =>
  useStep((body: FileObjectionRequest) => send<Objection>('POST', '/objections', { body, idempotencyKey: newIntent() }));
export const useAsk = (id: Uuid) =>
  useStep((body: ObjectionQuestionRequest) => send<Objection>('POST', `/objections/${id}/questions`, { body, idempotencyKey: newIntent() }));
export const useExplain = (id: Uuid) =>
  useStep((body: ObjectionExplanationRequest) => send<Objection>('POST', `/objections/${id}/explanations`, { body, idempotencyKey: newIntent() }));
export const useDecide = (id: Uuid) =>
  useStep(({ version, ...body }: DecideObjectionRequest & { version: number }) =>
    send<Objection>('POST', `/objections/${id}/decision`, { body, ifMatch: version, idempotencyKey: newIntent() }),
  );
export const useWithdraw = (id: Uuid) =>
  useStep(({ version, ...body }: WithdrawObjectionRequest & { version: number }) =>
    send<Objection>('POST', `/objections/${id}/withdrawal`, { body, ifMatch: version, idempotencyKey: newIntent() }),
  );
export const useAddEvidence = () =>
  useStep(({ id, file }: { id: Uuid; file: File }) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return send<Objection>('PUT', `/objections/${id}/evidence/${newId()}`, { body });
  });

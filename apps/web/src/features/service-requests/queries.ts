import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  AgendaItem, AmendRequest, FileRequest, LateEntryChoice, RequestChoice, RequestChoiceKind, RequestDetail, RequestForm, RequestItem, RequestQueue, RequestStepRequest,
} from '@ekinerja/contracts/service-requests';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, upload, type Query } from '../../lib/api';
import type { Source } from '../../ui/forms/SearchPicker';

const ALL = ['service-requests'] as const;

export const requestForm = queryOptions({ queryKey: [...ALL, 'form'], queryFn: ({ signal }) => get<RequestForm>('/service-requests/form', { signal }) });
export const requestQueue = queryOptions({ queryKey: [...ALL, 'queue'], queryFn: ({ signal }) => get<RequestQueue>('/service-requests/queue', { signal }) });
export const classList = queryOptions({ queryKey: [...ALL, 'classes'], queryFn: ({ signal }) => get<string[]>('/service-requests/classes', { signal }) });
export const lateEntryChoices = queryOptions({ queryKey: [...ALL, 'late-entry'], queryFn: ({ signal }) => get<LateEntryChoice[]>('/service-requests/late-entry', { signal }) });
export const requestList = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'list', filter],
    queryFn: ({ pageParam, signal }) => get<Page<RequestItem>>('/service-requests', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
export const agendaList = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'agenda', filter],
    queryFn: ({ pageParam, signal }) => get<Page<AgendaItem>>('/service-requests/agenda', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
export const requestDetail = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'one', id], queryFn: ({ signal }) => get<RequestDetail>(`/service-requests/${id}`, { signal }) });

/** Whom or what a request names, found by a part of the name. */
export function choicesOf(what: RequestChoiceKind): Source {
  return {
    key: [...ALL, what],
    find: async (q, signal) => (await get<RequestChoice[]>('/service-requests/choices', { query: { what, q }, signal })).map(({ id, name, note }) => ({ id, title: name, note })),
  };
}

function useTaken() {
  const client = useQueryClient();
  return (request: RequestDetail) => {
    client.setQueryData(requestDetail(request.id).queryKey, request);
    for (const part of ['list', 'queue', 'agenda', 'late-entry']) void client.invalidateQueries({ queryKey: [...ALL, part] });
  };
}
export function useFile() {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (body: FileRequest) => send<RequestDetail>('POST', '/service-requests', { body, idempotencyKey: newIntent() }), onSuccess });
}
export function useAmend(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: ({ version, ...body }: AmendRequest & { version: number }) => send<RequestDetail>('PUT', `/service-requests/${id}`, { body, ifMatch: version }), onSuccess });
}
export function useAttach(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: ({ code, file }: { code: string; file: File }) => upload<RequestDetail>(`/service-requests/${id}/attachments`, file, { code }), onSuccess });
}
export function useSubmit(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (version: number) => send<RequestDetail>('POST', `/service-requests/${id}/submit`, { ifMatch: version }), onSuccess });
}
export function useWithdraw(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) => send<RequestDetail>('POST', `/service-requests/${id}/withdraw`, { body: { reason }, ifMatch: version }),
    onSuccess,
  });
}
export function useAcknowledge(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (number: number) => send<RequestDetail>('POST', `/service-requests/${id}/reports/${number}/acknowledge`), onSuccess });
}
export function useRequestStep(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: ({ version, ...body }: RequestStepRequest & { version: number }) => send<RequestDetail>('POST', `/service-requests/${id}/steps`, { body, ifMatch: version }),
    onSuccess,
  });
}

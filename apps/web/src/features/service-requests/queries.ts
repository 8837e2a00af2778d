import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { FileRequest, RequestDetail, RequestForm, RequestItem, RequestQueue, RequestStepRequest } from '@ekinerja/contracts/service-requests';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, upload } from '../../lib/api';

const ALL = ['service-requests'] as const;

export const requestForm = queryOptions({ queryKey: [...ALL, 'form'], queryFn: ({ signal }) => get<RequestForm>('/service-requests/form', { signal }) });
export const requestQueue = queryOptions({ queryKey: [...ALL, 'queue'], queryFn: ({ signal }) => get<RequestQueue>('/service-requests/queue', { signal }) });
export const requestList = infiniteQueryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ pageParam, signal }) => get<Page<RequestItem>>('/service-requests', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});
export const requestDetail = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'one', id], queryFn: ({ signal }) => get<RequestDetail>(`/service-requests/${id}`, { signal }) });

function useTaken() {
  const client = useQueryClient();
  return (request: RequestDetail) => {
    client.setQueryData(requestDetail(request.id).queryKey, request);
    void client.invalidateQueries({ queryKey: [...ALL, 'list'] });
    void client.invalidateQueries({ queryKey: [...ALL, 'queue'] });
  };
}
export function useFile() {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (body: FileRequest) => send<RequestDetail>('POST', '/service-requests', { body, idempotencyKey: newIntent() }), onSuccess });
}
export function useAttach(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: ({ code, file }: { code: string; file: File }) => upload<RequestDetail>(`/service-requests/${id}/attachments`, file, { code }), onSuccess });
}
export function useSubmit(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (version: number) => send<RequestDetail>('POST', `/service-requests/${id}/submit`, { ifMatch: version }), onSuccess });
}
export function useRequestStep(id: Uuid) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: ({ version, ...body }: RequestStepRequest & { version: number }) => send<RequestDetail>('POST', `/service-requests/${id}/steps`, { body, ifMatch: version }),
    onSuccess,
  });
}

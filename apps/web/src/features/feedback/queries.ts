import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  FeedbackItem,
  FeedbackPerson,
  FeedbackRecord,
  GiveFeedbackRequest,
  InvitationForm,
  InviteRequest,
  NewInvitation,
  SilentLeaders,
} from '@ekinerja/contracts/feedback';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send } from '../../lib/api';

const ALL = ['feedback'] as const;

export const feedbackList = (which: 'mine' | 'given') =>
  infiniteQueryOptions({
    queryKey: [...ALL, which],
    queryFn: ({ pageParam, signal }) => get<Page<FeedbackItem>>(`/feedback/${which}`, { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const feedbackPeople = queryOptions({
  queryKey: [...ALL, 'people'],
  queryFn: ({ signal }) => get<FeedbackPerson[]>('/feedback/people', { signal }),
});

export const feedbackRecord = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'record', id],
    queryFn: ({ signal }) => get<FeedbackRecord>(`/feedback/people/${id}`, { signal }),
  });

export const silentLeaders = (skpdId: Uuid | null) =>
  queryOptions({
    queryKey: [...ALL, 'silent', skpdId],
    queryFn: ({ signal }) => get<SilentLeaders>('/feedback/silent-leaders', { query: { skpdId }, signal }),
  });

export const invitationForm = (secret: string) =>
  queryOptions({
    queryKey: [...ALL, 'invitation', secret],
    queryFn: ({ signal }) => get<InvitationForm>(`/feedback/invitations/${encodeURIComponent(secret)}`, { signal }),
    retry: false,
  });

/** Everything of this feature is read anew: a step shows in the record, the lists and what is due. */
function useFresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ALL });
}

export function useGive() {
  const fresh = useFresh();
  return useMutation({
    mutationFn: (body: GiveFeedbackRequest) => send<FeedbackItem>('POST', '/feedback', { body, idempotencyKey: newIntent() }),
    onSuccess: fresh,
  });
}

export function useAnswer() {
  const fresh = useFresh();
  return useMutation({
    mutationFn: ({ id, version, answer }: { id: Uuid; version: number; answer: string }) =>
      send<FeedbackItem>('POST', `/feedback/${id}/answer`, { body: { answer }, ifMatch: version }),
    onSuccess: fresh,
  });
}

export interface Step {
  method?: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  version?: number;
}
export function useStep() {
  const fresh = useFresh();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body, version }: Step) =>
      send<unknown>(method, `/feedback/${path}`, { body, ...(version === undefined ? {} : { ifMatch: version }) }),
    onSuccess: fresh,
  });
}

export function useInvite(id: Uuid) {
  const fresh = useFresh();
  return useMutation({
    mutationFn: (body: InviteRequest) => send<NewInvitation>('POST', `/feedback/people/${id}/invitations`, { body, idempotencyKey: newIntent() }),
    onSuccess: fresh,
  });
}

export function useWriteOutside(secret: string) {
  return useMutation({
    mutationFn: (text: string) => send<void>('POST', `/feedback/invitations/${encodeURIComponent(secret)}`, { body: { text } }),
  });
}

import type { Uuid } from '@ekinerja/contracts/basics';
import type {
  DraftAmountsRequest,
  ProposeDraftRequest,
  ReadAmounts,
  ReadAmountsRequest,
  ReasonRequest,
  RegulationDraft,
  RegulationDraftItem,
  RegulationText,
  RegulationVersion,
  UploadDraftRequest,
} from '@ekinerja/contracts/regulations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, newIntent, send, upload } from '../../lib/api';

const ALL = ['regulation-drafts'] as const;

export const draftList = queryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ signal }) => get<RegulationDraftItem[]>('/regulation-drafts', { signal }),
});

export const draftById = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, id],
    queryFn: ({ signal }) => get<RegulationDraft>(`/regulation-drafts/${id}`, { signal }),
  });

export const versionsOf = (kind: string) =>
  queryOptions({
    queryKey: ['regulations', 'versions', kind],
    queryFn: ({ signal }) => get<RegulationVersion[]>(`/regulations/${encodeURIComponent(kind)}/versions`, { signal }),
  });

export const versionText = (kind: string, id: string, revision: string) =>
  queryOptions({
    queryKey: ['regulations', 'text', kind, id, revision],
    queryFn: ({ signal }) =>
      get<RegulationText>(`/regulations/${encodeURIComponent(kind)}/versions/${encodeURIComponent(id)}/${encodeURIComponent(revision)}`, { signal }),
    staleTime: Infinity,
  });

/** Writes what came back and lets every list that names it be read anew. */
function useDraftKept() {
  const client = useQueryClient();
  return (draft: RegulationDraft) => {
    client.setQueryData(draftById(draft.id).queryKey, draft);
    void client.invalidateQueries({ queryKey: draftList.queryKey });
    if (draft.status === 'enacted') void client.invalidateQueries({ queryKey: ['regulations'] });
  };
}

export function useUploadDraft() {
  const keep = useDraftKept();
  return useMutation({
    mutationFn: (body: UploadDraftRequest) => send<RegulationDraft>('POST', '/regulation-drafts', { body, idempotencyKey: newIntent() }),
    onSuccess: keep,
  });
}

export function useDraftAmounts() {
  const keep = useDraftKept();
  return useMutation({
    mutationFn: (body: DraftAmountsRequest) => send<RegulationDraft>('POST', '/regulation-drafts/amounts', { body, idempotencyKey: newIntent() }),
    onSuccess: keep,
  });
}

export const useReadPasted = () =>
  useMutation({ mutationFn: (body: ReadAmountsRequest) => send<ReadAmounts>('POST', '/regulation-drafts/amounts/read', { body }) });

export const useReadWorkbook = () =>
  useMutation({
    mutationFn: ({ file, keys }: { file: File; keys: number }) => upload<ReadAmounts>('/regulation-drafts/amounts/read-workbook', file, { keys }),
  });

export type DraftStep =
  | ({ step: 'propose' } & ProposeDraftRequest)
  | ({ step: 'confirm' | 'refuse' | 'withdraw' } & ReasonRequest);

export function useDraftStep(draft: Pick<RegulationDraft, 'id' | 'version'>) {
  const keep = useDraftKept();
  return useMutation({
    mutationFn: ({ step, ...body }: DraftStep) =>
      send<RegulationDraft>('POST', `/regulation-drafts/${draft.id}/${step}`, { body, ifMatch: draft.version, idempotencyKey: newIntent() }),
    onSuccess: keep,
  });
}


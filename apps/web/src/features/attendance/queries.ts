import type { PresenceDayView, PresenceImport, PresenceMonthStatus, PresenceWords, PresenceWordsInput } from '@ekinerja/contracts/attendance';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../../lib/api';

const ALL = ['attendance'] as const;
const IMPORTS = [...ALL, 'imports'] as const;
/** Whoever reads a run has to see the new presence; the key's first word is that feature's. */
const PAY_RUNS = ['pay-runs'] as const;

export const monthStates = queryOptions({
  queryKey: [...ALL, 'months'],
  queryFn: ({ signal }) => get<PresenceMonthStatus[]>('/attendance/months', { signal }),
});

export const ownMonth = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'mine', month],
    queryFn: ({ signal }) => get<PresenceDayView[]>('/attendance/mine', { query: { month }, signal }),
  });

export const importsOf = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...IMPORTS, 'month', month],
    queryFn: ({ signal }) => get<PresenceImport[]>('/attendance/imports', { query: { month }, signal }),
  });

export const importById = (id: Uuid) =>
  queryOptions({
    queryKey: [...IMPORTS, id],
    queryFn: ({ signal }) => get<PresenceImport>(`/attendance/imports/${id}`, { signal }),
  });

export function useUploadPresence(month: IsoMonth) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => upload<PresenceImport>('/attendance/imports', file, { month }),
    onSuccess: (preview) => {
      client.setQueryData(importById(preview.id).queryKey, preview);
      void client.invalidateQueries({ queryKey: importsOf(month).queryKey });
    },
  });
}

/** From the configured presence system; answered with the same preview. */
export function usePullPresence(month: IsoMonth) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<PresenceImport>('POST', '/attendance/pull', { body: { month } }),
    onSuccess: (preview) => {
      client.setQueryData(importById(preview.id).queryKey, preview);
      void client.invalidateQueries({ queryKey: importsOf(month).queryKey });
    },
  });
}

export function useApplyImport(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    // One import is applied once: the same key however often the button is pressed.
    mutationFn: () => send<PresenceImport>('POST', `/attendance/imports/${id}/apply`, { idempotencyKey: `apply-${id}` }),
    onSuccess: async (applied) => {
      client.setQueryData(importById(id).queryKey, applied);
      await Promise.all([client.invalidateQueries({ queryKey: ALL }), client.invalidateQueries({ queryKey: PAY_RUNS })]);
    },
  });
}

export const presenceWords = queryOptions({ queryKey: [...ALL, 'words'], queryFn: ({ signal }) => get<PresenceWords>('/attendance/words', { signal }) });

export function useSaveWords() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: { version: number; body: PresenceWordsInput }) => send<PresenceWords>('PUT', '/attendance/words', { body, ...(version > 0 ? { ifMatch: version } : {}) }),
    onSuccess: (words) => client.setQueryData(presenceWords.queryKey, words),
  });
}

import type { Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationImportAnswer } from '@ekinerja/contracts/evaluation-imports';
import type { WorkbookImport, WorkbookStatus } from '@ekinerja/contracts/imports';
import type { NationalFile, NationalHeadings, NationalHeadingsInput, NationalSkpAnswer } from '@ekinerja/contracts/national-files';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../../lib/api';

const ALL = ['imports'] as const;
/** The server is at work in these; it goes on whether or not anybody looks. */
const BUSY: readonly WorkbookStatus[] = ['queued', 'checking', 'applying'];
const EVERY_MS = 1000;

export const isBusy = (status: WorkbookStatus): boolean => BUSY.includes(status);

export const importList = queryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ signal }) => get<WorkbookImport[]>('/imports', { signal }),
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => isBusy(status)) ? EVERY_MS * 2 : false),
});

export const importById = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, id],
    queryFn: ({ signal }) => get<WorkbookImport>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.status) ? EVERY_MS : false),
  });

export function useUploadWorkbook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => upload<WorkbookImport>('/imports', file),
    onSuccess: (queued) => {
      client.setQueryData(importById(queued.id).queryKey, queued);
      void client.invalidateQueries({ queryKey: importList.queryKey });
    },
  });
}

export function useApplyWorkbook(id: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<WorkbookImport>('POST', `/imports/${id}/apply`),
    onSuccess: (applying) => {
      client.setQueryData(importById(id).queryKey, applying);
      void client.invalidateQueries({ queryKey: importList.queryKey });
    },
  });
}

export function useTakeEvaluations() {
  return useMutation({
    mutationFn: ({ file, ...query }: { file: File; apply: boolean; leaveUnknown: boolean }) => upload<EvaluationImportAnswer>('/evaluation-imports', file, query),
  });
}

export function useTakeNationalSkps() {
  return useMutation({
    mutationFn: ({ file, determinedOn, ...query }: { file: File; year: number; determinedOn: string; apply: boolean; leaveUnknown: boolean }) =>
      upload<NationalSkpAnswer>('/skp-imports/national', file, { ...query, ...(determinedOn ? { determinedOn } : {}) }),
  });
}

export const nationalHeadings = (file: NationalFile) =>
  queryOptions({ queryKey: [...ALL, 'headings', file], queryFn: ({ signal }) => get<NationalHeadings>(`/national-files/${file}/headings`, { signal }) });

export function useSaveHeadings(file: NationalFile) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: { version: number; body: NationalHeadingsInput }) =>
      send<NationalHeadings>('PUT', `/national-files/${file}/headings`, { body, ...(version > 0 ? { ifMatch: version } : {}) }),
    onSuccess: (headings) => client.setQueryData(nationalHeadings(file).queryKey, headings),
  });
}

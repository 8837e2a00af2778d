import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  OwnStaffingRecord, StaffingImport, StaffingPerson, StaffingPersonDetail, StaffingSummary, StaffingUpdate, SubmitStaffingUpdateRequest,
} from '@ekinerja/contracts/staffing-records';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { SiasnOverview } from '@ekinerja/contracts/siasn';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../../lib/api';

const ALL = ['staffing-records'] as const;
const EVERY_MS = 1500;
/** The server is at work; it goes on whether or not anybody looks. */
export const isBusy = (status: StaffingImport['status']): boolean => status === 'queued' || status === 'reading' || status === 'comparing';

export const ownRecord = queryOptions({ queryKey: [...ALL, 'own'], queryFn: ({ signal }) => get<OwnStaffingRecord>('/staffing-records/own', { signal }) });
export const staffingSummary = queryOptions({ queryKey: [...ALL, 'summary'], queryFn: ({ signal }) => get<StaffingSummary>('/staffing-records/summary', { signal }) });
export const staffingImports = queryOptions({ queryKey: [...ALL, 'imports'], queryFn: ({ signal }) => get<StaffingImport[]>('/staffing-records/imports', { signal }), refetchInterval: ({ state }) => (state.data?.some(({ status }) => isBusy(status)) ? EVERY_MS : false) });
export const staffingPerson = (id: Uuid) =>
  queryOptions({ queryKey: [...ALL, 'person', id], queryFn: ({ signal }) => get<StaffingPersonDetail>(`/staffing-records/people/${id}`, { signal }) });

export const siasnResults = (kind: EvaluationKind, month: IsoMonth) =>
  queryOptions({ queryKey: ['siasn', kind, month], queryFn: ({ signal }) => get<SiasnOverview>('/integrations/siasn/results', { query: { kind, month }, signal }) });

export interface PeopleFilter {
  state: string | null;
  q: string | null;
  skpdId: Uuid | null;
}

export const staffingPeople = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'people', filter],
    queryFn: ({ pageParam, signal }) => get<Page<StaffingPerson>>('/staffing-records/people', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const staffingUpdates = (status: string) =>
  infiniteQueryOptions({
    queryKey: [...ALL, 'updates', status],
    queryFn: ({ pageParam, signal }) => get<Page<StaffingUpdate>>('/staffing-records/updates', { query: { status: status === 'all' ? null : status, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

function useStaffing<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ALL }) });
}

export const useSubmitUpdate = () =>
  useStaffing(async ({ file, ...request }: Omit<SubmitStaffingUpdateRequest, 'fileId'> & { file: File }) => {
    const { id } = await upload<{ id: Uuid }>('/staffing-records/own/files', file);
    return send<StaffingUpdate>('POST', '/staffing-records/own/updates', { body: { ...request, fileId: id } });
  });

export const useStep = (update: Pick<StaffingUpdate, 'id' | 'version'>) =>
  useStaffing(({ action, body }: { action: string; body?: object }) => {
    const path = action === 'withdraw' ? `/staffing-records/own/updates/${update.id}/withdraw` : `/staffing-records/updates/${update.id}/${action}`;
    return send<StaffingUpdate>('POST', path, { ifMatch: update.version, body });
  });

export const useUploadSource = () => useStaffing((file: File) => upload<StaffingImport>('/staffing-records/imports', file));
export const useValidatePerson = (id: Uuid) => useStaffing((note: string) => send<StaffingPersonDetail>('POST', `/staffing-records/people/${id}/validate`, { body: { note } }));

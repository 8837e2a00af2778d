import type {
  Activity,
  ActivityEvent,
  ActivityMonth,
  SaveUnitActivityRequest,
} from '@ekinerja/contracts/activities';
import type { EmployeeDetail, EmployeeItem } from '@ekinerja/contracts/employees';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Favourite, FavouriteContent } from '@ekinerja/contracts/activities';
import type { SendActivitiesAnswer, SentActivity, SheetRows } from '@ekinerja/contracts/sent-activities';
import type { OwnCatalogue } from '@ekinerja/contracts/catalogue';
import type { PayslipView } from '@ekinerja/contracts/pay-runs';
import { get, newId, newIntent, send, upload } from '../../lib/api';
import type { KeptFile } from '../../lib/device';
import { FIRST_QUESTIONS } from '../../lib/first-questions';
import { saveEntry, type EntryToSave, type SaveOutcome } from './queue';

const ALL = ['activities'] as const;

export const activityMonth = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'month', month],
    queryFn: ({ signal }) =>
      get<ActivityMonth>(FIRST_QUESTIONS.month.path, { query: FIRST_QUESTIONS.month.query(month), signal }),
  });

/** KS 16(b): the month of somebody of the unit. */
export const unitMonth = (employmentId: Uuid, month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'of', employmentId, month],
    queryFn: ({ signal }) =>
      get<ActivityMonth>(`/activities/of/${employmentId}/month`, { query: { month }, signal }),
  });

export const personOfUnit = (employmentId: Uuid) =>
  queryOptions({
    queryKey: ['employees', 'one', employmentId],
    queryFn: ({ signal }) => get<EmployeeDetail>(`/employees/${employmentId}`, { signal }),
  });

export const peopleOfUnit = (q: string) =>
  queryOptions({
    queryKey: ['employees', 'search', q],
    queryFn: ({ signal }) => get<Page<EmployeeItem>>('/employees', { query: { q, limit: 20 }, signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });

export function useSaveUnitEntry(employmentId: Uuid) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      id,
      version,
      body,
    }: {
      id: Uuid;
      version: number | null;
      body: SaveUnitActivityRequest;
    }) =>
      send<Activity>('PUT', `/activities/of/${employmentId}/${id}`, { body, ifMatch: version ?? undefined }),
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export const activityHistory = (id: Uuid) =>
  queryOptions({
    queryKey: [...ALL, 'history', id],
    queryFn: ({ signal }) => get<ActivityEvent[]>(`/activities/${id}/history`, { signal }),
  });

export const ownCatalogue = queryOptions({
  queryKey: ['catalogue', 'own'],
  queryFn: ({ signal }) => get<OwnCatalogue>('/catalogue/own', { signal }),
});

export const favourites = queryOptions({
  queryKey: [...ALL, 'favourites'],
  queryFn: ({ signal }) => get<Favourite[]>('/activities/favourites', { signal }),
});

export const monthEstimate = (month: IsoMonth) =>
  queryOptions({
    queryKey: [...ALL, 'estimate', month],
    queryFn: ({ signal }) => get<PayslipView>('/payslips/mine/estimate', { query: { month }, signal }),
    retry: false,
  });

export const saveFavourite = (content: FavouriteContent) =>
  send<Favourite>('PUT', `/activities/favourites/${newId()}`, { body: content });
export const removeFavourite = (id: Uuid) => send<void>('DELETE', `/activities/favourites/${id}`);
export const removeEvidence = (activityId: Uuid, id: Uuid) =>
  send<Activity>('DELETE', `/activities/${activityId}/evidence/${id}`);
export const readSheet = (file: File) => upload<SheetRows>('/activities/sheet', file);

export const sendMany = (accountId: Uuid, entries: SentActivity[], check: boolean) =>
  send<SendActivitiesAnswer>('POST', '/activities/send', {
    body: { accountId, together: true, check, entries },
  });

export interface EntrySaving extends EntryToSave {
  /** Told after each step that the server took. */
  stored: (activity: Activity, left: KeptFile[]) => void;
}

/**
 * The device gives the id: a repeated save after a dropped line is the same entry, not a second one. Several: repeated on days.
 * @param told.onRefused which of them was not taken, before the error is thrown
 * @param told.onSaved all were taken or wait on the device; told also where the form is gone by then
 */
export function useSaveEntries({ onRefused, onSaved }: { onRefused: (entry: EntryToSave) => void; onSaved: () => void }) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (entries: EntrySaving[]): Promise<SaveOutcome[]> => {
      const outcomes: SaveOutcome[] = [];
      for (const { stored, ...entry } of entries) {
        try {
          outcomes.push(await saveEntry(entry, stored));
        } catch (error) {
          onRefused(entry);
          throw error;
        }
      }
      return outcomes;
    },
    onSuccess: onSaved,
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

export function useEntryAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, action }: { entry: Activity; action: 'submit' | 'withdraw' }) =>
      send<Activity>('POST', `/activities/${entry.id}/${action}`, {
        ifMatch: entry.version,
        idempotencyKey: newIntent(),
      }),
    // Also after a refusal: the list then shows the state that refused.
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
}

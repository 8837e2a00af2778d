import {
  ACTIVITY_LIMITS,
  type Activity,
  type ActivityMonth,
  type SaveActivityRequest,
} from '@ekinerja/contracts/activities';
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { KeptEntry } from '../../lib/device';

export type EntryValues = Omit<SaveActivityRequest, 'submit' | 'evidenceLink' | 'monthPlanId' | 'catalogueItemId'> & {
  evidenceLink: string;
  monthPlanId: string | null;
  catalogueItemId: string | null;
};

/** A refusal: `activities:refusal.<word>` with its numbers. */
export interface Refusal {
  word: string;
  params?: Record<string, string | number>;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** A comma or a point, as people type it; null when it is no number above zero. */
export function quantityOf(text: string): string | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return null;
  const value = Number(plain);
  return value > 0 && value <= ACTIVITY_LIMITS.quantity.max ? plain : null;
}

export function minutesBetween(start: string, end: string): number | null {
  if (!isTime(start) || !isTime(end)) return null;
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes > 0 ? minutes : null;
}

/**
 * What the form can see by itself; the law's rules (leave, length, overlap) are the server's to refuse.
 * @param keptDate day of an entry being mended: its window does not close on it (BK 4(3))
 */
export function checkEntry(
  values: EntryValues,
  window: ActivityMonth['entryWindow'],
  keptDate?: IsoDate,
  reopened: readonly IsoDate[] = [],
): Partial<Record<keyof EntryValues, Refusal>> {
  const refusals: Partial<Record<keyof EntryValues, Refusal>> = {};
  const { description, outputUnit, link } = ACTIVITY_LIMITS;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.date)) refusals.date = { word: 'required' };
  else if (values.date > window.to) refusals.date = { word: 'future', params: { date: window.to } };
  else if (values.date < window.from && values.date !== keptDate && !reopened.includes(values.date))
    refusals.date = { word: 'tooOld', params: { date: window.from } };
  if (!isTime(values.startTime)) refusals.startTime = { word: 'required' };
  if (!isTime(values.endTime)) refusals.endTime = { word: 'required' };
  else if (isTime(values.startTime) && minutesBetween(values.startTime, values.endTime) === null) {
    refusals.endTime = { word: 'endBeforeStart' };
  }
  const length = values.description.trim().length;
  if (length < description.min)
    refusals.description = { word: 'descriptionShort', params: { min: description.min } };
  else if (length > description.max)
    refusals.description = { word: 'descriptionLong', params: { max: description.max } };
  if (quantityOf(values.outputQuantity) === null) refusals.outputQuantity = { word: 'quantity' };
  if (!values.outputUnit.trim()) refusals.outputUnit = { word: 'required' };
  else if (values.outputUnit.trim().length > outputUnit)
    refusals.outputUnit = { word: 'tooLong', params: { max: outputUnit } };
  if (!values.skpResultId) refusals.skpResultId = { word: 'choose' };
  const address = values.evidenceLink.trim();
  if (address && (!/^https?:\/\/\S+\.\S+$/i.test(address) || address.length > link))
    refusals.evidenceLink = { word: 'link' };
  return refusals;
}

/** An entry as far as its place in the day goes: known to the server, or waiting on the device. */
export type PlacedEntry = Pick<Activity, 'id' | 'date' | 'startTime' | 'endTime' | 'description'> & { status?: Activity['status'] };

/** What the server knows and what waits on this device; the device's own words go over the server's. */
export function placedEntries(entries: readonly Activity[], kept: readonly Pick<KeptEntry, 'id' | 'body'>[]): PlacedEntry[] {
  const waiting = new Set(kept.map(({ id }) => id));
  return [...entries.filter(({ id }) => !waiting.has(id)), ...kept.map(({ id, body }) => ({ ...body, id }))];
}

/** Another entry of the day at the same time: told while typing; the server refuses it with its rule. */
export function overlapping(
  values: EntryValues,
  entries: readonly PlacedEntry[],
  ownId: string,
): PlacedEntry | undefined {
  if (minutesBetween(values.startTime, values.endTime) === null) return undefined;
  return entries.find(
    (entry) =>
      entry.id !== ownId &&
      entry.date === values.date &&
      entry.status !== 'withdrawn' &&
      entry.startTime < values.endTime &&
      values.startTime < entry.endTime,
  );
}

const DAY_STARTS = '07:30';

/** A new entry goes on where the last one of that day ended. */
export function newEntry(date: IsoDate, month: ActivityMonth, entries: readonly PlacedEntry[] = month.activities): EntryValues {
  const ends = entries
    .filter((entry) => entry.date === date && entry.status !== 'withdrawn')
    .map((entry) => entry.endTime);
  const only = month.skpResults.length === 1 ? month.skpResults[0] : undefined;
  return {
    date,
    startTime: ends.sort().at(-1) ?? DAY_STARTS,
    endTime: '',
    description: '',
    outputQuantity: '1',
    outputUnit: '',
    skpResultId: only?.id ?? '',
    task: only?.task ?? 'main',
    evidenceLink: '',
    monthPlanId: null,
    catalogueItemId: null,
  };
}

export function entryValues(entry: Omit<SaveActivityRequest, 'submit'>): EntryValues {
  const { date, startTime, endTime, description, outputQuantity, outputUnit, skpResultId, task } = entry;
  return {
    date,
    startTime,
    endTime,
    description,
    outputQuantity,
    outputUnit,
    skpResultId,
    task,
    evidenceLink: entry.evidenceLink ?? '',
    monthPlanId: entry.monthPlanId ?? null,
    catalogueItemId: entry.catalogueItemId ?? null,
  };
}

export function entryBody(values: EntryValues, submit: boolean): SaveActivityRequest {
  return {
    ...values,
    description: values.description.trim(),
    outputQuantity: quantityOf(values.outputQuantity) ?? values.outputQuantity,
    outputUnit: values.outputUnit.trim(),
    evidenceLink: values.evidenceLink.trim() || null,
    submit,
  };
}

/** A clock time some minutes later, on the same day. */
export function timeAfter(start: string, minutes: number): string {
  if (!isTime(start)) return '';
  const end = Math.min(minutesOf(start) + minutes, 23 * 60 + 59);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Days on which the same can be entered as well: open, on duty, without an entry at that time. */
export function repeatDays(values: EntryValues, data: ActivityMonth, entries: readonly PlacedEntry[] = data.activities): IsoDate[] {
  const { from, to } = data.entryWindow;
  return data.days
    .filter(({ date, state }) => date >= from && date <= to && date !== values.date && !['holiday', 'off', 'leave', 'future'].includes(state))
    .map(({ date }) => date)
    .filter((date) => overlapping({ ...values, date }, entries, '') === undefined);
}

/** The entry made last, to copy from. */
export function latestEntry(entries: readonly Activity[]): Activity | undefined {
  return entries
    .filter((entry) => entry.status !== 'withdrawn')
    .sort((a, b) => `${b.date}${b.endTime}`.localeCompare(`${a.date}${a.endTime}`))[0];
}

export const canEdit = (entry: Activity) => entry.actions.includes('save') || entry.actions.includes('edit');

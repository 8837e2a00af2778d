/** Entries as a device or a sheet sends them: many at once, perhaps made without a signal. */
import type { Activity, SaveActivityRequest } from './activities.js';
import type { Uuid } from './basics.js';
import type { Problem } from './errors.js';

/** One entry as a device sends it: made there, perhaps without a signal. */
export interface SentActivity extends SaveActivityRequest {
  /** Given by the device: the key of the entry, however often it is sent. */
  id: Uuid;
  /** Version that was edited; null for an entry made on the device. */
  version: number | null;
}

export interface SendActivitiesRequest {
  /** Whose entries these are. Another account's session is refused: a queue is never sent as somebody else. */
  accountId: Uuid;
  /** All or none of them. */
  together: boolean;
  /** Only tell what would happen; nothing is written. */
  check: boolean;
  entries: SentActivity[];
}

/** `ready`: would be stored, but another row of the same lot kept everything back, or it was only a check. */
export const RECEIPT_OUTCOMES = ['stored', 'same', 'ready', 'conflict', 'refused'] as const;

/** One for each row that was sent, in its order; nothing is swallowed. */
export type ActivityReceipt =
  | { id: Uuid; outcome: 'stored' | 'same'; activity: Activity }
  | { id: Uuid; outcome: 'ready' }
  /** Somebody was there first: the entry as it stands now. */
  | { id: Uuid; outcome: 'conflict'; problem: Problem; current: Activity | null }
  | { id: Uuid; outcome: 'refused'; problem: Problem };

export interface SendActivitiesAnswer {
  receipts: ActivityReceipt[];
  written: boolean;
}

/** A sheet as text, cell by cell: dates as YYYY-MM-DD, times as HH:MM. */
export interface SheetRows {
  rows: { number: number; cells: string[] }[];
}

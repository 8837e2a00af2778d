import type { ClockTime, IsoDate, IsoInstant, IsoMonth, PresenceStatus, Uuid } from './basics.js';

export const ATTENDANCE_LIMITS = { fileBytes: 20 * 1024 * 1024, rows: 500_000, problemsShown: 500 } as const;

/** One row as the presence system sends it. */
export interface PresenceRowInput {
  nip: string;
  date: IsoDate;
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  status: PresenceStatus;
}

export interface PushPresenceRequest {
  month: IsoMonth;
  rows: PresenceRowInput[];
}

export interface ImportProblem {
  sheet: string | null;
  row: number;
  column: string;
  value: string;
  reason: string;
  params: Record<string, string | number>;
}

/** Words of the region's own presence system, beside those that are known anyway: titles by column, states by our status. */
export interface PresenceWordsInput {
  columns: Partial<Record<'nip' | 'date' | 'checkIn' | 'checkOut' | 'status', string[]>>;
  statuses: Partial<Record<PresenceStatus, string[]>>;
}
export interface PresenceWords extends PresenceWordsInput {
  version: number;
}
export const PRESENCE_SOURCES = ['file', 'api', 'pull'] as const;
export type PresenceSource = (typeof PRESENCE_SOURCES)[number];
export interface PullPresenceRequest {
  month: IsoMonth;
}
/** What looks wrong and is taken all the same: it is for a person to look at. */
export interface SuspiciousPresence {
  nip: string;
  name: string;
  date: IsoDate | null;
  reason: 'same-times' | 'present-on-leave' | 'very-long-day';
  params: Record<string, string | number>;
}

export type ImportStatus = 'previewed' | 'invalid' | 'applied' | 'superseded';

export interface PresenceImport {
  id: Uuid;
  month: IsoMonth;
  fileName: string;
  status: ImportStatus;
  uploadedAt: IsoInstant;
  uploadedBy: string;
  appliedAt: IsoInstant | null;
  rows: number;
  source: PresenceSource;
  suspicious: SuspiciousPresence[];
  /** NIPs that a pulled answer has and the government does not: left aside, never refused. */
  unknown: string[];
  /** What applying will do; counts over (employee, day). */
  fresh: number;
  changed: number;
  unchanged: number;
  /** Rows of days in a closed SKPD-month: they are refused and listed. */
  employees: number;
  problems: ImportProblem[];
  problemCount: number;
  /** The first changes, old beside new. */
  changes: { nip: string; name: string; date: IsoDate; before: string; after: string }[];
  /** Employees who should have rows and have none. */
  missing: { nip: string | null; name: string; skpdName: string }[];
  missingCount: number;
}

export interface PresenceDayView {
  date: IsoDate;
  duty: boolean;
  holiday: string | null;
  status: PresenceStatus | 'missing' | 'off';
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  lateMinutes: number;
  earlyMinutes: number;
  missingCheckIn: boolean;
  missingCheckOut: boolean;
}

export interface PresenceMonthStatus {
  month: IsoMonth;
  synchronisedAt: IsoInstant | null;
  employees: number;
  withRows: number;
}

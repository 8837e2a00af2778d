import type { Citation, ClockTime, DecimalString, IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';
import type { ResultTask } from './skp.js';

export const ACTIVITY_STATUSES = ['draft', 'submitted', 'accepted', 'refused', 'withdrawn'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const ACTIVITY_LIMITS = {
  description: { min: 10, max: 1000 },
  minutes: { min: 1, max: 1440 },
  quantity: { max: 100000 },
  outputUnit: 60,
  reason: { min: 5, max: 1000 },
  link: 500,
  bulk: 200,
} as const;

export interface SaveActivityRequest {
  date: IsoDate;
  startTime: ClockTime;
  endTime: ClockTime;
  description: string;
  outputQuantity: DecimalString;
  outputUnit: string;
  skpResultId: Uuid;
  task: ResultTask;
  evidenceLink: string | null;
  /** True: hand in at once, declared true by the writer (KS 23(1)); false: keep as draft. */
  submit: boolean;
}

export interface Activity {
  id: Uuid;
  employmentId: Uuid;
  date: IsoDate;
  startTime: ClockTime;
  endTime: ClockTime;
  minutes: number;
  description: string;
  outputQuantity: DecimalString;
  outputUnit: string;
  skpResultId: Uuid;
  skpResultTitle: string;
  task: ResultTask;
  evidenceLink: string | null;
  status: ActivityStatus;
  submittedAt: IsoInstant | null;
  dueAt: IsoInstant | null;
  overdue: boolean;
  decidedAt: IsoInstant | null;
  decidedBy: string | null;
  decisionCapacity: string | null;
  decisionMode: 'evaluator' | 'lapse' | null;
  reason: string | null;
  version: number;
  actions: string[];
}

export type DayState = 'holiday' | 'off' | 'leave' | 'future' | 'empty' | 'draft' | 'waiting' | 'refused' | 'accepted';

export interface ActivityDay {
  date: IsoDate;
  state: DayState;
  holiday: string | null;
  /** Leave, sickness, travel of that day, as known. */
  presence: string | null;
  entries: number;
  minutes: number;
  /** Below the minimum of the regulation (BK 3(4): one a working day). */
  gap: boolean;
}

export interface ActivityMonth {
  month: IsoMonth;
  closed: boolean;
  days: ActivityDay[];
  activities: Activity[];
  acceptedMinutes: number;
  waiting: number;
  gaps: number;
  minimumCite: Citation | null;
  skpResults: { id: Uuid; title: string; task: ResultTask }[];
  /** First and last day on which an entry may be made today. */
  entryWindow: { from: IsoDate; to: IsoDate; cite: Citation | null };
}

export interface WaitingActivity extends Activity {
  personName: string;
  nip: string | null;
  postName: string | null;
}

export interface WaitingActivitiesPage {
  items: WaitingActivity[];
  nextCursor: string | null;
  total: number;
  overdue: number;
}

export interface RefuseActivityRequest {
  reason: string;
}
export interface AcceptActivitiesRequest {
  ids: Uuid[];
}
export interface AcceptActivitiesAnswer {
  accepted: Uuid[];
  /** Those not accepted, each with the reason; nothing is swallowed. */
  skipped: { id: Uuid; code: string }[];
}

export interface ActivityEvent {
  at: IsoInstant;
  action: string;
  actorName: string | null;
  capacity: string | null;
  reason: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
}

/** Days of an employee without the minimum of entries. */
export interface GapItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string | null;
  gaps: number;
  waiting: number;
}

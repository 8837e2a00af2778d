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
  /** Entries sent at once: a week's grid, an import, what waited on a phone. */
  sent: 100,
  /** Rows of a file that is read into the grid. */
  fileRows: 300,
  favourites: 30,
} as const;

export const EVIDENCE_LIMITS = { files: 8, fileBytes: 5 * 1024 * 1024 } as const;
/** What a browser shows by itself; a photo in HEIC is converted on the device or refused. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export interface Evidence {
  id: Uuid;
  name: string;
  mediaType: EvidenceType;
  bytes: number;
}

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
  /** Step of the work plan that it serves, where one is kept. */
  monthPlanId?: Uuid | null;
  /** Item of the unit's catalogue that it was made from (KS 16(a)). */
  catalogueItemId?: Uuid | null;
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
  monthPlanId: Uuid | null;
  catalogueItemId: Uuid | null;
  evidence: Evidence[];
  /** KS 17(c): as the owner had written it, before the evaluator corrected it. */
  original: OriginalEntry | null;
  /** Post of the day of work (KS 21(2)). */
  postOfDay: string | null;
  /** KS 16(b): added or mended by the unit admin, with the reason. */
  byUnit: { name: string; reason: string; at: IsoInstant } | null;
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

/** KS 17(c): what the evaluator may put right; the day stays. */
export type CorrectedContent = Pick<
  SaveActivityRequest,
  'startTime' | 'endTime' | 'description' | 'outputQuantity' | 'outputUnit' | 'skpResultId' | 'task'
>;
export interface CorrectActivityRequest extends CorrectedContent {
  reason: string;
}
export interface OriginalEntry extends CorrectedContent {
  skpResultTitle: string;
  correctedBy: string;
  capacity: string | null;
  reason: string;
  at: IsoInstant;
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
  /** Every day of it is closed. */
  closed: boolean;
  /** Last day that is closed: an earlier one where the month is paid inside its year. */
  closedUntil: IsoDate | null;
  days: ActivityDay[];
  activities: Activity[];
  acceptedMinutes: number;
  waiting: number;
  gaps: number;
  minimumCite: Citation | null;
  /** Most used first. */
  skpResults: { id: Uuid; title: string; task: ResultTask; used: number }[];
  /** Steps of the own work plan that fall into this month, most used first. */
  planSteps: { id: Uuid; resultId: Uuid; title: string; used: number }[];
  /** How often work is documented (TL 14(3)), as the agency has set it. */
  rhythm: { period: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'semesterly' | 'yearly'; cite: Citation };
  /** Days outside the window that were opened again for this person. */
  reopened: IsoDate[];
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
/** An entry as somebody had it before their eyes. */
export interface SeenActivity {
  id: Uuid;
  version: number;
}
export interface AcceptActivitiesRequest {
  entries: SeenActivity[];
}
export interface AcceptActivitiesAnswer {
  accepted: Uuid[];
  /** Those not accepted, each with the reason, `stale-version` where it was changed meanwhile; nothing is swallowed. */
  skipped: { id: Uuid; code: string }[];
}

/** How long a decision can be taken back; what it announces leaves only afterwards. */
export const UNDO_SECONDS = 10;

/** To take decisions back, or to say what stood on the screen. */
export interface ActivityIdsRequest {
  ids: Uuid[];
}
export interface UndoDecisionsAnswer {
  undone: Uuid[];
  skipped: { id: Uuid; code: string }[];
}

/** A result of the person's SKP with what was entered on it in the month: beside what waits. */
export interface PlanLine {
  id: Uuid;
  title: string;
  task: ResultTask;
  indicators: { indicator: string; target: string; unit: string }[];
  entries: number;
  minutes: number;
}

/** Days of a person opened again after their window, as a recorded act. */
export interface ReopenDaysRequest {
  employmentId: Uuid;
  from: IsoDate;
  to: IsoDate;
  /** Last day on which they can be entered. */
  until: IsoDate;
  reason: string;
}
export interface Reopening extends Omit<ReopenDaysRequest, 'employmentId'> {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  grantedBy: string;
  grantedAt: IsoInstant;
  revokedAt: IsoInstant | null;
}

/** One day of an SKPD: who wrote nothing, who waits, which evaluator is silent. */
export interface UnitDay {
  date: IsoDate;
  people: number;
  /** Handed in or decided. */
  entered: number;
  missing: number;
  excused: number;
  waiting: number;
  overdue: number;
}
/** Somebody who lacks a day, with the unit they stood in then. */
export interface DayLacking {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string | null;
}
export interface SilentEvaluator {
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  waiting: number;
  overdue: number;
  /** Never opened. */
  unopened: number;
  /** Approved by lapse this month because nobody looked (KS 23(7)). */
  lapsed: number;
  oldestDueAt: IsoInstant | null;
}
export interface UnitDays {
  month: IsoMonth;
  skpdId: Uuid;
  days: UnitDay[];
  evaluators: SilentEvaluator[];
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

/** KS 16(b). */
export interface SaveUnitActivityRequest extends SaveActivityRequest {
  reason: string;
}

/** What a favourite fills in. */
export interface FavouriteContent {
  description: string;
  outputQuantity: DecimalString;
  outputUnit: string;
  skpResultId: Uuid;
  task: ResultTask;
  minutes: number;
}
export interface Favourite extends FavouriteContent {
  id: Uuid;
}

import type { Citation, IsoDate, IsoInstant, IsoMonth, Uuid } from './basics.js';

/** What the entry of a request changes; `record` keeps the file only. */
export const REQUEST_EFFECTS = ['profile-change', 'late-entry', 'retirement', 'death', 'record'] as const;
export type RequestEffect = (typeof REQUEST_EFFECTS)[number];
export const REQUEST_FILERS = ['owner', 'unit-admin'] as const;
export type RequestFiler = (typeof REQUEST_FILERS)[number];
/** What a step of the way asks of whoever acts in it. */
export const REQUEST_DEEDS = ['agenda', 'forward', 'approve', 'check', 'enter', 'report', 'notify', 'archive'] as const;
export type RequestDeed = (typeof REQUEST_DEEDS)[number];
export const REQUEST_ACTORS = ['secretariat-officer', 'subsection-officer', 'superadmin', 'field-head', 'agency-head'] as const;
export type RequestActor = (typeof REQUEST_ACTORS)[number];
export const LATE_ENTRIES = ['annual', 'monthly', 'daily'] as const;
export type LateEntry = (typeof LATE_ENTRIES)[number];
/** Whom a finished file is told to; silent law: both. */
export const REQUEST_TOLD = ['unit-admin', 'applicant'] as const;
export type RequestTold = (typeof REQUEST_TOLD)[number];
export const REQUEST_STATUSES = ['filed', 'returned', 'refused', 'withdrawn', 'done'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const REQUEST_OUTCOMES = ['forward', 'return', 'refuse'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

export const REQUEST_LIMITS = { text: 2000, number: 100, name: 200, place: 200, months: 12, fileBytes: 10 * 1024 * 1024 } as const;

/** What is asked for, and later entered. Only the fields of the request's effect are filled. */
export interface RequestContent {
  /** First day on which it holds; a late entry has none. */
  effectiveOn: IsoDate | null;
  decreeNumber: string | null;
  decreeDate: IsoDate | null;
  signatory: string | null;
  /** Profile: a post, a class by the decree, an evaluator, who administers the SKPD. */
  postId: Uuid | null;
  class: string | null;
  evaluatorId: Uuid | null;
  adminId: Uuid | null;
  /** Late entry: what is opened again – the SKP, months of its breakdown, or days – and until when. */
  reopens: LateEntry | null;
  skpId: Uuid | null;
  months: IsoMonth[];
  from: IsoDate | null;
  to: IsoDate | null;
  until: IsoDate | null;
}
/** The content with the names of what it points to. */
export interface RequestNames {
  post: string | null;
  evaluator: string | null;
  admin: string | null;
  skp: string | null;
}
export interface FileRequest {
  kind: string;
  employmentId: Uuid;
  reason: string;
  content: RequestContent;
}
/** A file in the applicant's hands, put right. */
export interface AmendRequest {
  reason: string;
  content: RequestContent;
}
export interface WithdrawRequest {
  reason: string;
}
export interface RequestStepRequest {
  /** `forward` goes on; `return` and `refuse` say why. */
  outcome: RequestOutcome;
  note: string;
  /** `agenda`: its number. `archive`: the place. */
  reference: string | null;
  /** `check`: codes of attachments that are complete; the others are what is missing. */
  complete: string[] | null;
}

export interface RequestAttachment {
  code: string;
  name: string;
  /** Printed by the system. */
  printed: boolean;
  fileId: Uuid | null;
  fileName: string | null;
  checked: boolean | null;
  cite: Citation;
}
export interface RequestStepRule {
  code: string;
  name: string;
  by: RequestActor;
  does: RequestDeed;
  cite: Citation;
}
export interface RequestKind {
  code: string;
  name: string;
  effect: RequestEffect;
  filedBy: RequestFiler[];
  reopens: LateEntry[];
  attachments: { code: string; name: string; printed: boolean; cite: Citation }[];
  /** The way of this kind. */
  steps: RequestStepRule[];
  cite: Citation;
}
export interface RequestForm {
  kinds: RequestKind[];
  told: RequestTold[];
}
/** Somebody or something that a request can name. */
export interface RequestChoice {
  id: Uuid;
  name: string;
  /** Tells it from another of that name. */
  note: string;
}
export const REQUEST_CHOICES = ['person', 'evaluator', 'admin', 'post'] as const;
export type RequestChoiceKind = (typeof REQUEST_CHOICES)[number];
/** An SKP of the applicant that a late entry can name, with the months of its breakdown that stand closed. */
export interface LateEntryChoice {
  skpId: Uuid;
  year: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  /** The SKP itself can be opened again. */
  annual: boolean;
  months: IsoMonth[];
}
export interface RequestItem {
  id: Uuid;
  number: string;
  kind: string;
  kindName: string;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string | null;
  status: RequestStatus;
  /** Where it is, and since when. */
  step: string | null;
  stepName: string | null;
  stepBy: RequestActor | null;
  since: IsoInstant;
  filedAt: IsoInstant;
  daysOpen: number;
  daysHere: number;
  /** The one who asks acts in this step. */
  mine: boolean;
  /** Its numbers in the agenda books, the earliest first. */
  agenda: string[];
  archivePlace: string | null;
  version: number;
}
export interface RequestEvent {
  number: number;
  step: string | null;
  stepName: string;
  outcome: 'filed' | 'refiled' | 'amended' | 'withdrawn' | RequestOutcome;
  note: string;
  reference: string | null;
  at: IsoInstant;
  by: string;
  cite: Citation | null;
  /** A report to the superadmin (BK 12(2), 14), and when it was taken note of. */
  report: boolean;
  acknowledgedAt: IsoInstant | null;
  acknowledgedBy: string | null;
}
export interface RequestDetail extends RequestItem {
  reason: string;
  content: RequestContent;
  names: RequestNames;
  effect: RequestEffect;
  filedBy: string;
  attachments: RequestAttachment[];
  missing: string[];
  events: RequestEvent[];
  does: RequestDeed | null;
  cite: Citation | null;
  /** The number that follows in the agenda of this step. */
  nextAgenda: string | null;
  /** What the one who asks may do now in this step. */
  outcomes: RequestOutcome[];
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayAcknowledge: boolean;
}
/** Queue of the agency: how many wait in each step and how old they are. */
export interface RequestQueue {
  steps: { code: string; name: string; by: RequestActor; waiting: number; oldestDays: number | null }[];
}
/** What waits for somebody at the desk or as applicant. */
export interface RequestTasks {
  waiting: number;
  /** Reports that the superadmin has not taken note of. */
  reports: number;
  returned: number;
}
/** A line of an agenda book (BK 9(1), 10(1)). */
export interface AgendaItem {
  requestId: Uuid;
  /** The step in whose book it stands. */
  book: string;
  bookName: string;
  number: string;
  at: IsoInstant;
  by: string;
  requestNumber: string;
  kindName: string;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string;
  status: RequestStatus;
  archivePlace: string | null;
}

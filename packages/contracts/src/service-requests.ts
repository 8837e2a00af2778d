import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';

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
export const REQUEST_STATUSES = ['filed', 'returned', 'refused', 'done'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const REQUEST_LIMITS = { text: 2000, number: 100, name: 200, place: 200, fileBytes: 10 * 1024 * 1024 } as const;

/** What is asked for, and later entered. Only the fields of the request's effect are filled. */
export interface RequestContent {
  /** First day on which it holds. */
  effectiveOn: IsoDate;
  decreeNumber: string;
  decreeDate: IsoDate;
  signatory: string;
  /** Profile: a post, a class by the decree, an evaluator. */
  postId: Uuid | null;
  class: string | null;
  evaluatorId: Uuid | null;
  /** Late entry: what is opened again, for which days, until when. */
  reopens: LateEntry | null;
  from: IsoDate | null;
  to: IsoDate | null;
  until: IsoDate | null;
}
export interface FileRequest {
  kind: string;
  employmentId: Uuid;
  reason: string;
  content: RequestContent;
}
export interface RequestStepRequest {
  /** `forward` goes on; `return` and `refuse` say why. */
  outcome: 'forward' | 'return' | 'refuse';
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
export interface RequestKind {
  code: string;
  name: string;
  effect: RequestEffect;
  filedBy: RequestFiler[];
  reopens: LateEntry[];
  attachments: { code: string; name: string; printed: boolean; cite: Citation }[];
  cite: Citation;
}
export interface RequestForm {
  kinds: RequestKind[];
  steps: { code: string; name: string; by: RequestActor; does: RequestDeed; cite: Citation }[];
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
  version: number;
}
export interface RequestEvent {
  step: string | null;
  stepName: string;
  outcome: 'filed' | 'refiled' | 'forward' | 'return' | 'refuse';
  note: string;
  reference: string | null;
  at: IsoInstant;
  by: string;
  cite: Citation | null;
}
export interface RequestDetail extends RequestItem {
  reason: string;
  content: RequestContent;
  effect: RequestEffect;
  filedBy: string;
  attachments: RequestAttachment[];
  missing: string[];
  events: RequestEvent[];
  does: RequestDeed | null;
  cite: Citation | null;
  archivePlace: string | null;
  mayEdit: boolean;
}
/** Queue of the agency: how many wait in each step and how old they are. */
export interface RequestQueue {
  steps: { code: string; name: string; by: RequestActor; waiting: number; oldestDays: number | null }[];
}

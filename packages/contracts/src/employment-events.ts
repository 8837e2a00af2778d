import type { IsoDate, IsoInstant, Uuid } from './basics.js';

/**
 * What happens to a person in service, each by a decision letter: moves and posts, rank, kind of employment, absence
 * and return, end of service.
 */
export const EMPLOYMENT_EVENT_KINDS = [
  'transfer', 'post-change', 'promotion', 'appointment', 'part-time', 'contract', 'leave', 'study', 'return', 'retirement', 'death', 'dismissal',
] as const;
export type EmploymentEventKind = (typeof EMPLOYMENT_EVENT_KINDS)[number];

/** Events after which the person holds a post named in them. */
export const EVENTS_WITH_POST: readonly EmploymentEventKind[] = ['transfer', 'post-change', 'return'];
/** Events that end the service. */
export const EVENTS_OF_LEAVING: readonly EmploymentEventKind[] = ['retirement', 'death', 'dismissal'];

export const EMPLOYMENT_EVENT_LIMITS = { decreeNumber: 100, signatory: 200, note: 1000, rank: 40, reasonFrom: 5, reason: 500, fileBytes: 10 * 1024 * 1024 } as const;

export interface EmploymentEventInput {
  kind: EmploymentEventKind;
  /** First day on which it holds (TMT); of a death the day itself. */
  effectiveOn: IsoDate;
  /** Day of the letter of duty or of taking the post (SPMT, SPMJ); null: the first day itself (BN 9(2)). */
  spmtOn: IsoDate | null;
  decreeNumber: string;
  decreeDate: IsoDate;
  signatory: string;
  fileId: Uuid | null;
  note: string | null;
  /** `transfer`, `post-change`, and `return` to a post. */
  postId: Uuid | null;
  /** `promotion`. */
  rank: string | null;
  /** `contract`: its last day; `leave`, `study`: the last day expected. */
  until: IsoDate | null;
  /** `part-time`: part of a full week, 1 … 99; null: full time again. */
  sharePercent: number | null;
  /** `study`: whether the post is given up. */
  releasesPost: boolean;
}

/** What an event does, line by line; the web has one sentence per code. */
export interface EventEffect {
  area: 'post' | 'rank' | 'kind' | 'service' | 'evaluator' | 'skp' | 'activities' | 'access' | 'pay';
  code: string;
  params: Record<string, string | number>;
  /** Worth a second look before saving. */
  warning: boolean;
}

export interface EventPreview {
  employmentId: Uuid;
  personName: string;
  effects: EventEffect[];
}

/** What is undone, and what holds instead. */
export interface CorrectionPreview extends EventPreview {
  undone: EventEffect[];
}

export interface EmploymentEvent extends EmploymentEventInput {
  id: Uuid;
  employmentId: Uuid;
  postName: string | null;
  unitName: string | null;
  fileName: string | null;
  effects: EventEffect[];
  recordedAt: IsoInstant;
  recordedBy: string;
  /** Recorded by mistake and taken back: who, when, why, and what that undid. */
  withdrawal: { at: IsoInstant; by: string; reason: string; effects: EventEffect[] } | null;
  /** Recorded in the place of that one, which was taken back for it. */
  correctsId: Uuid | null;
  /** Taken back, and recorded as that one instead. */
  correctedById: Uuid | null;
}

export interface WithdrawEventRequest {
  reason: string;
}

/** The event as it should have been recorded, and what was wrong. */
export interface CorrectEventRequest {
  reason: string;
  event: EmploymentEventInput;
}

/** One event for the timeline of a unit: who, what, when. */
export interface EmploymentEventItem {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  kind: EmploymentEventKind;
  effectiveOn: IsoDate;
  decreeNumber: string;
  recordedAt: IsoInstant;
  withdrawn: boolean;
}

export interface EventFile {
  id: Uuid;
  name: string;
  bytes: number;
}

/** A post that somebody may be moved to on a day. */
export interface OpenPost {
  postId: Uuid;
  postName: string;
  unitName: string;
  skpdName: string | null;
  class: string | null;
  freeSeats: number;
}


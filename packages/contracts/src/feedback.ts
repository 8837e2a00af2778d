import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';

/** Who gives feedback, as they stand to the person (TL 17): derived from the posts, never chosen. */
export const FEEDBACK_GIVERS = ['leader', 'peer', 'subordinate', 'other'] as const;
export type FeedbackGiver = (typeof FEEDBACK_GIVERS)[number];
/** `direct`: said in a conversation and recorded from it; `indirect`: written here (TL 16(2)). */
export const FEEDBACK_WAYS = ['direct', 'indirect'] as const;
export type FeedbackWay = (typeof FEEDBACK_WAYS)[number];
export const FEEDBACK_KINDS = ['periodic', 'incidental'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];
export const FEEDBACK_SUBJECTS = ['result', 'indicator', 'behaviour', 'general'] as const;
export type FeedbackSubject = (typeof FEEDBACK_SUBJECTS)[number];
export const FEEDBACK_RHYTHMS = ['weekly', 'monthly', 'quarterly', 'semester', 'yearly'] as const;
export type FeedbackRhythm = (typeof FEEDBACK_RHYTHMS)[number];

/** What a leader can do after a mark (TL 19(2)–(6)). */
export const PROGRESS_MEASURES = ['appreciation', 'assignment', 'expectations', 'resources', 'coaching', 'coaching-proposal', 'take-over'] as const;
export type ProgressMeasure = (typeof PROGRESS_MEASURES)[number];
export const COACHING_KINDS = ['guidance', 'counselling'] as const;
export type CoachingKind = (typeof COACHING_KINDS)[number];
export const COACHING_STATUSES = ['proposed', 'running', 'ended'] as const;
export type CoachingStatus = (typeof COACHING_STATUSES)[number];

export const FEEDBACK_LIMITS = { textFrom: 5, text: 2000, subject: 500, name: 150, office: 200, invitationDays: 30, page: 50 } as const;

/** What feedback is about. */
export interface FeedbackAbout {
  subject: FeedbackSubject;
  /** Of `result` and `indicator`. */
  resultId: Uuid | null;
  /** Position of the indicator in its result. */
  indicator: number | null;
  /** Code of the value or aspect. */
  behaviour: string | null;
}
export interface GiveFeedbackRequest extends FeedbackAbout {
  employmentId: Uuid;
  kind: FeedbackKind;
  way: FeedbackWay;
  /** Day of the conversation, where it was said. */
  heldOn: IsoDate | null;
  text: string;
}

export interface AnswerFeedbackRequest {
  answer: string;
}
export interface AgreeRhythmRequest {
  every: FeedbackRhythm;
}
export interface InviteRequest extends FeedbackAbout {
  kind: FeedbackKind;
  name: string;
  office: string;
  email: string | null;
  question: string | null;
}
/** What a person outside writes by the link. */
export interface OutsideFeedbackRequest {
  text: string;
}
export interface MarkProgressRequest {
  resultId: Uuid | null;
  progress: boolean;
  note: string;
}
export interface TakeMeasureRequest {
  measure: ProgressMeasure;
  note: string;
  /** `resources`: codes of the kinds of support that change. */
  resources?: string[];
  /** `coaching` and `coaching-proposal`. */
  coaching?: CoachingKind | null;
}
export interface CoachRequest {
  kind: CoachingKind;
  reason: string;
}
export interface CoachingSessionRequest {
  heldOn: IsoDate;
  notes: string;
  outcome: string;
}
export interface EndCoachingRequest {
  outcome: string;
}

export interface FeedbackItem {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  giver: FeedbackGiver;
  giverName: string;
  giverOffice: string | null;
  kind: FeedbackKind;
  way: FeedbackWay;
  heldOn: IsoDate | null;
  subject: FeedbackSubject;
  /** The result, indicator or behaviour in the words of that day. */
  about: string | null;
  text: string;
  givenAt: IsoInstant;
  answer: string | null;
  answeredAt: IsoInstant | null;
  version: number;
}

export interface RhythmView {
  every: FeedbackRhythm;
  /** Agreed by both, proposed by one, or the regulation's own. */
  standing: 'agreed' | 'proposed' | 'default';
  proposedBy: string | null;
  mayConfirm: boolean;
  cite: Citation;
}
export interface PeriodicDue {
  from: IsoDate;
  to: IsoDate;
  /** Given by a leader in the period. */
  given: boolean;
  /** The day after which it is late. */
  dueOn: IsoDate;
  late: boolean;
  /** The latest period past its grace that went without. */
  missed: { from: IsoDate; to: IsoDate } | null;
  /** How many periods are owed still. */
  missedCount: number;
}

export interface MeasureView {
  id: Uuid;
  measure: ProgressMeasure;
  note: string;
  at: IsoInstant;
  by: string;
  skpChangeId: Uuid | null;
  coachingId: Uuid | null;
  /** The change was accepted, a session was held; the others are done when taken. */
  done: boolean;
  cite: Citation | null;
}
export interface ProgressMark {
  id: Uuid;
  resultId: Uuid | null;
  about: string;
  progress: boolean;
  note: string;
  at: IsoInstant;
  by: string;
  measures: MeasureView[];
  /** What the leader can take now, with the article. */
  open: { measure: ProgressMeasure; cite: Citation }[];
}
export interface CoachingSession {
  id: Uuid;
  heldOn: IsoDate;
  notes: string;
  outcome: string;
  by: string;
}
export interface Coaching {
  id: Uuid;
  kind: CoachingKind;
  status: CoachingStatus;
  reason: string;
  coachName: string;
  at: IsoInstant;
  outcome: string | null;
  endedAt: IsoInstant | null;
  sessions: CoachingSession[];
  version: number;
}
/** TL 19(7): stands before the evaluator at evaluation. */
export interface TakeOverNote {
  id: Uuid;
  employmentId: Uuid;
  result: string;
  note: string;
  at: IsoInstant;
  by: string;
  cite: Citation;
}
export interface Invitation {
  id: Uuid;
  kind: FeedbackKind;
  /** The result, indicator or behaviour it asks about; null: the work as a whole. */
  about: string | null;
  name: string;
  office: string;
  invitedAt: IsoInstant;
  expiresAt: IsoInstant;
  usedAt: IsoInstant | null;
  withdrawnAt: IsoInstant | null;
}
/** The address is shown once: the database keeps its hash only. */
export interface NewInvitation extends Invitation {
  url: string;
}
/** What the invited sees before writing. */
export interface InvitationForm {
  personName: string;
  postName: string | null;
  unitName: string | null;
  invitedBy: string;
  name: string;
  about: string | null;
  question: string | null;
  expiresAt: IsoInstant;
}

export interface FeedbackPerson {
  employmentId: Uuid;
  name: string;
  nip: string | null;
  postName: string | null;
  /** As whom the one who asks gives to them. */
  as: FeedbackGiver;
  every: FeedbackRhythm | null;
  due: PeriodicDue | null;
}

/** The feedback record of a person, as far as the one who asks may see it. */
export interface FeedbackRecord {
  employmentId: Uuid;
  personName: string;
  postName: string | null;
  /** What the one who asks is to them; null: reads by office. */
  as: FeedbackGiver | 'self' | null;
  mayGive: boolean;
  mayLead: boolean;
  ways: FeedbackWay[];
  kinds: FeedbackKind[];
  cite: Citation | null;
  phrases: string[];
  results: { id: Uuid; title: string; indicators: string[] }[];
  behaviours: { code: string; name: string }[];
  resources: { code: string; name: string }[];
  coaching: CoachingKind[];
  rhythm: RhythmView | null;
  due: PeriodicDue | null;
  feedback: FeedbackItem[];
  marks: ProgressMark[];
  coachings: Coaching[];
  takeOvers: TakeOverNote[];
  invitations: Invitation[];
}

/** A leader and how many of theirs went without (TL 16(1), 18(2); BK 6(1)). */
export interface SilentLeader {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  people: number;
  withoutFeedback: number;
  late: number;
  withoutCoaching: number | null;
}
export interface SilentLeaders {
  cite: Citation | null;
  coachingCite: Citation | null;
  items: SilentLeader[];
}

import type { Citation, DerivationStep, IsoDate, IsoInstant, IsoMonth, PostKind, Predicate, Uuid } from './basics.js';
import type { EvaluationKind } from './evaluations.js';

/** Sanction by the ladder, evaluator who did not evaluate (BN 14(3)), wilful non-reporting (KS 31). */
export const CASE_KINDS = ['sanction', 'evaluator', 'non-reporting'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export const CASE_STATUSES = [
  'improving', 'testing', 'placing', 'temporary', 'opened', 'coaching', 'deducted', 'improved', 'excluded', 'kept', 'placed', 'dismissed', 'ended', 'withdrawn',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
export const CASE_ACTIONS = [
  'exclude', 'improved', 'not-improved', 'tested-fit', 'tested-unfit', 'keep', 'move', 'lower', 'temporary', 'dismiss', 'coach', 'deduct', 'end', 'withdraw',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];
/** What a step is put on paper as; `reminder`: of a time that ends soon or has passed. */
export const CASE_PAPERS = ['statement', 'coaching', 'test', 'decision', 'reminder'] as const;
export type CasePaper = (typeof CASE_PAPERS)[number];
/** Actions that rest on a decision letter. */
export const ACTIONS_BY_DECREE: readonly CaseAction[] = ['keep', 'move', 'lower', 'temporary', 'dismiss'];

export const REWARD_POOLS = ['succession', 'competence', 'other'] as const;
export type RewardPool = (typeof REWARD_POOLS)[number];

export const FOLLOW_UP_LIMITS = { reasonFrom: 5, text: 2000, number: 120, name: 200 } as const;

export interface CaseDocument {
  number: string;
  date: IsoDate;
  signatory: string;
}

/** Somebody whom the regulation lets a case be opened for; a person decides (TL 32(1)). */
export interface CaseCandidate {
  kind: CaseKind;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  /** `sanction`: the annual evaluation. */
  evaluationId: Uuid | null;
  predicate: Predicate | null;
  /** Code of the ladder. */
  ladder: string | null;
  year: number;
  /** `evaluator`, `non-reporting`: the month that it is about. */
  month: IsoMonth | null;
  /** Whom the evaluator left unevaluated. */
  people: number | null;
  /** `non-reporting`: working days of the month without an entry. */
  days: number | null;
  cite: Citation;
}

export interface OpenCaseRequest {
  kind: CaseKind;
  employmentId: Uuid;
  evaluationId: Uuid | null;
  /** `evaluator`: the month that went without. `non-reporting`: the month of the deduction. */
  month: IsoMonth | null;
  grounds: string;
}
export interface CaseStepRequest {
  action: CaseAction;
  note: string;
  document: CaseDocument | null;
}

export interface CaseStep {
  number: number;
  action: CaseAction | 'opened';
  status: CaseStatus;
  note: string;
  document: CaseDocument | null;
  at: IsoInstant;
  by: string;
  cite: Citation | null;
  paper: Exclude<CasePaper, 'reminder'>;
  /** The coaching that this step began, in the feedback record (KS 31(1)). */
  coachingId: Uuid | null;
}
export interface CaseItem {
  id: Uuid;
  kind: CaseKind;
  ladder: string | null;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  status: CaseStatus;
  predicate: Predicate | null;
  month: IsoMonth | null;
  openedOn: IsoDate;
  /** End of the improvement or of the temporary placement. */
  dueOn: IsoDate | null;
  /** Its end is near, or has passed. */
  dueSoon: boolean;
  overdue: boolean;
  version: number;
}
export interface CaseDetail extends CaseItem {
  /** The annual result that it is about. */
  evaluationId: Uuid | null;
  grounds: string;
  derivation: DerivationStep[];
  steps: CaseStep[];
  /** `cite` null: a step of this system, which no article names. */
  open: { action: CaseAction; cite: Citation | null; decree: boolean }[];
  /** How the result stands now that the case rests on; null for cases of a month. */
  basis: CaseBasis | null;
  /** What counts as improvement, and the results since; null where no time to improve was given. */
  improvement: CaseImprovement | null;
}

export interface CaseBasis {
  /** Changed after the case was opened, by the evaluator or by an objection. */
  changed: boolean;
  predicate: Predicate;
  /** An objection to it is being examined. */
  underObjection: boolean;
}
/** Helps whoever decides whether there was improvement; decides nothing (TL 33.a, 34.a). */
export interface CaseImprovement {
  /** The least predicate that is read as improvement. */
  predicate: Predicate;
  cite: Citation;
  later: { evaluationId: Uuid; kind: EvaluationKind; month: IsoMonth; predicate: Predicate; reached: boolean }[];
  suggestion: 'improved' | 'not-improved' | null;
}

export interface GiveRewardRequest {
  employmentId: Uuid;
  pool: RewardPool;
  name: string;
  year: number;
  note: string;
  document: CaseDocument | null;
}
export interface EndRewardRequest {
  reason: string;
}
export interface Reward {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  pool: RewardPool;
  name: string;
  year: number;
  predicate: Predicate | null;
  note: string;
  document: CaseDocument | null;
  givenAt: IsoInstant;
  givenBy: string;
  endedAt: IsoInstant | null;
  endReason: string | null;
  cite: Citation | null;
  version: number;
}
export interface RewardForm {
  pools: { pool: RewardPool; name: string; byPpk: boolean; cite: Citation }[];
}

/** Tiered reporting: evaluator → superior … → PyB or head of staffing (TL 27). */
export const REPORT_TIERS = ['superior', 'pyb', 'staffing-head'] as const;
export type ReportTier = (typeof REPORT_TIERS)[number];
/** TL 27(2): what lies with a report for each employee. */
export const REPORT_ATTACHMENTS = ['evaluation', 'skp'] as const;
export type ReportAttachment = (typeof REPORT_ATTACHMENTS)[number];
export interface SendReportRequest {
  kind: EvaluationKind;
  month: IsoMonth;
  note: string | null;
}
export interface ReportItem {
  evaluationId: Uuid;
  evaluationVersion: number;
  /** A later version exists: the report shows the one that was sent. */
  superseded: boolean;
  personName: string;
  nip: string | null;
  predicate: Predicate;
  skpId: Uuid | null;
}
export interface ReportStep {
  at: IsoInstant;
  fromName: string;
  toName: string | null;
  tier: ReportTier;
  note: string | null;
}
export interface PerformanceReport {
  id: Uuid;
  kind: EvaluationKind;
  month: IsoMonth;
  /** 1; a supplement of the same period has the next. */
  number: number;
  fromName: string;
  fromPost: string | null;
  people: number;
  status: 'under-way' | 'received';
  /** With whom it lies; null once received at the top. */
  holderName: string | null;
  mine: 'sent' | 'waiting' | 'read';
  sentAt: IsoInstant;
  steps: ReportStep[];
  items: ReportItem[];
  cite: Citation | null;
  version: number;
}
/** What the one who asks could report for a period. */
export interface ReportDraft {
  kind: EvaluationKind;
  month: IsoMonth;
  dueOn: IsoDate | null;
  late: boolean;
  people: number;
  evaluated: number;
  to: { name: string; tier: ReportTier } | null;
  sent: boolean;
  /** Evaluations that no report carries as they stand: the first report's, or a supplement's. */
  unsent: number;
  cite: Citation | null;
}

/** One cell of the performance map: people by rating of results and behaviour, or by predicate. */
export interface PerformanceMap {
  kind: EvaluationKind;
  month: IsoMonth;
  people: number;
  withoutPredicate: number;
  counts: Record<Predicate, number>;
  /** Results by behaviour, where the method rates both. */
  cells: { result: string; behaviour: string; predicate: Predicate; people: number }[];
}
export interface MapPerson {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  postKind: PostKind;
  unitName: string | null;
  predicate: Predicate;
  pools: RewardPool[];
  openCases: number;
}

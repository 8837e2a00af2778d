import type { Citation, DecimalString, DerivationStep, IsoDate, IsoInstant, IsoMonth, LawReference, OrganisationPredicate, Predicate, Rating, Uuid } from './basics.js';
import type { Problem } from './errors.js';
import type { MeasurementStatus, PreviousAdvice } from './measurements.js';
import type { TakeOverNote } from './feedback.js';
import type { EvaluatorPerson } from './organisation.js';

export const EVALUATION_STATUSES = ['none', 'determined'] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];
export const EVALUATION_LIMITS = { note: 2000, bulk: 200 } as const;

/** TL 21(3): the periodic evaluation, and the annual one that is judged anew beside them. */
export const EVALUATION_KINDS = ['periodic', 'annual'] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];
/** Who set the version in force: the evaluator, or their superior on an objection (TL 35(d)); `imported`: determined before this system. */
export const EVALUATION_ORIGINS = ['evaluator', 'objection', 'imported'] as const;
export type EvaluationOrigin = (typeof EVALUATION_ORIGINS)[number];
/** `confirmed` by the employee; `handed-over` on paper by the evaluator, with a note on how. */
export const RECEIPT_MODES = ['confirmed', 'handed-over'] as const;
export type ReceiptMode = (typeof RECEIPT_MODES)[number];

export interface EvaluationField {
  name: string;
  type: 'rating' | 'score' | 'flag' | 'text';
  min?: DecimalString;
  max?: DecimalString;
  required: boolean;
  label: string;
  cite?: Citation;
  /** As measured and confirmed: shown, not typed. */
  value?: DecimalString;
}

export interface EvaluationForm {
  method: string;
  methodCite: Citation | null;
  fields: EvaluationField[];
  /** The law's own word for each predicate: `butuh-perbaikan` is "Cukup" under BN 11(4). */
  labels: Record<Predicate, string>;
}

/** Values by field name; ratings as code, scores as decimal text. Nothing is preset. */
export type EvaluationInputs = Record<string, string | boolean | null>;

export interface SaveEvaluationRequest {
  employmentId: Uuid;
  month: IsoMonth;
  inputs: EvaluationInputs;
  note: string | null;
  /** TL 23(2), 25(2): for the next period. */
  recommendation?: string | null;
  /** Left out: periodic. The annual one names the last month of its year. */
  kind?: EvaluationKind;
}

/** That the employee has the document: from here the objection's time runs (TL 35(a)). */
export interface EvaluationReceipt {
  version: number;
  receivedAt: IsoInstant;
  mode: ReceiptMode;
  note: string | null;
}

/** An evaluation as it stood before a change. */
export interface EvaluationVersion {
  version: number;
  predicate: Predicate;
  score: DecimalString | null;
  inputs: EvaluationInputs;
  note: string | null;
  recommendation: string | null;
  evaluatorName: string;
  determinedAt: IsoInstant;
  replacedAt: IsoInstant;
  replacedBy: EvaluationOrigin;
  reason: string | null;
  receipt: EvaluationReceipt | null;
}

export interface HandOverRequest {
  /** How the paper reached the employee, or that its receipt was declined before whom. */
  note: string;
}

export interface Evaluation {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  kind: EvaluationKind;
  month: IsoMonth;
  method: string;
  inputs: EvaluationInputs;
  resultRating: Rating | null;
  behaviourRating: Rating | null;
  predicate: Predicate;
  score: DecimalString | null;
  note: string | null;
  recommendation: string | null;
  origin: EvaluationOrigin;
  /** An objection is being examined: the evaluator changes nothing meanwhile. */
  underObjection: boolean;
  /** Of this version. */
  receipt: EvaluationReceipt | null;
  derivation: DerivationStep[];
  references: LawReference[];
  evaluator: EvaluatorPerson;
  /** Who changed it by a decision on an objection (TL 35(d)); the evaluator stays who they were. */
  decidedBy: EvaluatorPerson | null;
  determinedAt: IsoInstant;
  version: number;
}

export interface EvaluationDueItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  acceptedCount: number;
  acceptedMinutes: number;
  waitingCount: number;
  evaluation: Evaluation | null;
  form: EvaluationForm;
  /** TL 19(8): results that were taken over this year, with the note the evaluator weighs. */
  takeOvers?: TakeOverNote[];
  /** By the law for this kind of employee: in Banjarnegara a PNS and a PPPK are due on different days. */
  dueAt: IsoInstant;
  dueCite: Citation;
  late: boolean;
  /** What the evaluation before asked for this period. */
  previous: PreviousAdvice | null;
  /** On the annual form: the year's periodic results, beside it. */
  periodic: PeriodicResult[];
  /** Parts that earlier evaluators judged before a transfer. */
  earlier: EvaluationPart[];
  measurement: { id: Uuid; status: MeasurementStatus; score: DecimalString | null } | null;
  /** The organisation in whose pattern this person counts; null where there is none. */
  organisation: { unitId: Uuid; unitName: string; predicate: OrganisationPredicate | null } | null;
}

export interface EvaluationsDue {
  kind: EvaluationKind;
  month: IsoMonth;
  /** First day on which the period can be rated. */
  opensOn: string;
  /** The nearest limit among those still to be rated; null without subordinates. */
  dueAt: IsoInstant | null;
  dueCite: Citation | null;
  late: boolean;
  closed: boolean;
  items: EvaluationDueItem[];
  /** Organisations whose attainment this person sets and signs. */
  organisations: UnitPerformance[];
  /** Former subordinates of whom one judges the part before their transfer. */
  parts: EvaluationPartDue[];
}

export interface UnitPerformance {
  unitId: Uuid;
  unitName: string;
  kind: EvaluationKind;
  month: IsoMonth;
  predicate: OrganisationPredicate | null;
  basis: string | null;
  signedBy: string | null;
  signedAt: IsoInstant | null;
  version: number;
  distribution: DistributionView | null;
  /** The leader's own work was rated otherwise than this attainment says; null where it follows or is not rated yet. */
  leader: LeaderDiffers | null;
}

/** The result of a unit's leader follows the unit's (TL 22(1)): rated before, or the attainment changed since. */
export interface LeaderDiffers {
  employmentId: Uuid;
  personName: string;
  rated: Rating;
  follows: Rating;
  evaluatorEmploymentId: Uuid;
  evaluatorName: string;
  cite: Citation;
}

export interface DistributionView {
  counts: Record<Predicate, number>;
  findings: { code: string; severity: 'violation' | 'warning'; params: Record<string, string | number>; cite?: Citation }[];
}

export interface SetUnitPerformanceRequest {
  unitId: Uuid;
  month: IsoMonth;
  predicate: OrganisationPredicate;
  /** The rule or document the attainment rests on (TL 22(4), 24(2)). */
  basis: string;
  /** Left out: periodic. */
  kind?: EvaluationKind;
}

/** What was judged for the months of the year, shown beside the annual judgement and never averaged into it. */
export interface PeriodicResult {
  id: Uuid;
  month: IsoMonth;
  predicate: Predicate;
  score: DecimalString | null;
  resultRating: Rating | null;
  behaviourRating: Rating | null;
  note: string | null;
  recommendation: string | null;
  evaluatorName: string;
}

/** The part of a period that an earlier evaluator judged before a transfer. */
export interface EvaluationPart {
  id: Uuid;
  from: IsoDate;
  to: IsoDate;
  evaluatorName: string;
  predicate: Predicate;
  score: DecimalString | null;
  inputs: EvaluationInputs;
  note: string | null;
  determinedAt: IsoInstant;
}
/** Somebody who was one's subordinate for a part of the period and has moved on. */
export interface EvaluationPartDue {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  from: IsoDate;
  to: IsoDate;
  evaluatorNow: string | null;
  part: EvaluationPart | null;
  form: EvaluationForm;
}
export interface SavePartRequest {
  employmentId: Uuid;
  month: IsoMonth;
  kind?: EvaluationKind;
  inputs: EvaluationInputs;
  note: string | null;
}

export interface BulkEvaluationsRequest {
  month: IsoMonth;
  kind: EvaluationKind;
  items: { employmentId: Uuid; version: number | null; inputs: EvaluationInputs; note: string | null; recommendation: string | null }[];
}
export type BulkOutcome =
  | { employmentId: Uuid; outcome: 'saved'; evaluation: Evaluation }
  | { employmentId: Uuid; outcome: 'refused'; problem: Problem };
export interface BulkEvaluationsAnswer {
  outcomes: BulkOutcome[];
}

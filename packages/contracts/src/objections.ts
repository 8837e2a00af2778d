import type { Citation, DecimalString, IsoDate, IsoInstant, IsoMonth, Predicate, Uuid } from './basics.js';
import type { EvaluationField, EvaluationForm, EvaluationInputs, EvaluationKind } from './evaluations.js';
import type { EvaluatorLink, EvaluatorPerson } from './organisation.js';

export const OBJECTION_STATUSES = ['filed', 'decided', 'withdrawn'] as const;
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number];
export const OBJECTION_OUTCOMES = ['uphold', 'change'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];
/** The two who are heard (TL 35 huruf c). */
export const OBJECTION_SIDES = ['employee', 'evaluator'] as const;
export type ObjectionSide = (typeof OBJECTION_SIDES)[number];

export const OBJECTION_LIMITS = { reasons: { min: 20, max: 4000 }, text: { min: 5, max: 4000 }, evidence: 8, fileBytes: 5 * 1024 * 1024 } as const;

/** Whether one of the own evaluations may be objected to, until when, and who would examine it. */
export interface ObjectionWindow {
  evaluationId: Uuid;
  version: number;
  /** Null: the document has no recorded receipt yet, so no time runs. */
  receivedAt: IsoInstant | null;
  until: IsoInstant | null;
  cite: Citation | null;
  examiner: EvaluatorPerson | null;
  /** Why not: `late`, `decided`, `objected`, `no-superior`, `none`; null when it may be filed. */
  refusal: 'late' | 'decided' | 'objected' | 'no-superior' | 'none' | null;
}

export interface FileObjectionRequest {
  evaluationId: Uuid;
  reasons: string;
}
export interface ObjectionQuestionRequest {
  side: ObjectionSide;
  question: string;
}
/** By a side for itself, or by the examiner as the record of what was said. */
export interface ObjectionExplanationRequest {
  side: ObjectionSide;
  text: string;
  /** The question it answers. */
  questionId?: Uuid;
}
export interface DecideObjectionRequest {
  outcome: ObjectionOutcome;
  reason: string;
  /** On a change: the answers of the evaluation's own form. */
  inputs?: EvaluationInputs;
  /** TL 35 huruf f: a changed result carries a new recommendation. */
  recommendation?: string | null;
}
export interface WithdrawObjectionRequest {
  reason: string;
}

export interface ObjectionStatement {
  id: Uuid;
  side: ObjectionSide;
  question: string | null;
  askedBy: string | null;
  askedAt: IsoInstant | null;
  text: string | null;
  givenAt: IsoInstant | null;
  /** The examiner wrote down what the side said. */
  recordedBy: string | null;
}
export interface ObjectionEvidence {
  id: Uuid;
  name: string;
  mediaType: string;
  bytes: number;
  side: ObjectionSide;
  addedAt: IsoInstant;
}

export interface ObjectionItem {
  id: Uuid;
  evaluationId: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  kind: EvaluationKind;
  month: IsoMonth;
  status: ObjectionStatus;
  outcome: ObjectionOutcome | null;
  filedAt: IsoInstant;
  decideDueAt: IsoInstant | null;
  /** Undecided past its limit; the result stays as it was. */
  overdue: boolean;
  /** How many tiers above the first it has gone. */
  tier: number;
  evaluatorName: string;
  examinerName: string;
  predicateBefore: Predicate;
  predicateAfter: Predicate | null;
  /** Something happened that this person has not opened yet. */
  news: boolean;
  /** What the one who asks is in this case. */
  part: 'employee' | 'evaluator' | 'examiner' | 'observer';
}

export interface ObjectionDecision {
  outcome: ObjectionOutcome;
  reason: string;
  recommendation: string | null;
  decidedAt: IsoInstant;
  decider: EvaluatorPerson;
  late: boolean;
}

export interface Objection extends ObjectionItem {
  evaluationVersion: number;
  postName: string | null;
  unitName: string | null;
  reasons: string;
  receivedAt: IsoInstant;
  fileDueAt: IsoInstant | null;
  fileCite: Citation | null;
  decideCite: Citation | null;
  hearCite: Citation | null;
  evaluator: EvaluatorPerson;
  /** Who may decide today, lowest first: more than one only when it is overdue. */
  examiners: EvaluatorPerson[];
  chain: EvaluatorLink[];
  scoreBefore: DecimalString | null;
  inputsBefore: EvaluationInputs;
  form: { fields: EvaluationField[]; labels: EvaluationForm['labels'] };
  evidence: ObjectionEvidence[];
  statements: ObjectionStatement[];
  /** Sides whose explanation is still missing. */
  unheard: ObjectionSide[];
  decision: ObjectionDecision | null;
  withdrawnReason: string | null;
  actions: string[];
  /** First day of the working-day count and its last, for the sentence on screen. */
  decideDueDate: IsoDate | null;
  version: number;
}

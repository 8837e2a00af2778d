import type { Citation, DecimalString, DerivationStep, IsoInstant, IsoMonth, LawReference, OrganisationPredicate, Predicate, Rating, Uuid } from './basics.js';
import type { EvaluatorPerson } from './organisation.js';

export const EVALUATION_STATUSES = ['none', 'determined'] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];
export const EVALUATION_LIMITS = { note: 2000 } as const;

export interface EvaluationField {
  name: string;
  type: 'rating' | 'score' | 'flag' | 'text';
  min?: DecimalString;
  max?: DecimalString;
  required: boolean;
  label: string;
  cite?: Citation;
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
}

export interface Evaluation {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  month: IsoMonth;
  method: string;
  inputs: EvaluationInputs;
  resultRating: Rating | null;
  behaviourRating: Rating | null;
  predicate: Predicate;
  score: DecimalString | null;
  note: string | null;
  derivation: DerivationStep[];
  references: LawReference[];
  evaluator: EvaluatorPerson;
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
  /** By the law for this kind of employee: in Banjarnegara a PNS and a PPPK are due on different days. */
  dueAt: IsoInstant;
  dueCite: Citation;
}

export interface EvaluationsDue {
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
}

export interface UnitPerformance {
  unitId: Uuid;
  unitName: string;
  month: IsoMonth;
  predicate: OrganisationPredicate | null;
  basis: string | null;
  signedBy: string | null;
  signedAt: IsoInstant | null;
  version: number;
  distribution: DistributionView | null;
}

export interface DistributionView {
  counts: Record<Predicate, number>;
  findings: { code: string; severity: 'violation' | 'warning'; params: Record<string, string | number>; cite?: Citation }[];
}

export interface SetUnitPerformanceRequest {
  unitId: Uuid;
  month: IsoMonth;
  predicate: OrganisationPredicate;
  /** The rule or document the attainment rests on (TL 22(4)). */
  basis: string;
}

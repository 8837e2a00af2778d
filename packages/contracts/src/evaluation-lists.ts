/** Looks over many evaluations: the curve while it is rated, ranking, calibration, and who is not evaluated. */
import type { IsoInstant, IsoMonth, OrganisationPredicate, Predicate, Uuid } from './basics.js';
import type { DistributionView, EvaluationInputs, EvaluationKind } from './evaluations.js';

/** Ratings on screen that are not saved yet: what the curve would look like with them. */
export interface CurveRequest {
  month: IsoMonth;
  kind: EvaluationKind;
  drafts: { employmentId: Uuid; inputs: EvaluationInputs }[];
}
export interface Curve {
  unitId: Uuid;
  unitName: string;
  predicate: OrganisationPredicate | null;
  /** People of the unit, rated or not. */
  people: number;
  rated: number;
  distribution: DistributionView | null;
  counts: Record<Predicate, number>;
}

/** By predicate alone, then by name (TL 29). */
export interface RankedEmployee {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  predicate: Predicate;
  evaluatorName: string;
  determinedAt: IsoInstant;
}
/** How each evaluator of a unit spread the predicates, beside the unit's pattern. */
export interface Calibration {
  unitId: Uuid;
  unitName: string;
  predicate: OrganisationPredicate | null;
  counts: Record<Predicate, number>;
  findings: DistributionView['findings'];
  evaluators: { employmentId: Uuid; name: string; counts: Record<Predicate, number>; total: number }[];
}

export interface MissingEvaluation {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  evaluatorName: string | null;
  /** Last month of the period. */
  month: IsoMonth;
  dueAt: IsoInstant;
  late: boolean;
  /** On record as not evaluated (BN 14(3)). */
  neglected: boolean;
}

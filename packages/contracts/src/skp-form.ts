/** The planning form of the regulation in force, and what a plan still lacks by it. */
import type { Citation } from './basics.js';
import type { IndicatorAspect, ReportRhythm, ResultKind, TargetApproach } from './skp.js';

export interface SkpFinding {
  code: string;
  params: Record<string, string | number>;
  cite?: Citation;
  /** A `stop` keeps the SKP from being handed in; a `hint` does not. */
  severity: 'stop' | 'hint';
  /** Where: as in `SkpFieldNote`. */
  place: string;
}
export interface Cited {
  cite: Citation;
}
export interface NamedCode {
  code: string;
  name: string;
}
/** The planning form of the regulation in force, for this person. */
export interface SkpForm {
  layout: 'results' | 'activities';
  sources: { list: (NamedCode & { document: boolean; required: boolean; cite: Citation })[]; needed: 'all' | 'one'; cite: Citation } | null;
  results: {
    kinds: ResultKind[];
    aspects: IndicatorAspect[];
    required: IndicatorAspect[];
    numeric: IndicatorAspect[];
    approaches: TargetApproach[];
    superiorNeeded: boolean;
    cite: Citation;
  };
  criteria: { list: NamedCode[]; cite: Citation } | null;
  /** What the results are drawn from for this kind of post; null: the superior's results. */
  cascade: { from: CascadeBasis[]; cite: Citation } | null;
  additional: { decisionNeeded: boolean; conditions: (NamedCode & { needs: 'all' | 'any' })[]; cite: Citation } | null;
  behaviour: { rated: 'aspects' | 'values'; aspects: NamedCode[]; values: (NamedCode & { standards: string[]; aspect: string | null })[]; special: boolean; cite: Citation } | null;
  resources: { kinds: NamedCode[]; required: boolean; cite: Citation } | null;
  accountability: { rhythms: ReportRhythm[]; evidence: ('progress' | 'final')[]; required: boolean; cite: Citation } | null;
  consequences: { kinds: ('positive' | 'negative')[]; cite: Citation } | null;
  flow: SkpFlowView;
}
/** Drawn from the unit's objectives, the superior's results, or the points of a functional post (KS 8(1), BN 7). */
export const CASCADE_BASES = ['objectives', 'superior', 'points'] as const;
export type CascadeBasis = (typeof CASCADE_BASES)[number];
export interface SkpFlowView {
  writers: ('owner' | 'evaluator' | 'performance-manager')[];
  review: Citation | null;
  agreement: { by: ('owner' | 'evaluator')[]; cite: Citation } | null;
  verification: Citation | null;
  dialogue: { required: boolean; cite: Citation };
  dispute: Citation | null;
  change: { documents: boolean; window: Citation | null; resources: Citation | null; cite: Citation };
}

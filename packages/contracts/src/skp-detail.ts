/** One SKP as somebody sees it now. */
import type { Citation, DecimalString, IsoDate, IsoInstant, PostKind, Uuid } from './basics.js';
import type { EvaluatorPerson } from './organisation.js';
import type { PersonSnapshot, SkpFieldNote, SkpItem, SkpPlan, SkpResult, TransferLetter } from './skp.js';
import type { SkpFinding, SkpForm } from './skp-form.js';
import type { SkpChangeSummary, SkpDialogue, SkpDocument, SkpSignature } from './skp-record.js';

export interface SkpDetail extends SkpItem {
  postKind: PostKind;
  dueDate: IsoDate;
  dueCite: Citation;
  owner: PersonSnapshot;
  evaluator: EvaluatorPerson | null;
  results: SkpResult[];
  plan: SkpPlan;
  form: SkpForm;
  /** Results of the superior's determined SKP, to choose from. */
  superiorResults: { id: Uuid; title: string }[];
  /** Objectives of the unit's agreement; those of a draft can be leaned on already (TL 6(4)). */
  objectives: { id: Uuid; title: string; unitName: string; final: boolean }[];
  /** Points of the functional post. */
  postPoints: { code: string; activity: string; unit: string; credit: DecimalString }[];
  returnReason: string | null;
  notes: SkpFieldNote[];
  submittedAt: IsoInstant | null;
  determinedAt: IsoInstant | null;
  signatures: SkpSignature[];
  dialogues: SkpDialogue[];
  documents: SkpDocument[];
  /** What still lacks or is worth a second look, each with its article. */
  findings: SkpFinding[];
  /** A change that is being drawn up or waits. */
  change: SkpChangeSummary | null;
  letter: TransferLetter | null;
  /** Once the dispute is decided it is final (BN 6(9)). */
  disputeSettled: boolean;
  /** What the evaluator did not agree with, and what their superior decided on it. */
  dispute: { reason: string; byName: string; at: IsoInstant; outcome: 'determine' | 'amend' | null; decision: string | null } | null;
  contentHash: string;
  actions: string[];
}

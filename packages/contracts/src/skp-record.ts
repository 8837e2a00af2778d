/** Steps of the flow and what they leave on record: signatures, talks, papers, changes, versions. */
import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';
import type { PersonSnapshot, SkpAct, SkpCapacity, SkpChangeStatus, SkpDocumentUse, SkpFieldNote, SkpPlan, SkpResult } from './skp.js';
import type { SkpFinding } from './skp-form.js';

export interface ReturnSkpRequest {
  reason: string;
  notes?: SkpFieldNote[];
}
export interface ReasonRequest {
  reason: string;
}
/** The reviewer's remarks; each indicator is ticked against the criteria of the regulation (KS 7(2)). */
export interface ReviewSkpRequest {
  remarks: string;
  ticks: { resultId: Uuid; indicator: number; criteria: string[] }[];
}
export interface VerifySkpRequest {
  remarks: string;
  documentsChecked: boolean;
}
export interface RecordDialogueRequest {
  heldOn: IsoDate;
  notes: string;
  /** Results that were discussed; empty: all. */
  resultIds: Uuid[];
}
export interface DetermineSkpRequest {
  dialogue?: RecordDialogueRequest;
}
export interface SettleDisputeRequest {
  outcome: 'determine' | 'amend';
  reason: string;
  notes?: SkpFieldNote[];
}
export interface CloseSkpRequest {
  reason: string;
  attainments: { resultId: Uuid; attainment: string }[];
}
export interface StartChangeRequest {
  reason: string;
  /** Resources that were not agreed or not delivered (TL 10(2)). */
  resources?: string[];
}
export interface SkpSignature {
  act: SkpAct;
  capacity: SkpCapacity;
  signedAt: IsoInstant;
  contentHash: string;
  person: PersonSnapshot;
  remarks: string | null;
  /** Version of the content that was signed. */
  content: number;
}
export interface SkpDialogue {
  id: Uuid;
  heldOn: IsoDate;
  notes: string;
  resultIds: Uuid[];
  recordedBy: string;
  capacity: SkpCapacity;
  recordedAt: IsoInstant;
}
export interface SkpDocument {
  id: Uuid;
  use: SkpDocumentUse;
  kind: string;
  number: string;
  date: IsoDate;
  signatory: string;
  fileName: string;
  uploadedAt: IsoInstant;
}
export interface AddSkpDocumentQuery {
  use: SkpDocumentUse;
  kind: string;
  number: string;
  date: IsoDate;
  signatory: string;
}
export interface SkpChangeSummary {
  id: Uuid;
  status: SkpChangeStatus;
  reason: string;
  version: number;
  submittedAt: IsoInstant | null;
  /** Until when the evaluator answers (KS 23(4)); null: no window. */
  dueAt: IsoInstant | null;
  overdue: boolean;
  cite: Citation | null;
  returnReason: string | null;
  resources: string[];
}
export interface SkpChangeDetail extends SkpChangeSummary {
  skpId: Uuid;
  results: SkpResult[];
  plan: SkpPlan;
  findings: SkpFinding[];
  differences: SkpDifference[];
  documents: SkpDocument[];
  actions: string[];
}
/** One line of a readable comparison. */
export interface SkpDifference {
  place: string;
  /** Title of the result it belongs to; empty for the annexes. */
  of: string;
  field: string;
  before: string;
  after: string;
}
export interface SkpVersionItem {
  number: number;
  determinedAt: IsoInstant;
  cause: string;
  contentHash: string;
  signatures: SkpSignature[];
}
export interface SkpComparison {
  from: number;
  to: number;
  differences: SkpDifference[];
}
export interface SkpEvent {
  at: IsoInstant;
  action: string;
  actorName: string | null;
  capacity: SkpCapacity | null;
  reason: string | null;
  changes: SkpDifference[];
}

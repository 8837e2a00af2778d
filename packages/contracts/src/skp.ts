import type { DecimalString, IsoDate, Uuid } from './basics.js';

export const SKP_STATUSES = [
  'draft', 'submitted', 'returned', 'reviewed', 'agreed', 'disputed', 'determined', 'closed',
] as const;
export type SkpStatus = (typeof SKP_STATUSES)[number];

export const RESULT_TASKS = ['main', 'additional'] as const;
export type ResultTask = (typeof RESULT_TASKS)[number];
export const RESULT_KINDS = ['outcome', 'intermediate-outcome', 'output', 'service'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];
export const INDICATOR_ASPECTS = ['quantity', 'quality', 'time', 'cost'] as const;
export type IndicatorAspect = (typeof INDICATOR_ASPECTS)[number];
export const TARGET_APPROACHES = ['quantitative', 'qualitative'] as const;
export type TargetApproach = (typeof TARGET_APPROACHES)[number];
/** Whether more is better, less is better, or the target is a span. */
export const TARGET_DIRECTIONS = ['bigger', 'smaller', 'range'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];
export const REPORT_RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'semester', 'yearly'] as const;
export type ReportRhythm = (typeof REPORT_RHYTHMS)[number];

/** What a signature under an SKP says. */
export const SKP_ACTS = ['submit', 'review', 'agree', 'verify', 'determine', 'settle', 'change', 'accept-change'] as const;
export type SkpAct = (typeof SKP_ACTS)[number];
export const SKP_CAPACITIES = ['owner', 'evaluator', 'performance-manager', 'evaluator-superior', 'unit-admin'] as const;
export type SkpCapacity = (typeof SKP_CAPACITIES)[number];
export const SKP_CHANGE_STATUSES = ['draft', 'submitted', 'returned', 'accepted', 'dropped'] as const;
export type SkpChangeStatus = (typeof SKP_CHANGE_STATUSES)[number];
/** What a supporting document is for: the year's start, a transfer, an additional task, a change (KS 23(2)–(3)). */
export const SKP_DOCUMENT_USES = ['start-of-year', 'transfer', 'additional-task', 'change', 'other'] as const;
export type SkpDocumentUse = (typeof SKP_DOCUMENT_USES)[number];
export const TRANSFER_LETTERS = ['spmt', 'spmj'] as const;
export type TransferLetterKind = (typeof TRANSFER_LETTERS)[number];

export const SKP_LIMITS = {
  title: 500, indicator: 500, target: 120, unit: 60, results: 30, indicators: 8, note: 2000, name: 200, number: 120, text: 1000, list: 40,
  fileBytes: 5 * 1024 * 1024, importBytes: 10 * 1024 * 1024, importRows: 20000,
} as const;

export interface SkpIndicatorInput {
  aspect: IndicatorAspect;
  indicator: string;
  target: string;
  unit: string;
  approach?: TargetApproach;
  direction?: TargetDirection;
  /** Upper end of a span. */
  targetTo?: string;
}
/** Who gave an additional task, and the letter that makes it official (KS 9(2), BN 8(2)). */
export interface SkpAssignmentInput {
  givenBy: string;
  decisionNumber: string;
  decisionDate: IsoDate | null;
  signatory: string;
  /** The attached letter, one of the SKP's documents. */
  documentId: Uuid | null;
  /** Codes of the characteristics that it has. */
  conditions: string[];
}
export interface SkpResultInput {
  /** Given by the client; stays the same over edits. */
  id: Uuid;
  task: ResultTask;
  kind: ResultKind;
  title: string;
  superiorResultId: Uuid | null;
  /** The superior has no result for it yet; to be linked later. */
  linkLater?: boolean;
  assignment?: SkpAssignmentInput | null;
  /** Objective of the unit's performance agreement that it carries (KS 8(1).a, BN 7(1)). */
  objectiveId?: Uuid | null;
  /** Points of the functional post that it carries out, and how many outputs of each (KS 8(1).c, BN 7(5)). */
  points?: SkpPointInput[];
  indicators: SkpIndicatorInput[];
}
export interface SkpPointInput {
  code: string;
  quantity: DecimalString;
}
export interface SkpSourceInput {
  code: string;
  number: string;
  date: IsoDate | null;
}
export interface SkpExpectationInput {
  /** A value or aspect of behaviour. */
  code: string;
  expectation: string;
}
export interface SkpResourceInput {
  kind: string;
  need: string;
}
export interface SkpAccountabilityInput {
  rhythm: ReportRhythm;
  progress: string;
  final: string;
}
/** What stands beside the results. */
export interface SkpPlanInput {
  sources: SkpSourceInput[];
  behaviour: SkpExpectationInput[];
  resources: SkpResourceInput[];
  accountability: SkpAccountabilityInput | null;
  consequences: { positive: string; negative: string };
}
export interface SaveSkpRequest {
  results: SkpResultInput[];
  /** Left out: stays as it is. */
  plan?: SkpPlanInput;
}
export interface TransferLetter {
  kind: TransferLetterKind;
  number: string;
  date: IsoDate;
}
export interface CreateSkpRequest {
  year: number;
  /** What to start from: an earlier SKP of one's own, or a template of the unit. */
  copySkpId?: Uuid;
  copyTemplateId?: Uuid;
  /** On transfer: the letter by which the new post was taken up (BN 9(2)). */
  letter?: TransferLetter;
}
/** A remark at one field: `results.<id>.title`, `results.<id>.indicators.0.target`, `plan.resources` … */
export interface SkpFieldNote {
  place: string;
  text: string;
}

export interface SkpIndicator extends Required<SkpIndicatorInput> {}
export interface SkpResult extends SkpResultInput {
  linkLater: boolean;
  assignment: SkpAssignmentInput | null;
  indicators: SkpIndicator[];
  superiorResultTitle: string | null;
  objectiveId: Uuid | null;
  objectiveTitle: string | null;
  points: SkpPointInput[];
  /** Results so far, when the SKP was closed. */
  attainment: string | null;
}
export type SkpPlan = SkpPlanInput;
/** The whole document, as signed and compared. */
export interface SkpContent {
  results: SkpResult[];
  plan: SkpPlan;
}

export interface PersonSnapshot {
  name: string;
  nip: string | null;
  rank: string | null;
  postName: string | null;
  unitName: string | null;
}

export interface SkpItem {
  id: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  year: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  status: SkpStatus;
  /** Determined after the deadline (TL 13(1): end of January), or still not determined past it. */
  late: boolean;
  version: number;
}

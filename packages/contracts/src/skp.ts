import type { Citation, IsoDate, IsoInstant, Uuid } from './basics.js';
import type { EvaluatorPerson } from './organisation.js';

export const SKP_STATUSES = ['draft', 'submitted', 'returned', 'determined', 'closed'] as const;
export type SkpStatus = (typeof SKP_STATUSES)[number];

export const RESULT_TASKS = ['main', 'additional'] as const;
export type ResultTask = (typeof RESULT_TASKS)[number];
export const RESULT_KINDS = ['outcome', 'intermediate-outcome', 'output', 'service'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];
export const INDICATOR_ASPECTS = ['quantity', 'quality', 'time', 'cost'] as const;
export type IndicatorAspect = (typeof INDICATOR_ASPECTS)[number];

export const SKP_LIMITS = { title: 500, indicator: 500, target: 120, unit: 60, results: 30, indicators: 8, note: 2000 } as const;

export interface SkpIndicatorInput {
  aspect: IndicatorAspect;
  indicator: string;
  target: string;
  unit: string;
}
export interface SkpResultInput {
  /** Given by the client; stays the same over edits. */
  id: Uuid;
  task: ResultTask;
  kind: ResultKind;
  title: string;
  superiorResultId: Uuid | null;
  indicators: SkpIndicatorInput[];
}
export interface SaveSkpRequest {
  results: SkpResultInput[];
}
export interface CreateSkpRequest {
  year: number;
}
export interface ReturnSkpRequest {
  reason: string;
}

export interface SkpResult extends SkpResultInput {
  superiorResultTitle: string | null;
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

export interface SkpDetail extends SkpItem {
  dueDate: IsoDate;
  dueCite: Citation;
  owner: PersonSnapshot;
  evaluator: EvaluatorPerson | null;
  results: SkpResult[];
  /** Results of the superior's determined SKP, to choose from. */
  superiorResults: { id: Uuid; title: string }[];
  returnReason: string | null;
  submittedAt: IsoInstant | null;
  determinedAt: IsoInstant | null;
  /** What stops the submission, each with its article. */
  findings: { code: string; params: Record<string, string | number>; cite?: Citation }[];
  actions: string[];
}

/** Somebody who has no determined SKP for the year. */
export interface MissingSkpItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  status: SkpStatus | 'none';
}

/** The SKPs of a unit’s year: what to begin from, who is missing, how far each unit is, import. */
import type { IsoDate, IsoInstant, Uuid } from './basics.js';
import type { ResultKind, SkpDocumentUse, SkpIndicatorInput, SkpStatus } from './skp.js';

/** Somebody who has no determined SKP for the year. */
export interface MissingSkpItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  postName: string | null;
  unitName: string | null;
  status: SkpStatus | 'none';
}
export interface SkpSuggestions {
  /** Duties of the post (KS 21(2)). */
  duties: string[];
  lastYear: { skpId: Uuid; year: number; results: number } | null;
  templates: SkpTemplateItem[];
  /** Results that determined SKPs of the same post hold, with their indicators; the most used first, nobody named. */
  examples: SkpExample[];
}
export interface SkpExample {
  title: string;
  kind: ResultKind;
  uses: number;
  indicators: SkpIndicatorInput[];
}
export interface SkpTemplateItem {
  id: Uuid;
  name: string;
  results: number;
}
export interface MakeTemplateRequest {
  name: string;
  skpId: Uuid;
}
export interface PostDutiesRequest {
  duties: string[];
}
export interface SkpUnitProgress {
  unitId: Uuid;
  unitName: string;
  people: number;
  none: number;
  draft: number;
  waiting: number;
  determined: number;
  late: number;
}
export interface SkpYearProgress {
  year: number;
  openedAt: IsoInstant | null;
  remindedAt: IsoInstant | null;
  units: SkpUnitProgress[];
}
export interface SkpYearRequest {
  year: number;
  skpdId: Uuid;
}
export interface SkpYearAnswer {
  created: number;
  reminded: number;
}
/** Whose copies of supporting documents have not reached the evaluator (KS 23(3)). */
export interface MissingDocumentItem {
  skpId: Uuid;
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string;
  use: SkpDocumentUse;
  dueDate: IsoDate;
  overdue: boolean;
}
export interface SkpImportProblem {
  row: number;
  column: string;
  reason: string;
  value: string;
}
export interface SkpImportAnswer {
  rows: number;
  skps: number;
  results: number;
  applied: boolean;
  problems: SkpImportProblem[];
}
/** KS 33: initial entry. */
export interface InitialEntryItem {
  employmentId: Uuid;
  personName: string;
  nip: string | null;
  unitName: string;
  dueDate: IsoDate;
  overdue: boolean;
}

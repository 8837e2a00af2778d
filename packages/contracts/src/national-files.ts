/** Files of the national application (SKP and results) at the opening of this system: their columns, and what was left out. */
import type { SkpImportAnswer } from './skp-year.js';

export const NATIONAL_FILES = ['results', 'skp'] as const;
export type NationalFile = (typeof NATIONAL_FILES)[number];

/** What is looked for in each; the application's own headings are known, others can be saved. */
export const NATIONAL_COLUMNS = {
  results: ['nip', 'sourceId', 'year', 'lastMonth', 'work', 'behaviour', 'predicate', 'evaluatorNip', 'determined', 'acting'],
  skp: ['nip', 'sourceId', 'from', 'status', 'determined', 'acting', 'task', 'superior', 'title', 'aspect', 'indicator', 'target', 'unit'],
} as const satisfies Record<NationalFile, readonly string[]>;
export type NationalColumn = (typeof NATIONAL_COLUMNS)[NationalFile][number];

export interface NationalHeadingsInput {
  /** Headings as the region's files write them, by what they hold. */
  columns: Partial<Record<NationalColumn, string[]>>;
}
export interface NationalHeadings extends NationalHeadingsInput {
  version: number;
}

/** Rows that are right and yet not taken. */
export interface LeftOut {
  /** People who are not on record here, where whoever uploads wants them passed over. */
  unknown: number;
  /** An SKP of an acting post: the work belongs to the definitive one. */
  acting: number;
  /** Not rated, or not determined, by then. */
  unfinished: number;
}
export interface NationalSkpAnswer extends SkpImportAnswer {
  /** On record already with the same results. */
  unchanged: number;
  left: LeftOut;
  /** The file's own headings, so that missing columns can be matched. */
  headings: string[];
}

import type { LeftOut } from './national-files.js';

/** Results of the months before this system, from the agency's Excel or a file of the national application. */
export const EVALUATION_IMPORT_LIMITS = { bytes: 10 * 1024 * 1024, rows: 20_000 } as const;

export interface EvaluationImportProblem {
  row: number;
  column: string;
  reason: string;
  value: string;
}

export interface EvaluationImportAnswer {
  rows: number;
  /** Taken in, or to be taken in. */
  fresh: number;
  /** On record already, just so. */
  unchanged: number;
  left: LeftOut;
  /** The file's own headings, so that missing columns can be matched. */
  headings: string[];
  applied: boolean;
  problems: EvaluationImportProblem[];
}

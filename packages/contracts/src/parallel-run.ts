import type { IsoMonth, Rupiah, Uuid } from './basics.js';

export const PARALLEL_LIMITS = { fileBytes: 5 * 1024 * 1024, rows: 5000 } as const;

/** Lines that both lists tell of. */
export const PARALLEL_LINES = ['gross', 'payable', 'tax', 'insurance', 'other', 'net'] as const;
export type ParallelLine = (typeof PARALLEL_LINES)[number];

export interface ParallelDifference {
  line: ParallelLine;
  /** As the old system paid it. */
  before: Rupiah;
  /** As this system computes it. */
  here: Rupiah;
  /** `here` less `before`. */
  difference: Rupiah;
}
export interface ParallelPerson {
  nip: string | null;
  name: string;
  employmentId: Uuid | null;
  /** `only-before`: paid by the old system and not in this run; `only-here`: the other way about. */
  standing: 'same' | 'differs' | 'only-before' | 'only-here';
  differences: ParallelDifference[];
}
/** The paid list of the old system against this one's computation of the same month, person by person and line by line. */
export interface ParallelRun {
  month: IsoMonth;
  skpdName: string;
  /** Lines that the file has. */
  lines: ParallelLine[];
  counts: { same: number; differs: number; onlyBefore: number; onlyHere: number };
  totals: ParallelDifference[];
  /** Those with differences first, the largest in front. */
  people: ParallelPerson[];
  /** Cells that could not be read: the row is left out of the comparison. */
  problems: { row: number; column: string; problem: string; value: string }[];
}

import type { Rupiah } from '@ekinerja/contracts/basics';

/** One line of a slip: short codes and inputs only, so that a slip stays under 2 kB; sentences are in `slip-words.ts`. */
export interface SlipLine {
  section: 'gross' | 'cut' | 'deduction' | 'adjustment' | 'info';
  code: string;
  inputs: Record<string, string | number>;
  /** What the line adds to the net, whole rupiah; null on info lines. */
  amount: Rupiah | null;
  result?: string;
  /** `source#ref`, see `citation.ts`. */
  cite: string;
}

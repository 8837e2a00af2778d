import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { Cut } from './ledger.js';
import { byLargestRemainder, roundingLine } from './rounding.js';
import type { SlipLine } from './slip-line.js';

/**
 * Cut lines that sum exactly to what is not paid. Each exact cut goes to whole rupiah by largest remainder; what the
 * policy's rounding unit moves beyond that stands as a rounding line.
 * @param total rupiah not paid, gross less paid
 */
export function cutLines(cuts: readonly Cut[], total: bigint, law: LawSet): SlipLine[] {
  const exact = cuts.map((c) => c.exact);
  const floors = exact.reduce((sum, e) => sum + e.floor(), 0n);
  const reachable = total >= floors && total <= floors + BigInt(exact.length);
  const split = reachable ? total : Fraction.sum(exact).round('half-up');
  const amounts = byLargestRemainder(exact, split, 1n);
  const lines = cuts.map((cut, i): SlipLine => ({
    section: 'cut',
    code: cut.code,
    inputs: cut.inputs,
    amount: toRupiah(-(amounts[i] ?? 0n)),
    cite: cut.cite,
  }));
  if (total !== split) lines.push(roundingLine('cut', split - total, law));
  return lines;
}

import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import { byLargestRemainder, roundingLine } from './gross.js';
import type { MeasuredPart } from './parts.js';
import type { SlipLine } from './slip-line.js';

const HUNDRED = Fraction.of(100);

/**
 * Cut lines that sum exactly to what is not paid. Each exact cut goes to whole rupiah by largest remainder; what the
 * policy's rounding unit moves beyond that stands as a rounding line.
 * @param total rupiah not paid, gross less paid
 */
export function cutLines(parts: readonly MeasuredPart[], total: bigint, law: LawSet): SlipLine[] {
  const cuts = parts.flatMap((part) =>
    part.cuts.map((cut) => ({ cut, exact: part.full.mul(cut.percent).div(HUNDRED) })),
  );
  const exact = cuts.map((c) => c.exact);
  const floors = exact.reduce((sum, e) => sum + e.floor(), 0n);
  const reachable = total >= floors && total <= floors + BigInt(exact.length);
  const split = reachable ? total : Fraction.sum(exact).round('half-up');
  const amounts = byLargestRemainder(exact, split, 1n);
  const lines = cuts.map(({ cut }, i): SlipLine => ({
    section: 'cut',
    code: cut.code,
    inputs: cut.inputs,
    amount: toRupiah(-(amounts[i] ?? 0n)),
    cite: cut.cite,
  }));
  if (total !== split) lines.push(roundingLine('cut', split - total, law));
  return lines;
}

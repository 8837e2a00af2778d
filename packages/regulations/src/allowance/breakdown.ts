/** What each criterion pays under each part, whole rupiah: the columns of a pay sheet. Not stored on the slip. */
import type { Rupiah } from '@ekinerja/contracts/basics';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { Cell } from './ledger.js';
import { byLargestRemainder, roundCells, type Rounded } from './rounding.js';

export interface BreakdownCell {
  /** Code of the criterion. */
  criterion: string;
  /** Null: the criterion is not touched by any part. */
  part: string | null;
  full: Rupiah;
  paid: Rupiah;
}

/** Cells of all portions together; each criterion's cells sum to its rounded amount. */
export function breakdownOf(portions: readonly (readonly Cell[])[], law: LawSet): BreakdownCell[] {
  const found = new Map<string, BreakdownCell>();
  for (const cells of portions) {
    const full = split(cells, 'full', roundCells(cells, 'full', law), law);
    const paid = split(cells, 'paid', roundCells(cells, 'paid', law), law);
    cells.forEach((cell, i) => {
      const key = `${cell.criterion.code} ${cell.part ?? ''}`;
      const known = found.get(key) ?? { criterion: cell.criterion.code, part: cell.part, full: 0, paid: 0 };
      found.set(key, {
        ...known,
        full: known.full + toRupiah(full[i] ?? 0n),
        paid: known.paid + toRupiah(paid[i] ?? 0n),
      });
    });
  }
  return [...found.values()];
}

/** A criterion's rounded amount over its cells: each rounded as the stage `part` says, else by largest remainder. */
function split(cells: readonly Cell[], side: 'full' | 'paid', rounded: Rounded, law: LawSet): bigint[] {
  const { stage, unit, mode, remainder } = law.allowance.rules.rounding;
  if (stage === 'part' && remainder === undefined) return cells.map((c) => c[side].round(mode, unit));
  const amounts = cells.map(() => 0n);
  for (const [index, total] of rounded.amounts) {
    const own = cells.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.criterion.index === index);
    const exact = own.map(({ cell }) => cell[side]);
    const sum = Fraction.sum(exact);
    const scaled = sum.isZero() ? exact : exact.map((e) => e.mul(Fraction.ratio(total, 1n)).div(sum));
    byLargestRemainder(scaled, total, 1n).forEach((amount, i) => {
      const at = own[i]?.at;
      if (at !== undefined) amounts[at] = amount;
    });
  }
  return amounts;
}

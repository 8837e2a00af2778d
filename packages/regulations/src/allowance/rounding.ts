/** Rounding (dimension 20): at one stage that the policy names, the difference to a bearer that it names. */
import { compactCite } from '../citation.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { Cell } from './ledger.js';
import type { SlipLine } from './slip-line.js';

export interface Rounded {
  /** By criterion, in the order of the cells. */
  amounts: Map<number, bigint>;
  /** Stands as a line of its own. */
  rounding: bigint;
  total: bigint;
}

/** Rounds one side of the cells by part or by criterion, as the policy says. */
export function roundCells(cells: readonly Cell[], side: 'full' | 'paid', law: LawSet): Rounded {
  const groups = new Map<number, Fraction[]>();
  for (const cell of cells) {
    const own = groups.get(cell.criterion.index) ?? [];
    groups.set(cell.criterion.index, [...own, cell[side]]);
  }
  const byPart = law.allowance.rules.rounding.stage === 'part';
  const exact = [...groups].flatMap(([index, own]) =>
    byPart ? own.map((amount) => ({ index, amount })) : [{ index, amount: Fraction.sum(own) }],
  );
  const { amounts, rounding, total } = roundParts(
    exact.map((e) => e.amount),
    law,
  );
  const summed = new Map<number, bigint>();
  exact.forEach(({ index }, i) => summed.set(index, (summed.get(index) ?? 0n) + (amounts[i] ?? 0n)));
  return { amounts: summed, rounding, total };
}

/**
 * Rounds parts so that they make the whole.
 * Stage `part` and `criterion`: each is rounded; with no bearer their sum is the whole. Otherwise the whole is rounded
 * and the difference goes to the bearer: the first or last part, a line of its own, or the largest remainder. Stage
 * `net` rounds here to whole rupiah only; the policy's unit waits for what is received.
 */
export function roundParts(
  exact: readonly Fraction[],
  law: LawSet,
): { amounts: bigint[]; rounding: bigint; total: bigint } {
  const { stage, remainder, ...ordinary } = law.allowance.rules.rounding;
  const { unit, mode } = stage === 'net' ? { unit: 1, mode: 'half-up' as const } : ordinary;
  const amounts = exact.map((part) => part.round(mode, unit));
  const sum = amounts.reduce((a, b) => a + b, 0n);
  if ((stage === 'criterion' || stage === 'part') && remainder === undefined)
    return { amounts, rounding: 0n, total: sum };
  const total = Fraction.sum(exact).round(mode, unit);
  if (remainder === undefined)
    return { amounts: byLargestRemainder(exact, total, BigInt(unit)), rounding: 0n, total };
  if (remainder === 'line') return { amounts, rounding: total - sum, total };
  const bearer = remainder === 'first' ? 0 : amounts.length - 1;
  return { amounts: amounts.map((a, i) => (i === bearer ? a + total - sum : a)), rounding: 0n, total };
}

/** Splits `total`, a multiple of `unit`, over the parts: each rounded down, what is left to the largest remainders in order. */
export function byLargestRemainder(exact: readonly Fraction[], total: bigint, unit: bigint): bigint[] {
  const scale = Fraction.ratio(unit, 1n);
  const floors = exact.map((part) => part.div(scale).floor());
  let left = total / unit - floors.reduce((a, b) => a + b, 0n);
  const order = exact
    .map((part, i) => ({ i, rest: part.div(scale).sub(Fraction.ratio(floors[i] ?? 0n, 1n)) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.i - b.i);
  const amounts = [...floors];
  for (const { i } of order) {
    if (left <= 0n) break;
    amounts[i] = (amounts[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return amounts.map((a) => a * unit);
}

export function roundingLine(section: SlipLine['section'], amount: bigint, law: LawSet): SlipLine {
  return {
    section,
    code: 'rounding',
    inputs: {},
    amount: toRupiah(amount),
    cite: compactCite(law.allowance.cite('rounding')),
  };
}

/** What is left of each criterion and part after every step: exact, so that any step may ask for its base. */
import type { Basis } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { CriterionAmount } from './criteria.js';

/** One criterion under one part; a flat criterion has a single cell without a part. */
export interface Cell {
  criterion: CriterionAmount;
  part: string | null;
  full: Fraction;
  paid: Fraction;
}

/** A reason why less is paid, exact rupiah; negative gives back. */
export interface Cut {
  code: string;
  inputs: Record<string, string | number>;
  exact: Fraction;
  cite: string;
}

export class Ledger {
  readonly cuts: Cut[] = [];

  constructor(readonly cells: Cell[]) {}

  get full(): Fraction {
    return Fraction.sum(this.cells.map((c) => c.full));
  }

  get paid(): Fraction {
    return Fraction.sum(this.cells.map((c) => c.paid));
  }

  /** The amount that a percentage is taken of. */
  amountOf(basis: Basis): Fraction {
    const side = basis.of === 'realised' ? 'paid' : 'full';
    return Fraction.sum(this.select(basis).map((c) => c[side]));
  }

  private select(basis: Basis): Cell[] {
    return this.cells.filter(
      (c) =>
        (!basis.parts || (c.part !== null && basis.parts.includes(c.part))) &&
        (!basis.criteria || basis.criteria.includes(c.criterion.code)),
    );
  }

  /** Takes a cut off its base, each cell by its share in it. */
  take(cut: Cut, basis: Basis = {}): void {
    this.cuts.push(cut);
    const cells = this.select(basis);
    const side = basis.of === 'realised' ? 'paid' : 'full';
    const total = Fraction.sum(cells.map((c) => c[side]));
    if (total.isZero()) return;
    const rate = cut.exact.div(total);
    for (const cell of cells) cell.paid = cell.paid.sub(cell[side].mul(rate));
  }

  /** Gives back what was cut, each cell by what it lost: nothing is paid beyond its full amount. `exact` is negative. */
  giveBack(cut: Cut): void {
    this.cuts.push(cut);
    const lost = this.cells.map((c) => c.full.sub(c.paid).max(Fraction.zero));
    const total = Fraction.sum(lost);
    if (total.isZero()) return;
    const rate = cut.exact.negate().div(total);
    this.cells.forEach((cell, i) => (cell.paid = cell.paid.add((lost[i] ?? Fraction.zero).mul(rate))));
  }

  /** Nobody pays back for a month: below zero the rest of the cuts falls away. */
  floor(cite: string): void {
    const paid = this.paid;
    if (paid.compare(Fraction.zero) >= 0) return;
    this.cuts.push({ code: 'floor', inputs: {}, exact: paid, cite });
    for (const cell of this.cells) cell.paid = Fraction.zero;
  }
}

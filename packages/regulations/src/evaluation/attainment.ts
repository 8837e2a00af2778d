/** Attainment of an indicator (PermenPANRB 8/2021, annex chapter VI): normal, smaller is better, target as a range. */
import type { DecimalString } from '@ekinerja/contracts/basics';
import { Fraction } from '../fraction.js';

export interface IndicatorFact {
  /** A number, or a range. */
  target: DecimalString | { from: DecimalString; to: DecimalString };
  realised: DecimalString;
  smallerIsBetter?: boolean;
  /** The target is the most that can be reached. */
  atMaximum?: boolean;
}

const HUNDRED = Fraction.of(100);

/** Attainment in percent, exact, never below 0. */
export function attainment(fact: IndicatorFact): Fraction {
  const realised = Fraction.of(fact.realised);
  const target = boundOf(fact.target, realised);
  if (target === null) return HUNDRED;
  if (target.isZero()) return realised.isZero() ? HUNDRED : Fraction.zero;
  const ratio = realised.div(target);
  const reached = fact.smallerIsBetter ? Fraction.of(2).sub(ratio) : ratio;
  return reached.mul(HUNDRED).max(Fraction.zero);
}

/** The nearest bound of a range; null inside it. */
function boundOf(target: IndicatorFact['target'], realised: Fraction): Fraction | null {
  if (typeof target === 'string') return Fraction.of(target);
  if (realised.compare(Fraction.of(target.to)) > 0) return Fraction.of(target.to);
  return realised.compare(Fraction.of(target.from)) < 0 ? Fraction.of(target.from) : null;
}

/** Bands are stated in whole percents: 99.5 % belongs to none until it is rounded. */
export function wholePercent(value: Fraction, how: 'half-up' | 'down' | 'exact'): Fraction {
  return how === 'exact' ? value : Fraction.ratio(value.round(how), 1n);
}

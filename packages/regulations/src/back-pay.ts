/**
 * Corrections of a closed month (X-TPP-3): what it earned by what is known now, less what it earned by its slips, and how
 * much of an overpayment one later slip takes back. Tax, insurance and zakat are the paying run's: it deducts them from
 * what it pays, corrections included, so that nothing is taxed twice.
 */
import type { IsoMonth, Rupiah } from '@ekinerja/contracts/basics';
import type { AllowanceDecision } from './allowance.js';

/**
 * What a month is worth by itself: gross less cuts, before any hold, release, advance, earlier correction, tax, insurance or zakat.
 * @param lapsed what was held is paid no more: then it counts as not earned, as long as it is held
 */
export function earned(
  { sections, lines }: Pick<AllowanceDecision, 'sections' | 'lines'>,
  lapsed = false,
): Rupiah {
  return sections.gross - sections.cuts + (lapsed ? 0 : heldBack(lines));
}

/** What a slip holds back, to be paid by a later one. */
export function heldBack(lines: AllowanceDecision['lines']): Rupiah {
  return lines.reduce(
    (sum, { section, code, amount }) => (section === 'cut' && code === 'hold' ? sum - (amount ?? 0) : sum),
    0,
  );
}

export interface CorrectionQuestion {
  /** What the month earns by what is known now; 0 for somebody whom no list of the month pays any more. */
  now: Rupiah;
  /** What it earned by its closed slips. */
  then: Rupiah;
  /** Corrections of it so far, settled or not. */
  corrected: Rupiah;
}

/** What is still to be paid (positive) or recovered (negative); doing it twice gives nothing more. */
export function correctionOf({ now, then, corrected }: CorrectionQuestion): Rupiah {
  return now - then - corrected;
}

/**
 * How much of an overpayment a slip takes back: all of it, or what fits until nothing is paid out. The rest stays open.
 * @param due the overpayment, positive
 * @param netAfter what the slip pays out when it takes back so much; it falls as more is taken
 */
export function recoverable(due: Rupiah, netAfter: (taken: Rupiah) => Rupiah): Rupiah {
  if (netAfter(due) >= 0) return due;
  let fits = 0;
  let over = due;
  while (over - fits > 1) {
    const half = fits + Math.floor((over - fits) / 2);
    if (netAfter(half) >= 0) fits = half;
    else over = half;
  }
  return fits;
}

/**
 * Whether a correction of pay waits for a run of arrears: another year's budget bore what it corrects, and a regular run
 * spends only its own year's.
 * @param paidIn payment month of the corrected slip
 * @param paysIn payment month of the run that would settle it
 */
export function waitsForBackPay(paidIn: IsoMonth, paysIn: IsoMonth): boolean {
  return paidIn.slice(0, 4) !== paysIn.slice(0, 4);
}

/** Arrears (rapel): what past months come to by their own law, less what was paid. */
import type { IsoMonth, Rupiah } from '@ekinerja/contracts/basics';
import { calculateAllowance } from './allowance.js';
import type { LawSet } from './law.js';
import type { AllowanceFacts } from './allowance/facts.js';

export interface BackPayMonth {
  facts: AllowanceFacts;
  /** The law of that month, as it now holds. */
  law: LawSet;
  /** Gross less cuts of the slip that was paid. */
  paid: Rupiah;
  cause: string;
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

/** Adjustments for a later run, in month order; months that come out alike give none. */
export function backPay(
  months: readonly BackPayMonth[],
): { id: string; month: IsoMonth; amount: Rupiah; cause: string }[] {
  return months
    .map(({ facts, law, paid, cause }) => {
      const { sections } = calculateAllowance(facts, law);
      return {
        id: `rapel-${facts.month}`,
        month: facts.month,
        amount: sections.gross - sections.cuts - paid,
        cause,
      };
    })
    .filter((a) => a.amount !== 0)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Pay that was held: whether it may still be paid (dimension 10). */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { compactCite } from '../citation.js';
import type { LawSet } from '../law.js';
import { monthsBetween } from './leave.js';

/**
 * Held for duties that all lapse, and not met within their months: it is paid no more.
 * @param cause the reason of the slip's `hold` line @param month month that it was held for @param now month that would pay it
 * @returns the rule by which it lapsed; null while it may be paid
 */
export function lapse({ cause, month }: { cause: string; month: IsoMonth }, now: IsoMonth, law: LawSet): string | null {
  const rules = Object.entries(law.allowance.rules.compliance ?? {}).filter(([, rule]) => rule?.hold === true);
  const duties = cause.split(', ').map((name) => rules.find(([, rule]) => rule?.name === name));
  const past = monthsBetween(month, now);
  const all = duties.every((duty) => duty?.[1]?.lapse !== undefined && past >= duty[1].lapse);
  const [code] = duties[0] ?? [];
  return all && code !== undefined ? compactCite(law.allowance.cite(`compliance.${code}.lapse`)) : null;
}

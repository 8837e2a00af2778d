import type { Citation, IsoDate } from '@ekinerja/contracts/basics';
import { lastDay, monthOf } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { skpDeadline } from '@ekinerja/regulations/skp-flow';

/**
 * Until when an SKP that begins on that day is determined in time. One that begins after the year's own date (transfer,
 * new employee) has no date in the law; by analogy it gets the end of its first month, marked as a reading.
 */
export function skpDueDate(periodFrom: IsoDate, law: LawSet): { date: IsoDate; cite: Citation } {
  const date = skpDeadline(Number(periodFrom.slice(0, 4)), law);
  const cite = law.performance.cite('skp.determinedBy');
  return periodFrom <= date ? { date, cite } : { date: lastDay(monthOf(periodFrom)), cite: { ...cite, reading: true } };
}

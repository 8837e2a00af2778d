/** How often work is documented (TL 14(2)–(4)): the periods, and whether they suit the evaluation. */
import type { Citation, IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { addDays, addMonths, datesOf, firstDay, lastDay, monthOf, weekday } from './dates.js';
import type { LawSet } from './law.js';

/** TL 14(3), shortest first. */
export const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'semesterly', 'yearly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export interface DocumentationPeriod {
  from: IsoDate;
  to: IsoDate;
}

/** What the agency has set; a regulation that is silent means every day. */
export function documentationRhythm(law: LawSet): { rhythm: Rhythm; cite: Citation } {
  const { rhythm } = law.performance.rules.activities;
  return { rhythm: rhythm ?? 'daily', cite: law.performance.cite(rhythm ? 'activities.rhythm' : 'activities') };
}

/** TL 14(4): a period longer than the evaluation's would leave an evaluation without documentation. */
export function rhythmFits(rhythm: Rhythm, evaluationPeriod: Rhythm): boolean {
  return RHYTHMS.indexOf(rhythm) <= RHYTHMS.indexOf(evaluationPeriod);
}

const MONTHS: Partial<Record<Rhythm, number>> = { monthly: 1, quarterly: 3, semesterly: 6, yearly: 12 };

/** The period that holds a day; weeks run from Monday to Sunday. */
export function documentationPeriod(date: IsoDate, rhythm: Rhythm): DocumentationPeriod {
  if (rhythm === 'daily') return { from: date, to: date };
  if (rhythm === 'weekly') {
    const from = addDays(date, 1 - weekday(date));
    return { from, to: addDays(from, 6) };
  }
  const length = MONTHS[rhythm] ?? 1;
  const month = Number(date.slice(5, 7)) - 1;
  const first = addMonths(monthOf(date), -(month % length));
  return { from: firstDay(first), to: lastDay(addMonths(first, length - 1)) };
}

/** Periods that end in the month, in order: each is judged once, in the month of its end. */
export function periodsEndingIn(month: IsoMonth, rhythm: Rhythm): DocumentationPeriod[] {
  const seen = new Map(datesOf(month).map((date) => documentationPeriod(date, rhythm)).map((period) => [period.to, period]));
  return [...seen.values()].filter(({ to }) => monthOf(to) === month);
}

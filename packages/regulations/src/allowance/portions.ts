/** Parts of a month under different posts (dimension 12): paid by the rule day, or each by its days. */
import { firstDay, lastDay } from '../dates.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { calendarDays, clipped, dutyDates, withinShortMonth } from './days.js';
import type { AllowanceFacts, SegmentFact } from './facts.js';
import { ruleDay } from './inclusion.js';
import { isFor } from './who.js';

export interface Portion {
  /** Facts of these days alone; judged days already shortened where the month is. */
  facts: AllowanceFacts;
  /** Facts of the whole month: for measures that the portion has no numbers of its own for. */
  month: AllowanceFacts;
  /** Share of the month's amount. */
  weight: Fraction;
  /** Only these criteria; left out: all. */
  criteria?: readonly string[] | undefined;
  /** Days of the portion, when there are several or it is not the whole month. */
  span: { from: string; to: string; days: number; of: number } | null;
}

export function portionsOf(facts: AllowanceFacts, law: LawSet): Portion[] {
  const { prorate, wholeMonth } = law.allowance.rules.transfer;
  const month = withinShortMonth(facts, law);
  const segments = [...(facts.segments ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!prorate || facts.run) {
    const day = ruleDay(facts.month, law);
    const holding = segments.find((s) => s.from <= day && day <= s.to);
    const paid = holding ? { ...facts, ...ofSegment(holding) } : facts;
    return [{ facts: withinShortMonth(paid, law), month, weight: Fraction.one, span: null }];
  }
  const first = firstDay(facts.month);
  const last = lastDay(facts.month);
  const all: AllowanceFacts[] = segments.length
    ? segments.flatMap((s) => {
        const span = clipped(
          s.from > facts.from ? s.from : facts.from,
          s.to < facts.to ? s.to : facts.to,
          facts.month,
        );
        return span ? [{ ...facts, ...ofSegment(s), ...span }] : [];
      })
    : [facts];
  return all.map((own) => {
    const days = prorate === 'calendar-days' ? calendarDays(own.from, own.to) : dutyDates(own, law).length;
    const of =
      prorate === 'calendar-days'
        ? calendarDays(first, last)
        : dutyDates({ ...own, from: first, to: last }, law).length;
    return {
      facts: withinShortMonth(own, law),
      month,
      weight:
        all.length === 1 && wholeMonth && isFor(wholeMonth, own)
          ? Fraction.one
          : of === 0 ? Fraction.zero : Fraction.ratio(BigInt(days), BigInt(of)),
      span: all.length > 1 || days !== of ? { from: own.from, to: own.to, days, of } : null,
    };
  });
}

function ofSegment({ from: _from, to: _to, ...own }: SegmentFact): Partial<AllowanceFacts> {
  return own;
}

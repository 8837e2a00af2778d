/** Days of a slip: duty days of the unit, judged days, shortened months. */
import type { IsoDate, IsoMonth, PresenceStatus } from '@ekinerja/contracts/basics';
import { judgePresence, type DayJudgement } from '../attendance.js';
import { daysBetween, firstDay, lastDay } from '../dates.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';

/** Judged duty days of the slip; without any row every duty day is absent. */
export function judgedDays(facts: AllowanceFacts, law: LawSet): DayJudgement[] {
  const within = (date: IsoDate) => facts.from <= date && date <= facts.to;
  const days =
    facts.presence ??
    judgePresence(
      { month: facts.month, unitKind: facts.unitKind, rows: [], from: facts.from, to: facts.to },
      law,
    );
  return days.filter((d) => d.duty && within(d.date));
}

/** Duty days of the unit within the slip, from the calendar. */
export function dutyDates(
  facts: Pick<AllowanceFacts, 'month' | 'unitKind' | 'from' | 'to'>,
  law: LawSet,
): IsoDate[] {
  return law.working.dutyDays(facts.month, facts.unitKind).filter((d) => facts.from <= d && d <= facts.to);
}

/** Days whose row says one of these. */
export function daysWith(
  statuses: readonly PresenceStatus[] | undefined,
  facts: AllowanceFacts,
  law: LawSet,
): IsoDate[] {
  if (!statuses?.length || facts.presence === null) return [];
  return judgedDays(facts, law)
    .filter((d) => d.status !== 'missing' && statuses.includes(d.status))
    .map((d) => d.date);
}

/** The rule of a month that is paid inside the year, judged only to a day. */
export function shortMonth(facts: Pick<AllowanceFacts, 'month'>, law: LawSet) {
  const index =
    law.allowance.rules.shortMonths?.findIndex((m) => m.month === Number(facts.month.slice(5, 7))) ?? -1;
  const rule = index < 0 ? undefined : law.allowance.rules.shortMonths?.[index];
  return rule ? { ...rule, path: `shortMonths.${index}` } : null;
}

/** Last day that counts towards the month's pay: an earlier one where the month is paid inside its year. */
export function judgedUntil(month: IsoMonth, law: LawSet): IsoDate {
  const last = lastDay(month);
  const rule = shortMonth({ month }, law);
  const until = rule ? `${month}-${String(rule.untilDay).padStart(2, '0')}` : last;
  return until < last ? until : last;
}

/** The facts within the days that the month is judged by. */
export function withinShortMonth(facts: AllowanceFacts, law: LawSet): AllowanceFacts {
  const until = judgedUntil(facts.month, law);
  return until < facts.to ? { ...facts, to: until } : facts;
}

/** Calendar days of both ends that lie in the month. */
export function clipped(from: IsoDate, to: IsoDate, month: string): { from: IsoDate; to: IsoDate } | null {
  const start = from > firstDay(month) ? from : firstDay(month);
  const end = to < lastDay(month) ? to : lastDay(month);
  return start <= end ? { from: start, to: end } : null;
}

export function calendarDays(from: IsoDate, to: IsoDate): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

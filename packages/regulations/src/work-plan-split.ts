/** Dividing a target over periods, exactly: the parts always add up to the whole (BK 3(3)). */
import type { DecimalString, IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import type { SplitMethod } from '@ekinerja/contracts/plans';
import type { WorkingCalendar } from './calendar.js';
import { addDays, addMonths, datesOf, firstDay, lastDay, monthOf, weekday } from './dates.js';
import { Fraction } from './fraction.js';

export interface Period {
  period: string;
  from: IsoDate;
  to: IsoDate;
  workingDays: number;
}

/** `12`, `12,5`, `1.200` as written in an SKP, exactly; null when it is no number or a percentage. */
export function quantityOf(text: string): DecimalString | null {
  const written = text.trim();
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(written)) return plain(written.replaceAll('.', '').replace(',', '.'));
  return /^\d+([.,]\d+)?$/.test(written) ? plain(written.replace(',', '.')) : null;
}

function plain(text: string): DecimalString {
  return Fraction.of(text).toDecimal(2);
}

/** The months between two days, each cut to them. */
export function monthsOf(from: IsoDate, to: IsoDate, working: WorkingCalendar): Period[] {
  const periods: Period[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    periods.push(cut(month, firstDay(month), lastDay(month), from, to, working));
  }
  return periods;
}

/** Weeks of a month from Monday to Sunday, cut to the month and to the plan's days: `2026-03-W1` … */
export function weeksOf(month: IsoMonth, from: IsoDate, to: IsoDate, working: WorkingCalendar): Period[] {
  const weeks: Period[] = [];
  let start = firstDay(month);
  for (let number = 1; start <= lastDay(month); number += 1) {
    const sunday = addDays(start, 7 - weekday(start));
    const end = sunday > lastDay(month) ? lastDay(month) : sunday;
    if (end >= from && start <= to) weeks.push(cut(`${month}-W${number}`, start, end, from, to, working));
    start = addDays(end, 1);
  }
  return weeks;
}

/** Working days of a span, one period each. */
export function daysOf(from: IsoDate, to: IsoDate, working: WorkingCalendar): Period[] {
  return datesBetween(from, to)
    .filter((date) => working.isWorkingDay(date))
    .map((date) => ({ period: date, from: date, to: date, workingDays: 1 }));
}

/**
 * Divides a target: the same to each period, or by its working days. A whole target gives whole parts, others
 * hundredths; what does not divide is spread over the year, the later period first, and never lost.
 */
export function split(total: DecimalString, periods: readonly Period[], method: SplitMethod): { period: string; quantity: DecimalString }[] {
  const weights = periods.map(({ workingDays }) => (method === 'even' ? 1 : workingDays));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  // A span of holidays alone: the same to each.
  if (all === 0) return method === 'even' ? [] : split(total, periods, 'even');
  const whole = Fraction.of(total);
  const step = whole.d === 1n ? Fraction.one : Fraction.of('0.01');
  let passed = 0;
  let given = Fraction.zero;
  return periods.map(({ period }, at) => {
    passed += weights[at] as number;
    const upTo = Fraction.ratio(whole.mul(Fraction.of(passed)).div(step).div(Fraction.of(all)).floor(), 1n).mul(step);
    const until = passed === all ? whole : upTo;
    const quantity = until.sub(given).toDecimal(2);
    given = until;
    return { period, quantity };
  });
}

/** Sum of quantities, exactly. */
export function sumOf(quantities: readonly DecimalString[]): DecimalString {
  return Fraction.sum(quantities.map((quantity) => Fraction.of(quantity))).toDecimal(2);
}

/** `a` less `b`, exactly; `0` when they are the same. */
export function less(a: DecimalString, b: DecimalString): DecimalString {
  return Fraction.of(a).sub(Fraction.of(b)).toDecimal(2);
}

function cut(period: string, start: IsoDate, end: IsoDate, from: IsoDate, to: IsoDate, working: WorkingCalendar): Period {
  const first = start < from ? from : start;
  const last = end > to ? to : end;
  return { period, from: first, to: last, workingDays: datesBetween(first, last).filter((date) => working.isWorkingDay(date)).length };
}

function datesBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    dates.push(...datesOf(month).filter((date) => date >= from && date <= to));
  }
  return dates;
}

/**
 * The working calendar and time limits. Deadlines count regency working days (Monday to Friday less holidays); the
 * week pattern of a unit decides only presence and minimum entries (design.md, "Working days").
 */
import type { IsoDate, IsoMonth, UnitKind } from '@ekinerja/contracts/basics';
import {
  addDays,
  addMonths,
  datesOf,
  endOfDay,
  firstDay,
  lastDay,
  localDate,
  minutesOf,
  monthOf,
  weekday,
} from './dates.js';
import type { CalendarRules, Window } from './document.js';
import { DAY_NAMES } from './document/calendar-schema.js';
import type { LawSet, Resolved } from './law.js';

export type { Window } from './document.js';

export interface DayHours {
  start: string;
  end: string;
  /** Duty minutes without the break. */
  minutes: number;
  breakMinutes: number;
}

export interface WorkingCalendar {
  /** Monday to Friday less national holidays, collective leave and local holidays. */
  isWorkingDay(date: IsoDate): boolean;
  holiday(date: IsoDate): { name: string; kind: string } | null;
  workingDays(month: IsoMonth): IsoDate[];
  /** The n-th working day after the day; with n = 0 the day itself. */
  addWorkingDays(date: IsoDate, n: number): IsoDate;
  /** Duty hours of that unit kind on that day; null when it has no duty. */
  hours(date: IsoDate, unitKind: UnitKind): DayHours | null;
  dutyDays(month: IsoMonth, unitKind: UnitKind): readonly IsoDate[];
  /** Whether Ramadan hours hold that day. */
  isRamadan(date: IsoDate): boolean;
  /** Whether the calendar document knows the holidays of that year. */
  hasData(year: number): boolean;
}

/** Holidays of a year are decreed in its predecessor's autumn; from this day on somebody should be entering them. */
const NEXT_YEAR_FROM = '-07-01';

/**
 * Years whose holidays the calendar should know by that day and does not: this year's, and from July the next one's.
 * Time limits that run into such a year would take every weekday for a working day.
 */
export function missingYears(working: Pick<WorkingCalendar, 'hasData'>, today: IsoDate): number[] {
  const year = Number(today.slice(0, 4));
  const due = today.slice(4) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
  return due.filter((each) => !working.hasData(each));
}

const kept = new WeakMap<object, WorkingCalendar>();

/** The working calendar of a resolved calendar document; kept with it. */
export function workingCalendar(calendar: Resolved<CalendarRules>): WorkingCalendar {
  let found = kept.get(calendar);
  if (!found) kept.set(calendar, (found = new RegencyCalendar(calendar.rules)));
  return found;
}

class RegencyCalendar implements WorkingCalendar {
  private readonly working = new Map<IsoDate, boolean>();
  private readonly duty = new Map<string, readonly IsoDate[]>();
  private readonly hoursOf = new Map<UnitKind, Map<IsoDate, DayHours | null>>();

  constructor(private readonly rules: CalendarRules) {}

  isWorkingDay(date: IsoDate): boolean {
    let answer = this.working.get(date);
    if (answer === undefined)
      this.working.set(date, (answer = weekday(date) <= 5 && this.holiday(date) === null));
    return answer;
  }

  holiday(date: IsoDate): { name: string; kind: string } | null {
    return this.rules.years[date.slice(0, 4)]?.holidays[date] ?? null;
  }

  workingDays(month: IsoMonth): IsoDate[] {
    return datesOf(month).filter((d) => this.isWorkingDay(d));
  }

  addWorkingDays(date: IsoDate, n: number): IsoDate {
    let day = date;
    for (let left = n; left > 0;) {
      day = addDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  hours(date: IsoDate, unitKind: UnitKind): DayHours | null {
    let days = this.hoursOf.get(unitKind);
    if (!days) this.hoursOf.set(unitKind, (days = new Map()));
    let answer = days.get(date);
    if (answer === undefined) days.set(date, (answer = this.readHours(date, unitKind)));
    return answer;
  }

  dutyDays(month: IsoMonth, unitKind: UnitKind): readonly IsoDate[] {
    const key = `${month} ${unitKind}`;
    let days = this.duty.get(key);
    if (!days) this.duty.set(key, (days = datesOf(month).filter((d) => this.hours(d, unitKind) !== null)));
    return days;
  }

  isRamadan(date: IsoDate): boolean {
    const ramadan = this.rules.years[date.slice(0, 4)]?.ramadan;
    return ramadan !== undefined && ramadan.from <= date && date <= ramadan.to;
  }

  hasData(year: number): boolean {
    return Object.keys(this.rules.years[String(year)]?.holidays ?? {}).length > 0;
  }

  private readHours(date: IsoDate, unitKind: UnitKind): DayHours | null {
    if (this.holiday(date)) return null;
    const pattern = this.rules.patterns[this.rules.unitPatterns?.[unitKind] ?? this.rules.ordinaryPattern];
    const day = DAY_NAMES[weekday(date) - 1];
    const hours = day && (this.isRamadan(date) ? pattern?.ramadan : pattern?.week)?.[day];
    if (!hours) return null;
    return { ...hours, minutes: minutesOf(hours.end) - minutesOf(hours.start) - hours.breakMinutes };
  }
}

/** The last day of a window that starts on `day`. */
export function lastDayOf(window: Window, day: IsoDate, working: WorkingCalendar): IsoDate {
  if ('workingDays' in window) return working.addWorkingDays(day, window.workingDays);
  if ('calendarDays' in window) return addDays(day, window.calendarDays);
  // BK 4(2): due on the working day on which it was handed in; on a day off, on the next working day.
  if ('sameDay' in window) return working.isWorkingDay(day) ? day : working.addWorkingDays(day, 1);
  if ('dayOfNextMonth' in window)
    return addDays(firstDay(addMonths(monthOf(day), 1)), window.dayOfNextMonth - 1);
  if ('workingDayOfNextMonth' in window)
    return working.addWorkingDays(lastDay(monthOf(day)), window.workingDayOfNextMonth);
  if ('hours' in window) return addDays(day, Math.ceil(window.hours / 24));
  return endOf(window.endOf, day);
}

function endOf(period: Extract<Window, { endOf: string }>['endOf'], day: IsoDate): IsoDate {
  const month = Number(day.slice(5, 7));
  const monthsLeft = (months: number) =>
    lastDay(addMonths(monthOf(day), months - 1 - ((month - 1) % months)));
  switch (period) {
    case 'week':
      return addDays(day, 7 - weekday(day));
    case 'month':
      return lastDay(monthOf(day));
    case 'quarter':
      return monthsLeft(3);
    case 'semester':
      return monthsLeft(6);
    case 'year':
      return monthsLeft(12);
    case 'january':
      return `${day.slice(0, 4)}-01-31`;
  }
}

/**
 * The instant at which a time limit ends: 24:00 local of its last day, or so many hours later. The day of the event is
 * day 0.
 * @param startedAt the event (receipt, handing in, …)
 */
export function deadline(window: Window, startedAt: Date, law: LawSet): Date {
  if ('hours' in window) return new Date(startedAt.getTime() + window.hours * 3_600_000);
  return endOfDay(lastDayOf(window, localDate(startedAt, law.timeZone), law.working), law.timeZone);
}

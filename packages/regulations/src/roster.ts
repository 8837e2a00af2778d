/** Duty by roster: shifts that stand in place of the unit's week, on any day of the calendar and over midnight. */
import type { ClockTime, IsoDate, IsoMonth, UnitKind } from '@ekinerja/contracts/basics';
import type { DayHours, WorkingCalendar } from './calendar.js';
import { minutesOf, monthOf } from './dates.js';
import type { LawSet } from './law.js';

/** One shift; it belongs to the day on which it begins. An end not after the start is on the next day. */
export interface Shift {
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  breakMinutes?: number;
}

const DAY = 24 * 60;

/** The law of one person whose duty days and hours are the roster's; deadlines stay the regency's. */
export function withRoster(law: LawSet, roster: readonly Shift[] | undefined): LawSet {
  if (!roster) return law;
  const shifts = new Map(roster.map((s) => [s.date, hoursOf(s)]));
  const working: WorkingCalendar = {
    isWorkingDay: (date) => law.working.isWorkingDay(date),
    holiday: (date) => law.working.holiday(date),
    workingDays: (month) => law.working.workingDays(month),
    addWorkingDays: (date, n) => law.working.addWorkingDays(date, n),
    isRamadan: (date) => law.working.isRamadan(date),
    hasData: (year) => law.working.hasData(year),
    hours: (date: IsoDate, _unitKind: UnitKind) => shifts.get(date) ?? null,
    dutyDays: (month: IsoMonth, _unitKind: UnitKind) =>
      [...shifts.keys()].filter((d) => monthOf(d) === month).sort(),
  };
  return Object.create(law, { working: { value: working } }) as LawSet;
}

function hoursOf({ start, end, breakMinutes = 0 }: Shift): DayHours {
  return { start, end, breakMinutes, minutes: span(start, end) - breakMinutes };
}

/** Minutes from one time of day to another, over midnight where the second is not after the first. */
function span(from: ClockTime, to: ClockTime): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes > 0 ? minutes : minutes + DAY;
}

/**
 * Minutes after the start and before or after the end of a shift that ends on the next day; a time of day nearer to
 * the end than to the start belongs to the next day.
 */
export function overnight(
  hours: DayHours,
  checkIn: ClockTime | null,
  checkOut: ClockTime | null,
): { late: number; early: number; stayed: number } | null {
  if (minutesOf(hours.end) > minutesOf(hours.start)) return null;
  const [start, end] = [minutesOf(hours.start), minutesOf(hours.end) + DAY];
  const middle = (end - DAY + start) / 2;
  const placed = (time: ClockTime) => (minutesOf(time) < middle ? minutesOf(time) + DAY : minutesOf(time));
  const out = checkOut === null ? end : placed(checkOut);
  return {
    late: checkIn === null ? 0 : Math.max(0, placed(checkIn) - start),
    early: Math.max(0, end - out),
    stayed: Math.max(0, out - end),
  };
}

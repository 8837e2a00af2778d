/**
 * Duty by roster: shifts on any day of the calendar and over midnight. A shift takes the place of the unit's hours on
 * its day; whoever works by roster alone has no duty on the days without one.
 */
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

/** Whom the policy may name as working by roster. */
export interface RosterPerson {
  unitKind: UnitKind;
  groups?: readonly string[] | undefined;
}

/** Whether the policy has this person work by roster alone. */
function byRosterAlone(law: LawSet, { unitKind, groups }: RosterPerson): boolean {
  const { roster } = law.allowance.rules;
  return (roster?.unitKinds?.includes(unitKind) ?? false) || (roster?.groups?.some((group) => groups?.includes(group)) ?? false);
}

/** The law of one person whose duty days and hours are those of shifts; deadlines stay the regency's. */
export function withRoster(law: LawSet, roster: readonly Shift[] | undefined, person: RosterPerson): LawSet {
  if (!roster) return law;
  const alone = byRosterAlone(law, person);
  const shifts = new Map(roster.map((s) => [s.date, hoursOf(s)]));
  const working: WorkingCalendar = {
    isWorkingDay: (date) => law.working.isWorkingDay(date),
    holiday: (date) => law.working.holiday(date),
    workingDays: (month) => law.working.workingDays(month),
    addWorkingDays: (date, n) => law.working.addWorkingDays(date, n),
    isRamadan: (date) => law.working.isRamadan(date),
    hasData: (year) => law.working.hasData(year),
    hours: (date: IsoDate, unitKind: UnitKind) => shifts.get(date) ?? (alone ? null : law.working.hours(date, unitKind)),
    dutyDays: (month: IsoMonth, unitKind: UnitKind) =>
      [...new Set([...shifts.keys(), ...(alone ? [] : law.working.dutyDays(month, unitKind))])]
        .filter((d) => monthOf(d) === month)
        .sort(),
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

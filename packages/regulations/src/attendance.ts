/** Presence rows against the hours of the unit: late and early minutes, missing times, absence, day by day. */
import type { ClockTime, IsoDate, IsoMonth, PresenceStatus, UnitKind } from '@ekinerja/contracts/basics';
import type { DayHours } from './calendar.js';
import { datesOf, minutesOf } from './dates.js';
import type { LawSet } from './law.js';
import { overnight } from './roster.js';

export interface PresenceRow {
  date: IsoDate;
  status: PresenceStatus;
  checkIn: ClockTime | null;
  checkOut: ClockTime | null;
  /** Late or early with the superior's permission. */
  permitted?: boolean;
}
export interface DayJudgement {
  date: IsoDate;
  /** The unit kind has duty hours that day. */
  duty: boolean;
  /** `missing`: no row at all. */
  status: PresenceStatus | 'missing';
  /** Minutes after the start; 0 where not counted. */
  lateMinutes: number;
  earlyMinutes: number;
  /** Minutes after the end; left out: none. */
  stayedMinutes?: number;
  missingCheckIn: boolean;
  missingCheckOut: boolean;
  /** On duty, and absent or without a row. */
  absent: boolean;
  /** Late or early with permission; left out: without. */
  permitted?: boolean;
}

/**
 * Judges every day of the month within `from`–`to`. Several rows of one day count as one: earliest in, latest out.
 * A day on duty without a row is absent (allowance-rules 2.3; design.md "Missing facts").
 */
export function judgePresence(
  q: { month: IsoMonth; unitKind: UnitKind; rows: readonly PresenceRow[]; from: IsoDate; to: IsoDate },
  law: LawSet,
): DayJudgement[] {
  const byDay = new Map<IsoDate, PresenceRow>();
  for (const row of q.rows) byDay.set(row.date, joined(byDay.get(row.date), row));
  const { working } = law;
  const judged: DayJudgement[] = [];
  for (const date of datesOf(q.month)) {
    if (q.from <= date && date <= q.to)
      judged.push(judgeDay(date, byDay.get(date), working.hours(date, q.unitKind)));
  }
  return judged;
}

function judgeDay(date: IsoDate, row: PresenceRow | undefined, hours: DayHours | null): DayJudgement {
  const day: DayJudgement = {
    date,
    duty: hours !== null,
    status: row?.status ?? 'missing',
    lateMinutes: 0,
    earlyMinutes: 0,
    missingCheckIn: false,
    missingCheckOut: false,
    absent: false,
  };
  if (!hours) return day;
  // One object a day, filled in: a month's close judges hundreds of thousands of them.
  if (!row || row.status === 'absent') day.absent = true;
  else if (row.status === 'present') judgePresent(day, row, hours);
  return day;
}

function judgePresent(day: DayJudgement, row: PresenceRow, hours: DayHours): void {
  const { checkIn, checkOut } = row;
  const minutes = overnight(hours, checkIn, checkOut) ?? withinDay(hours, checkIn, checkOut);
  day.lateMinutes = minutes.late;
  day.earlyMinutes = minutes.early;
  if (minutes.stayed) day.stayedMinutes = minutes.stayed;
  if (row.permitted) day.permitted = true;
  day.missingCheckIn = checkIn === null;
  day.missingCheckOut = checkOut === null;
}

function withinDay(hours: DayHours, checkIn: ClockTime | null, checkOut: ClockTime | null) {
  const late = checkIn === null ? 0 : Math.max(0, minutesOf(checkIn) - minutesOf(hours.start));
  const past = checkOut === null ? 0 : minutesOf(checkOut) - minutesOf(hours.end);
  return { late, early: Math.max(0, -past), stayed: Math.max(0, past) };
}

function joined(a: PresenceRow | undefined, b: PresenceRow): PresenceRow {
  if (!a) return b;
  // The order of rows must change nothing: an excuse goes before presence, presence before absence.
  const status =
    [a.status, b.status].sort((x, y) => weight(x) - weight(y) || (x < y ? -1 : 1))[0] ?? a.status;
  return {
    date: a.date,
    status,
    checkIn: earlier(a.checkIn, b.checkIn),
    checkOut: later(a.checkOut, b.checkOut),
    ...(a.permitted || b.permitted ? { permitted: true } : {}),
  };
}

function weight(status: PresenceStatus): number {
  return status === 'absent' ? 2 : status === 'present' ? 1 : 0;
}

function earlier(a: ClockTime | null, b: ClockTime | null): ClockTime | null {
  return a === null ? b : b === null ? a : a < b ? a : b;
}

function later(a: ClockTime | null, b: ClockTime | null): ClockTime | null {
  return a === null ? b : b === null ? a : a > b ? a : b;
}

/**
 * Civil dates. A day is `YYYY-MM-DD`, a month `YYYY-MM`, a time of day `HH:MM`; no local-zone `Date` arithmetic.
 * Instants appear only where a wall clock in a named time zone must become one.
 */
import type { ClockTime, IsoDate, IsoMonth } from '@ekinerja/contracts/basics';

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function epochDay(date: IsoDate): number {
  const match = DATE.exec(date);
  if (!match) throw new RangeError(`Bukan tanggal YYYY-MM-DD: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
}

function fromEpochDay(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** True when the text is an existing day of the calendar (`2026-02-30` is not). */
export function isIsoDate(text: string): boolean {
  return DATE.test(text) && fromEpochDay(epochDay(text)) === text;
}

/** True for `HH:MM` from 00:00 to 24:00. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(date: IsoDate, n: number): IsoDate {
  return fromEpochDay(epochDay(date) + n);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return epochDay(b) - epochDay(a);
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Monday = 1 … Sunday = 7. */
export function weekday(date: IsoDate): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((epochDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

export function addMonths(month: IsoMonth, n: number): IsoMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + n;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function firstDay(month: IsoMonth): IsoDate {
  return `${month}-01`;
}

// The month's close asks for the same month many times an employee.
const lastDays = new Map<IsoMonth, IsoDate>();

export function lastDay(month: IsoMonth): IsoDate {
  let day = lastDays.get(month);
  if (day === undefined) {
    day = addDays(firstDay(addMonths(month, 1)), -1);
    if (lastDays.size > 1000) lastDays.clear();
    lastDays.set(month, day);
  }
  return day;
}

const monthDates = new Map<IsoMonth, readonly IsoDate[]>();

/** Every day of the month, in order. */
export function datesOf(month: IsoMonth): readonly IsoDate[] {
  let dates = monthDates.get(month);
  if (!dates) {
    const count = daysBetween(firstDay(month), lastDay(month)) + 1;
    dates = Array.from({ length: count }, (_, i) => addDays(firstDay(month), i));
    if (monthDates.size > 1000) monthDates.clear();
    monthDates.set(month, dates);
  }
  return dates;
}

/** Minutes since midnight of a clock time. */
export function minutesOf(time: ClockTime): number {
  const digit = (at: number) => time.charCodeAt(at) - 48;
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(at: Date, timeZone: string): { date: IsoDate; time: ClockTime; seconds: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    seconds: Number(part.second),
  };
}

/** The day on the wall calendar of `timeZone` at that instant. */
export function localDate(at: Date, timeZone: string): IsoDate {
  return wallClock(at, timeZone).date;
}

/** The time on the wall clock of `timeZone` at that instant, seconds cut off. */
export function localTime(at: Date, timeZone: string): ClockTime {
  return wallClock(at, timeZone).time;
}

/** Wall clock to instant. Indonesia has no daylight saving; other zones are settled by one correction step. */
export function instantOf(date: IsoDate, time: ClockTime, timeZone: string): Date {
  const wanted = epochDay(date) * DAY_MS + minutesOf(time) * 60_000;
  let guess = wanted;
  for (let i = 0; i < 2; i++) {
    const shown = wallClock(new Date(guess), timeZone);
    const shownMs = epochDay(shown.date) * DAY_MS + minutesOf(shown.time) * 60_000 + shown.seconds * 1000;
    guess += wanted - shownMs;
  }
  return new Date(guess);
}

/** 24:00 local of the day, that is 00:00 of the next day. */
export function endOfDay(date: IsoDate, timeZone: string): Date {
  return instantOf(addDays(date, 1), '00:00', timeZone);
}

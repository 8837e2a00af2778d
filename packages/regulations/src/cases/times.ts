/** Times as cases write and read them. */
import { addDays, instantOf, localDate, localTime } from '../dates.js';
import type { LawSet } from '../law.js';

/** `2026-03-13 10:00` in the government's own time. */
export function instant(text: string, law: LawSet): Date {
  const [date = '', time = '00:00'] = text.split(' ');
  return instantOf(date, time, law.timeZone);
}

/** The last day of a limit that ends at 24:00; of one that ends within a day, the minute. */
export function lastDayBefore(at: Date, law: LawSet): string {
  const [date, time] = [localDate(at, law.timeZone), localTime(at, law.timeZone)];
  return time === '00:00' ? addDays(date, -1) : `${date} ${time}`;
}

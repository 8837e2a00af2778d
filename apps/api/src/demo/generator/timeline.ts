import type { ClockTime, IsoDate } from '@ekinerja/contracts/basics';
import { instantOf, minutesOf } from '@ekinerja/regulations/dates';

const DAY_MS = 86_400_000;

/** Wall clock to instant, by the million: the start of each day is worked out once. */
export class Timeline {
  private readonly days = new Map<IsoDate, number>();

  constructor(private readonly timeZone: string) {}

  at(date: IsoDate, time: ClockTime | number): Date {
    let day = this.days.get(date);
    if (day === undefined) this.days.set(date, (day = instantOf(date, '00:00', this.timeZone).getTime()));
    return new Date(day + (typeof time === 'number' ? time : minutesOf(time)) * 60_000);
  }

  /** The last millisecond of a day. */
  endOf(date: IsoDate): Date {
    return new Date(this.at(date, 0).getTime() + DAY_MS - 1);
  }
}

/** `07:05` of minutes since midnight. */
export function clock(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

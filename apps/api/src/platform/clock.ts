import type { ClockTime, IsoDate } from '@ekinerja/contracts/basics';
import { localDate, localTime } from '@ekinerja/regulations/dates';

/**
 * The one clock of the process. Outside production it can start at a given instant and goes on from there, so that
 * journeys and drills happen on a day of their own choice.
 */
export class Clock {
  private readonly offset: number;

  constructor(
    start: Date | null,
    /** The government's own zone, set once the government is known. */
    public timeZone = 'Asia/Makassar',
  ) {
    this.offset = start ? start.getTime() - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Today in the government's own time zone. */
  today(): IsoDate {
    return localDate(this.now(), this.timeZone);
  }

  timeOfDay(): ClockTime {
    return localTime(this.now(), this.timeZone);
  }
}

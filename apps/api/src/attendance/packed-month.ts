/** A month of presence rows as one text, `4|present|07:58:00|16:01:00;…`: the day counted from the first of the month. */
import type { IsoDate, IsoMonth, PresenceStatus } from '@ekinerja/contracts/basics';
import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { datesOf } from '@ekinerja/regulations/dates';

/** Of `presence_day`, its rows of one person together; `$2` is the first day of the month. */
export const PACKED_MONTH = `string_agg(concat(date - $2::date, '|', status, '|', check_in, '|', check_out), ';' ORDER BY date)`;

/** Cut by position: a close unpacks hundreds of thousands of days. */
export function unpackMonth(packed: string, month: IsoMonth): PresenceRow[] {
  const dates = datesOf(month);
  const rows: PresenceRow[] = [];
  for (let at = 0; at < packed.length; ) {
    const day = packed.indexOf('|', at);
    const status = packed.indexOf('|', day + 1);
    const checkIn = packed.indexOf('|', status + 1);
    const end = packed.indexOf(';', checkIn + 1);
    const stop = end < 0 ? packed.length : end;
    rows.push({
      date: dates[Number(packed.slice(at, day))] as IsoDate,
      status: packed.slice(day + 1, status) as PresenceStatus,
      checkIn: checkIn > status + 1 ? packed.slice(status + 1, status + 6) : null,
      checkOut: stop > checkIn + 1 ? packed.slice(checkIn + 1, checkIn + 6) : null,
    });
    at = stop + 1;
  }
  return rows;
}

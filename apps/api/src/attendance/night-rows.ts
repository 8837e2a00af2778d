/**
 * A device knows calendar days only: it sends the check-out of a night shift under the date on which it ends. Such a
 * time goes to the day on which the shift began. Pure.
 */
import type { ClockTime, IsoDate } from '@ekinerja/contracts/basics';
import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { addDays, minutesOf } from '@ekinerja/regulations/dates';

export interface Night {
  start: ClockTime;
  end: ClockTime;
}
/** A row with whatever its reader keeps beside it; the row itself is replaced. */
export interface NightRow {
  row: PresenceRow;
}

/**
 * @param rows of one person, on days that begin or follow a night shift
 * @returns the same with each check-out at the shift that it ends; a row that held nothing else is gone
 */
export function joinNights<Row extends NightRow>(rows: readonly Row[], nightOn: (date: IsoDate) => Night | null): Row[] {
  const known = new Map(rows.map((one) => [one.row.date, { ...one, row: { ...one.row } }]));
  // Two rows of one day are for the check to name.
  if (known.size < rows.length) return [...rows];
  for (const date of [...known.keys()].sort()) {
    const before = known.get(addDays(date, -1));
    const night = nightOn(addDays(date, -1));
    const own = known.get(date) as Row;
    if (!before || !night || before.row.status !== 'present' || before.row.checkOut !== null) continue;
    const { checkIn, checkOut } = own.row;
    const tonight = nightOn(date);
    if (checkIn === null && checkOut !== null && endsNight(checkOut, night, tonight)) {
      before.row.checkOut = checkOut;
      known.delete(date);
    } else if (tonight && checkIn !== null && endsNight(checkIn, night, tonight)) {
      before.row.checkOut = checkIn;
      // First and last time of the day: out of one night and into the next.
      if (checkOut === null) known.delete(date);
      else own.row = { ...own.row, checkIn: checkOut, checkOut: null };
    }
  }
  return [...known.values()];
}

/** Nearer to the end of the night before than to the start of the next. */
function endsNight(time: ClockTime, before: Night, tonight: Night | null): boolean {
  return minutesOf(time) < (minutesOf(before.end) + minutesOf((tonight ?? before).start)) / 2;
}

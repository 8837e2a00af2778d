import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import type { DayJudgement, PresenceRow } from '@ekinerja/regulations/attendance';
import type { LawSet } from '@ekinerja/regulations/law';

/** Judged days with their clock times, as the person reads them. A free day without a row is `off`. */
export function presenceDayViews(judged: readonly DayJudgement[], rows: readonly PresenceRow[], law: LawSet): PresenceDayView[] {
  const byDay = new Map<string, { checkIn: string | null; checkOut: string | null }>();
  // Several rows of a day, a device's and a record's: earliest in, latest out, as the law joins them.
  for (const { date, checkIn, checkOut } of rows) {
    const before = byDay.get(date);
    byDay.set(date, {
      checkIn: [before?.checkIn, checkIn].filter((time) => typeof time === 'string').sort()[0] ?? null,
      checkOut: [before?.checkOut, checkOut].filter((time) => typeof time === 'string').sort().at(-1) ?? null,
    });
  }
  return judged.map((day) => {
    const row = byDay.get(day.date);
    return {
      date: day.date,
      duty: day.duty,
      holiday: law.working.holiday(day.date)?.name ?? null,
      status: day.status === 'missing' && !day.duty ? 'off' : day.status,
      checkIn: row?.checkIn ?? null,
      checkOut: row?.checkOut ?? null,
      lateMinutes: day.lateMinutes,
      earlyMinutes: day.earlyMinutes,
      missingCheckIn: day.missingCheckIn,
      missingCheckOut: day.missingCheckOut,
    };
  });
}

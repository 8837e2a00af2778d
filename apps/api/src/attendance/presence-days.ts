import type { PresenceDayView } from '@ekinerja/contracts/attendance';
import type { DayJudgement, PresenceRow } from '@ekinerja/regulations/attendance';
import type { LawSet } from '@ekinerja/regulations/law';

/** Judged days with their clock times, as the person reads them. A free day without a row is `off`. */
export function presenceDayViews(judged: readonly DayJudgement[], rows: readonly PresenceRow[], law: LawSet): PresenceDayView[] {
  const byDay = new Map(rows.map((row) => [row.date, row]));
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

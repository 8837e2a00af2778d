/** A month of entries against the working calendar, by the law: days, gaps, window. Pure. */
import type { ActivityDay, ActivityMonth, ActivityStatus, DayState } from '@ekinerja/contracts/activities';
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { emptyEntryDays, entryAbsence, entryOpenUntil, missingEntryDays } from '@ekinerja/regulations/activity-flow';
import { addDays, datesOf, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { documentationRhythm, periodsEndingIn } from '@ekinerja/regulations/documentation';
import type { LawSet } from '@ekinerja/regulations/law';
import type { WorkMonthRow } from './activity-lists.repository.js';
import type { ActivityRow } from './activity-row.js';

/** How far back an entry window is looked for. */
const LONGEST_WINDOW = 400;
/** What a day shows when its entries stand differently: what the owner has to do comes first. */
const STATE_OF: [ActivityStatus, DayState][] = [['refused', 'refused'], ['draft', 'draft'], ['submitted', 'waiting'], ['accepted', 'accepted']];

/** Entries asked of a day, or of a longer documentation period (TL 14(3)). */
export function minimumOf(law: LawSet): number {
  const minimum = law.performance.rules.activities.minimumPerWorkingDay;
  return documentationRhythm(law).rhythm === 'daily' ? minimum : Math.max(minimum, 1);
}

/** The first day whose entries the month's judgement needs: a period that ends in it may have begun before. */
export function documentedFrom(month: IsoMonth, law: LawSet): IsoDate {
  const from = periodsEndingIn(month, documentationRhythm(law).rhythm)[0]?.from ?? firstDay(month);
  return from < firstDay(month) ? from : firstDay(month);
}

type DaysRule = typeof missingEntryDays;

/** Days over that lack the minimum of the regulation, and so are held against their owner; today still has time. */
export function gapDays(month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  return daysBy(missingEntryDays, month, work, today, law);
}

/** As `gapDays`; where the regulation names no minimum, the days without any entry: one rule for calendar, unit and list. */
export function emptyDays(month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  return daysBy(emptyEntryDays, month, work, today, law);
}

/** KS 31(1): where no minimum is named, only who has reported nothing in the whole month. */
export function unreportedDays(month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  const reported = Object.values(work.entries).some((count) => count > 0);
  return minimumOf(law) === 0 && reported ? [] : emptyDays(month, work, today, law);
}

function daysBy(rule: DaysRule, month: IsoMonth, work: WorkMonthRow, today: IsoDate, law: LawSet): IsoDate[] {
  const entries = new Map(Object.entries(work.entries));
  const excused = excusedDays(work, law);
  const until = addDays(today, -1);
  return work.stays.flatMap(({ unitKind, from, to }) => rule({ month, unitKind, entries, excused, until }, law).filter((day) => from <= day && day <= to));
}

export function excusedDays(work: WorkMonthRow, law: LawSet): Set<IsoDate> {
  return new Set(Object.keys(work.presence).filter((date) => entryAbsence(work.presence[date], law) !== null));
}

export function daysOf(month: IsoMonth, rows: ActivityRow[], work: WorkMonthRow | null, today: IsoDate, law: LawSet): ActivityDay[] {
  const gaps = new Set(work ? gapDays(month, work, today, law) : []);
  return datesOf(month).map((date) => {
    const entries = rows.filter((row) => row.date === date && row.status !== 'withdrawn');
    const presence = work?.presence[date];
    const unitKind = work?.stays.find((stay) => stay.from <= date && date <= stay.to)?.unitKind;
    const duty = unitKind !== undefined && law.working.hours(date, unitKind) !== null;
    const holiday = law.working.holiday(date)?.name ?? null;
    return {
      date,
      state: stateOf({ entries, leave: entryAbsence(presence, law) === 'leave', duty, holiday, date, today }),
      holiday,
      presence: presence ?? null,
      entries: entries.length,
      minutes: entries.reduce((sum, row) => sum + row.minutes, 0),
      gap: gaps.has(date),
    };
  });
}

function stateOf(
  q: { entries: ActivityRow[]; leave: boolean; duty: boolean; holiday: string | null; date: IsoDate; today: IsoDate },
): DayState {
  const entered = STATE_OF.find(([status]) => q.entries.some((row) => row.status === status));
  if (entered) return entered[1];
  if (q.holiday !== null) return 'holiday';
  if (!q.duty) return 'off';
  if (q.leave) return 'leave';
  return q.date > q.today ? 'future' : 'empty';
}

/** First and last day that can be entered today. */
export function entryWindow(today: IsoDate, law: LawSet): ActivityMonth['entryWindow'] {
  let from = today;
  for (let back = 0; back < LONGEST_WINDOW && entryOpenUntil(addDays(from, -1), law) >= today; back += 1) from = addDays(from, -1);
  const to = law.performance.rules.activities.entry.future ? lastDay(monthOf(today)) : today;
  return { from, to, cite: law.performance.cite('activities.entry.open') };
}

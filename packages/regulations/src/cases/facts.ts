/** Facts of a case as its author writes them, turned into the facts that the law asks for. */
import type {
  EmployeeKind,
  IsoDate,
  IsoMonth,
  PostKind,
  Predicate,
  PresenceStatus,
  UnitKind,
} from '@ekinerja/contracts/basics';
import type { AllowanceFacts } from '../allowance.js';
import { judgePresence, type DayJudgement, type PresenceRow } from '../attendance.js';
import { firstDay, lastDay, minutesOf } from '../dates.js';
import type { LawSet } from '../law.js';

export interface WrittenSlipFacts {
  class?: string;
  employeeKind?: EmployeeKind;
  postKind?: PostKind;
  unitKind?: UnitKind;
  from?: IsoDate;
  to?: IsoDate;
  /** `none`: no row at all. Otherwise days not named are present in time. */
  presence?: 'none' | WrittenDay[];
  presenceWaived?: boolean;
  predicate?: Predicate;
  evaluationWaived?: boolean;
  qualityScore?: string | number;
  acceptedMinutes?: number;
  adjustments?: AllowanceFacts['adjustments'];
}
export interface WrittenDay {
  date: IsoDate;
  late?: number;
  early?: number;
  noCheckIn?: boolean;
  noCheckOut?: boolean;
  status?: PresenceStatus;
  /** No row for that day. */
  missing?: boolean;
}

export function slipFacts(written: WrittenSlipFacts, month: IsoMonth, law: LawSet): AllowanceFacts {
  const unitKind = written.unitKind ?? 'dinas';
  const from = written.from ?? firstDay(month);
  const to = written.to ?? lastDay(month);
  return {
    month,
    unitKind,
    from,
    to,
    employeeKind: written.employeeKind ?? 'pns',
    class: written.class ?? '9',
    postKind: written.postKind ?? 'pelaksana',
    presence:
      written.presence === 'none' ? null : judged(written.presence ?? [], month, unitKind, from, to, law),
    presenceWaived: written.presenceWaived ?? false,
    evaluation: written.predicate ? { predicate: written.predicate, score: null, month } : null,
    evaluationWaived: written.evaluationWaived ?? false,
    qualityScore: written.qualityScore === undefined ? null : String(written.qualityScore),
    activities: { acceptedCount: 0, acceptedMinutes: written.acceptedMinutes ?? 0, daysWithEntry: 0 },
    adjustments: written.adjustments ?? [],
  };
}

function judged(
  days: readonly WrittenDay[],
  month: IsoMonth,
  unitKind: UnitKind,
  from: IsoDate,
  to: IsoDate,
  law: LawSet,
): DayJudgement[] {
  const rows = law.working.dutyDays(month, unitKind).flatMap((date) => {
    const day = days.find((d) => d.date === date);
    return day?.missing ? [] : [row(date, day, unitKind, law)];
  });
  return judgePresence({ month, unitKind, rows, from, to }, law);
}

function row(date: IsoDate, day: WrittenDay | undefined, unitKind: UnitKind, law: LawSet): PresenceRow {
  const hours = law.working.hours(date, unitKind);
  if (!hours || (day?.status && day.status !== 'present'))
    return { date, status: day?.status ?? 'present', checkIn: null, checkOut: null };
  return {
    date,
    status: 'present',
    checkIn: day?.noCheckIn ? null : clock(minutesOf(hours.start) + (day?.late ?? 0)),
    checkOut: day?.noCheckOut ? null : clock(minutesOf(hours.end) - (day?.early ?? 0)),
  };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

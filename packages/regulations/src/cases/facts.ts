/** Facts of a case as its author writes them, turned into the facts that the law asks for. */
import type { IsoDate, IsoMonth, UnitKind } from '@ekinerja/contracts/basics';
import type { AllowanceFacts, SegmentFact } from '../allowance.js';
import { judgePresence, type DayJudgement, type PresenceRow } from '../attendance.js';
import { firstDay, lastDay, minutesOf } from '../dates.js';
import type { LawSet } from '../law.js';
import type { WrittenDay, WrittenSlipFacts } from './facts-schema.js';

export type { WrittenDay, WrittenSlipFacts } from './facts-schema.js';

export function slipFacts(written: WrittenSlipFacts, month: IsoMonth, law: LawSet): AllowanceFacts {
  const unitKind = written.unitKind ?? 'dinas';
  const from = written.from ?? firstDay(month);
  const to = written.to ?? lastDay(month);
  const {
    class: cls,
    employeeKind,
    postKind,
    presence,
    presenceWaived,
    predicate,
    score,
    evaluations,
    evaluationWaived,
    qualityScore,
    acceptedMinutes,
    acceptedCount,
    daysWithEntry,
    adjustments,
    segments,
    points,
    measured,
    unitScore,
    staffAverage,
    zakat,
    ...rest
  } = written;
  return {
    ...rest,
    month,
    unitKind,
    from,
    to,
    employeeKind: employeeKind ?? 'pns',
    class: String(cls ?? '9'),
    postKind: postKind ?? 'pelaksana',
    presence: presence === 'none' ? null : judged(presence ?? [], month, unitKind, from, to, law),
    presenceWaived: presenceWaived ?? false,
    evaluation: predicate ? { predicate, score: decimalText(score), month } : null,
    evaluationWaived: evaluationWaived ?? false,
    qualityScore: decimalText(qualityScore),
    activities: {
      acceptedCount: acceptedCount ?? 0,
      acceptedMinutes: acceptedMinutes ?? 0,
      daysWithEntry: daysWithEntry ?? 0,
    },
    adjustments: adjustments ?? [],
    unitScore: decimalText(unitScore),
    staffAverage: decimalText(staffAverage),
    ...(evaluations ? { evaluations: evaluations.map((e) => ({ ...e, score: decimalText(e.score) })) } : {}),
    ...(points ? { points: decimals(points) } : {}),
    ...(measured ? { measured: decimals(measured) } : {}),
    ...(segments ? { segments: segments.map((s) => segment(s, month)) } : {}),
    ...(zakat
      ? {
          zakat: {
            optIn: zakat.optIn,
            ...(zakat.percent === undefined ? {} : { percent: String(zakat.percent) }),
          },
        }
      : {}),
  };
}

/** YAML gives a number where the author wrote one without quotes. */
function decimalText(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function decimals(values: Partial<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([k, v]) => [k, String(v)]));
}

function segment(written: NonNullable<WrittenSlipFacts['segments']>[number], month: IsoMonth): SegmentFact {
  const { predicate, score, qualityScore, acceptedMinutes, acceptedCount, daysWithEntry, ...standing } =
    written;
  const counted = acceptedMinutes ?? acceptedCount ?? daysWithEntry;
  return {
    ...standing,
    ...(predicate ? { evaluation: { predicate, score: decimalText(score), month } } : {}),
    ...(qualityScore === undefined ? {} : { qualityScore: decimalText(qualityScore) }),
    ...(counted === undefined
      ? {}
      : {
          activities: {
            acceptedMinutes: acceptedMinutes ?? 0,
            acceptedCount: acceptedCount ?? 0,
            daysWithEntry: daysWithEntry ?? 0,
          },
        }),
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
    checkIn: day?.noCheckIn ? null : (day?.checkIn ?? clock(minutesOf(hours.start) + (day?.late ?? 0))),
    checkOut: day?.noCheckOut ? null : (day?.checkOut ?? clock(minutesOf(hours.end) - (day?.early ?? 0))),
  };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

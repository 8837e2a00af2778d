/** Facts of a case as its author writes them, turned into the facts that the law asks for. */
import type { IsoDate, IsoMonth, UnitKind } from '@ekinerja/contracts/basics';
import type { AllowanceFacts, SegmentFact } from '../allowance.js';
import { judgePresence, type DayJudgement, type PresenceRow } from '../attendance.js';
import { firstDay, lastDay, minutesOf } from '../dates.js';
import type { LawSet } from '../law.js';
import { withRoster } from '../roster.js';
import type { WrittenDay, WrittenSlipFacts } from './facts-schema.js';

export type { WrittenDay, WrittenSlipFacts } from './facts-schema.js';

export function slipFacts(written: WrittenSlipFacts, month: IsoMonth, ordinary: LawSet): AllowanceFacts {
  const unitKind = written.unitKind ?? 'dinas';
  const law = withRoster(ordinary, written.roster, { unitKind, groups: written.groups });
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
    events,
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
    ...(events
      ? {
          events: events.flatMap(({ event, date, times }) =>
            Array.from({ length: times ?? 1 }, () => ({ event, date: date ?? from })),
          ),
        }
      : {}),
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
  const duty = law.working.dutyDays(month, unitKind).filter((date) => from <= date && date <= to);
  const placed = placeDays(days, duty);
  const rows = duty.flatMap((date) => {
    const day = placed.get(date);
    return day?.missing ? [] : [row(date, day, unitKind, law)];
  });
  return judgePresence({ month, unitKind, rows, from, to }, law);
}

/** Days named by date, then those that are only counted on the first duty days left. */
function placeDays(days: readonly WrittenDay[], duty: readonly IsoDate[]): Map<IsoDate, WrittenDay> {
  const placed = new Map<IsoDate, WrittenDay>();
  for (const day of days) if (day.date !== undefined && !placed.has(day.date)) placed.set(day.date, day);
  for (const day of days.filter((d) => d.date === undefined)) {
    const free = duty.filter((date) => !placed.has(date)).slice(0, day.days ?? 1);
    if (free.length < (day.days ?? 1))
      throw new RangeError(`Hari kerja bulan ini tidak cukup bagi ${day.days ?? 1} hari pada "presence".`);
    for (const date of free) placed.set(date, day);
  }
  return placed;
}

function row(date: IsoDate, day: WrittenDay | undefined, unitKind: UnitKind, law: LawSet): PresenceRow {
  const hours = law.working.hours(date, unitKind);
  if (!hours || (day?.status && day.status !== 'present'))
    return { date, status: day?.status ?? 'present', checkIn: null, checkOut: null };
  return {
    date,
    status: 'present',
    checkIn: day?.noCheckIn ? null : (day?.checkIn ?? clock(minutesOf(hours.start) + (day?.late ?? 0))),
    checkOut: day?.noCheckOut
      ? null
      : (day?.checkOut ?? clock(minutesOf(hours.end) - (day?.early ?? 0) + (day?.stayed ?? 0))),
    ...(day?.permit ? { permitted: true } : {}),
  };
}

function clock(minutesIn: number): string {
  const minutes = ((minutesIn % 1440) + 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

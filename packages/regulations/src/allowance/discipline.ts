/** Discipline cuts from judged days and events (dimensions 6, 7), in percent of the table's base. */
import type { IsoDate, PresenceStatus } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import { compactCite } from '../citation.js';
import { minutesOf } from '../dates.js';
import type { Basis } from '../document/allowance/who-schema.js';
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { absenceCuts } from './absence.js';
import { dutyDates, judgedDays } from './days.js';
import type { AllowanceFacts } from './facts.js';
import type { PartCut } from './parts.js';

export type DisciplineTable = NonNullable<AllowanceRules['discipline'][string]>;
type Band = DisciplineTable['late'][number];

export interface DisciplineQuestion {
  table: string;
  facts: AllowanceFacts;
  law: LawSet;
  /** What the percentages are taken of. */
  base: Fraction;
  /** Rupiah of another base, for rules that name their own. */
  amountOf: (basis: Basis) => Fraction;
}

/** Cuts by the named table, in the order late, early, absent, excused, events, cap; never one line per day. */
export function disciplineCuts({ table, facts, law, base, amountOf }: DisciplineQuestion): PartCut[] {
  const rules = law.allowance.rules.discipline[table];
  if (!rules) throw new RangeError(`Tabel disiplin "${table}" tidak ada di ${law.allowance.id}`);
  const cite = (key: string) => compactCite(law.allowance.cite(`discipline.${table}.${key}`));
  const days = judgedDays(facts, law).map((d) =>
    rules.noRecord === 'absent' && d.missingCheckIn && d.missingCheckOut ? { ...d, absent: true } : d,
  );
  const present = days.filter((d) => !d.absent);
  const cuts: PartCut[] = [
    ...sideCuts('late', rules, present, facts, law, cite),
    ...sideCuts('early', rules, present, facts, law, cite),
    ...accumulatedCuts(rules, present, cite),
    ...absenceCuts({ rules, facts, days, dutyDates: dutyDates(facts, law), base, amountOf, cite }),
    ...(rules.ratio
      ? ratioCuts(rules.ratio.countsAsPresent, days, facts, law, cite)
      : excusedCuts(rules, days, cite)),
    ...eventCuts(rules, facts, cite),
  ];
  if (rules.pointsDivisor !== undefined) dividePoints(cuts, rules.pointsDivisor);
  if (rules.cap === undefined) return cuts;
  const over = Fraction.sum(cuts.map((c) => c.percent)).sub(Fraction.of(rules.cap));
  if (over.compare(Fraction.zero) > 0)
    cuts.push({
      code: 'discipline-cap',
      inputs: { cap: rules.cap },
      percent: over.negate(),
      cite: cite('cap'),
    });
  return cuts;
}

/** The band of that many minutes, `[from, to)`; none below the first. */
export function bandOf(minutes: number, bands: readonly Band[]): Band | null {
  return bands.find((b) => minutes >= b.from && (b.to === undefined || minutes < b.to)) ?? null;
}

/** A missing time counts in the last band (allowance-rules 2.1: TL4, PSW4), or as the table says. */
function sideCuts(
  code: 'late' | 'early',
  rules: DisciplineTable,
  days: readonly DayJudgement[],
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): PartCut[] {
  const ownMissing = code === 'late' ? rules.noCheckIn : rules.noCheckOut;
  const windows = code === 'late' ? rules.clock?.checkIn : rules.clock?.checkOut;
  const bands: readonly { code: string; percent: string }[] = windows ?? rules[code];
  const counts = new Map<unknown, number>();
  let without = 0;
  for (const day of days) {
    const missing = code === 'late' ? day.missingCheckIn : day.missingCheckOut;
    const minutes = code === 'late' ? day.lateMinutes : day.earlyMinutes;
    if (minutes === 0 && !missing) continue;
    if (missing && ownMissing !== undefined) {
      without += 1;
      continue;
    }
    const band = missing
      ? bands[bands.length - 1]
      : windows
        ? windowOf(clockOf(code, day, facts, law), windows)
        : bandOf(minutes, rules[code]);
    if (band) counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  const path = windows ? (code === 'late' ? 'clock.checkIn' : 'clock.checkOut') : code;
  const cuts = bands.flatMap((band, i): PartCut[] => {
    const n = counts.get(band) ?? 0;
    if (n === 0) return [];
    const inputs = { band: band.code, n, pct: band.percent };
    return [{ code, inputs, percent: times(n, band.percent), cite: cite(`${path}.${i}`) }];
  });
  if (without > 0 && ownMissing !== undefined) {
    const key = code === 'late' ? 'noCheckIn' : 'noCheckOut';
    cuts.push({
      code: code === 'late' ? 'no-check-in' : 'no-check-out',
      inputs: { n: without, pct: ownMissing },
      percent: times(without, ownMissing),
      cite: cite(key),
    });
  }
  return cuts;
}

/** Minutes since midnight of the record: duty hours plus lateness, or less what was left early. */
function clockOf(code: 'late' | 'early', day: DayJudgement, facts: AllowanceFacts, law: LawSet): number {
  const hours = law.working.hours(day.date, facts.unitKind);
  if (!hours) return 0;
  return code === 'late' ? minutesOf(hours.start) + day.lateMinutes : minutesOf(hours.end) - day.earlyMinutes;
}

function windowOf<W extends { from: string; to: string }>(minutes: number, windows: readonly W[]): W | null {
  return windows.find((w) => minutes >= minutesOf(w.from) && minutes < minutesOf(w.to)) ?? null;
}

function accumulatedCuts(
  { accumulated }: DisciplineTable,
  days: readonly DayJudgement[],
  cite: (key: string) => string,
): PartCut[] {
  if (!accumulated) return [];
  const minutes = days.reduce((sum, d) => sum + d.lateMinutes + d.earlyMinutes, 0);
  const ratio = Fraction.ratio(BigInt(minutes), BigInt(accumulated.minutes));
  const counted = accumulated.partial ? ratio : Fraction.ratio(ratio.floor(), 1n);
  if (counted.isZero()) return [];
  return [
    {
      code: 'accumulated',
      inputs: { minutes, per: accumulated.minutes, pct: accumulated.percent },
      percent: counted.mul(Fraction.of(accumulated.percent)),
      cite: cite('accumulated'),
    },
  ];
}

function excusedCuts(
  rules: DisciplineTable,
  days: readonly DayJudgement[],
  cite: (key: string) => string,
): PartCut[] {
  const excused = days.filter((d) => !d.absent && d.status !== 'present');
  return (excused.length ? Object.entries(rules.statuses) : []).flatMap(([status, percent]): PartCut[] => {
    const n = excused.filter((d) => d.status === status).length;
    if (n === 0 || percent === undefined || Fraction.of(percent).isZero()) return [];
    return [
      {
        code: 'excused',
        inputs: { status: status as PresenceStatus, n, pct: percent },
        percent: times(n, percent),
        cite: cite(`statuses.${status}`),
      },
    ];
  });
}

function ratioCuts(
  counts: readonly PresenceStatus[],
  days: readonly DayJudgement[],
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): PartCut[] {
  const of = facts.presence === null ? days.length : dutyDates(facts, law).length;
  const missing = days.filter(
    (d) => d.absent || (d.status !== 'present' && !(d.status !== 'missing' && counts.includes(d.status))),
  ).length;
  if (missing === 0 || of === 0) return [];
  return [
    {
      code: 'presence-ratio',
      inputs: { n: of - missing, of },
      percent: Fraction.ratio(BigInt(missing) * 100n, BigInt(of)),
      cite: cite('ratio'),
    },
  ];
}

function eventCuts(rules: DisciplineTable, facts: AllowanceFacts, cite: (key: string) => string): PartCut[] {
  const within = (date: IsoDate) => facts.from <= date && date <= facts.to;
  return Object.entries(rules.events ?? {}).flatMap(([event, percent]): PartCut[] => {
    const n = (facts.events ?? []).filter((e) => e.event === event && within(e.date)).length;
    return n === 0 || percent === undefined
      ? []
      : [
          {
            code: 'event',
            inputs: { event, n, pct: percent },
            percent: times(n, percent),
            cite: cite(`events.${event}`),
          },
        ];
  });
}

function dividePoints(cuts: PartCut[], divisor: string): void {
  for (const cut of cuts) {
    cut.percent = cut.percent.div(Fraction.of(divisor));
    cut.inputs = { ...cut.inputs, by: divisor };
  }
}

export function times(n: number, percent: string): Fraction {
  return Fraction.of(n).mul(Fraction.of(percent));
}

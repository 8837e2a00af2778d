/** Late and early days one by one: by minute bands or clock windows, without a record, with permission, at most so much a day. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import { minutesOf, weekday } from '../dates.js';
import { DAY_NAMES } from '../document/calendar-schema.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { DisciplineCut } from './cut-kinds.js';
import type { DisciplineTable } from './discipline.js';
import type { AllowanceFacts } from './facts.js';

type Band = DisciplineTable['late'][number];
type Window = NonNullable<DisciplineTable['clock']>['checkIn'][number];
const SIDES = ['late', 'early'] as const;
type Side = (typeof SIDES)[number];
type OrdinaryCode = Side | 'no-check-in' | 'no-check-out';
const NONE: ReadonlySet<IsoDate> = new Set();

/** What one side of one day costs; hits of the same kind make one line. */
interface Hit<Code = OrdinaryCode | `${OrdinaryCode}-permitted`> {
  date: IsoDate;
  code: Code;
  /** Place of its line among those of the side. */
  order: number;
  inputs: Record<string, string | number>;
  percent: Fraction;
  path: string;
}

/** The band of that many minutes, `[from, to)`; none below the first. */
export function bandOf(minutes: number, bands: readonly Band[]): Band | null {
  return bands.find((b) => minutes >= b.from && (b.to === undefined || minutes < b.to)) ?? null;
}

export function latenessCuts(
  rules: DisciplineTable,
  days: readonly DayJudgement[],
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  const permitted = permittedDates(rules, days);
  const hits = SIDES.map((side) => {
    const found: Hit[] = [];
    for (const day of days) {
      const hit = hitOf(side, day, rules, facts, law);
      const counted = permitted.has(day.date) ? permittedHit(side, day, rules, hit) : hit;
      if (counted) found.push(counted);
    }
    return found;
  });
  return [...hits.flatMap((side) => linesOf(side, cite)), ...dayMaximum(rules, hits.flat(), cite)];
}

/** Days whose lateness the permission eases: the first so many of the month, where the table limits them. */
export function permittedDates({ permitted }: DisciplineTable, days: readonly DayJudgement[]): ReadonlySet<IsoDate> {
  if (!permitted) return NONE;
  const asked = days
    .filter((d) => d.permitted && (d.lateMinutes > 0 || d.earlyMinutes > 0 || d.missingCheckIn || d.missingCheckOut))
    .map((d) => d.date)
    .sort();
  return new Set(asked.slice(0, permitted.times ?? asked.length));
}

function hitOf(side: Side, day: DayJudgement, rules: DisciplineTable, facts: AllowanceFacts, law: LawSet): Hit<OrdinaryCode> | null {
  const missing = isMissing(side, day);
  const minutes = side === 'late' ? day.lateMinutes : day.earlyMinutes;
  if (minutes === 0 && !missing) return null;
  const ownMissing = side === 'late' ? rules.noCheckIn : rules.noCheckOut;
  if (missing && ownMissing !== undefined)
    return {
      date: day.date,
      code: side === 'late' ? 'no-check-in' : 'no-check-out',
      order: Infinity,
      inputs: { pct: ownMissing },
      percent: Fraction.of(ownMissing),
      path: side === 'late' ? 'noCheckIn' : 'noCheckOut',
    };
  const windows = side === 'late' ? rules.clock?.checkIn : rules.clock?.checkOut;
  const bands: readonly { code: string; percent: string }[] = windows ?? rules[side];
  const band = missing
    ? (windows?.filter(holdsOn(day.date, law)) ?? bands).at(-1)
    : windows
      ? windowOf(clockOf(side, day, facts, law), windows.filter(holdsOn(day.date, law)))
      : bandOf(minutes, rules[side]);
  if (!band) return null;
  const order = bands.indexOf(band);
  const path = windows ? (side === 'late' ? 'clock.checkIn' : 'clock.checkOut') : side;
  const inputs = { band: band.code, pct: band.percent };
  return { date: day.date, code: side, order, inputs, percent: Fraction.of(band.percent), path: `${path}.${order}` };
}

/** With permission: by bands of its own, else a share of the ordinary cut. */
function permittedHit(side: Side, day: DayJudgement, { permitted }: DisciplineTable, ordinary: Hit<OrdinaryCode> | null): Hit | null {
  const bands = permitted?.[side];
  const code = `${side}-permitted` as const;
  if (bands) {
    const minutes = side === 'late' ? day.lateMinutes : day.earlyMinutes;
    const band = isMissing(side, day) ? bands.at(-1) : bandOf(minutes, bands);
    if (!band) return null;
    const order = bands.indexOf(band);
    const inputs = { band: band.code, pct: band.percent };
    return { date: day.date, code, order, inputs, percent: Fraction.of(band.percent), path: `permitted.${side}.${order}` };
  }
  if (!ordinary || permitted?.percent === undefined) return ordinary;
  const percent = ordinary.percent.mul(Fraction.percent(permitted.percent));
  if (percent.isZero()) return null;
  const inputs = { ...ordinary.inputs, share: permitted.percent };
  return { ...ordinary, code: `${ordinary.code}-permitted`, inputs, percent, path: 'permitted.percent' };
}

function isMissing(side: Side, day: DayJudgement): boolean {
  return side === 'late' ? day.missingCheckIn : day.missingCheckOut;
}

function linesOf(hits: readonly Hit[], cite: (key: string) => string): DisciplineCut[] {
  const lines = new Map<string, Hit[]>();
  for (const hit of hits.toSorted((a, b) => rank(a) - rank(b) || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))) {
    const key = `${hit.code} ${hit.order}`;
    lines.set(key, [...(lines.get(key) ?? []), hit]);
  }
  return [...lines.values()].flatMap((same): DisciplineCut[] => {
    const [first] = same;
    if (!first) return [];
    const { band, ...rest } = first.inputs;
    const inputs = { ...(band === undefined ? {} : { band }), n: same.length, ...rest };
    return [{ code: first.code, inputs, percent: first.percent.mul(Fraction.of(same.length)), cite: cite(first.path) }];
  });
}

/** Bands first, then missing records, then what a permission eased. */
function rank({ code }: Hit): number {
  return code.endsWith('-permitted') ? 2 : code.startsWith('no-') ? 1 : 0;
}

/** What one day's cuts go beyond the most that a day may cost is given back. */
function dayMaximum({ dayMaximum: most }: DisciplineTable, hits: readonly Hit[], cite: (key: string) => string): DisciplineCut[] {
  if (most === undefined) return [];
  const byDay = new Map<IsoDate, Fraction>();
  for (const { date, percent } of hits) byDay.set(date, (byDay.get(date) ?? Fraction.zero).add(percent));
  const over = [...byDay.values()].map((sum) => sum.sub(Fraction.of(most))).filter((o) => o.compare(Fraction.zero) > 0);
  if (over.length === 0) return [];
  const inputs = { n: over.length, max: most };
  return [{ code: 'day-maximum', inputs, percent: Fraction.sum(over).negate(), cite: cite('dayMaximum') }];
}

/** Minutes since midnight of the record: duty hours plus lateness, or less what was left early. */
function clockOf(side: Side, day: DayJudgement, facts: AllowanceFacts, law: LawSet): number {
  const hours = law.working.hours(day.date, facts.unitKind);
  if (!hours) return 0;
  return side === 'late' ? minutesOf(hours.start) + day.lateMinutes : minutesOf(hours.end) - day.earlyMinutes;
}

/** Windows of that weekday, in or outside Ramadan. */
function holdsOn(date: IsoDate, law: LawSet) {
  const day = DAY_NAMES[weekday(date) - 1];
  const ramadan = law.working.isRamadan(date);
  return (w: Window) =>
    (w.days === undefined || w.days.some((d) => d === day)) && (w.ramadan === undefined || w.ramadan === ramadan);
}

function windowOf(minutes: number, windows: readonly Window[]): Window | null {
  return windows.find((w) => minutes >= minutesOf(w.from) && minutes < minutesOf(w.to)) ?? null;
}

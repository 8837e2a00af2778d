/** Discipline cuts from judged days and events (dimensions 6, 7), in percent of the table's base. */
import type { IsoDate, PresenceStatus } from '@ekinerja/contracts/basics';
import type { DayJudgement } from '../attendance.js';
import { compactCite } from '../citation.js';
import type { Basis } from '../document/allowance/who-schema.js';
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { absenceCuts } from './absence.js';
import type { DisciplineCut } from './cut-kinds.js';
import { dutyDates, judgedDays } from './days.js';
import type { AllowanceFacts } from './facts.js';
import { eventCuts } from './events.js';
import { latenessCuts, permittedDates } from './lateness.js';
import { daysFromMinutes, forgiven, minuteCuts, minutesOf } from './minutes.js';
import { weeklyCuts } from './weekly.js';

export type DisciplineTable = NonNullable<AllowanceRules['discipline'][string]>;

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
export function disciplineCuts({ table, facts, law, base, amountOf }: DisciplineQuestion): DisciplineCut[] {
  const rules = law.allowance.rules.discipline[table];
  if (!rules) throw new RangeError(`Tabel disiplin "${table}" tidak ada di ${law.allowance.id}`);
  const cite = (key: string) => compactCite(law.allowance.cite(`discipline.${table}.${key}`));
  const { days, present, counted } = lateDays(rules, facts, law);
  const cuts: DisciplineCut[] = [
    ...latenessCuts(rules, present, facts, law, cite),
    ...minuteCuts(rules, counted, facts, law, cite),
    ...weeklyCuts(rules, { counted, absent: days.filter((d) => d.absent) }, facts, law, cite),
    ...absenceCuts({
      rules,
      facts,
      days,
      extra: daysFromMinutes(rules, counted),
      dutyDates: dutyDates(facts, law),
      base,
      amountOf,
      cite,
    }),
    ...(rules.ratio
      ? ratioCuts(rules.ratio, days, facts, law, cite)
      : excusedCuts(rules, days, cite)),
    ...presenceCuts(rules, days, dutyDates(facts, law).length, cite),
    ...eventCuts(rules, facts, days, dutyDates(facts, law), cite),
  ];
  if (rules.pointsDivisor !== undefined) dividePoints(cuts, rules.pointsDivisor);
  if (rules.unit === 'rupiah') fromRupiah(cuts, base);
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

/** The days by the table: all, those present, and those whose minutes are added up. */
function lateDays(rules: DisciplineTable, facts: AllowanceFacts, law: LawSet) {
  const judged = judgedDays(facts, law);
  const recorded =
    rules.noRecord === 'absent'
      ? judged.map((d) => (d.missingCheckIn && d.missingCheckOut ? { ...d, absent: true } : d))
      : judged;
  const left = forgiven(recorded, rules);
  const days = rules.absentFrom ? left.map((d) => (countsAsAbsent(d, rules) ? { ...d, absent: true } : d)) : left;
  const present = days.filter((d) => !d.absent);
  const eased = rules.permitted?.counted ? null : permittedDates(rules, present);
  return { days, present, counted: eased?.size ? present.filter((d) => !eased.has(d.date)) : present };
}

/** So late and so early that the day counts as none. */
function countsAsAbsent(day: DayJudgement, { absentFrom, permitted }: DisciplineTable): boolean {
  if (!absentFrom || (permitted && day.permitted)) return false;
  return day.lateMinutes + day.earlyMinutes >= absentFrom.minutes;
}

/** Why a table holds the month's payment: so many minutes late and early together. */
export function heldByTable(table: string, facts: AllowanceFacts, law: LawSet): { name: string; cite: string } | null {
  const rules = law.allowance.rules.discipline[table];
  if (!rules?.holdFrom || minutesOf(lateDays(rules, facts, law).counted, rules) < rules.holdFrom.minutes) return null;
  return { name: rules.holdFrom.name, cite: compactCite(law.allowance.cite(`discipline.${table}.holdFrom`)) };
}

/** Too few days present: one cut, by the lowest step that was not reached. */
function presenceCuts(
  { presenceSteps }: DisciplineTable,
  days: readonly DayJudgement[],
  of: number,
  cite: (key: string) => string,
): DisciplineCut[] {
  if (!presenceSteps || of === 0) return [];
  const counts = presenceSteps.countsAsPresent ?? [];
  const n = days.filter((d) => !d.absent && (d.status === 'present' || counts.some((s) => s === d.status))).length;
  const reached = Fraction.ratio(BigInt(n) * 100n, BigInt(of));
  const step = [...presenceSteps.steps]
    .sort((a, b) => Fraction.of(a.below).compare(Fraction.of(b.below)))
    .find((s) => reached.compare(Fraction.of(s.below)) < 0);
  if (!step) return [];
  const inputs = { n, of, below: step.below, pct: step.percent };
  return [{ code: 'presence-step', inputs, percent: Fraction.of(step.percent), cite: cite('presenceSteps') }];
}

function excusedCuts(
  rules: DisciplineTable,
  days: readonly DayJudgement[],
  cite: (key: string) => string,
): DisciplineCut[] {
  const excused = days.filter((d) => !d.absent && d.status !== 'present');
  return (excused.length ? Object.entries(rules.statuses) : []).flatMap(([status, percent]): DisciplineCut[] => {
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
  { countsAsPresent: counts, by }: NonNullable<DisciplineTable['ratio']>,
  days: readonly DayJudgement[],
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  const gone = (d: DayJudgement) =>
    d.absent || (d.status !== 'present' && !(d.status !== 'missing' && counts.includes(d.status)));
  if (by === 'minutes') return minuteRatio(days, gone, facts, law, cite);
  const of = facts.presence === null ? days.length : dutyDates(facts, law).length;
  const missing = days.filter(gone).length;
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

/** Hours worked over hours of duty. */
function minuteRatio(
  days: readonly DayJudgement[],
  gone: (d: DayJudgement) => boolean,
  facts: AllowanceFacts,
  law: LawSet,
  cite: (key: string) => string,
): DisciplineCut[] {
  const duty = (date: IsoDate) => law.working.hours(date, facts.unitKind)?.minutes ?? 0;
  const of = dutyDates(facts, law).reduce((sum, date) => sum + duty(date), 0);
  const missing = days.reduce(
    (sum, d) => sum + Math.min(duty(d.date), gone(d) ? duty(d.date) : d.lateMinutes + d.earlyMinutes),
    0,
  );
  if (missing === 0 || of === 0) return [];
  return [
    {
      code: 'minute-ratio',
      inputs: { n: of - missing, of },
      percent: Fraction.ratio(BigInt(missing) * 100n, BigInt(of)),
      cite: cite('ratio'),
    },
  ];
}

function dividePoints(cuts: DisciplineCut[], divisor: string): void {
  for (const cut of cuts) {
    cut.percent = cut.percent.div(Fraction.of(divisor));
    cut.inputs = { ...cut.inputs, by: divisor };
  }
}

/** Figures that are rupiah, as percent of the base; where there is no base there is nothing to cut. */
function fromRupiah(cuts: DisciplineCut[], base: Fraction): void {
  for (const cut of cuts) {
    cut.percent = base.isZero() ? Fraction.zero : cut.percent.mul(Fraction.of(100)).div(base);
    cut.inputs = { ...cut.inputs, unit: 'rupiah' };
  }
}

export function times(n: number, percent: string): Fraction {
  return Fraction.of(n).mul(Fraction.of(percent));
}

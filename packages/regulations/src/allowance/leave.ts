/** Leave tiers (dimension 8), clipped to the month so that no day is cut twice. */
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { compactCite } from '../citation.js';
import { addDays, datesOf, firstDay, monthOf } from '../dates.js';
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { calendarDays, clipped, dutyDates, judgedUntil } from './days.js';
import type { AllowanceFacts, LeaveFact } from './facts.js';
import type { Ledger } from './ledger.js';
import type { Portion } from './portions.js';
import { isFor } from './who.js';

type LeaveRule = NonNullable<AllowanceRules['leave']>[number];
type DayRule = Extract<LeaveRule['method'], { kind: 'days' }>;
type StepRule = Extract<LeaveRule['method'], { kind: 'day-steps' }>;
type TotalRule = Extract<LeaveRule['method'], { kind: 'total-days' }>;
type MonthRule = Extract<LeaveRule['method'], { kind: 'months' }>;

/** Takes off each leave of the month by the first rule that fits it. */
export function takeLeave(ledger: Ledger, { facts, weight }: Pick<Portion, 'facts' | 'weight'>, law: LawSet): LeaveFact[] {
  const { leave, rounding } = law.allowance.rules;
  const unknown: LeaveFact[] = [];
  const leaves = [...(facts.leaves ?? [])].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.type < b.type ? -1 : 1,
  );
  for (const fact of leaves) {
    const span = clipped(fact.from, fact.to, facts.month);
    if (!span) continue;
    const index = leave?.findIndex((rule) => fits(rule, fact, facts)) ?? -1;
    const rule = leave?.[index];
    if (!rule) {
      unknown.push(fact);
      continue;
    }
    const cite = compactCite(law.allowance.cite(`leave.${index}`));
    const fellows = leaves.filter((f) => leave?.findIndex((r) => fits(r, f, facts)) === index);
    const cut = rule.method.kind === 'free' ? null : cutOf(rule, { fact, fellows, base: baseSpan(facts, weight, law) }, facts, law);
    if (!cut || cut.ratio.isZero()) continue;
    const amount = ledger.amountOf(rule).mul(cut.ratio);
    const step = rounding.on?.cut;
    const exact = step ? Fraction.ratio(amount.round(step.mode, step.unit), 1n) : amount;
    ledger.take({ code: cut.code, inputs: { name: rule.name, ...cut.inputs }, exact, cite }, rule);
  }
  return unknown;
}

function fits(rule: LeaveRule, fact: LeaveFact, facts: AllowanceFacts): boolean {
  return (
    rule.types.includes(fact.type) &&
    (!rule.child ||
      (fact.child !== undefined &&
        fact.child >= rule.child.from &&
        fact.child <= (rule.child.to ?? fact.child))) &&
    (!rule.causes || (fact.cause !== undefined && rule.causes.includes(fact.cause))) &&
    (rule.document === undefined || rule.document === (fact.document ?? false)) &&
    isFor(rule.who, facts)
  );
}

interface LeaveCut {
  code: string;
  ratio: Fraction;
  inputs: Record<string, string | number>;
}

interface Span {
  from: IsoDate;
  to: IsoDate;
}

/** A leave, and all that the same rule holds for. */
interface Taken {
  fact: LeaveFact;
  fellows: readonly LeaveFact[];
  /** Days that the amount stands for: a day's share is one of them. */
  base: Span;
}

/** A portion that is paid by its days stands for those alone; a whole month for all days by which it is judged. */
function baseSpan(facts: AllowanceFacts, weight: Fraction, law: LawSet): Span {
  const whole = { from: firstDay(facts.month), to: judgedUntil(facts.month, law) };
  return weight.compare(Fraction.one) === 0 ? whole : { from: facts.from, to: facts.to };
}

function cutOf({ method }: LeaveRule, taken: Taken, facts: AllowanceFacts, law: LawSet): LeaveCut | null {
  if (method.kind === 'months') return byMonth(method, taken, facts, law);
  if (method.kind === 'day-steps') return byDaySteps(method, taken, facts, law);
  if (method.kind === 'total-days') return byTotal(method, taken, facts, law);
  return method.kind === 'days' ? byDay(method, taken, facts, law) : null;
}

/** The n-th month pays x %; the month in which the leave starts is the first. */
function byMonth(method: MonthRule, { fact, base }: Taken, facts: AllowanceFacts, law: LawSet): LeaveCut | null {
  const nth = monthsBetween(monthOf(fact.from), facts.month) + 1;
  const step = [...method.steps].sort((a, b) => b.month - a.month).find((s) => nth >= s.month);
  if (!step) return null;
  const missing = Fraction.of(100).sub(Fraction.of(step.percent)).div(Fraction.of(100));
  const inputs = { nth, pct: step.percent };
  if (method.partial === 'whole') return { code: 'leave-month', ratio: missing, inputs };
  const duty = dutyDates({ ...facts, ...base }, law);
  const days = onDuty(fact, facts, law).length;
  if (duty.length === 0) return null;
  const share = Fraction.ratio(BigInt(days), BigInt(duty.length));
  return { code: 'leave-month', ratio: missing.mul(share), inputs: { ...inputs, n: days, of: duty.length } };
}

/** From day k of the leave, y % or a share of one day's amount per day. */
function byDay(method: DayRule, taken: Taken, facts: AllowanceFacts, law: LawSet): LeaveCut | null {
  const inMonth = method.count === 'duty' ? onDuty(taken.fact, facts, law) : onCalendar(taken.fact, facts);
  const before = daysBefore(method, taken, facts, law);
  const n = Math.max(0, inMonth.length - Math.max(0, method.fromDay - 1 - before));
  if (n === 0) return null;
  if (method.dayRate !== undefined) {
    const { base } = taken;
    const of = method.count === 'duty' ? dutyDates({ ...facts, ...base }, law).length : calendarDays(base.from, base.to);
    const ratio = Fraction.percent(method.dayRate).mul(Fraction.ratio(BigInt(n), BigInt(Math.max(1, of))));
    return { code: 'leave-rate', ratio, inputs: { n, pct: method.dayRate, of } };
  }
  const pct = method.percent ?? '0';
  return { code: 'leave-days', ratio: Fraction.percent(pct).mul(Fraction.of(n)), inputs: { n, pct } };
}

/** Each day at the rate of its place in the leave. */
function byDaySteps(method: StepRule, taken: Taken, facts: AllowanceFacts, law: LawSet): LeaveCut | null {
  const { fact } = taken;
  const days = method.count === 'duty' ? onDuty(fact, facts, law).length : onCalendar(fact, facts).length;
  const before = daysBefore(method, taken, facts, law);
  const falling = [...method.steps].sort((a, b) => b.fromDay - a.fromDay);
  const rates = Array.from(
    { length: days },
    (_, i) => falling.find((s) => before + i + 1 >= s.fromDay)?.percent ?? '0',
  );
  const pct = Fraction.sum(rates.map((r) => Fraction.of(r)));
  return {
    code: 'leave-steps',
    ratio: pct.div(Fraction.of(100)),
    inputs: { n: days, pct: pct.toDecimal(4) },
  };
}

/** One cut for the month by how many days there are; several leaves under the rule are cut once, with the first. */
function byTotal(method: TotalRule, taken: Taken, facts: AllowanceFacts, law: LawSet): LeaveCut | null {
  const { fact, fellows } = taken;
  const daysIn = (f: LeaveFact) => (method.count === 'duty' ? onDuty(f, facts, law) : onCalendar(f, facts));
  const first = fellows.find((f) => daysIn(f).length > 0);
  if (method.over !== 'leave' && fact !== first) return null;
  const n =
    method.over === 'leave'
      ? daysIn(fact).length + daysBefore({ count: method.count }, taken, facts, law)
      : new Set(fellows.flatMap(daysIn)).size;
  const step = method.steps.toSorted((a, b) => b.fromDay - a.fromDay).find((s) => n >= s.fromDay);
  if (!step) return null;
  return { code: 'leave-total', ratio: Fraction.percent(step.percent), inputs: { n, from: step.fromDay, pct: step.percent } };
}

function within(fact: LeaveFact, facts: AllowanceFacts): { from: IsoDate; to: IsoDate } | null {
  const span = clipped(fact.from, fact.to, facts.month);
  if (!span) return null;
  const from = span.from > facts.from ? span.from : facts.from;
  const to = span.to < facts.to ? span.to : facts.to;
  return from <= to ? { from, to } : null;
}

function onDuty(fact: LeaveFact, facts: AllowanceFacts, law: LawSet): IsoDate[] {
  const span = within(fact, facts);
  return span ? dutyDates({ ...facts, ...span }, law) : [];
}

function onCalendar(fact: LeaveFact, facts: AllowanceFacts): IsoDate[] {
  const span = within(fact, facts);
  return span ? datesOf(facts.month).filter((d) => span.from <= d && d <= span.to) : [];
}

/**
 * Days before those that this slip counts, so that "from day k" runs on: of this leave also over months, or of every
 * leave under the same rule since the month or the year began.
 */
function daysBefore(
  { count, numbered }: Pick<DayRule, 'count' | 'numbered'>,
  { fact, fellows }: Taken,
  facts: AllowanceFacts,
  law: LawSet,
): number {
  const start = within(fact, facts)?.from ?? fact.from;
  const opens =
    numbered === 'month' ? firstDay(facts.month) : numbered === 'year' ? `${facts.month.slice(0, 4)}-01-01` : fact.from;
  const own = numbered === undefined || numbered === 'leave' ? [fact] : fellows;
  let n = 0;
  for (let day = opens; day < start; day = addDays(day, 1))
    if (
      own.some((f) => f.from <= day && day <= f.to) &&
      (count === 'calendar' || law.working.hours(day, facts.unitKind) !== null)
    )
      n += 1;
  return n;
}

export function monthsBetween(a: IsoMonth, b: IsoMonth): number {
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
}

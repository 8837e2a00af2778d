/** Additions (dimension 11): awards, acting posts, treasurers; a line of their own beside the criteria. */
import { compactCite } from '../citation.js';
import { firstDay, lastDay } from '../dates.js';
import type { AllowanceRules } from '../document.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import { needBase } from './base.js';
import { criterionAmounts } from './criteria.js';
import { calendarDays, clipped, dutyDates, judgedDays, withinShortMonth } from './days.js';
import type { AdditionFact, AllowanceFacts } from './facts.js';
import type { SlipLine } from './slip-line.js';
import { isFor } from './who.js';
import type { Basis } from '../document/allowance/who-schema.js';

type AdditionRule = NonNullable<NonNullable<AllowanceRules['additions']>[string]>;

export interface OwnAmounts {
  full: Fraction;
  paid: Fraction;
  amountOf: (basis: Basis) => Fraction;
}

export function additionLines(
  facts: AllowanceFacts,
  own: OwnAmounts,
  law: LawSet,
): { lines: SlipLine[]; total: bigint; unknown: AdditionFact[] } {
  const { additions, rounding } = law.allowance.rules;
  const unknown = (facts.additions ?? []).filter((f) => !additions?.[f.code]);
  const lines: SlipLine[] = [];
  const paid: { code: string; line: SlipLine; rupiah: bigint }[] = [];
  for (const { code, rule, fact } of due(facts, additions ?? {})) {
    if (!longEnough(rule, fact, facts)) {
      lines.push({
        section: 'info',
        code: 'addition-too-short',
        inputs: { name: rule.name },
        amount: null,
        cite: compactCite(law.allowance.cite(`additions.${code}.minimum`)),
      });
      continue;
    }
    const { exact, inputs } = amountOf(rule, fact, facts, own, law);
    let amount = exact;
    if (rule.prorate) amount = amount.mul(held(rule.prorate, fact, facts, law));
    if (rule.followsPerformance)
      amount = own.full.isZero() ? Fraction.zero : amount.mul(own.paid.div(own.full));
    if (rule.maximum !== undefined) amount = amount.min(Fraction.of(rule.maximum));
    const step = rounding.on?.addition ?? {
      unit: rounding.stage === 'net' ? 1 : rounding.unit,
      mode: rounding.mode,
    };
    const rupiah = amount.round(step.mode, step.unit);
    const line: SlipLine = {
      section: 'gross',
      code: 'addition',
      inputs: { name: rule.name, ...inputs },
      amount: toRupiah(rupiah),
      cite: compactCite(law.allowance.cite(`additions.${code}`)),
    };
    paid.push({ code, line, rupiah });
    lines.push(line);
  }
  const left = onlyHighest(paid, law.allowance.rules.highestOnly?.additions);
  const dropped = new Set(paid.filter((p) => !left.includes(p)).map(({ line }) => line));
  return { lines: lines.filter((l) => !dropped.has(l)), total: left.reduce((sum, p) => sum + p.rupiah, 0n), unknown };
}

/** Of additions that exclude each other the largest alone; equal ones: the first. */
function onlyHighest<P extends { code: string; rupiah: bigint }>(
  paid: readonly P[],
  groups: readonly (readonly string[])[] | undefined,
): readonly P[] {
  return (groups ?? []).reduce((left, group) => {
    const among = left.filter(({ code }) => group.includes(code));
    const best = among.reduce<P | undefined>((top, p) => (top && top.rupiah >= p.rupiah ? top : p), undefined);
    return left.filter((p) => p === best || !among.includes(p));
  }, paid);
}

/** By fact, and those that the policy gives by itself; in the order of the document. */
function due(facts: AllowanceFacts, rules: NonNullable<AllowanceRules['additions']>) {
  return Object.entries(rules).flatMap(([code, rule]) => {
    if (!rule) return [];
    const given = (facts.additions ?? [])
      .filter((f) => f.code === code)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (given.length > 0) return isFor(rule.who, facts) ? given.map((fact) => ({ code, rule, fact })) : [];
    const fact: AdditionFact = { code };
    return rule.automatic && isFor(rule.who, facts) ? [{ code, rule, fact }] : [];
  });
}

/** Share of the month for which the post was held. */
function held(
  prorate: 'calendar-days' | 'duty-days',
  fact: AdditionFact,
  { month, unitKind }: AllowanceFacts,
  law: LawSet,
): Fraction {
  const whole = { from: firstDay(month), to: lastDay(month) };
  const span = clipped(fact.from ?? whole.from, fact.to ?? whole.to, month);
  if (!span) return Fraction.zero;
  const days = (s: { from: string; to: string }) =>
    prorate === 'calendar-days' ? calendarDays(s.from, s.to) : dutyDates({ month, unitKind, ...s }, law).length;
  return Fraction.ratio(BigInt(days(span)), BigInt(Math.max(1, days(whole))));
}

function longEnough(rule: AdditionRule, fact: AdditionFact, { month }: AllowanceFacts): boolean {
  const from = fact.from ?? firstDay(month);
  const to = fact.to ?? lastDay(month);
  if (from > lastDay(month) || to < firstDay(month)) return false;
  if (rule.minimum === 'calendar-month') return from <= firstDay(month) && to >= lastDay(month);
  if (rule.minimum === 'thirty-days')
    return calendarDays(from, to < lastDay(month) ? to : lastDay(month)) >= 30;
  return true;
}

function amountOf(
  { method }: AdditionRule,
  fact: AdditionFact,
  facts: AllowanceFacts,
  own: OwnAmounts,
  law: LawSet,
): { exact: Fraction; inputs: SlipLine['inputs'] } {
  switch (method.kind) {
    case 'fixed':
      return { exact: Fraction.of(method.amount), inputs: {} };
    case 'given':
      return { exact: Fraction.of(fact.amount ?? 0), inputs: {} };
    case 'per-present-day': {
      const counts = method.countsAsPresent ?? [];
      const n = judgedDays(withinShortMonth(facts, law), law).filter(
        (d) => !d.absent && (d.status === 'present' || counts.some((s) => s === d.status)),
      ).length;
      return { exact: Fraction.of(method.amount).mul(Fraction.of(n)), inputs: { n, each: method.amount } };
    }
    case 'per-time': {
      const n = Math.min(fact.times ?? 1, method.maximumTimes ?? Number.MAX_SAFE_INTEGER);
      const exact = Fraction.of(method.amount).mul(Fraction.of(n));
      return { exact, inputs: { n, each: method.amount, per: 'time' } };
    }
    case 'percent-of-class': {
      const of = { ...facts, class: method.class ?? fact.class ?? facts.class };
      const exact = needBase(of, law).amount.mul(Fraction.percent(method.percent));
      return { exact, inputs: { class: of.class, pct: method.percent } };
    }
    case 'percent-of-own':
      return {
        exact: own.amountOf(method).mul(Fraction.percent(method.percent)),
        inputs: { pct: method.percent },
      };
    case 'acting':
    case 'concurrent':
    case 'more-favourable': {
      const { code: _code, amount: _amount, from: _from, to: _to, ...post } = fact;
      const only = method.kind === 'acting' ? method.criteria : undefined;
      const given = criterionAmounts({ ...facts, ...post }, law).filter(
        (c) => !only || only.includes(c.code),
      );
      const other = Fraction.sum(given.map((c) => c.full));
      const acting = other.mul(Fraction.percent(method.percent));
      const exact =
        method.kind === 'acting'
          ? acting
          : method.kind === 'concurrent'
            ? other.max(own.full).sub(own.full).add(other.min(own.full).mul(Fraction.percent(method.percent)))
            : acting.sub(own.full).max(Fraction.zero);
      return { exact, inputs: { class: fact.class ?? facts.class, pct: method.percent } };
    }
  }
}

/** Additions (dimension 11): awards, acting posts, treasurers; a line of their own beside the criteria. */
import { compactCite } from '../citation.js';
import { firstDay, lastDay } from '../dates.js';
import type { AllowanceRules } from '../document.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import { needBase } from './base.js';
import { criterionAmounts } from './criteria.js';
import { calendarDays } from './days.js';
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
  let total = 0n;
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
    if (rule.followsPerformance)
      amount = own.full.isZero() ? Fraction.zero : amount.mul(own.paid.div(own.full));
    if (rule.maximum !== undefined) amount = amount.min(Fraction.of(rule.maximum));
    const step = rounding.on?.addition ?? {
      unit: rounding.stage === 'net' ? 1 : rounding.unit,
      mode: rounding.mode,
    };
    const rupiah = amount.round(step.mode, step.unit);
    total += rupiah;
    lines.push({
      section: 'gross',
      code: 'addition',
      inputs: { name: rule.name, ...inputs },
      amount: toRupiah(rupiah),
      cite: compactCite(law.allowance.cite(`additions.${code}`)),
    });
  }
  return { lines, total, unknown };
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
    case 'more-favourable': {
      const { code: _code, amount: _amount, from: _from, to: _to, ...post } = fact;
      const only = method.kind === 'acting' ? method.criteria : undefined;
      const given = criterionAmounts({ ...facts, ...post }, law).filter(
        (c) => !only || only.includes(c.code),
      );
      const acting = Fraction.sum(given.map((c) => c.full)).mul(Fraction.percent(method.percent));
      const exact = method.kind === 'acting' ? acting : acting.sub(own.full).max(Fraction.zero);
      return { exact, inputs: { class: fact.class ?? facts.class, pct: method.percent } };
    }
  }
}

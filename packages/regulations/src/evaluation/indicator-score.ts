/** PermenPANRB 8/2021: attainment of indicators to the score of the SKP, for leaders and for JA and JF. */
import { PREDICATES, type DerivationStep, type Predicate } from '@ekinerja/contracts/basics';
import type { PerformanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { attainment, wholePercent, type IndicatorFact } from './attainment.js';

export interface PlanFact {
  name?: string;
  /** One per aspect (quantity, quality, time, cost) for JA and JF; the indicators of a leader's result. */
  indicators: readonly IndicatorFact[];
  /** Leaders: key of `leaderGroups`. */
  group?: string;
  /** JA and JF: results of the leader that a plan which is not cascaded directly intervenes in. */
  intervenes?: number;
}
export interface IndicatorFacts {
  /** JPT and leaders of independent units: continuous values. */
  leader?: boolean;
  plans: readonly PlanFact[];
  additional?: readonly PlanFact[];
}
type Rules = Extract<
  NonNullable<PerformanceRules['evaluation']['workScore']>,
  { formula: 'permenpanrb-8-2021' }
>;

export function indicatorScore(
  rules: Rules,
  facts: IndicatorFacts,
  law: LawSet,
): { score: Fraction; derivation: DerivationStep[] } {
  const cite = (key: string) => law.performance.cite(`evaluation.workScore.${key}`);
  const derivation: DerivationStep[] = [];
  const planScore = (plan: PlanFact, i: number): Fraction => {
    const judged = facts.leader ? leaderPlan(plan, rules) : staffPlan(plan, rules);
    derivation.push({
      rule: facts.leader ? 'work.leader-plan' : 'work.plan',
      inputs: { name: plan.name ?? String(i + 1), attainment: judged.shown },
      result: judged.score.toDecimal(4),
      cite: cite(facts.leader ? 'leaderScale' : 'combination'),
    });
    return judged.score;
  };
  const scores = facts.plans.map((plan, i) => ({ group: plan.group, score: planScore(plan, i) }));
  const main = facts.leader && rules.leaderGroups ? byGroups(scores, rules.leaderGroups) : average(scores);
  const extra = Fraction.sum(
    (facts.additional ?? []).map((plan) =>
      Fraction.of(rules.additional[staffPlan(plan, rules).category] ?? '0'),
    ),
  );
  if (!extra.isZero())
    derivation.push({
      rule: 'work.additional',
      inputs: {},
      result: extra.toDecimal(),
      cite: cite('additional'),
    });
  const score = main.add(extra).min(Fraction.of(rules.maximum));
  derivation.push({
    rule: 'work.score',
    inputs: { main: main.toDecimal(4), additional: extra.toDecimal() },
    result: score.toDecimal(4),
    cite: cite('maximum'),
  });
  return { score, derivation };
}

function average(scores: readonly { score: Fraction }[]): Fraction {
  return scores.length
    ? Fraction.sum(scores.map((s) => s.score)).div(Fraction.of(scores.length))
    : Fraction.zero;
}

/** Groups that are there, by their weights; plans without a known group count in none. */
function byGroups(
  scores: readonly { group: string | undefined; score: Fraction }[],
  weights: Partial<Record<string, string>>,
): Fraction {
  const present = Object.entries(weights).flatMap(([group, weight]) => {
    const own = scores.filter((s) => s.group === group);
    return own.length && weight !== undefined ? [{ weight: Fraction.of(weight), score: average(own) }] : [];
  });
  if (present.length === 0) return average(scores);
  const total = Fraction.sum(present.map((p) => p.weight));
  return Fraction.sum(present.map((p) => p.score.mul(p.weight))).div(total);
}

interface Judged {
  score: Fraction;
  shown: string;
}

function leaderPlan(plan: PlanFact, rules: Rules): Judged {
  const values = plan.indicators.map((fact) => {
    const reached = wholePercent(attainment(fact), rules.attainment);
    const full = fact.atMaximum === true && reached.compare(Fraction.of(100)) === 0;
    return { reached, score: full ? Fraction.of(rules.leaderFull) : onScale(reached, rules.leaderScale) };
  });
  return { score: average(values), shown: values.map((v) => v.reached.toDecimal(2)).join(', ') };
}

function onScale(reached: Fraction, scale: Rules['leaderScale']): Fraction {
  const rising = [...scale].sort((a, b) => Fraction.of(a.from).compare(Fraction.of(b.from)));
  const part = rising.findLast((s) => reached.compare(Fraction.of(s.from)) >= 0);
  if (!part) return Fraction.zero;
  const [from, to, low, high] = [part.from, part.to, part.low, part.high].map((v) => Fraction.of(v)) as [
    Fraction,
    Fraction,
    Fraction,
    Fraction,
  ];
  if (reached.compare(to) >= 0 || to.compare(from) === 0) return high;
  return low.add(high.sub(low).div(to.sub(from)).mul(reached.sub(from)));
}

function staffPlan(plan: PlanFact, rules: Rules): Judged & { category: Predicate } {
  const categories = plan.indicators.map((fact) => {
    const reached = wholePercent(attainment(fact), rules.attainment);
    return { reached, category: banded(reached, rules.categories) };
  });
  const category = combined(
    categories.map((c) => c.category),
    rules.combination,
  );
  const factor =
    plan.intervenes === undefined
      ? undefined
      : rules.cascading?.[plan.intervenes >= 3 ? '3' : plan.intervenes === 2 ? '2' : '1'];
  const score = Fraction.of(rules.scores[category] ?? '0').mul(Fraction.percent(factor ?? '100'));
  return { category, score, shown: categories.map((c) => c.reached.toDecimal(2)).join(', ') };
}

function banded(value: Fraction, bands: readonly { category: Predicate; from: string }[]): Predicate {
  const falling = [...bands].sort((a, b) => Fraction.of(b.from).compare(Fraction.of(a.from)));
  return falling.find((b) => value.compare(Fraction.of(b.from)) >= 0)?.category ?? 'sangat-kurang';
}

/** The category of a plan from those of its aspects; one aspect keeps its own. */
export function combined(categories: readonly Predicate[], table: Rules['combination']): Predicate {
  const [only] = categories;
  if (only !== undefined && categories.length === 1) return only;
  if (table.kind === 'points') {
    const points = Fraction.sum(categories.map((c) => Fraction.of(table.points[c] ?? '0')));
    return banded(points, table.bands);
  }
  const count = (p: Predicate) => categories.filter((c) => c === p).length;
  const rule = table.rules.find((r) =>
    PREDICATES.every((p) => count(p) >= (r.atLeast?.[p] ?? 0) && count(p) <= (r.atMost?.[p] ?? Infinity)),
  );
  return rule?.category ?? 'sangat-kurang';
}

/** The score of an SKP, of behaviour, and of a year in two halves: what feeds `evaluate` where the law weighs numbers. */
import type { DecimalString, DerivationStep } from '@ekinerja/contracts/basics';
import { isFor, type Person } from './allowance/who.js';
import type { PerformanceRules } from './document.js';
import { indicatorScore, type IndicatorFacts } from './evaluation/indicator-score.js';
import { perkaScore, type PerkaFacts } from './evaluation/perka-bkn.js';
import { Fraction } from './fraction.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

export { attainment, type IndicatorFact } from './evaluation/attainment.js';
export type { IndicatorFacts, PlanFact } from './evaluation/indicator-score.js';
export type { PerkaActivity, PerkaFacts } from './evaluation/perka-bkn.js';

type BehaviourAspect = NonNullable<PerformanceRules['evaluation']['behaviour']>['aspects'][number];

export interface ScoreResult {
  /** Two decimals, half up, as the forms print it. */
  score: DecimalString;
  derivation: DerivationStep[];
}

/** The SKP's score by the formula family of the law. */
export function workScore(facts: PerkaFacts | IndicatorFacts, law: LawSet): ScoreResult | RuleRefusal {
  const rules = law.performance.rules.evaluation.workScore;
  if (!rules) return { code: 'work-score.none', params: {} };
  if (rules.formula === 'perka-bkn-1-2013') {
    if (!('activities' in facts)) return { code: 'evaluation.missing', params: { field: 'activities' } };
    return printed(perkaScore(rules, facts, law));
  }
  if (!('plans' in facts)) return { code: 'evaluation.missing', params: { field: 'plans' } };
  return printed(indicatorScore(rules, facts, law));
}

function printed({ score, derivation }: { score: Fraction; derivation: DerivationStep[] }): ScoreResult {
  return { score: score.toDecimal(2), derivation };
}

/** Aspects of behaviour that are judged for this person (BN 11(2), (3)). */
export function aspectsFor(person: Person, law: LawSet): BehaviourAspect[] {
  const aspects = law.performance.rules.evaluation.behaviour?.aspects ?? [];
  return aspects.filter((aspect) => !aspect.only || aspect.only.some((who) => isFor(who, person)));
}

/** Mean of the aspects that hold for this person (BN 11(3): leadership by post only). */
export function behaviourScore(
  scores: Readonly<Record<string, DecimalString>>,
  person: Person,
  law: LawSet,
): ScoreResult | RuleRefusal {
  const rules = law.performance.rules.evaluation.behaviour;
  if (!rules) return { code: 'behaviour.none', params: {} };
  const held = aspectsFor(person, law);
  const missing = held.find((a) => scores[a.code] === undefined);
  if (missing) return { code: 'evaluation.missing', params: { field: missing.code } };
  const strange = Object.keys(scores).find((code) => !held.some((a) => a.code === code));
  if (strange)
    return {
      code: 'behaviour.not-for-post',
      params: { aspect: strange },
      cite: law.performance.cite('evaluation.behaviour.aspects'),
    };
  const weight = (a: (typeof held)[number]) => Fraction.of(a.weight ?? '1');
  const weights = Fraction.sum(held.map(weight));
  if (weights.isZero()) return { code: 'behaviour.none', params: {} };
  const average = Fraction.sum(held.map((a) => Fraction.of(scores[a.code] ?? '0').mul(weight(a)))).div(weights);
  return {
    score: average.toDecimal(2),
    derivation: [
      {
        rule: 'behaviour.average',
        inputs: { aspects: held.map((a) => a.code).join(', '), n: held.length },
        result: average.toDecimal(4),
        cite: law.performance.cite('evaluation.behaviour.aspects'),
      },
    ],
  };
}

/** 2021: January to June and July to December in one value. */
export function integrateHalves(
  first: DecimalString,
  second: DecimalString,
  law: LawSet,
): ScoreResult | RuleRefusal {
  const rules = law.performance.rules.evaluation.halves;
  if (!rules) return { code: 'halves.none', params: {} };
  const score = Fraction.of(first)
    .mul(Fraction.percent(rules.first))
    .add(Fraction.of(second).mul(Fraction.percent(rules.second)));
  return {
    score: score.toDecimal(2),
    derivation: [
      {
        rule: 'score.halves',
        inputs: { first, firstWeight: rules.first, second, secondWeight: rules.second },
        result: score.toDecimal(4),
        cite: law.performance.cite('evaluation.halves'),
      },
    ],
  };
}

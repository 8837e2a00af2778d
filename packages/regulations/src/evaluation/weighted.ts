import type { DecimalString, DerivationStep, Predicate } from '@ekinerja/contracts/basics';
import type { PerformanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { EvaluationInputs, EvaluationResult } from '../evaluation.js';
import type { LawSet } from '../law.js';
import type { RuleRefusal } from '../refusal.js';

/**
 * PP 30/2019 Pasal 41: SKP and behaviour, each 0–120, by weights; bands give the predicate; Sangat Baik asks for a
 * new idea as well, else the next band holds. BN 11(4): a fair or poor average marks the behaviour as poor.
 */
export function byWeights(law: LawSet, inputs: EvaluationInputs): EvaluationResult | RuleRefusal {
  const { weighted } = law.performance.rules.evaluation;
  if (!weighted) return { code: 'evaluation.no-band', params: {} };
  const cite = (key: string) => law.performance.cite(`evaluation.weighted.${key}`);
  const work = score(inputs.workScore, 'workScore', weighted.maximum);
  if (!(work instanceof Fraction)) return work;
  const behaviour = score(inputs.behaviourScore, 'behaviourScore', weighted.maximum);
  if (!(behaviour instanceof Fraction)) return behaviour;
  const newIdea = inputs.newIdea === true;
  if (newIdea && !inputs.newIdeaText?.trim())
    return { code: 'evaluation.missing', params: { field: 'newIdeaText' } };

  const total = work
    .mul(Fraction.percent(weighted.work))
    .add(behaviour.mul(Fraction.percent(weighted.behaviour)));
  const band = bandOf(total, newIdea, weighted.bands);
  if (!band) return { code: 'evaluation.no-band', params: { score: total.toDecimal() } };
  const derivation: DerivationStep[] = [
    {
      rule: 'score.weighted',
      inputs: {
        work: work.toDecimal(),
        workWeight: weighted.work,
        behaviour: behaviour.toDecimal(),
        behaviourWeight: weighted.behaviour,
      },
      result: total.toDecimal(),
      cite: cite('work'),
    },
  ];
  const average = bandOf(behaviour, true, weighted.bands);
  if (average && weighted.poorBehaviour?.averages.includes(average)) {
    derivation.push({
      rule: 'behaviour.poor',
      inputs: { average: behaviour.toDecimal(), band: average },
      result: 'kurang',
      cite: cite('poorBehaviour'),
    });
  }
  derivation.push({
    rule: 'predicate.band',
    inputs: { score: total.toDecimal(), newIdea },
    result: band,
    cite: cite('bands'),
  });
  return { predicate: band, score: total.toDecimal(), derivation };
}

function score(
  value: DecimalString | null | undefined,
  field: string,
  maximum: DecimalString,
): Fraction | RuleRefusal {
  if (value === null || value === undefined || value === '')
    return { code: 'evaluation.missing', params: { field } };
  if (!/^\d+(\.\d+)?$/.test(value))
    return { code: 'evaluation.range', params: { field, min: '0', max: maximum } };
  const number = Fraction.of(value);
  return number.compare(Fraction.of(maximum)) > 0
    ? { code: 'evaluation.range', params: { field, min: '0', max: maximum } }
    : number;
}

type Bands = NonNullable<PerformanceRules['evaluation']['weighted']>['bands'];

/** The highest band that the value reaches and whose condition holds. */
function bandOf(value: Fraction, newIdea: boolean, bands: Bands): Predicate | null {
  const descending = [...bands].sort((a, b) => Fraction.of(b.from).compare(Fraction.of(a.from)));
  return (
    descending.find((b) => value.compare(Fraction.of(b.from)) >= 0 && (!b.newIdea || newIdea))?.predicate ??
    null
  );
}

import type { LawSet } from '../law.js';
import type { EvaluationInputs, EvaluationResult } from '../evaluation.js';
import type { RuleRefusal } from '../refusal.js';

/** The nine cells of PermenPANRB 6/2022: rating of work result × rating of behaviour. */
export function byQuadrant(law: LawSet, inputs: EvaluationInputs): EvaluationResult | RuleRefusal {
  const work = inputs.workRating;
  const behaviour = inputs.behaviourRating;
  if (!work) return { code: 'evaluation.missing', params: { field: 'workRating' } };
  if (!behaviour) return { code: 'evaluation.missing', params: { field: 'behaviourRating' } };
  const predicate = law.performance.rules.evaluation.quadrant?.[work]?.[behaviour];
  if (!predicate) return { code: 'evaluation.no-cell', params: { work, behaviour } };
  return {
    predicate,
    score: null,
    derivation: [
      {
        rule: 'predicate.quadrant',
        inputs: { work, behaviour },
        result: predicate,
        cite: law.performance.cite(`evaluation.quadrant.${work}.${behaviour}`),
      },
    ],
  };
}

import type { DerivationStep } from '@ekinerja/contracts/basics';
import type { EvaluationInputs } from '@ekinerja/contracts/evaluations';
import { checkQualityScore, evaluate } from '@ekinerja/regulations/evaluation';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { behaviourScore } from '@ekinerja/regulations/work-score';
import { refusedByRule } from '../platform/problem/domain.error.js';
import type { RatingRules } from './rating-law.service.js';

const ASPECT = 'behaviour.';

/** Predicate by the method of the law, and the month's quality score where it has one (BK 5(1)). */
export function judged(given: EvaluationInputs, rules: RatingRules) {
  const { law, form } = rules;
  const { inputs, steps } = completed(given, rules);
  const found = evaluate(law, inputs);
  if (isRefusal(found)) throw refusedByRule(found);
  const result = { ...found, derivation: [...steps, ...found.derivation], inputs };
  if (!form.monthlyQuality) return { ...result, qualityScore: null };
  const cite = law.performance.cite('evaluation.monthlyQuality');
  if (typeof inputs.qualityScore !== 'string') throw refusedByRule({ code: 'evaluation.missing', params: { field: 'qualityScore' }, cite });
  const refusal = checkQualityScore(inputs.qualityScore, law);
  if (refusal) throw refusedByRule(refusal);
  const { min, max } = form.monthlyQuality;
  const step: DerivationStep = { rule: 'quality.monthly', inputs: { min, max }, result: inputs.qualityScore, cite };
  return { ...result, derivation: [...result.derivation, step], qualityScore: inputs.qualityScore };
}

/** The SKP's score as measured, and the average of the aspects of behaviour, each with its derivation. */
function completed(given: EvaluationInputs, { law, form, person, measured }: RatingRules): { inputs: EvaluationInputs; steps: DerivationStep[] } {
  const inputs = { ...given };
  const steps: DerivationStep[] = [];
  if (measured) {
    if (typeof inputs.workScore === 'string' && Number(inputs.workScore) !== Number(measured.score)) {
      throw refusedByRule({
        code: 'evaluation.measured-score', params: { given: inputs.workScore, measured: measured.score }, cite: law.performance.cite('evaluation.workScore'),
      });
    }
    inputs.workScore = measured.score;
    steps.push(...measured.derivation);
  }
  const aspects = form.fields.filter(({ name }) => name.startsWith(ASPECT));
  if (person && aspects.length > 0) {
    const missing = aspects.find(({ name }) => typeof inputs[name] !== 'string');
    if (missing) throw refusedByRule({ code: 'evaluation.missing', params: { field: missing.name } });
    const beyond = aspects.find(({ name, max = '100' }) => Number(inputs[name]) > Number(max));
    if (beyond) throw refusedByRule({ code: 'evaluation.range', params: { field: beyond.name, min: '0', max: beyond.max ?? '100' } });
    const average = behaviourScore(Object.fromEntries(aspects.map(({ name }) => [name.slice(ASPECT.length), String(inputs[name])])), person, law);
    if (isRefusal(average)) throw refusedByRule(average);
    inputs.behaviourScore = average.score;
    steps.push(...average.derivation);
  }
  return { inputs, steps };
}

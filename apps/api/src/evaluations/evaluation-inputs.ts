import { RATINGS } from '@ekinerja/contracts/basics';
import { EVALUATION_LIMITS, type EvaluationField, type EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { FieldProblem } from '@ekinerja/contracts/errors';
import { DomainError } from '../platform/problem/domain.error.js';

/** What each kind of field accepts; null is "not answered", which the law judges. */
const ACCEPTS: Record<EvaluationField['type'], (value: unknown) => boolean> = {
  rating: (value) => (RATINGS as readonly unknown[]).includes(value),
  score: (value) => typeof value === 'string' && /^\d{1,3}(\.\d{1,2})?$/.test(value),
  flag: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string' && value.length <= EVALUATION_LIMITS.note,
};

/**
 * The answers of the form, one by one. Nothing is filled in for the superior (BK 5(1), TL 21(2)).
 * @throws DomainError `validation-failed` for a field that the form does not have or a value of another kind
 */
export function readInputs(fields: EvaluationField[], given: EvaluationInputs): EvaluationInputs {
  const known = new Map(fields.map((field) => [field.name, field]));
  const problems: FieldProblem[] = Object.entries(given).flatMap(([name, value]) => {
    const field = known.get(name);
    if (!field) return [{ field: `inputs.${name}`, rule: 'unknown' }];
    return value === null || ACCEPTS[field.type](value) ? [] : [{ field: `inputs.${name}`, rule: field.type }];
  });
  if (problems.length > 0) throw new DomainError('validation-failed', {}, { fields: problems });
  return Object.fromEntries(fields.map(({ name }) => [name, given[name] ?? null]));
}

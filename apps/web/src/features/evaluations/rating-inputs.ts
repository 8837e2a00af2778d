import type { EvaluationField, EvaluationInputs } from '@ekinerja/contracts/evaluations';

/** A comma or a point, as people type it. */
export const plainNumber = (text: string) => text.trim().replace(',', '.');

/** Refusals by field: `evaluations:refusal.<word>`. */
export function missingFields(
  fields: readonly EvaluationField[],
  inputs: EvaluationInputs,
): Record<string, 'required' | 'rating' | 'range'> {
  const found: Record<string, 'required' | 'rating' | 'range'> = {};
  for (const { name, type, required, min, max } of fields) {
    const value = inputs[name] ?? null;
    if (value === null || value === '') {
      if (required) found[name] = type === 'rating' ? 'rating' : 'required';
    } else if (type === 'score') {
      const text = plainNumber(String(value));
      const outside =
        !/^\d+(\.\d{1,2})?$/.test(text) ||
        (min !== undefined && Number(text) < Number(min)) ||
        (max !== undefined && Number(text) > Number(max));
      if (outside) found[name] = 'range';
    }
  }
  return found;
}

/** As the API takes them: scores as decimal text, what was left empty as null. */
export function inputsOf(fields: readonly EvaluationField[], inputs: EvaluationInputs): EvaluationInputs {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const value = inputs[name] ?? null;
      if (type === 'flag') return [name, value === true];
      if (value === null || value === '') return [name, null];
      return [
        name,
        type === 'score' ? plainNumber(String(value)) : typeof value === 'string' ? value.trim() : value,
      ];
    }),
  );
}

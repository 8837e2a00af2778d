import type { EvaluationField, EvaluationInputs } from '@ekinerja/contracts/evaluations';

/** A comma or a point, as people type it. */
export const plainNumber = (text: string) => text.trim().replace(',', '.');

/** The words to a ticked flag (`newIdea`, `newIdeaText`) are asked for, and shown, once it is ticked. */
const wordsTo = (name: string) => (name.endsWith('Text') ? name.slice(0, -'Text'.length) : null);
const idle = (name: string, inputs: EvaluationInputs) => {
  const flag = wordsTo(name);
  return flag !== null && inputs[flag] !== true;
};

export function shownFields(fields: readonly EvaluationField[], inputs: EvaluationInputs): EvaluationField[] {
  return fields
    .filter(({ name }) => !idle(name, inputs))
    .map((field) => (wordsTo(field.name) === null ? field : { ...field, required: true }));
}

/** Refusals by field: `evaluations:refusal.<word>`. */
export function missingFields(
  fields: readonly EvaluationField[],
  inputs: EvaluationInputs,
): Record<string, 'required' | 'rating' | 'range'> {
  const found: Record<string, 'required' | 'rating' | 'range'> = {};
  for (const { name, type, required, min, max } of shownFields(fields, inputs)) {
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
      const value = idle(name, inputs) ? null : (inputs[name] ?? null);
      if (type === 'flag') return [name, value === true];
      if (value === null || value === '') return [name, null];
      return [
        name,
        type === 'score' ? plainNumber(String(value)) : typeof value === 'string' ? value.trim() : value,
      ];
    }),
  );
}

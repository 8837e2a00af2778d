import {
  SKP_LIMITS,
  type SaveSkpRequest,
  type SkpDetail,
  type SkpIndicatorInput,
  type SkpResultInput,
} from '@ekinerja/contracts/skp';
import { newId } from '../../lib/api';

export const newIndicator = (): SkpIndicatorInput => ({
  aspect: 'quantity',
  indicator: '',
  target: '',
  unit: '',
});

export const newResult = (): SkpResultInput => ({
  id: newId(),
  task: 'main',
  kind: 'output',
  title: '',
  superiorResultId: null,
  indicators: [newIndicator()],
});

export const draftOf = (skp: SkpDetail): SkpResultInput[] =>
  skp.results.map(({ id, task, kind, title, superiorResultId, indicators }) => ({
    id,
    task,
    kind,
    title,
    superiorResultId,
    indicators: indicators.map((one) => ({ ...one })),
  }));

export const bodyOf = (results: readonly SkpResultInput[]): SaveSkpRequest => ({
  results: results.map((result) => ({
    ...result,
    title: result.title.trim(),
    indicators: result.indicators.map(({ aspect, indicator, target, unit }) => ({
      aspect,
      indicator: indicator.trim(),
      target: target.trim(),
      unit: unit.trim(),
    })),
  })),
});

/** Refusals by place: `<result id>.title`, `<result id>.0.target`; words are `skp:refusal.<word>`. */
export function checkDraft(results: readonly SkpResultInput[]): Record<string, string> {
  const refusals: Record<string, string> = {};
  for (const result of results) {
    if (!result.title.trim()) refusals[`${result.id}.title`] = 'required';
    else if (result.title.trim().length > SKP_LIMITS.title) refusals[`${result.id}.title`] = 'tooLong';
    if (result.indicators.length === 0) refusals[`${result.id}.indicators`] = 'noIndicator';
    result.indicators.forEach((one, at) => {
      for (const field of ['indicator', 'target', 'unit'] as const) {
        if (!one[field].trim()) refusals[`${result.id}.${at}.${field}`] = 'required';
      }
    });
  }
  return refusals;
}

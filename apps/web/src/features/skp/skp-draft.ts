import type { SaveSkpRequest, SkpContent, SkpIndicatorInput, SkpPlanInput, SkpResult, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpExample } from '@ekinerja/contracts/skp-year';
import { newId } from '../../lib/api';

/** What is being written: on screen, on the device, and as sent. */
export interface Draft {
  results: SkpResultInput[];
  plan: SkpPlanInput;
}

/** Words that a new indicator starts with; the writer changes what does not fit. */
export type UsualWords = (aspect: SkpIndicatorInput['aspect']) => Pick<SkpIndicatorInput, 'indicator' | 'target' | 'unit'>;
const BARE: UsualWords = () => ({ indicator: '', target: '', unit: '' });

export const newIndicator = (aspect: SkpIndicatorInput['aspect'] = 'quantity', usual: UsualWords = BARE): SkpIndicatorInput => ({
  aspect,
  ...usual(aspect),
  approach: 'quantitative',
  direction: 'bigger',
  targetTo: '',
});

/** A result starts with the indicators that the regulation wants of each. */
export const newResult = (required: readonly SkpIndicatorInput['aspect'][], so: Partial<SkpResultInput> = {}, usual: UsualWords = BARE): SkpResultInput => ({
  id: newId(),
  task: 'main',
  kind: 'output',
  title: '',
  superiorResultId: null,
  linkLater: false,
  assignment: null,
  indicators: (required.length > 0 ? required : (['quantity'] as const)).map((aspect) => newIndicator(aspect, usual)),
  ...so,
});

/** A result as others in the same post wrote it, to be changed where it differs. */
export const exampleResult = ({ title, kind, indicators }: SkpExample): Partial<SkpResultInput> => ({
  title,
  kind,
  ...(indicators.length > 0 ? { indicators: indicators.map((indicator) => ({ ...newIndicator(), ...indicator })) } : {}),
});

const wordsOf = (title: string) => new Set(title.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 4));

/** The superior's result that speaks most of the same; none when nothing is shared, unless there is but one. */
export function nearest(title: string, above: readonly { id: string; title: string }[]): string | null {
  const words = wordsOf(title);
  const shared = above.map((one) => ({ id: one.id, count: [...wordsOf(one.title)].filter((word) => words.has(word)).length }));
  const best = shared.reduce<{ id: string; count: number } | null>((top, one) => (top === null || one.count > top.count ? one : top), null);
  return best && (best.count > 0 || above.length === 1) ? best.id : null;
}

const written = ({ superiorResultTitle: _, objectiveTitle: __, attainment: ___, ...result }: SkpResult): SkpResultInput => result;

export const draftOf = ({ results, plan }: SkpContent): Draft => ({ results: results.map(written), plan });

export const bodyOf = ({ results, plan }: Draft): SaveSkpRequest => ({ results, plan });

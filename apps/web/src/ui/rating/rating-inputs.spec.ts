import type { EvaluationField } from '@ekinerja/contracts/evaluations';
import { inputsOf, missingFields, shownFields } from './rating-inputs';

const field = (name: string, type: EvaluationField['type'], required = false): EvaluationField => ({
  name,
  type,
  required,
  label: name,
});
const SCORES: EvaluationField[] = [
  { ...field('workScore', 'score', true), min: '0', max: '120' },
  field('newIdea', 'flag'),
  field('newIdeaText', 'text'),
];

describe('the form of an evaluation', () => {
  it('BN-12.1 asks for the new idea in words only once it is ticked, and drops them when it is not', () => {
    expect(shownFields(SCORES, {}).map(({ name }) => name)).toEqual(['workScore', 'newIdea']);
    expect(missingFields(SCORES, { workScore: '110', newIdea: true })).toEqual({ newIdeaText: 'required' });
    expect(inputsOf(SCORES, { workScore: '110,5', newIdea: false, newIdeaText: 'Antrean daring' })).toEqual({
      workScore: '110.5',
      newIdea: false,
      newIdeaText: null,
    });
  });

  it('BK-5.1 presets nothing, and names a score that is missing or out of range', () => {
    const quality: EvaluationField[] = [{ ...field('qualityScore', 'score', true), min: '0', max: '100' }];
    expect(missingFields(quality, {})).toEqual({ qualityScore: 'required' });
    expect(missingFields(quality, { qualityScore: '100,5' })).toEqual({ qualityScore: 'range' });
    expect(missingFields(quality, { qualityScore: '0' })).toEqual({});
  });
});

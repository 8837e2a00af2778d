import { lastMonthJudged } from './evaluation.js';
import type { LawSet } from './law.js';

const judged = (period: string, month: string) => lastMonthJudged({ performance: { rules: { evaluation: { period } } } } as unknown as LawSet, month);

describe('whose evaluation is owed by the end of a month', () => {
  it.each([
    ['monthly', '2026-07', '2026-07'],
    ['quarterly', '2026-06', '2026-06'],
    ['quarterly', '2026-07', '2026-06'],
    ['quarterly', '2026-08', '2026-06'],
    ['quarterly', '2026-02', '2025-12'],
    ['semesterly', '2026-11', '2026-06'],
    ['semesterly', '2026-12', '2026-12'],
    ['yearly', '2026-11', '2025-12'],
  ])('KS-27.1 %s, in %s: the period that ends in %s', (period, month, last) => expect(judged(period, month)).toBe(last));
});

/** What a measure answers, and what all measures share: steps, and targets of shortened months. */
import type { Step } from '../document/allowance/who-schema.js';
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';

export type Measure = AllowanceRules['performance'][number]['measure'];

/** Paid percent with what it rests on, or the fact that is not there. */
export type Reading =
  | { percent: Fraction; code: string; inputs: Record<string, string | number>; key?: string }
  | { missing: 'evaluation' | 'quality' };

export interface MeasureFacts {
  part: string;
  facts: AllowanceFacts;
  month: AllowanceFacts;
  law: LawSet;
}

/** A target that a shortened month replaces. */
export function targetOf({ part, month, law }: MeasureFacts, ordinary: number): number {
  const rule = law.allowance.rules.shortMonths?.find((m) => m.month === Number(month.month.slice(5, 7)));
  return rule?.targets?.[part] ?? ordinary;
}

/**
 * The percent of the highest step that the value reaches; 0 below the first.
 * @param attained what a proportional step pays, at most 100 %
 */
export function stepped(value: Fraction, steps: readonly Step[], attained: Fraction): Fraction {
  const reached = [...steps]
    .sort((a, b) => Fraction.of(b.from).compare(Fraction.of(a.from)))
    .find((s) => value.compare(Fraction.of(s.from)) >= 0);
  if (reached?.proportional) return attained.min(Fraction.of(100));
  return Fraction.of(reached?.percent ?? '0');
}

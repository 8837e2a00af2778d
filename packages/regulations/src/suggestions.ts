/** Who suggests what to whom about daily records (KS 16(c)–(d), 17(d), 18(b)), and what may happen to a suggestion. */
import type { Citation } from '@ekinerja/contracts/basics';
import { SUGGESTION_KINDS, type SuggestionKind, type SuggestionStatus } from '@ekinerja/contracts/suggestions';
import type { LawSet } from './law.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';
import type { RuleRefusal } from './refusal.js';

export type SuggestionRole = 'employee' | 'evaluator' | 'unit-admin' | 'unit-head' | 'ekinerja-manager';

export interface SuggestionChannel {
  kind: SuggestionKind;
  from: SuggestionRole;
  to: SuggestionRole;
  /** Null where the regulation in force does not speak of it: the channel is then the product's own. */
  cite: Citation | null;
}

const ENDS: Record<SuggestionKind, Pick<SuggestionChannel, 'from' | 'to'>> = {
  help: { from: 'employee', to: 'unit-admin' },
  employee: { from: 'employee', to: 'unit-admin' },
  evaluator: { from: 'evaluator', to: 'ekinerja-manager' },
  unit: { from: 'unit-admin', to: 'unit-head' },
};

/** Every channel with its two ends and, where the regulation has one, its article. */
export function suggestionChannels(law: LawSet): SuggestionChannel[] {
  const named = law.performance.rules.activities.suggestions;
  return SUGGESTION_KINDS.map((kind) => ({
    kind,
    ...ENDS[kind],
    cite: named?.[kind] === true ? law.performance.cite(`activities.suggestions.${kind}`) : null,
  }));
}

export type SuggestionAction = 'answer' | 'add' | 'close';
export type SuggestionSide = 'sender' | 'receiver';

export const SUGGESTION_TRANSITIONS: readonly Transition<SuggestionStatus, SuggestionAction, SuggestionSide>[] = [
  { from: 'open', action: 'answer', by: ['receiver'], to: 'answered' },
  { from: 'answered', action: 'answer', by: ['receiver'], to: 'answered' },
  { from: 'open', action: 'add', by: ['sender'], to: 'open' },
  // What the sender adds to an answer asks for another one.
  { from: 'answered', action: 'add', by: ['sender'], to: 'open' },
  { from: 'open', action: 'close', by: ['sender'], to: 'closed' },
  { from: 'answered', action: 'close', by: ['sender'], to: 'closed' },
];

export function suggestionActions(status: SuggestionStatus, side: SuggestionSide): SuggestionAction[] {
  return actionsIn(SUGGESTION_TRANSITIONS, status, side);
}

/** The status after an action, or why not. */
export function applySuggestion(status: SuggestionStatus, action: SuggestionAction, side: SuggestionSide): SuggestionStatus | RuleRefusal {
  return applyTransition(SUGGESTION_TRANSITIONS, status, action, side);
}

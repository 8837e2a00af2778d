/** The life of an SKP: drawn up by its owner, determined by the evaluator (TL 13(3), BN 6(8)), closed at its end. */
import type { IsoDate } from '@ekinerja/contracts/basics';
import { lastDayOf } from './calendar.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';

export type { RuleRefusal } from './refusal.js';
export type SkpStatus = 'draft' | 'submitted' | 'returned' | 'determined' | 'closed';
export type SkpAction = 'submit' | 'withdraw' | 'return' | 'determine' | 'close';
export type SkpActor = 'owner' | 'evaluator' | 'unit-admin';

export const SKP_TRANSITIONS: readonly Transition<SkpStatus, SkpAction, SkpActor>[] = [
  { from: 'draft', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'returned', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'submitted', action: 'withdraw', by: ['owner'], to: 'draft' },
  { from: 'submitted', action: 'return', by: ['evaluator'], to: 'returned' },
  { from: 'submitted', action: 'determine', by: ['evaluator'], to: 'determined' },
  { from: 'determined', action: 'close', by: ['evaluator', 'unit-admin'], to: 'closed' },
];

/** What that actor may do with an SKP in that status. */
export function skpActions(status: SkpStatus, actor: SkpActor): SkpAction[] {
  return actionsIn(SKP_TRANSITIONS, status, actor);
}

/** The status after an action, or why not. */
export function applySkp(status: SkpStatus, action: SkpAction, actor: SkpActor): SkpStatus | RuleRefusal {
  return applyTransition(SKP_TRANSITIONS, status, action, actor);
}

/** Last day on which the SKP of a year is determined in time (TL 13(1), BN 9(1)); cite `skp.determinedBy`. */
export function skpDeadline(year: number, law: LawSet): IsoDate {
  return lastDayOf(law.performance.rules.skp.determinedBy, `${year}-01-01`, law.working);
}

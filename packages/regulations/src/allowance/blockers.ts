import type { AllowanceFacts } from '../allowance.js';
import type { LawSet } from '../law.js';

export type Blocker = 'presence' | 'evaluation' | 'class' | 'amount' | 'quality';

/** What keeps the SKPD's month from closing for this person: facts that the policy asks for, neither there nor waived. */
export function blockers(
  facts: Pick<
    AllowanceFacts,
    'class' | 'presence' | 'presenceWaived' | 'evaluation' | 'evaluationWaived' | 'qualityScore'
  >,
  law: LawSet,
): Blocker[] {
  const found: Blocker[] = [];
  const asks = new Set(law.allowance.rules.performance.map((part) => part.measure.kind));
  if (asks.has('discipline') && facts.presence === null && !facts.presenceWaived) found.push('presence');
  if (asks.has('predicate') && facts.evaluation === null && !facts.evaluationWaived) found.push('evaluation');
  if (asks.has('score') && facts.qualityScore === null && !facts.evaluationWaived) found.push('quality');
  if (facts.class.trim() === '') found.push('class');
  else if (law.amounts.rules.classes[facts.class] === undefined) found.push('amount');
  return found;
}

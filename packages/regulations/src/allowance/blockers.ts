import type { LawSet } from '../law.js';
import { findBase } from './base.js';
import type { AllowanceFacts } from './facts.js';
import { readMeasure } from './measures.js';
import { partsFor } from './parts.js';
import { isFor, type Person } from './who.js';

export type Blocker = 'presence' | 'evaluation' | 'class' | 'amount' | 'quality';

type Known = Pick<
  AllowanceFacts,
  'class' | 'presence' | 'presenceWaived' | 'evaluation' | 'evaluationWaived' | 'qualityScore'
>;

/** What keeps the SKPD's month from closing for this person: facts that the policy asks for, neither there nor waived. */
export function blockers(facts: Known & Partial<AllowanceFacts>, law: LawSet): Blocker[] {
  const found: Blocker[] = [];
  const person = facts as Known & Partial<AllowanceFacts> & Person;
  const parts = partsFor(person, law);
  const tables = law.allowance.rules.cuts?.length ?? 0;
  const asksPresence = tables > 0 || parts.some((part) => part.measure.kind === 'discipline');
  if (asksPresence && facts.presence === null && !facts.presenceWaived) found.push('presence');
  const multipliers = (law.allowance.rules.multipliers ?? []).filter((m) => isFor(m.who, person));
  for (const { part, measure } of [
    ...parts,
    ...multipliers.map((m) => ({ part: m.name, measure: m.measure })),
  ]) {
    if (facts.evaluationWaived) break;
    const missing = missingFact(part, measure, facts, law);
    if (missing && !found.includes(missing)) found.push(missing);
  }
  const byClass = law.allowance.rules.base?.from.includes('classes') ?? true;
  if (byClass && facts.class.trim() === '') found.push('class');
  else if (needsBase(law) && findBase(person, law) === null) found.push('amount');
  return found;
}

/** Only measures that rest on a judgement can be missing; minutes and counts are 0 when there are none. */
function missingFact(
  part: string,
  measure: Parameters<typeof readMeasure>[0],
  facts: Known & Partial<AllowanceFacts>,
  law: LawSet,
): 'evaluation' | 'quality' | null {
  const counted = ['minutes', 'work-minutes', 'activities', 'log-days', 'submission-date'];
  if (counted.includes(measure.kind)) return null;
  const whole = facts as AllowanceFacts;
  const reading = readMeasure(measure, { part, facts: whole, month: whole, law });
  return reading && 'missing' in reading ? reading.missing : null;
}

function needsBase(law: LawSet): boolean {
  return law.allowance.rules.criteria.some((c) => c.table === undefined);
}

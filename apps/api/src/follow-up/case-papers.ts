import type { CaseAction, CaseStep } from '@ekinerja/contracts/follow-up';

/** Every step of a case has its paper: the statement that opened it, the coaching, the test, or what was decided. */
export function paperOf(action: CaseAction | 'opened'): CaseStep['paper'] {
  if (action === 'opened') return 'statement';
  if (action === 'coach') return 'coaching';
  return action === 'tested-fit' || action === 'tested-unfit' ? 'test' : 'decision';
}

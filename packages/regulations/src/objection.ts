/** Time limits of objections to an evaluation (TL 35 huruf a and e; PP 30/2019). */
import type { Citation } from '@ekinerja/contracts/basics';
import { deadline } from './calendar.js';
import type { LawSet } from './law.js';

/**
 * When an objection must be filed (from receipt of the evaluation document) or decided (from receipt of the objection).
 * @returns null when the law sets no such limit
 */
export function objectionDue(
  step: 'file' | 'decide',
  receivedAt: Date,
  law: LawSet,
): { dueAt: Date; cite: Citation } | null {
  const window = law.performance.rules.objection?.[step];
  return window
    ? { dueAt: deadline(window, receivedAt, law), cite: law.performance.cite(`objection.${step}`) }
    : null;
}

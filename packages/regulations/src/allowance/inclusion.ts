/** Who is on a pay run, and why anyone is not. */
import type { Citation, EmployeeKind, IsoDate, IsoMonth, PostKind } from '@ekinerja/contracts/basics';
import { addDays, addMonths, firstDay, lastDay } from '../dates.js';
import { judgedUntil, shortMonth } from './days.js';
import type { LawSet } from '../law.js';

export interface InclusionQuestion {
  employeeKind: EmployeeKind;
  /** Null: no post on the rule day. */
  postKind: PostKind | null;
  /** Performance month. */
  month: IsoMonth;
  employedFrom: IsoDate;
  /** Last day of employment; null while it goes on. */
  employedTo: IsoDate | null;
  /** Held a post of this SKPD on the rule day (`ruleDay`). */
  assignmentOnRuleDay: boolean;
}
export type ExclusionReason =
  | 'kind-not-entitled'
  | 'post-not-entitled'
  | 'not-yet-employed'
  | 'employment-ended'
  | 'joined-after-rule-day'
  | 'no-post-on-rule-day';
export interface InclusionAnswer {
  included: boolean;
  reason?: ExclusionReason;
  cite?: Citation;
}

/** The day whose SKPD, post and class pay the month. */
export function ruleDay(month: IsoMonth, law: LawSet): IsoDate {
  switch (law.allowance.rules.transfer.ruleDay) {
    case 'first-day':
      return firstDay(month);
    case 'last-day':
      return lastDay(month);
    case 'day-15':
      return `${month}-15`;
    case 'next-month':
      return addDays(firstDay(month), -1);
  }
}

/** Month in which a performance month is paid. */
export function paymentMonth(month: IsoMonth, law: LawSet): IsoMonth {
  return addMonths(month, shortMonth({ month }, law)?.monthOffset ?? law.allowance.rules.payment.monthOffset);
}

/** The day from which the month can be closed: the one after the last day that counts towards its pay. */
export function closableFrom(month: IsoMonth, law: LawSet): IsoDate {
  return addDays(judgedUntil(month, law), 1);
}

/**
 * Whether this employment is paid for the month by the SKPD asked about. Whoever is in service on the rule day is
 * paid for the month, also when retiring or dying later in it; a later joiner is paid as `transfer.joiner` says.
 */
export function inclusion(q: InclusionQuestion, law: LawSet): InclusionAnswer {
  const { entitled, transfer } = law.allowance.rules;
  const out = (reason: ExclusionReason, path: string): InclusionAnswer => ({
    included: false,
    reason,
    cite: law.allowance.cite(path),
  });
  if (!entitled.kinds.includes(q.employeeKind)) return out('kind-not-entitled', 'entitled.kinds');
  if (q.employedFrom > lastDay(q.month)) return out('not-yet-employed', 'transfer');
  if (q.employedTo !== null && q.employedTo < firstDay(q.month)) return out('employment-ended', 'transfer');
  const day = ruleDay(q.month, law);
  const joinedLater = q.employedFrom > day;
  if (joinedLater && transfer.joiner === 'next-month') return out('joined-after-rule-day', 'transfer.joiner');
  if (q.employedTo !== null && q.employedTo < day) return out('employment-ended', 'transfer.ruleDay');
  if (!q.assignmentOnRuleDay && !joinedLater) return out('no-post-on-rule-day', 'transfer.ruleDay');
  if (q.postKind === null) return out('no-post-on-rule-day', 'transfer.ruleDay');
  if (!entitled.posts.includes(q.postKind)) return out('post-not-entitled', 'entitled.posts');
  return { included: true };
}

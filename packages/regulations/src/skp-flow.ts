/**
 * The life of an SKP as a table: drawn up, reviewed and agreed where the regulation says so, determined by the
 * evaluator (TL 13(3), BN 6(8)), disputed to the evaluator's superior where it says so (BN 6(9)), closed at its end.
 */
import { EMPLOYEE_KINDS, type EmployeeKind, type IsoDate } from '@ekinerja/contracts/basics';
import type { SkpStatus } from '@ekinerja/contracts/skp';
import { deadline, lastDayOf } from './calendar.js';
import { addMonths, firstDay, lastDay, monthOf } from './dates.js';
import type { Law, LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { flowCite, flowRules } from './skp-form.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';

export type { RuleRefusal } from './refusal.js';
export type { SkpStatus } from '@ekinerja/contracts/skp';
export type SkpAction =
  | 'submit' | 'withdraw' | 'return' | 'review' | 'agree' | 'determine' | 'refuse' | 'settle' | 'amend' | 'reopen' | 'close';
export type SkpActor = 'owner' | 'evaluator' | 'performance-manager' | 'evaluator-superior' | 'unit-admin';

/** What the regulation asks on the way, and what has happened to this SKP. */
export interface SkpWay {
  review: boolean;
  agreement: readonly ('owner' | 'evaluator')[];
  dispute: boolean;
  /** Who has agreed to the content as it stands. */
  agreedBy: readonly SkpActor[];
  /** A settled dispute is final: no return and no second refusal. */
  settled: boolean;
}
type Row = Transition<SkpStatus, SkpAction, SkpActor> & { when?: (way: SkpWay) => boolean };

const isReviewed = (way: SkpWay) => way.review;
const open = (way: SkpWay) => !way.settled;
const mayDispute = (way: SkpWay) => way.dispute && !way.settled;
const agreeing = (way: SkpWay) => way.agreement.length > 0;

export const SKP_TRANSITIONS: readonly Row[] = [
  { from: 'draft', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'returned', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'submitted', action: 'withdraw', by: ['owner'], to: 'draft' },
  { from: 'reviewed', action: 'withdraw', by: ['owner'], to: 'draft' },
  // KS 5(4), BN 6(3): agreement comes after the review.
  { from: 'submitted', action: 'review', by: ['performance-manager'], to: 'reviewed', when: isReviewed },
  { from: 'submitted', action: 'return', by: ['performance-manager'], to: 'returned', when: isReviewed },
  { from: 'submitted', action: 'return', by: ['evaluator'], to: 'returned', when: (way) => !way.review && open(way) },
  { from: 'reviewed', action: 'return', by: ['evaluator'], to: 'returned', when: open },
  { from: 'agreed', action: 'return', by: ['evaluator'], to: 'returned', when: open },
  { from: 'reviewed', action: 'agree', by: ['owner', 'evaluator'], to: 'agreed', when: agreeing },
  { from: 'submitted', action: 'agree', by: ['owner', 'evaluator'], to: 'agreed', when: (way) => agreeing(way) && !way.review },
  { from: 'submitted', action: 'determine', by: ['evaluator'], to: 'determined', when: (way) => !way.review && !agreeing(way) },
  { from: 'reviewed', action: 'determine', by: ['evaluator'], to: 'determined', when: (way) => !agreeing(way) },
  { from: 'agreed', action: 'determine', by: ['evaluator'], to: 'determined' },
  { from: 'submitted', action: 'refuse', by: ['evaluator'], to: 'disputed', when: (way) => mayDispute(way) && !way.review },
  { from: 'reviewed', action: 'refuse', by: ['evaluator'], to: 'disputed', when: mayDispute },
  { from: 'agreed', action: 'refuse', by: ['evaluator'], to: 'disputed', when: mayDispute },
  { from: 'disputed', action: 'settle', by: ['evaluator-superior'], to: 'determined' },
  { from: 'disputed', action: 'amend', by: ['evaluator-superior'], to: 'returned' },
  { from: 'determined', action: 'reopen', by: ['unit-admin'], to: 'returned' },
  { from: 'determined', action: 'close', by: ['evaluator', 'unit-admin'], to: 'closed' },
];

/** The way the law sets; what happened to the SKP is added by whoever asks. */
export function skpWay(law: LawSet, so: Pick<SkpWay, 'agreedBy' | 'settled'> = { agreedBy: [], settled: false }): SkpWay {
  const flow = flowRules(law);
  return { review: flow.review !== undefined, agreement: flow.agreement ?? [], dispute: flow.dispute !== undefined, ...so };
}

/** What that actor may do with an SKP in that status. */
export function skpActions(status: SkpStatus, actor: SkpActor, way: SkpWay): SkpAction[] {
  return actionsIn(tableOf(way), status, actor).filter((action) => action !== 'agree' || mayStillAgree(actor, way));
}

/** The status after an action, or why not. */
export function applySkp(status: SkpStatus, action: SkpAction, actor: SkpActor, way: SkpWay): SkpStatus | RuleRefusal {
  const after = applyTransition(tableOf(way), status, action, actor);
  if (action !== 'agree' || typeof after !== 'string') return after;
  if (!mayStillAgree(actor, way)) return { code: 'transition.not-allowed', params: { status, action } };
  // The last of the parties makes it an agreement.
  return way.agreement.every((party) => party === actor || way.agreedBy.includes(party)) ? after : status;
}

function tableOf(way: SkpWay): readonly Transition<SkpStatus, SkpAction, SkpActor>[] {
  return SKP_TRANSITIONS.filter(({ when }) => when === undefined || when(way));
}

function mayStillAgree(actor: SkpActor, { agreement, agreedBy }: SkpWay): boolean {
  return (agreement as readonly SkpActor[]).includes(actor) && !agreedBy.includes(actor);
}

/**
 * Kinds of employee that the law of a day obliges to have an SKP: every ASN (BK 2(1)) that the document covers (TL 4,
 * BN 1 angka 4); never those who are none, such as the regent.
 */
export function kindsWithSkp(law: Law, date: IsoDate): EmployeeKind[] {
  return EMPLOYEE_KINDS.filter((kind) => {
    if (kind === 'non-asn') return false;
    const { covers } = law.on(date, { employeeKind: kind }).performance.rules;
    return covers?.includes(kind) ?? true;
  });
}

/** Last day on which the SKP of a year is determined in time (TL 13(1), BN 9(1)); cite `skp.determinedBy`. */
export function skpDeadline(year: number, law: LawSet): IsoDate {
  return lastDayOf(law.performance.rules.skp.determinedBy, `${year}-01-01`, law.working);
}

/** BN 9(2): the first day of the new SKP after a transfer, by the date of the letter of duty. */
export function transferStart(letterDate: IsoDate, law: LawSet): IsoDate {
  const { starts, nextAfterDay } = flowRules(law).transfer;
  if (starts === 'day-of-letter') return letterDate;
  const month = monthOf(letterDate);
  return firstDay(nextAfterDay !== undefined && Number(letterDate.slice(8)) > nextAfterDay ? addMonths(month, 1) : month);
}

/** KS 23(4): until when the evaluator answers a change; null where the law sets no window. */
export function changeDue(submittedAt: Date, law: LawSet): { dueAt: Date; cite: ReturnType<typeof flowCite> } | null {
  const { within } = flowRules(law).change;
  return within ? { dueAt: deadline(within, submittedAt, law), cite: flowCite(law, 'change.within') } : null;
}

/** KS 33: the last day of initial entry, counted from promulgation or, for those who join later, from first access. */
export function initialEntryDue(from: IsoDate, law: LawSet): IsoDate | null {
  const initial = flowRules(law).initial;
  if (!initial) return null;
  const month = addMonths(monthOf(from), initial.months);
  const same = `${month}-${from.slice(8)}`;
  return same > lastDay(month) ? lastDay(month) : same;
}

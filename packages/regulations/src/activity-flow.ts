/** Daily activities: statuses, who may do what, the window of entry, and the time limit of approval. */
import type { Citation, IsoDate, IsoMonth, UnitKind } from '@ekinerja/contracts/basics';
import { deadline, lastDayOf } from './calendar.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';

export type { RuleRefusal } from './refusal.js';
export type ActivityStatus = 'draft' | 'submitted' | 'accepted' | 'refused' | 'withdrawn';
export type ActivityAction = 'submit' | 'withdraw' | 'accept' | 'refuse' | 'lapse';
/** `system` approves by lapse (KS 23(7)). */
export type ActivityActor = 'owner' | 'evaluator' | 'unit-admin' | 'system';
export type ActivityDecisionMode = 'evaluator' | 'lapse';

export const ACTIVITY_TRANSITIONS: readonly Transition<ActivityStatus, ActivityAction, ActivityActor>[] = [
  { from: 'draft', action: 'submit', by: ['owner'], to: 'submitted' },
  // BK 4(3): what was refused can be mended and handed in again; a new window starts.
  { from: 'refused', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'withdrawn', action: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'draft', action: 'withdraw', by: ['owner'], to: 'withdrawn' },
  { from: 'submitted', action: 'withdraw', by: ['owner'], to: 'withdrawn' },
  { from: 'refused', action: 'withdraw', by: ['owner'], to: 'withdrawn' },
  { from: 'submitted', action: 'accept', by: ['evaluator'], to: 'accepted' },
  { from: 'submitted', action: 'refuse', by: ['evaluator'], to: 'refused' },
  // A refused entry is not `submitted`, so it can never be approved by lapse (KS 23(8)).
  { from: 'submitted', action: 'lapse', by: ['system'], to: 'accepted' },
];

/** What that actor may do with an entry in that status. */
export function activityActions(status: ActivityStatus, actor: ActivityActor): ActivityAction[] {
  return actionsIn(ACTIVITY_TRANSITIONS, status, actor);
}

/** The status after an action, or why not. */
export function applyActivity(
  status: ActivityStatus,
  action: ActivityAction,
  actor: ActivityActor,
): ActivityStatus | RuleRefusal {
  return applyTransition(ACTIVITY_TRANSITIONS, status, action, actor);
}

export interface EntryFacts {
  /** Day of work. */
  date: IsoDate;
  minutes: number;
  /** Day on which it is handed in, local. */
  today: IsoDate;
  /** Left out: not checked. */
  kind?: 'main' | 'additional' | null;
  leaveOn(date: IsoDate): boolean;
  /** A recorded late-entry grant covers the day: the window is not checked. */
  lateGranted?: boolean;
}

/**
 * Whether an entry may be handed in: not for a day to come, within the window, not on leave, of possible length.
 * @returns null when it may
 */
export function checkEntry(entry: EntryFacts, law: LawSet): RuleRefusal | null {
  const { entry: rules, kindRequired } = law.performance.rules.activities;
  const at = (key: string) => law.performance.cite(`activities.${key}`);
  if (!Number.isInteger(entry.minutes) || entry.minutes < 1 || entry.minutes > rules.maxMinutes) {
    return {
      code: 'entry.length',
      params: { minutes: entry.minutes, max: rules.maxMinutes },
      cite: at('entry.maxMinutes'),
    };
  }
  if (entry.date > entry.today && !rules.future) {
    return {
      code: 'entry.future',
      params: { date: entry.date, today: entry.today },
      cite: at('entry.future'),
    };
  }
  const until = entryOpenUntil(entry.date, law);
  if (entry.today > until && !entry.lateGranted) {
    return { code: 'entry.window', params: { date: entry.date, until }, cite: at('entry.open') };
  }
  if (!rules.onLeave && entry.leaveOn(entry.date)) {
    return { code: 'entry.leave', params: { date: entry.date }, cite: at('entry.onLeave') };
  }
  if (kindRequired && entry.kind === null) {
    return { code: 'entry.kind', params: { date: entry.date }, cite: at('kindRequired') };
  }
  return null;
}

/** Last day on which work of that day may be entered. */
export function entryOpenUntil(date: IsoDate, law: LawSet): IsoDate {
  return lastDayOf(law.performance.rules.activities.entry.open, date, law.working);
}

/** Whether the evaluator must give a reason when refusing (KS 23(8)). */
export function refusalReasonRequired(law: LawSet): { required: boolean; cite: Citation } {
  return {
    required: law.performance.rules.activities.approval.refusal.reason === 'required',
    cite: law.performance.cite('activities.approval.refusal.reason'),
  };
}

export interface ApprovalDue {
  /** Null when the law sets no time limit. */
  dueAt: Date | null;
  cite: Citation;
  onLapse: 'flag' | 'approve';
  /** `notOpened`: only when the evaluator never opened the list holding it. */
  trigger: 'notOpened' | 'undecided';
}

/** When an entry handed in at that instant must be decided, and what happens when it is not. */
export function approvalDue(submittedAt: Date, law: LawSet): ApprovalDue {
  const { within, lapse } = law.performance.rules.activities.approval;
  return {
    dueAt: within ? deadline(within, submittedAt, law) : null,
    cite: law.performance.cite(within ? 'activities.approval.within' : 'activities.approval.lapse'),
    onLapse: lapse.then,
    trigger: lapse.when,
  };
}

/**
 * Whether the system approves the entry by itself now (KS 23(7)).
 * @param seen the evaluator opened the list holding the entry within the window
 */
export function lapsesNow(
  q: { submittedAt: Date; now: Date; status: ActivityStatus; seen: boolean },
  law: LawSet,
): boolean {
  const due = approvalDue(q.submittedAt, law);
  if (due.dueAt === null || due.onLapse !== 'approve' || q.now < due.dueAt || q.status !== 'submitted')
    return false;
  return due.trigger === 'undecided' || !q.seen;
}

/**
 * Duty days of the month without the minimum of entries (BK 3(4)).
 * @param entries number of entries by day; @param excused days on leave or away, which ask for none
 */
export function missingEntryDays(
  q: {
    month: IsoMonth;
    unitKind: UnitKind;
    entries: ReadonlyMap<IsoDate, number>;
    excused: ReadonlySet<IsoDate>;
    until: IsoDate;
  },
  law: LawSet,
): IsoDate[] {
  const minimum = law.performance.rules.activities.minimumPerWorkingDay;
  return law.working
    .dutyDays(q.month, q.unitKind)
    .filter((d) => d <= q.until && !q.excused.has(d) && (q.entries.get(d) ?? 0) < minimum);
}

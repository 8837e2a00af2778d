/** Daily activities: statuses, who may do what, the window of entry, and the time limit of approval. */
import type { Citation, ClockTime, IsoDate, IsoMonth, PresenceStatus, UnitKind } from '@ekinerja/contracts/basics';
import { deadline, lastDayOf } from './calendar.js';
import { addDays, daysBetween, endOfDay } from './dates.js';
import { documentationPeriod, documentationRhythm, periodsEndingIn, type Rhythm } from './documentation.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { actionsIn, applyTransition, type Transition } from './transitions.js';

export type { RuleRefusal } from './refusal.js';
export type ActivityStatus = 'draft' | 'submitted' | 'accepted' | 'refused' | 'withdrawn';
export type ActivityAction = 'submit' | 'withdraw' | 'accept' | 'refuse' | 'correct' | 'lapse';
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
  // KS 17(c): put right by the evaluator, and accepted as it then stands; the owner's wording is kept.
  { from: 'submitted', action: 'correct', by: ['evaluator'], to: 'accepted' },
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
  /** Receipt by the server: the regulation's grace counts from here. Left out: no grace. */
  receivedAt?: Date;
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
  if (entry.today > until && !entry.lateGranted && !withinGrace(until, entry.receivedAt, law)) {
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

/** Whether a day with that presence is leave (no work to record) or duty elsewhere (none is missed); null for neither. */
export function entryAbsence(status: PresenceStatus | undefined, law: LawSet): 'leave' | 'away' | null {
  const { leave, away } = law.performance.rules.activities.absences;
  if (status === undefined) return null;
  return leave.includes(status) ? 'leave' : away.includes(status) ? 'away' : null;
}

/** Last day on which work of that day may be entered; where work is documented by longer periods, counted from their end. */
export function entryOpenUntil(date: IsoDate, law: LawSet): IsoDate {
  const { to } = documentationPeriod(date, documentationRhythm(law).rhythm);
  return lastDayOf(law.performance.rules.activities.entry.open, to, law.working);
}

/**
 * Whether a decision can still be taken back: only the decider's own, within the seconds of regret, before it was
 * announced. The product's own, no article asks for it.
 */
export function mayUndoDecision(
  q: { status: ActivityStatus; mode: ActivityDecisionMode | null; decidedAt: Date | null; now: Date; corrected: boolean },
  seconds: number,
): boolean {
  if ((q.status !== 'accepted' && q.status !== 'refused') || q.mode !== 'evaluator' || q.corrected || q.decidedAt === null) return false;
  return q.now.getTime() - q.decidedAt.getTime() <= seconds * 1000;
}

/** An entry made without a signal may reach the server some hours later where the regulation says so. */
function withinGrace(until: IsoDate, receivedAt: Date | undefined, law: LawSet): boolean {
  const hours = law.performance.rules.activities.entry.graceHours ?? 0;
  if (!receivedAt || hours === 0) return false;
  return receivedAt.getTime() < endOfDay(until, law.timeZone).getTime() + hours * 3_600_000;
}

/** BK 2(2): an entry leans on a result of the writer's own SKP of that day. */
export function foreignResult(date: IsoDate, law: LawSet): RuleRefusal {
  return { code: 'entry.result', params: { date }, cite: law.performance.cite('activities.entry.result') };
}

/** The same minutes are not counted twice. */
export function overlappingEntry(
  date: IsoDate,
  taken: { startTime: ClockTime; endTime: ClockTime },
  law: LawSet,
): RuleRefusal {
  return {
    code: 'entry.overlap',
    params: { date, startTime: taken.startTime, endTime: taken.endTime },
    cite: law.performance.cite('activities.entry'),
  };
}

/**
 * KS 23(8): what was withheld with a reason is handed in again mended, text or proof; unchanged it would wait for the same
 * answer, or be approved by lapse without one (KS 23(7)).
 */
export function unchangedAfterRefusal(law: LawSet): RuleRefusal {
  return { code: 'entry.unchanged', params: {}, cite: law.performance.cite('activities.approval.refusal') };
}

export interface ReopeningFacts {
  from: IsoDate;
  to: IsoDate;
  until: IsoDate;
  today: IsoDate;
}
/** The longest stretch that is opened again in one act. */
const REOPENED_DAYS = 31;

/** Whether days can be opened again like that: past ones, for some days from now. @returns null when they can */
export function checkReopening({ from, to, until, today }: ReopeningFacts): RuleRefusal | null {
  if (to < from) return { code: 'reopening.order', params: { from, to } };
  if (to > today) return { code: 'reopening.future', params: { to, today } };
  if (daysBetween(from, to) >= REOPENED_DAYS) return { code: 'reopening.long', params: { max: REOPENED_DAYS } };
  if (until < today || daysBetween(today, until) > REOPENED_DAYS) return { code: 'reopening.until', params: { until, max: REOPENED_DAYS } };
  return null;
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
 * @param dueAt as stored with the entry: another evaluator who got it later has the window anew
 * @param seen the evaluator opened the list holding the entry within the window
 */
export function lapsesNow(
  q: { dueAt: Date | null; now: Date; status: ActivityStatus; seen: boolean },
  law: LawSet,
): boolean {
  const { then, when } = law.performance.rules.activities.approval.lapse;
  if (q.dueAt === null || then !== 'approve' || q.now < q.dueAt || q.status !== 'submitted') return false;
  return when === 'undecided' || !q.seen;
}

/**
 * Duty days of the month without the minimum of entries (BK 3(4)); where work is documented by longer periods
 * (TL 14(3)), the last duty day of each period that ends in the month and holds too few.
 * @param entries number of entries by day; @param excused days on leave or away, which ask for none
 */
export function missingEntryDays(q: EntryDays, law: LawSet): IsoDate[] {
  return daysBelow(q, law.performance.rules.activities.minimumPerWorkingDay, law);
}

/**
 * The same days, and where the regulation names no minimum those on which nothing was entered at all (KS 23(1)): what the
 * owner's calendar, the unit's days and the list of gaps count alike.
 */
export function emptyEntryDays(q: EntryDays, law: LawSet): IsoDate[] {
  return daysBelow(q, Math.max(law.performance.rules.activities.minimumPerWorkingDay, 1), law);
}

export interface EntryDays {
  month: IsoMonth;
  unitKind: UnitKind;
  entries: ReadonlyMap<IsoDate, number>;
  excused: ReadonlySet<IsoDate>;
  until: IsoDate;
}

function daysBelow(q: EntryDays, minimum: number, law: LawSet): IsoDate[] {
  const { rhythm } = documentationRhythm(law);
  if (rhythm !== 'daily') return missingPeriods(q, rhythm, Math.max(minimum, 1), law);
  return law.working
    .dutyDays(q.month, q.unitKind)
    .filter((d) => d <= q.until && !q.excused.has(d) && (q.entries.get(d) ?? 0) < minimum);
}

function missingPeriods(q: EntryDays, rhythm: Rhythm, minimum: number, law: LawSet): IsoDate[] {
  return periodsEndingIn(q.month, rhythm).flatMap(({ from, to }) => {
    const duty = daysFrom(from, to).filter((day) => law.working.hours(day, q.unitKind) !== null && !q.excused.has(day));
    const last = duty.at(-1);
    const entered = daysFrom(from, to).reduce((sum, day) => sum + (q.entries.get(day) ?? 0), 0);
    return last !== undefined && to <= q.until && entered < minimum ? [last] : [];
  });
}

function daysFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
}

/** Continuous feedback: who gives as what, when periodic feedback is due, and what a mark of progress opens (TL 16–20, BK 6(1)). */
import type { Citation, IsoDate } from '@ekinerja/contracts/basics';
import type { CoachingKind, FeedbackGiver, FeedbackKind, FeedbackRhythm, FeedbackWay, ProgressMeasure } from '@ekinerja/contracts/feedback';
import { addDays, addMonths, daysBetween, firstDay, lastDay, monthOf, weekday } from './dates.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

const MONTHS: Record<Exclude<FeedbackRhythm, 'weekly'>, number> = { monthly: 1, quarterly: 3, semester: 6, yearly: 12 };

export interface FeedbackPeriod {
  from: IsoDate;
  to: IsoDate;
}

/** The period of the rhythm that holds the day: weeks from Monday, the others by the calendar year. */
export function feedbackPeriod(every: FeedbackRhythm, date: IsoDate): FeedbackPeriod {
  if (every === 'weekly') {
    const from = addDays(date, 1 - weekday(date));
    return { from, to: addDays(from, 6) };
  }
  const months = MONTHS[every];
  const first = addMonths(monthOf(date), -((Number(date.slice(5, 7)) - 1) % months));
  return { from: firstDay(first), to: lastDay(addMonths(first, months - 1)) };
}

export interface DueFacts {
  /** The rhythm agreed by both; null: the regulation's own. */
  agreed: FeedbackRhythm | null;
  /** First day on which that person was led by these leaders, or the rhythm held. */
  since: IsoDate;
  /** Days on which a leader gave periodic feedback; a day counts once. */
  givenOn: readonly IsoDate[];
}
export interface Due {
  every: FeedbackRhythm;
  period: FeedbackPeriod;
  given: boolean;
  /** Last day in time. */
  dueOn: IsoDate;
  /** The latest period that went without, its grace over and not made up for since. */
  missed: FeedbackPeriod | null;
  /** How many such periods: of this calendar year, or the last one past its grace. */
  missedCount: number;
  cite: Citation;
}

/**
 * TL 18(2): periodic feedback as agreed. One feedback serves one period, in it or in its grace; what is given beyond that
 * makes up for the oldest period that went without. @returns null where the regulation has none
 */
export function periodicDue(facts: DueFacts, law: LawSet, today: IsoDate): Due | null {
  const rules = law.performance.rules.feedback?.periodic;
  if (!rules) return null;
  const every = facts.agreed ?? rules.every;
  const until = (one: FeedbackPeriod) => graceEnd(one, rules.graceDays);
  const owed = periodsSince(every, facts.since, today);
  const period = owed.at(-1) as FeedbackPeriod;
  const left = [...new Set(facts.givenOn)].filter((date) => date <= today).sort();
  const take = (fits: (date: IsoDate) => boolean) => {
    const at = left.findIndex(fits);
    return at >= 0 && left.splice(at, 1).length > 0;
  };
  const without = owed.filter((one) => !take((date) => one.from <= date && date <= until(one)));
  const late = without.filter((one) => today > until(one) && !take((date) => date > until(one)));
  const shown = late.filter((one) => one.to >= lookBack(owed, until, today));
  const cite = law.performance.cite(facts.agreed ? 'feedback.periodic' : 'feedback.periodic.every');
  return { every, period, given: !without.includes(period), dueOn: until(period), missed: shown.at(-1) ?? null, missedCount: shown.length, cite };
}

/** Grace is never longer than the period itself: else a week would never be late. */
function graceEnd({ from, to }: FeedbackPeriod, graceDays: number): IsoDate {
  const whole = addDays(to, graceDays);
  const ownLength = addDays(to, daysBetween(from, to) + 1);
  return whole < ownLength ? whole : ownLength;
}

/** The periods owed since that day, the present one last; further back than last year nothing is counted. */
function periodsSince(every: FeedbackRhythm, since: IsoDate, today: IsoDate): FeedbackPeriod[] {
  const earliest = [since, `${Number(today.slice(0, 4)) - 1}-01-01`].sort().at(-1) as IsoDate;
  const periods = [feedbackPeriod(every, today)];
  for (let one = before(every, periods[0] as FeedbackPeriod); one.to >= earliest; one = before(every, one)) periods.unshift(one);
  return periods;
}

function before(every: FeedbackRhythm, { from }: FeedbackPeriod): FeedbackPeriod {
  return feedbackPeriod(every, addDays(from, -1));
}

/** What ended in this year counts; early in it, the last period past its grace does too. */
function lookBack(owed: readonly FeedbackPeriod[], until: (one: FeedbackPeriod) => IsoDate, today: IsoDate): IsoDate {
  const newYear = `${today.slice(0, 4)}-01-01`;
  const last = owed.filter((one) => today > until(one)).at(-1);
  return last && last.to < newYear ? last.to : newYear;
}

/**
 * Day of a recorded conversation that counts for what is due: its own, where it was recorded within the grace; else the
 * day of recording. All that was said is recorded (TL 16(3)), but what was late does not become timely afterwards.
 */
export function countedOn(heldOn: IsoDate, recordedOn: IsoDate, law: LawSet): IsoDate {
  const { graceDays = 0 } = law.performance.rules.feedback?.periodic ?? {};
  return recordedOn <= addDays(heldOn, graceDays) ? heldOn : recordedOn;
}

/** TL 16(1): since when a leader must have given something not to be listed; while the grace runs, the period before counts too. */
export function heardSince(law: LawSet, today: IsoDate): IsoDate {
  const { every = 'quarterly', graceDays = 0 } = law.performance.rules.feedback?.periodic ?? {};
  const period = feedbackPeriod(every, today);
  const last = before(every, period);
  return today <= graceEnd(last, graceDays) ? last.from : period.from;
}

/** Whether the regulation knows feedback of that kind by that giver (TL 17, 18). Leaders alone owe it; all may give both kinds. */
export function checkFeedback(giver: FeedbackGiver, way: FeedbackWay, _kind: FeedbackKind, law: LawSet): RuleRefusal | null {
  const rules = law.performance.rules.feedback;
  if (!rules) return { code: 'feedback.none', params: {} };
  if (!rules.givers.includes(giver)) return { code: 'feedback.giver', params: {}, cite: law.performance.cite('feedback.givers') };
  if (!rules.ways.includes(way)) return { code: 'feedback.way', params: {}, cite: law.performance.cite('feedback.ways') };
  return null;
}

export interface MarkFacts {
  progress: boolean;
  /** About one result; null: all of the work. */
  resultId: string | null;
  /** Marks before this one, oldest first. */
  earlier: readonly { progress: boolean; resultId: string | null; measures: readonly { measure: ProgressMeasure; done: boolean }[] }[];
}

/**
 * What a leader can take on a mark, in the order of the article. To take a result over, a measure of no progress must
 * have been carried out before (coaching that was proposed: once a session was held), on that result or on the whole work, and this later mark must still show none (TL 19(6)).
 */
export function openMeasures(mark: MarkFacts, law: LawSet): { measure: ProgressMeasure; cite: Citation }[] {
  const rules = law.performance.rules.feedback?.progress;
  if (!rules) return [];
  const cite = (path: string) => law.performance.cite(`feedback.progress.${path}`);
  if (mark.progress) return rules.praise.map((measure) => ({ measure, cite: cite('praise') }));
  const open: { measure: ProgressMeasure; cite: Citation }[] = rules.measures.map((measure) => ({ measure, cite: cite('measures') }));
  if (rules.measures.includes('coaching')) open.push({ measure: 'coaching-proposal', cite: cite('measures') });
  if (rules.takeOver === 'after-measure' && mark.resultId !== null && mark.earlier.some((one) => carriedOut(one, mark.resultId))) {
    open.push({ measure: 'take-over', cite: cite('takeOver') });
  }
  return open;
}

function carriedOut(one: MarkFacts['earlier'][number], resultId: string | null): boolean {
  if (one.progress || (one.resultId !== null && one.resultId !== resultId)) return false;
  return one.measures.some(({ measure, done }) => done && measure !== 'appreciation' && measure !== 'assignment' && measure !== 'take-over');
}

/** @returns the article when the measure is open on the mark */
export function checkMeasure(measure: ProgressMeasure, mark: MarkFacts, law: LawSet): { cite: Citation } | RuleRefusal {
  const found = openMeasures(mark, law).find((one) => one.measure === measure);
  if (found) return { cite: found.cite };
  const rules = law.performance.rules.feedback?.progress;
  if (!rules) return { code: 'feedback.none', params: {} };
  if (measure === 'take-over') return { code: 'feedback.take-over-too-early', params: {}, cite: law.performance.cite('feedback.progress.takeOver') };
  return { code: 'feedback.measure', params: {}, cite: law.performance.cite(`feedback.progress.${mark.progress ? 'praise' : 'measures'}`) };
}

/** Forms of coaching (TL 20), and how often each subordinate must be coached (BK 6(1)). */
export function coachingRules(law: LawSet): { kinds: CoachingKind[]; every: FeedbackRhythm | null; cite: Citation | null } {
  const { feedback, coaching } = law.performance.rules;
  const cite = coaching ? law.performance.cite('coaching.every') : feedback ? law.performance.cite('feedback.coaching') : null;
  return { kinds: [...(feedback?.coaching ?? (coaching ? (['guidance', 'counselling'] as const) : []))], every: coaching?.every ?? null, cite };
}

/** Continuous feedback: who gives as what, when periodic feedback is due, and what a mark of progress opens (TL 16–20, BK 6(1)). */
import type { Citation, IsoDate } from '@ekinerja/contracts/basics';
import type { CoachingKind, FeedbackGiver, FeedbackKind, FeedbackRhythm, FeedbackWay, ProgressMeasure } from '@ekinerja/contracts/feedback';
import { addDays, addMonths, firstDay, lastDay, monthOf, weekday } from './dates.js';
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
  /** Days on which a leader gave periodic feedback. */
  givenOn: readonly IsoDate[];
}
export interface Due {
  every: FeedbackRhythm;
  period: FeedbackPeriod;
  given: boolean;
  /** Last day in time. */
  dueOn: IsoDate;
  /** The period before went without, and its grace is over. */
  missed: FeedbackPeriod | null;
  cite: Citation;
}

/** TL 18(2): periodic feedback as agreed. @returns null where the regulation has none */
export function periodicDue(facts: DueFacts, law: LawSet, today: IsoDate): Due | null {
  const rules = law.performance.rules.feedback?.periodic;
  if (!rules) return null;
  const every = facts.agreed ?? rules.every;
  const period = feedbackPeriod(every, today);
  const before = feedbackPeriod(every, addDays(period.from, -1));
  const within = (one: FeedbackPeriod) => facts.givenOn.some((date) => one.from <= date && date <= addDays(one.to, rules.graceDays));
  const missed = before.to >= facts.since && today > addDays(before.to, rules.graceDays) && !within(before) ? before : null;
  const given = facts.givenOn.some((date) => period.from <= date && date <= period.to);
  const cite = law.performance.cite(facts.agreed ? 'feedback.periodic' : 'feedback.periodic.every');
  return { every, period, given, dueOn: addDays(period.to, rules.graceDays), missed, cite };
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
 * have been carried out before, on that result or on the whole work, and this later mark must still show none (TL 19(6)).
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
  return one.measures.some(({ measure, done }) => done && (measure === 'expectations' || measure === 'resources' || measure === 'coaching'));
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

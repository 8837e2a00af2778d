/** Sanctions as dated steps, evaluators who did not evaluate, wilful non-reporting (TL 32–34, BN 14(3), KS 31). A person decides each step. */
import { PREDICATES, type Citation, type DerivationStep, type EmployeeKind, type IsoDate, type PostKind, type Predicate } from '@ekinerja/contracts/basics';
import type { CaseAction, CaseKind, CaseStatus } from '@ekinerja/contracts/follow-up';
import { addDays, lastDay, addMonths, monthOf } from './dates.js';
import type { PerformanceRules } from './document.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

type Rules = NonNullable<PerformanceRules['followUp']>;
export type Ladder = NonNullable<Rules['sanctions']>[number];

export interface SanctionFacts {
  postKind: PostKind;
  employeeKind: EmployeeKind;
  predicate: Predicate;
  /** Held the same post through the whole year evaluated. */
  wholeYearInPost: boolean;
}

/** Which ladder the annual result leads to, with the reasons; null: none. */
export function sanctionEntry(facts: SanctionFacts, law: LawSet): { ladder: Ladder; cite: Citation; derivation: DerivationStep[] } | null {
  const ladders = law.performance.rules.followUp?.sanctions ?? [];
  for (const [at, ladder] of ladders.entries()) {
    if (!ladder.posts.includes(facts.postKind) || !ladder.kinds.includes(facts.employeeKind) || !ladder.predicates.includes(facts.predicate)) continue;
    if (ladder.yearInPost && !facts.wholeYearInPost) continue;
    const path = `followUp.sanctions.${at}`;
    const cite = law.performance.cite(path);
    const derivation: DerivationStep[] = [
      { rule: 'sanction.predicate', inputs: { predicate: facts.predicate }, result: ladder.name, cite: law.performance.cite(`${path}.predicates`) },
      { rule: 'sanction.improve', inputs: { months: ladder.improve.months }, result: ladder.improve.months, cite: law.performance.cite(`${path}.improve`) },
    ];
    return { ladder, cite, derivation };
  }
  return null;
}

/** The same day so many months later; the last day of a shorter month. */
function monthsLater(date: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(date), months);
  const last = lastDay(month);
  const day = `${month}-${date.slice(8, 10)}`;
  return day > last ? last : day;
}

/**
 * Last day of the time that a step of a sanction gives: for improvement from the delivery of the annual document (TL 33.a, 34.a),
 * for a temporary placement from its decision (TL 34.e).
 * @param from the delivery, or the day of the decision
 * @returns null where the status gives no time
 */
export function timeGiven(ladder: Ladder, status: CaseStatus, from: IsoDate): IsoDate | null {
  if (status === 'improving') return monthsLater(from, ladder.improve.months);
  return status === 'temporary' && ladder.temporary ? monthsLater(from, ladder.temporary.months) : null;
}

export interface CaseFacts {
  status: CaseStatus;
  /** Last day of the improvement or the temporary placement. */
  dueOn: IsoDate | null;
  today: IsoDate;
  /** `non-reporting`: coaching has been recorded. */
  coached: boolean;
  /** A session of that coaching was held; left out: as `coached` says. */
  coachingHeld?: boolean;
  deducted: boolean;
  /** The competence test was passed. */
  fit?: boolean;
}
export interface CaseMove {
  status: CaseStatus;
  dueOn: IsoDate | null;
  /** Null: a step of this system, which no article names. */
  cite: Citation | null;
}

/** Actions open on a sanction now, each with where it leads; those that wait for a date are not among them. */
export function sanctionMoves(code: string, facts: CaseFacts, law: LawSet): Partial<Record<CaseAction, CaseMove>> {
  const at = (law.performance.rules.followUp?.sanctions ?? []).findIndex((one) => one.code === code);
  const ladder = law.performance.rules.followUp?.sanctions?.[at];
  if (!ladder) return {};
  const cite = (key: string) => law.performance.cite(`followUp.sanctions.${at}.${key}`);
  const own = law.performance.cite(`followUp.sanctions.${at}`);
  const over = facts.dueOn !== null && facts.today > facts.dueOn;
  const to = (status: CaseStatus, why: Citation, dueOn: IsoDate | null = null): CaseMove => ({ status, dueOn, cite: why });
  switch (facts.status) {
    case 'improving': {
      const excluded = ladder.forceMajeure === 'excluded' ? { exclude: to('excluded', cite('forceMajeure')) } : {};
      const improved = { improved: to('improved', cite('improve')) };
      // TL 33.a, 34.a: the whole time is theirs.
      return over ? { ...excluded, ...improved, 'not-improved': to('testing', own) } : { ...excluded, ...improved };
    }
    case 'testing':
      return ladder.fitEnds
        ? { 'tested-fit': to('kept', cite('fitEnds')), 'tested-unfit': to('placing', cite('fitEnds')) }
        : { 'tested-fit': to('placing', cite('fitEnds')), 'tested-unfit': to('placing', cite('fitEnds')) };
    case 'placing': {
      const placed = { move: to('placed', cite('fitEnds')), lower: to('placed', cite('fitEnds')) };
      // TL 33.d "dapat": whoever passed the test may as well be left where they are, by decision.
      if (facts.fit) return { keep: to('kept', cite('fitEnds')), ...placed };
      if (!ladder.temporary) return placed;
      return { ...placed, temporary: to('temporary', cite('temporary'), timeGiven(ladder, 'temporary', facts.today)) };
    }
    case 'temporary': {
      const placed = { move: to('placed', cite('fitEnds')), lower: to('placed', cite('fitEnds')) };
      // TL 34.f: only after that year.
      return over && ladder.dismissal ? { ...placed, dismiss: to('dismissed', cite('dismissal')) } : placed;
    }
    default:
      return {};
  }
}

const OPEN: readonly CaseStatus[] = ['improving', 'testing', 'placing', 'temporary', 'opened', 'coaching'];

/** A case whose basis fell away or that was opened in error is taken back with a reason: a step of this system, in no article. */
export function withdrawal(facts: CaseFacts): Partial<Record<CaseAction, CaseMove>> {
  return OPEN.includes(facts.status) && !facts.deducted ? { withdraw: { status: 'withdrawn', dueOn: null, cite: null } } : {};
}

/**
 * Whether the results since show improvement, as a suggestion (TL 33.a, 34.a): the latest of them counts.
 * @param later results within the time given, oldest first
 */
export function improvementSuggested(ladder: Ladder, later: readonly Predicate[], over: boolean): 'improved' | 'not-improved' | null {
  const last = later.at(-1);
  if (last && reaches(ladder, last)) return 'improved';
  return over && last ? 'not-improved' : null;
}

/** The least predicate that is read as improvement: as the document says, else the next above those that lead into the ladder. */
export function improvementFrom({ improvement, predicates }: Ladder): Predicate {
  return improvement ?? (PREDICATES[Math.min(...predicates.map((one) => PREDICATES.indexOf(one))) - 1] as Predicate);
}

/** Whether the predicate is at least the one that is read as improvement. */
export function reaches(ladder: Ladder, predicate: Predicate): boolean {
  return PREDICATES.indexOf(predicate) <= PREDICATES.indexOf(improvementFrom(ladder));
}

const TIME_OVER: IsoDate = '0001-01-01';

/** What may follow a status once its time is over, each with its article: what the papers of a case announce. */
export function movesAhead(kind: CaseKind, ladder: string | null, facts: CaseFacts, law: LawSet): { action: CaseAction; cite: Citation }[] {
  const over = { ...facts, dueOn: facts.dueOn && TIME_OVER };
  const moves = kind === 'sanction' ? sanctionMoves(ladder ?? '', over, law) : otherMoves(kind, over, law);
  return Object.entries(moves).flatMap(([action, { cite }]) => (cite ? [{ action: action as CaseAction, cite }] : []));
}

/** BN 14(3) ends with a recorded decision; KS 31: coaching and deduction, together or one after the other. */
export function otherMoves(kind: 'evaluator' | 'non-reporting', facts: CaseFacts, law: LawSet): Partial<Record<CaseAction, CaseMove>> {
  const rules = law.performance.rules.followUp;
  const open: CaseStatus[] = ['opened', 'coaching', 'deducted'];
  if (!rules || !open.includes(facts.status)) return {};
  if (kind === 'evaluator') {
    if (!rules.evaluators) return {};
    return { end: { status: 'ended', dueOn: null, cite: law.performance.cite('followUp.evaluators') } };
  }
  const own = rules.nonReporting;
  if (!own) return {};
  const cite = (key: string) => law.performance.cite(`followUp.nonReporting.${key}`);
  const moves: Partial<Record<CaseAction, CaseMove>> = {};
  if (own.coaching && !facts.coached) moves.coach = { status: 'coaching', dueOn: null, cite: cite('coaching') };
  const held = facts.coachingHeld ?? facts.coached;
  if (!facts.deducted && (own.deduction === 'together' || held)) moves.deduct = { status: 'deducted', dueOn: null, cite: cite('deduction') };
  if (held || !own.coaching) moves.end = { status: 'ended', dueOn: null, cite: law.performance.cite('followUp.nonReporting') };
  return moves;
}

/** @returns where the action leads, or why not: the time given is not over, or the step does not follow this one */
export function caseMove(moves: Partial<Record<CaseAction, CaseMove>>, action: CaseAction, facts: CaseFacts): CaseMove | RuleRefusal {
  const found = moves[action];
  if (found) return found;
  if (action === 'end' && facts.coached && facts.coachingHeld === false) return { code: 'coaching.no-session', params: {} };
  const waits = (action === 'not-improved' && facts.status === 'improving') || (action === 'dismiss' && facts.status === 'temporary');
  if (waits && facts.dueOn !== null && facts.today <= facts.dueOn) return { code: 'case.time-not-over', params: { date: facts.dueOn } };
  return { code: 'case.step', params: {} };
}

/** Whether the end is near enough to be announced, or has passed. */
export function caseTiming(code: string | null, dueOn: IsoDate | null, today: IsoDate, law: LawSet): { dueSoon: boolean; overdue: boolean } {
  if (dueOn === null) return { dueSoon: false, overdue: false };
  const days = law.performance.rules.followUp?.sanctions?.find((one) => one.code === code)?.remindDays ?? 0;
  return { dueSoon: today <= dueOn && today >= addDays(dueOn, -days), overdue: today > dueOn };
}


/** Objection to an evaluation (TL 28, 35; PP 30/2019): time limits, who decides, when it goes a tier up, what a decision needs. */
import type { Citation, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { deadline, lastDayOf } from './calendar.js';
import { endOfDay, localDate } from './dates.js';
import { climbFrom, type DerivedEvaluator, type EvaluatorAnswer, type OrganisationOnDate } from './evaluator.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';

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

/**
 * Whether an objection may be filed now (TL 35 huruf a).
 * @returns `objection.late` with the last day that passed, or null
 */
export function checkFiling(receivedAt: Date, now: Date, law: LawSet): RuleRefusal | null {
  if (!law.performance.rules.objection) return { code: 'objection.none', params: {} };
  const due = objectionDue('file', receivedAt, law);
  if (!due || now < due.dueAt) return null;
  const passed: IsoDate = localDate(new Date(due.dueAt.getTime() - 1), law.timeZone);
  return {
    code: 'objection.late',
    params: { received: localDate(receivedAt, law.timeZone), passed },
    cite: due.cite,
  };
}

export interface ObjectionParties {
  /** Post in which the evaluator set the result. */
  evaluatorPostId: Uuid;
  /** Everybody who was evaluator or employee in the case: none of them decides it. */
  took: ReadonlySet<Uuid>;
}

/**
 * Who may decide, lowest first: the evaluator's superior (TL 28), and above them whoever an overdue case goes to. A
 * vacant post, and one whose holder took part, passes upward.
 * @returns empty when nobody stands above the evaluator (BN 13(1): no decision goes above the PPK)
 */
export function objectionTiers(
  { evaluatorPostId, took }: ObjectionParties,
  org: OrganisationOnDate,
  law: LawSet,
): EvaluatorAnswer[] {
  const tiers: EvaluatorAnswer[] = [];
  const persons = new Set(took);
  let from = org.posts.get(evaluatorPostId)?.superiorPostId ?? null;
  for (;;) {
    const answer = climbFrom(from, persons, org, law);
    const found: DerivedEvaluator | null = answer.evaluator;
    if (!found) return tiers;
    tiers.push(answer);
    persons.add(found.personId);
    from = org.posts.get(found.postId)?.superiorPostId ?? null;
  }
}

/**
 * How many tiers above the first an undecided objection has gone by now: 0 in time, 1 once the limit has passed, then
 * one more after each further window. The result itself stays as it was.
 */
export function objectionTier(filedAt: Date, now: Date, law: LawSet): number {
  const due = objectionDue('decide', filedAt, law);
  if (!due || now < due.dueAt) return 0;
  const window = law.performance.rules.objection?.escalate;
  if (!window) return 0;
  let tier = 1;
  let day = localDate(new Date(due.dueAt.getTime() - 1), law.timeZone);
  for (;;) {
    const next = lastDayOf(window, day, law.working);
    if (next <= day || now < endOfDay(next, law.timeZone)) return tier;
    day = next;
    tier += 1;
  }
}

export interface DecisionFacts {
  outcome: 'uphold' | 'change';
  /** Sides whose explanation stands in the file. */
  heard: readonly ('evaluator' | 'employee')[];
  recommendation: string | null;
}

/** What still keeps a decision from being set (TL 35 huruf c, f), or null. */
export function checkDecision(facts: DecisionFacts, law: LawSet): RuleRefusal | null {
  const missing = law.performance.rules.objection?.hear?.find((side) => !facts.heard.includes(side));
  if (missing)
    return { code: 'objection.unheard', params: { side: missing }, cite: law.performance.cite('objection.hear') };
  if (facts.outcome === 'change' && !facts.recommendation?.trim())
    return { code: 'objection.recommendation', params: {}, cite: law.performance.cite('objection') };
  return null;
}

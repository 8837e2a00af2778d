/** Questions about what follows and surrounds an evaluation: plans, feedback, sanctions, requests, reports; and any value by its path. */
import type { EmployeeKind, IsoDate, PostKind, Predicate } from '@ekinerja/contracts/basics';
import type { FeedbackGiver, FeedbackRhythm, FeedbackWay, ProgressMeasure } from '@ekinerja/contracts/feedback';
import type { CaseAction, CaseStatus } from '@ekinerja/contracts/follow-up';
import type { Coordination, OversightKind, OversightReceiver } from '@ekinerja/contracts/oversight';
import { compactCite } from '../citation.js';
import { documentationRhythm } from '../documentation.js';
import { organisationComesFirst } from '../evaluation.js';
import { checkFeedback, coachingRules, openMeasures, periodicDue } from '../feedback.js';
import { caseMove, caseTiming, otherMoves, sanctionEntry, sanctionMoves } from '../follow-up.js';
import type { LawSet } from '../law.js';
import { checkDelivery, isOpenToAll, missingCoordination, reportPeriods, reportRoute } from '../oversight.js';
import { measurementRhythms } from '../realisation.js';
import { isRefusal } from '../refusal.js';
import { requestForm } from '../service-requests.js';
import { suggestionChannels } from '../suggestions.js';
import { planDemands } from '../work-plan.js';

/** Any value of the law in force, with its article: for settings that decide nothing but themselves. */
export function ruleAnswer({ path }: { path: string }, law: LawSet): unknown {
  const [kind = '', ...keys] = path.split('.');
  const known = ['performance', 'allowance', 'amounts', 'calendar'] as const;
  const of = known.find((one) => one === kind);
  const rules = of && law[of];
  if (!rules) throw new RangeError(`"${kind}" bukan jenis dokumen. Tulis jalurnya dengan jenisnya: performance.followUp.evaluators`);
  const value = keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    rules.rules,
  );
  if (value === undefined) throw new RangeError(`Tidak ada "${keys.join('.')}" di ${rules.id}`);
  return { value, cite: compactCite(rules.cite(keys.join('.'))).replace(/^[^#]*#/, '').replace(/~$/, '') };
}

export function planAnswer(_facts: unknown, law: LawSet): unknown {
  const { levels, timeline, actions, verification } = planDemands(law);
  return {
    levels,
    closes: law.performance.rules.plans?.breakdown?.closes ?? false,
    timeline: timeline !== null,
    actions: actions !== null,
    verification: verification !== null,
    documentation: documentationRhythm(law).rhythm,
  };
}

export const measurementAnswer = (_facts: unknown, law: LawSet): unknown => ({
  periods: measurementRhythms(law),
  organisationFirst: (['periodic', 'annual'] as const).filter((kind) => organisationComesFirst(kind, law)),
});

export function feedbackAnswer(
  facts: { giver: FeedbackGiver; way?: FeedbackWay },
  law: LawSet,
): unknown {
  return { refused: checkFeedback(facts.giver, facts.way ?? 'direct', 'periodic', law)?.code ?? null };
}

export function feedbackDueAnswer(
  facts: { agreed?: FeedbackRhythm; since: IsoDate; givenOn?: IsoDate[]; today: IsoDate },
  law: LawSet,
): unknown {
  const due = periodicDue({ agreed: facts.agreed ?? null, since: facts.since, givenOn: facts.givenOn ?? [] }, law, facts.today);
  return due ? { every: due.every, until: due.dueOn, given: due.given, missed: due.missed, missedCount: due.missedCount } : { every: null };
}

export function progressAnswer(
  facts: { progress: boolean; earlier?: { progress: boolean; measures: { measure: ProgressMeasure; done: boolean }[] }[] },
  law: LawSet,
): unknown {
  const earlier = (facts.earlier ?? []).map((one) => ({ ...one, resultId: 'hasil' }));
  return { measures: openMeasures({ progress: facts.progress, resultId: 'hasil', earlier }, law).map(({ measure }) => measure) };
}

export function coachingAnswer(_facts: unknown, law: LawSet): unknown {
  const { kinds, every } = coachingRules(law);
  return { kinds, every };
}

export function sanctionAnswer(
  facts: { postKind: PostKind; employeeKind?: EmployeeKind; predicate: Predicate; wholeYearInPost?: boolean },
  law: LawSet,
): unknown {
  const entry = sanctionEntry({ employeeKind: 'pns', wholeYearInPost: true, ...facts }, law);
  return { ladder: entry?.ladder.code ?? null, months: entry?.ladder.improve.months ?? null };
}

/** One step of a case; `code` names the ladder of a sanction, without it the case is of its `kind`. */
export function caseAnswer(
  facts: {
    code?: string;
    kind?: 'evaluator' | 'non-reporting';
    status: CaseStatus;
    action: CaseAction;
    today: IsoDate;
    dueOn?: IsoDate;
    coached?: boolean;
    deducted?: boolean;
    fit?: boolean;
  },
  law: LawSet,
): unknown {
  const { status, today, dueOn = null, coached = false, deducted = false, fit = false } = facts;
  const known = { status, today, dueOn, coached, deducted, fit };
  const moves = facts.code === undefined ? otherMoves(facts.kind ?? 'evaluator', known, law) : sanctionMoves(facts.code, known, law);
  const move = caseMove(moves, facts.action, known);
  const timing = caseTiming(facts.code ?? null, dueOn, today, law);
  return isRefusal(move) ? { refused: move.code, ...timing } : { status: move.status, until: move.dueOn, ...timing };
}

export function rewardsAnswer(_facts: unknown, law: LawSet): unknown {
  const rewards = law.performance.rules.followUp?.rewards ?? [];
  return { pools: rewards.map(({ pool }) => pool), byPpk: rewards.flatMap(({ pool, byPpk }) => (byPpk ? [pool] : [])) };
}

export function serviceAnswer({ kind }: { kind: string }, law: LawSet): unknown {
  const services = law.performance.rules.services;
  const own = services?.kinds[kind];
  if (!services || !own) return { effect: null };
  return {
    effect: own.effect,
    filedBy: own.filedBy,
    reopens: own.reopens ?? [],
    attachments: own.attachments.map(({ code }) => code),
    printed: own.attachments.flatMap(({ code, printed }) => (printed ? [code] : [])),
    told: requestForm(law).told,
    steps: (own.steps ?? services.steps).map(({ by, does }) => `${by} ${does}`),
  };
}

export function oversightAnswer(
  facts: { kind: OversightKind; year?: number; delivered?: OversightReceiver[]; receiver?: OversightReceiver },
  law: LawSet,
): unknown {
  return {
    receivers: reportRoute(law, facts.kind).receivers,
    periods: reportPeriods(law, facts.year ?? 2026).periods.map(({ code }) => code),
    ...(facts.receiver
      ? { refused: checkDelivery(law, facts.kind, facts.delivered ?? [], facts.receiver)?.code ?? null }
      : {}),
  };
}

export const disclosureAnswer = ({ held }: { held: Coordination[] }, law: LawSet): unknown => ({
  missing: missingCoordination(law, held).map((one) => one.with),
  openToAll: isOpenToAll(law),
});

export const suggestionsAnswer = (_facts: unknown, law: LawSet): unknown => ({
  named: suggestionChannels(law).flatMap(({ kind, from, to, cite }) => (cite ? [`${kind}: ${from} → ${to}`] : [])),
});

/** From one person's facts to the decision of the run: included with a slip, or on the list with the reason why not. Pure. */
import type { BlockerKind, PayRunPerson } from '@ekinerja/contracts/pay-runs';
import type { IsoDate, IsoMonth, Predicate, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import {
  blockers, calculateAllowance, inclusion, ruleDay, type AllowanceDecision, type AllowanceFacts,
} from '@ekinerja/regulations/allowance';
import { judgePresence, type PresenceRow } from '@ekinerja/regulations/attendance';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import type { HeldPost, ListedPerson, OpenAdjustment } from './pay-people.repository.js';
import { freezeSlip, SLIP_BYTES, slipBytes, slipHash, type SlipFacts } from './slip-content.js';

export interface PersonFacts {
  person: ListedPerson;
  presence: readonly PresenceRow[] | null;
  evaluation: { predicate: Predicate; score: string | null; qualityScore: string | null; month: IsoMonth } | null;
  activities: { acceptedCount: number; acceptedMinutes: number; daysWithEntry: number };
  /** Reason by kind. */
  waivers: ReadonlyMap<string, string>;
  adjustments: readonly OpenAdjustment[];
  unitKindOf: ReadonlyMap<Uuid, UnitKind>;
}

export interface Question {
  month: IsoMonth;
  skpdId: Uuid;
  /** The month is over and whole; otherwise days are judged up to `until` and nothing is held against days to come. */
  whole: boolean;
  until: IsoDate;
}

export interface PersonResult {
  person: ListedPerson;
  /** The post that pays, or the one by which the person stands on this list. */
  post: HeldPost;
  exclusion: PayRunPerson['exclusion'];
  blockers: { kind: BlockerKind; waived: boolean; waiveReason: string | null }[];
  decision: AllowanceDecision | null;
  slipFacts: SlipFacts | null;
  content: string | null;
  contentHash: string | null;
  settled: Uuid[];
}

const WAIVABLE: readonly BlockerKind[] = ['presence', 'evaluation', 'quality'];

export function isWaivable(kind: BlockerKind): boolean {
  return WAIVABLE.includes(kind);
}

/** Calculates one person by the law of the month's first day for their kind (design.md "Which date is asked"). */
export function calculatePerson(facts: PersonFacts, question: Question, law: LawSet): PersonResult {
  const { person } = facts;
  const standing = standingOf(person, question, law);
  const nobody = { person, post: standing.post, blockers: [], decision: null, slipFacts: null, content: null, contentHash: null, settled: [] };
  if (standing.paidBy) {
    const cite = law.allowance.cite('transfer.ruleDay');
    return { ...nobody, exclusion: { code: 'paid-by-other-unit', params: { unit: standing.paidBy }, cite } };
  }
  const answer = inclusion(
    {
      employeeKind: person.kind, postKind: standing.onRuleDay || standing.joinedLater ? standing.post.postKind : null, month: question.month,
      employedFrom: person.employedFrom, employedTo: person.employedTo, assignmentOnRuleDay: standing.onRuleDay,
    },
    law,
  );
  if (!answer.included) return { ...nobody, exclusion: { code: answer.reason ?? 'not-included', params: {}, cite: answer.cite } };
  return { ...nobody, exclusion: null, ...included(facts, standing.post, question, law) };
}

function included(facts: PersonFacts, post: HeldPost, question: Question, law: LawSet) {
  const { person, waivers } = facts;
  const { month } = question;
  const unitKind = facts.unitKindOf.get(post.unitId) ?? 'dinas';
  const span = spanOf(person, month);
  const judgedTo = question.whole || span.to < question.until ? span.to : question.until;
  const presence = facts.presence && judgePresence({ month, unitKind, rows: facts.presence, from: span.from, to: judgedTo }, law);
  const base: AllowanceFacts = {
    month, employeeKind: person.kind, class: post.class ?? '', postKind: post.postKind, unitKind, ...span, presence,
    presenceWaived: false,
    evaluation: facts.evaluation && { predicate: facts.evaluation.predicate, score: facts.evaluation.score, month: facts.evaluation.month },
    evaluationWaived: false,
    qualityScore: facts.evaluation?.qualityScore ?? null,
    activities: facts.activities,
    adjustments: [],
  };
  const found = blockers(base, law).map((kind) => ({ kind, waived: waivers.has(kind), waiveReason: waivers.get(kind) ?? null }));
  if (found.some(({ kind }) => !isWaivable(kind))) return { blockers: found };
  const waived = found.filter((blocker) => blocker.waived).map(({ kind }) => kind);
  const decided: AllowanceFacts = {
    ...base,
    // While the month runs, missing presence is listed, not counted as absence.
    presence: presence ?? (question.whole ? null : []),
    presenceWaived: waived.includes('presence'),
    evaluationWaived: waived.includes('evaluation') || waived.includes('quality'),
  };
  const slipFacts: SlipFacts = {
    month, ...span, activities: facts.activities, waived,
    person: {
      name: person.name, nip: post.nip, kind: person.kind, rank: post.rank, postName: post.postName, postKind: post.postKind,
      unitName: post.unitName, unitKind, class: base.class,
    },
    evaluatedFor: facts.evaluation?.month ?? null,
    predicate: facts.evaluation?.predicate ?? null,
    score: facts.evaluation?.score ?? null,
    qualityScore: facts.evaluation?.qualityScore ?? null,
  };
  return { blockers: found, slipFacts, ...settle(decided, facts.adjustments, slipFacts, law) };
}

/**
 * Settles open corrections as lines, oldest first. A recovery never takes more than the month pays, and a slip never
 * outgrows its frame: what does not fit waits for a later run.
 */
function settle(facts: AllowanceFacts, open: readonly OpenAdjustment[], slipFacts: SlipFacts, law: LawSet) {
  let decision = calculateAllowance(facts, law);
  let content = freezeSlip(slipFacts, decision.lines, decision.references);
  const taken: OpenAdjustment[] = [];
  for (const adjustment of open) {
    if (decision.sections.net + adjustment.amount < 0) continue;
    const next = calculateAllowance({ ...facts, adjustments: [...taken, adjustment] }, law);
    const nextContent = freezeSlip(slipFacts, next.lines, next.references);
    if (slipBytes(nextContent) > SLIP_BYTES) break;
    taken.push(adjustment);
    decision = next;
    content = nextContent;
  }
  return { decision, content, contentHash: slipHash(content), settled: taken.map(({ id }) => id) };
}

interface Standing {
  post: HeldPost;
  /** Name of the SKPD that pays the month instead. */
  paidBy: string | null;
  onRuleDay: boolean;
  joinedLater: boolean;
}

/** One employee, one SKPD, one run: paid by the SKPD of the first post in the month that has one (`PeriodsService`). */
function standingOf(person: ListedPerson, question: Question, law: LawSet): Standing {
  const day = ruleDay(question.month, law);
  const paying = person.posts.find((post) => post.skpdId !== null);
  const here = person.posts.find((post) => post.skpdId === question.skpdId) as HeldPost;
  const held = person.posts.find((post) => post.from <= day && (post.to === null || day <= post.to));
  const other = paying && paying.skpdId !== question.skpdId ? paying : null;
  return {
    post: other ? here : (held ?? here),
    paidBy: other ? (other.skpdName ?? '') : null,
    onRuleDay: held !== undefined,
    joinedLater: person.employedFrom > day,
  };
}

/** Days of the month that belong to the slip: in service and with a post. */
function spanOf(person: ListedPerson, month: IsoMonth): { from: IsoDate; to: IsoDate } {
  const first = person.posts[0]?.from ?? firstDay(month);
  const ends = person.posts.map((post) => post.to ?? '9999-12-31').sort();
  const last = ends[ends.length - 1] ?? lastDay(month);
  const from = [firstDay(month), person.employedFrom, first].sort().at(-1) as IsoDate;
  const to = [lastDay(month), person.employedTo ?? '9999-12-31', last].sort()[0] as IsoDate;
  return { from, to };
}


/** From one person's facts to the decision of the run: included with a slip, or on the list with the reason why not. Pure. */
import type { BlockerKind, PayRunPerson } from '@ekinerja/contracts/pay-runs';
import type { IsoDate, IsoMonth, Predicate, UnitKind, Uuid } from '@ekinerja/contracts/basics';
import type { RunKind } from '@ekinerja/contracts/pay-runs';
import {
  blockers, calculateAllowance, calculateSettlement, inclusion, ruleDay, type AllowanceDecision, type AllowanceFacts,
} from '@ekinerja/regulations/allowance';
import { judgePresence, type PresenceRow } from '@ekinerja/regulations/attendance';
import { recoverable } from '@ekinerja/regulations/back-pay';
import { addDays, firstDay, lastDay } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { withRoster } from '@ekinerja/regulations/roster';
import { factsOf, rosterOf } from '../pay-records/pay-records.service.js';
import type { Circumstances } from './pay-circumstances.service.js';
import type { HeldPay } from './pay-circumstances.repository.js';
import { salaryOf, taxYearOf } from './salary-facts.js';
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
  circumstances: Circumstances;
  paymentMonth: IsoMonth;
  unitKindOf: ReadonlyMap<Uuid, UnitKind>;
  /** A slip of another SKPD has paid the month already. */
  paidElsewhere?: { skpdName: string; payslipId: Uuid };
}

export interface Question {
  month: IsoMonth;
  skpdId: Uuid;
  /** The month is over and whole; otherwise days are judged up to `until` and nothing is held against days to come. */
  whole: boolean;
  until: IsoDate;
  /** Left out: the month's regular run. */
  runKind?: RunKind;
  /** Key of the policy's special payment. */
  runCode?: string;
}

/** A correction that a slip pays or recovers, whole or in part. */
export interface Settled {
  id: Uuid;
  due: number;
  taken: number;
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
  settled: Settled[];
  /** What this slip holds back, to be paid by a later one. */
  held: { amount: number; reason: string } | null;
  /** Amounts held earlier that this slip pays. */
  released: Uuid[];
}

/** A result without its lines: what a check or a close keeps of a whole batch. */
export type SlipResult = Omit<PersonResult, 'decision'> & { decision: Pick<AllowanceDecision, 'sections'> | null };

export function withoutLines(result: PersonResult): SlipResult {
  return { ...result, decision: result.decision && { sections: result.decision.sections } };
}

const NEVER: IsoDate = '9999-12-31';
const WAIVABLE: readonly BlockerKind[] = ['presence', 'evaluation', 'quality'];

export function isWaivable(kind: BlockerKind): boolean {
  return WAIVABLE.includes(kind);
}

/** Calculates one person by the law of the month's first day for their kind (design.md "Which date is asked"). */
export function calculatePerson(facts: PersonFacts, question: Question, law: LawSet): PersonResult {
  const { person } = facts;
  const standing = standingOf(person, question, law);
  const nobody = { person, post: standing.post, blockers: [], decision: null, slipFacts: null, content: null, contentHash: null, settled: [], held: null, released: [] };
  if (standing.paidBy) {
    const cite = law.allowance.cite('transfer.ruleDay');
    return { ...nobody, exclusion: { code: 'paid-by-other-unit', params: { unit: standing.paidBy }, cite } };
  }
  if (facts.paidElsewhere) {
    const { skpdName, payslipId } = facts.paidElsewhere;
    return { ...nobody, exclusion: { code: 'paid-by-other-unit', params: { unit: skpdName, payslip: payslipId }, cite: law.allowance.cite('transfer.ruleDay') } };
  }
  if (question.runKind === 'special' && !law.allowance.rules.runs?.[question.runCode ?? '']) {
    return { ...nobody, exclusion: { code: 'no-such-payment', params: {}, cite: law.allowance.cite('runs') } };
  }
  const deferred = facts.waivers.get('deferred');
  if (deferred) return { ...nobody, exclusion: { code: 'deferred', params: { reason: deferred } } };
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
  const base = baseFacts(facts, post, question, law);
  const special = question.runKind === 'special' ? question.runCode : undefined;
  const settlement = question.runKind === 'back-pay';
  // A payment that follows no performance asks for neither presence nor evaluation.
  const judged = !settlement && (special === undefined || law.allowance.rules.runs?.[special]?.performance === true);
  const asked = settlement ? [] : blockers(base, law).filter((kind) => judged || !isWaivable(kind));
  const found = asked.map((kind) => ({ kind, waived: waivers.has(kind), waiveReason: waivers.get(kind) ?? null }));
  if (found.some(({ kind }) => !isWaivable(kind))) return { blockers: found };
  const waived = found.filter((blocker) => blocker.waived).map(({ kind }) => kind);
  const decided: AllowanceFacts = {
    ...base,
    // While the month runs, missing presence is listed, not counted as absence.
    presence: base.presence ?? (question.whole ? null : []),
    presenceWaived: waived.includes('presence'),
    evaluationWaived: waived.includes('evaluation') || waived.includes('quality'),
    ...(special === undefined ? {} : { run: special }),
  };
  const slipFacts: SlipFacts = {
    month: question.month, from: base.from, to: base.to, activities: facts.activities, waived,
    person: {
      name: person.name, nip: post.nip, kind: person.kind, rank: post.rank, postName: post.postName, postKind: post.postKind,
      unitName: post.unitName, unitKind: base.unitKind, class: base.class,
    },
    evaluatedFor: facts.evaluation?.month ?? null,
    predicate: facts.evaluation?.predicate ?? null,
    score: facts.evaluation?.score ?? null,
    qualityScore: facts.evaluation?.qualityScore ?? null,
  };
  const calculate = settlement ? calculateSettlement : calculateAllowance;
  return { blockers: found, slipFacts, ...settle(decided, facts, slipFacts, law, calculate) };
}

/** The month as the law is asked about it, before waivers. */
function baseFacts(facts: PersonFacts, post: HeldPost, question: Question, law: LawSet): AllowanceFacts {
  const { person, circumstances } = facts;
  const { month } = question;
  const { records } = circumstances;
  const unitKind = facts.unitKindOf.get(post.unitId) ?? 'dinas';
  const span = spanOf(person, month);
  const judgedTo = question.whole || span.to < question.until ? span.to : question.until;
  const roster = rosterOf(records, month);
  const recorded = factsOf(records, month, law);
  const presence = facts.presence && judgePresence({ month, unitKind, rows: facts.presence, from: span.from, to: judgedTo }, withRoster(law, roster, { unitKind, groups: recorded.groups }));
  const acting = actingAdditions(facts, law);
  const segments = segmentsOf(facts, law);
  return {
    month, employeeKind: person.kind, class: post.class ?? '', postKind: post.postKind, unitKind, ...span, presence,
    presenceWaived: false,
    evaluation: facts.evaluation && { predicate: facts.evaluation.predicate, score: facts.evaluation.score, month: facts.evaluation.month },
    evaluationWaived: false,
    qualityScore: facts.evaluation?.qualityScore ?? null,
    activities: facts.activities,
    adjustments: [],
    unitCode: post.unitCode,
    ...(post.postCode === null ? {} : { postCode: post.postCode }),
    ...(post.rank === null ? {} : { rank: post.rank }),
    ...(roster ? { roster } : {}),
    ...(circumstances.evaluations.length > 0 ? { evaluations: circumstances.evaluations } : {}),
    ...recorded,
    ...(acting.length > 0 ? { additions: [...(recorded.additions ?? []), ...acting] } : {}),
    ...(segments.length > 0 ? { segments } : {}),
    ...(circumstances.advances.length > 0 ? { advances: circumstances.advances } : {}),
    paymentMonth: facts.paymentMonth,
    salary: salaryOf(circumstances.salary, circumstances.sameMonth, law),
    taxYear: taxYearOf(circumstances.earlier, circumstances.sameYear, person.employedFrom, facts.paymentMonth, law),
  };
}

/** Posts held besides (Plt, Plh, Pj), where the policy pays for holding one. */
function actingAdditions({ circumstances, unitKindOf }: PersonFacts, law: LawSet): NonNullable<AllowanceFacts['additions']> {
  const known = law.allowance.rules.additions;
  return circumstances.acting.flatMap(({ kind, from, to, class: ofClass, postKind, postCode, unitId, unitCode }) =>
    known?.[kind]
      ? [{
          code: kind, from, postKind, unitKind: unitKindOf.get(unitId) ?? 'dinas', unitCode,
          ...(to === null ? {} : { to }), ...(ofClass === null ? {} : { class: ofClass }), ...(postCode === null ? {} : { postCode }),
        }]
      : [],
  );
}

/** Where the policy pays a moved person by days: each post, and each kind of employment, on its own days. */
function segmentsOf({ person, unitKindOf }: PersonFacts, law: LawSet): NonNullable<AllowanceFacts['segments']> {
  if (!law.allowance.rules.transfer.prorate || person.posts.length + person.kinds.length < 2) return [];
  const kinds = [{ from: '0000-01-01', kind: person.kind }, ...person.kinds];
  return person.posts.flatMap((post) =>
    kinds.flatMap(({ from: since, kind }, index) => {
      const next = kinds[index + 1];
      const from = since > post.from ? since : post.from;
      const until = next === undefined ? NEVER : addDays(next.from, -1);
      const to = (post.to ?? NEVER) < until ? (post.to as IsoDate) : until;
      if (from > to) return [];
      return [{
        from, to, employeeKind: kind, class: post.class ?? '', postKind: post.postKind, unitKind: unitKindOf.get(post.unitId) ?? 'dinas', unitCode: post.unitCode,
        ...(post.postCode === null ? {} : { postCode: post.postCode }), ...(post.rank === null ? {} : { rank: post.rank }),
      }];
    }),
  );
}

/**
 * Pays what was held, then settles open corrections, each as a line: what is owed first, then what is recovered, oldest
 * first. A recovery takes no more than the slip pays out, and a slip never outgrows its frame: the rest waits for a later run.
 */
function settle(base: AllowanceFacts, { adjustments: open, circumstances }: PersonFacts, slipFacts: SlipFacts, law: LawSet, calculate: typeof calculateAllowance) {
  let facts = base;
  let decision = calculate(facts, law);
  let content = freezeSlip(slipFacts, decision.lines, decision.references);
  const hold = decision.lines.find(({ section, code }) => section === 'cut' && code === 'hold');
  const held = hold ? { amount: -(hold.amount ?? 0), reason: String(hold.inputs.reason) } : null;
  const released: HeldPay[] = [];
  const taken: Taken[] = [];
  const fits = (next: AllowanceFacts) => {
    const nextDecision = calculate(next, law);
    const nextContent = freezeSlip(slipFacts, nextDecision.lines, nextDecision.references);
    if (slipBytes(nextContent) > SLIP_BYTES) return false;
    [facts, decision, content] = [next, nextDecision, nextContent];
    return true;
  };
  // While a duty still holds the pay, nothing held earlier is let go; and a special payment pays itself alone.
  const duty = facts.compliance?.some(({ code }) => law.allowance.rules.compliance?.[code]?.hold === true) ?? false;
  if (!held && !facts.hold && !duty && !facts.run) {
    for (const amount of circumstances.held) {
      if (!fits({ ...facts, released: [...released, amount] })) break;
      released.push(amount);
    }
  }
  for (const adjustment of [...open.filter(({ amount }) => amount > 0), ...open.filter(({ amount }) => amount < 0)]) {
    const withPart = (part: number): AllowanceFacts => ({ ...facts, adjustments: [...taken, partOf(adjustment, part)] });
    const part = adjustment.amount > 0 ? adjustment.amount : -recoverable(-adjustment.amount, (some) => calculate(withPart(-some), law).sections.net);
    if (part === 0) continue;
    if (!fits(withPart(part))) break;
    taken.push(partOf(adjustment, part));
  }
  const settled = taken.map(({ id, amount, due }): Settled => ({ id, due: due ?? amount, taken: amount }));
  return { decision, content, contentHash: slipHash(content), settled, held, released: released.map(({ id }) => id) };
}

type Taken = OpenAdjustment & { due?: number };

/** The whole of a correction, or a part of it that names the whole. */
function partOf(adjustment: OpenAdjustment, part: number): Taken {
  return part === adjustment.amount ? adjustment : { ...adjustment, amount: part, due: adjustment.amount };
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
  const held = [...person.posts, ...(person.ruleDayPost ? [person.ruleDayPost] : [])].find((post) => post.from <= day && (post.to === null || day <= post.to));
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


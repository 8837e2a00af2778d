import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SimulationPerson, SimulationQuestion } from '@ekinerja/contracts/pay-simulations';
import { amountsText } from '@ekinerja/regulations/amounts-text';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { parseDocument, type RegulationDocument } from '@ekinerja/regulations/document';
import { LawError, type Law } from '@ekinerja/regulations/law';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService, type EnactedLaw } from '../regulations/regulations.service.js';
import type { PersonResult } from './pay-calculation.js';
import { PayFactsService, type PayScope } from './pay-facts.service.js';
import type { ListedPerson } from './pay-people.repository.js';
import { SimulationsRepository } from './simulations.repository.js';

/** A month as it was, and as it would have been. */
export interface Supposition {
  month: IsoMonth;
  runId: Uuid | null;
  before: Law;
  after: Law;
  documents: RegulationDocument[];
  suppose: (person: ListedPerson) => ListedPerson;
  question: SimulationQuestion;
}

export type Effect = Omit<SimulationPerson, 'skpdName' | 'difference'>;

/** The one calculation behind the simulation of a draft, the what-if page and the command. It writes nothing. */
@Injectable()
export class SimulationEngine {
  constructor(
    private readonly repository: SimulationsRepository,
    private readonly facts: PayFactsService,
    private readonly regulations: RegulationsService,
  ) {}

  /** @throws DomainError `rule-refused` when the documents make no law together */
  async supposition(month: IsoMonth, question: SimulationQuestion, given: readonly RegulationDocument[], enacted: EnactedLaw): Promise<Supposition> {
    const documents = [...given];
    if (question.amounts.length > 0) documents.push(otherAmounts(month, question, documents, enacted));
    const kinds = documents.map(({ kind }) => kind);
    if (new Set(kinds).size < kinds.length) throw new DomainError('rule-refused', {}, { rule: { code: 'simulation.one-of-a-kind' } });
    const classes = new Map(question.postClasses.map((change) => [change.postId, change.class]));
    return {
      month, documents, question,
      runId: await this.repository.regularRun(month),
      before: enacted.law,
      after: documents.length === 0 ? enacted.law : lawOf(() => enacted.asIf(documents, firstDay(month))),
      suppose: (person) =>
        classes.size === 0 ? person : { ...person, posts: person.posts.map((post) => ({ ...post, class: classes.get(post.postId) ?? post.class })) },
    };
  }

  /** Effects of a unit, in the order of names; who is paid by another unit stands there. */
  async unit(supposition: Supposition, skpdId: Uuid): Promise<Effect[]> {
    const { question } = supposition;
    const before = new Map<Uuid, PersonResult>();
    await this.facts.forEachBatch(this.scope(supposition, skpdId, 'before'), async (results) => {
      for (const result of results) before.set(result.person.employmentId, slim(result));
      await setImmediate();
    });
    const effects: Effect[] = [];
    await this.facts.forEachBatch(this.scope(supposition, skpdId, 'after'), async (results) => {
      for (const result of results) {
        if (result.exclusion?.code === 'paid-by-other-unit') continue;
        if (question.employeeKinds.length > 0 && !question.employeeKinds.includes(result.person.kind)) continue;
        const old = before.get(result.person.employmentId);
        if (old) effects.push(effectOf(old, result, skpdId));
      }
      await setImmediate();
    });
    return effects;
  }

  /** Both sides of one person, with their lines. */
  async person(supposition: Supposition, skpdId: Uuid, employmentId: Uuid): Promise<{ before: PersonResult; after: PersonResult } | null> {
    const one = (side: 'before' | 'after') => ({ ...this.scope(supposition, skpdId, side), employmentIds: [employmentId] });
    const [before] = await this.facts.results(one('before'));
    const [after] = await this.facts.results(one('after'));
    return before && after ? { before, after } : null;
  }

  private scope({ month, runId, question, suppose, ...laws }: Supposition, skpdId: Uuid, side: 'before' | 'after'): PayScope {
    return {
      month, skpdId, runId, whole: true, until: lastDay(month), withAdjustments: false, law: laws[side],
      ...(question.employmentIds.length > 0 ? { employmentIds: question.employmentIds } : {}),
      ...(side === 'after' ? { suppose } : {}),
    };
  }
}

/** What one side pays; null when something is missing. */
export function received(result: PersonResult): number | null {
  if (result.exclusion) return 0;
  return missingOf(result).length > 0 ? null : (result.decision?.sections.net ?? null);
}

export function missingOf(result: PersonResult): string[] {
  return result.blockers.filter(({ waived }) => !waived).map(({ kind }) => kind);
}

/** Slips of a whole unit are not kept while the other side is worked out. */
function slim(result: PersonResult): PersonResult {
  return { ...result, content: null, slipFacts: null, decision: result.decision && { ...result.decision, lines: [], references: [], breakdown: [] } };
}

function effectOf(before: PersonResult, after: PersonResult, skpdId: Uuid): Effect {
  const { person, post } = after;
  return {
    employmentId: person.employmentId, skpdId, name: person.name, nip: post.nip, postName: post.postName, class: post.class,
    before: received(before), after: received(after), missing: [...new Set([...missingOf(before), ...missingOf(after)])],
  };
}

/** The amounts of the month with some classes otherwise, on top of an amounts draft where one is supposed as well. */
function otherAmounts(month: IsoMonth, question: SimulationQuestion, documents: RegulationDocument[], enacted: EnactedLaw): RegulationDocument {
  const at = documents.findIndex(({ kind }) => kind === 'amounts');
  const draft = at >= 0 ? documents.splice(at, 1) : [];
  const law = draft.length > 0 ? lawOf(() => enacted.asIf(draft, firstDay(month))) : enacted.law;
  const present = law.on(firstDay(month)).amounts;
  const changed = new Map(Object.entries(present.rules.classes));
  for (const row of question.amounts) changed.set(row.class, row.amount);
  const text = amountsText(draft[0]?.raw ?? enacted.row(present.id)?.sourceText ?? null, {
    id: 'andai-andai', title: 'Besaran andai-andai', decree: 'Andai-andai', from: firstDay(month),
    classes: [...changed].map(([name, amount]) => ({ class: name, amount: String(amount) })),
  });
  const { document, problems } = parseDocument(text, 'andai-andai.yaml');
  if (!document) throw new Error(problems.map(({ message }) => message).join('; '));
  return document;
}

function lawOf(build: () => Law): Law {
  try {
    return build();
  } catch (error) {
    if (error instanceof LawError) throw new DomainError('rule-refused', { problem: error.problems[0]?.message ?? '' }, { rule: { code: 'simulation.no-law' } });
    throw error;
  }
}

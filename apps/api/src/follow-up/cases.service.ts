import { Injectable } from '@nestjs/common';
import type { Citation, DerivationStep, IsoDate, IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import { ACTIONS_BY_DECREE, type CaseDetail, type CaseItem, type CaseKind, type CaseStepRequest, type OpenCaseRequest } from '@ekinerja/contracts/follow-up';
import { firstDay, lastDay, localDate } from '@ekinerja/regulations/dates';
import { caseMove, caseTiming, otherMoves, sanctionEntry, sanctionMoves, timeGiven, withdrawal, type CaseFacts } from '@ekinerja/regulations/follow-up';
import type { LawSet } from '@ekinerja/regulations/law';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { AuditService } from '../audit/audit.service.js';
import { CoachingService } from '../feedback/coaching.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { CandidatesService } from './candidates.service.js';
import { CaseBasisService } from './case-basis.service.js';
import { paperOf } from './case-papers.js';
import { CasesRepository, type CaseRow, type StepRow } from './cases.repository.js';
import { DeductionService } from './deduction.service.js';

const DECIDE_ALL = ['superadmin', 'staffing-manager'] as const;
const READ = ['superadmin', 'auditor', 'staffing-manager', 'unit-admin', 'unit-head'] as const;
const ENDS = ['improved', 'excluded', 'kept', 'placed', 'dismissed', 'ended', 'withdrawn'];

/** Cases that follow an evaluation or its absence. A person opens each and decides each step; nothing happens by itself (TL 32(1)). */
@Injectable()
export class CasesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly candidates: CandidatesService,
    private readonly deductions: DeductionService,
    private readonly coaching: CoachingService,
    private readonly bases: CaseBasisService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async open(actor: Actor, request: OpenCaseRequest): Promise<CaseDetail> {
    return this.db.transaction(async () => {
      const { kind, employmentId, grounds } = request;
      await this.requireDecider(actor, kind, employmentId);
      const opened = kind === 'sanction' ? await this.sanction(actor, request) : await this.ofMonth(actor, request);
      const id = await this.cases.open({ kind, employmentId, grounds, openedOn: actor.today, ...opened.row });
      if (id === null) throw new DomainError('duplicate', { kind });
      const at = this.clock.now();
      await this.cases.addStep(id, { action: 'opened', status: opened.row.status, note: grounds, document: null, cite: opened.cite, at, accountId: actor.accountId, by: nameOf(actor) });
      await this.audit.record({ actor, action: `case.opened`, subjectType: 'employment', subjectId: employmentId, after: { caseId: id, kind, ...opened.row }, reason: grounds });
      await this.outbox.announce('case.moved', { caseId: id, employmentId, action: 'opened' });
      return this.shown(actor, id);
    });
  }

  async step(actor: Actor, id: Uuid, seen: number | null, { action, note, document }: CaseStepRequest): Promise<CaseDetail> {
    return this.db.transaction(async () => {
      const row = await this.cases.lock(id);
      if (!row) throw new DomainError('not-found');
      if (!(await this.mayRead(actor, row))) throw new DomainError('not-found');
      await this.requireDecider(actor, row.kind, row.employmentId, action === 'deduct');
      requireVersion(seen, row, await this.shown(actor, id));
      const law = await this.lawOf(row);
      const facts = await this.facts(row, await this.cases.steps(id), actor);
      const move = caseMove(this.moves(row, facts, law), action, facts);
      if (isRefusal(move)) throw refusedByRule(move);
      if (ACTIONS_BY_DECREE.includes(action) && !document) throw new DomainError('validation-failed', {}, { fields: [{ field: 'document', rule: 'required' }] });
      if (action === 'deduct') await this.deductions.record(actor, row, note);
      const coachingId = action === 'coach' ? await this.coaching.openByCase(actor, row.employmentId, note) : null;
      const at = this.clock.now();
      await this.cases.move(id, move.status, move.dueOn, ENDS.includes(move.status));
      await this.cases.addStep(id, { action, status: move.status, note, document, cite: move.cite, at, accountId: actor.accountId, by: nameOf(actor), coachingId });
      await this.audit.record({ actor, action: `case.${action}`, subjectType: 'case', subjectId: id, before: { status: row.status, dueOn: row.dueOn }, after: { status: move.status, dueOn: move.dueOn, document }, reason: note });
      await this.outbox.announce('case.moved', { caseId: id, employmentId: row.employmentId, action });
      return this.shown(actor, id);
    });
  }

  async get(actor: Actor, id: Uuid): Promise<CaseDetail> {
    const row = await this.cases.find(id);
    if (!row || !(await this.mayRead(actor, row))) throw new DomainError('not-found');
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'follow-up.case', 'employment', row.employmentId);
    return this.detail(actor, row);
  }

  async list(actor: Actor, query: PageQuery & { kind?: CaseKind; open?: 'true' | 'false' }): Promise<Page<CaseItem>> {
    const own = actor.employmentId;
    const people = own === null ? [] : [own, ...(await this.organisation.subordinatesOn(own, actor.today))];
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.cases.list({
      skpdIds: reach(actor, READ), people, kind: query.kind ?? null, open: query.open === undefined ? null : query.open === 'true',
      after: after && { on: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.openedOn, row.id]);
    const items: CaseItem[] = [];
    for (const row of page.items) items.push(item(row, await this.lawOf(row), actor));
    return { ...page, items };
  }

  private async sanction(actor: Actor, { evaluationId, employmentId }: OpenCaseRequest) {
    if (evaluationId === null) throw new DomainError('validation-failed', {}, { fields: [{ field: 'evaluationId', rule: 'required' }] });
    const year = await this.yearOf(evaluationId);
    const law = await this.regulations.lawOn(`${year}-12-31`);
    const predicates = [...new Set((law.performance.rules.followUp?.sanctions ?? []).flatMap((one) => one.predicates))];
    const [row] = await this.cases.annual({ year, predicates, skpdIds: null, evaluationId });
    const entry = row && row.employmentId === employmentId ? sanctionEntry({ postKind: row.postKind, employeeKind: row.kind, predicate: row.predicate, wholeYearInPost: row.wholeYear }, law) : null;
    if (!row || !entry) throw refusedByRule({ code: 'case.no-ladder', params: {} });
    // What is being examined is no ground yet: the decision may change it (TL 35(d)).
    if (row.underObjection) throw refusedByRule({ code: 'case.under-objection', params: {} });
    // Settings TL 33.a/34.a: the six months run from the delivery of the annual document.
    if (!row.receivedAt) throw refusedByRule({ code: 'case.not-delivered', params: {}, cite: entry.cite });
    const dueOn = timeGiven(entry.ladder, 'improving', localDate(row.receivedAt, this.clock.timeZone));
    return {
      cite: entry.cite,
      row: { ladder: entry.ladder.code, evaluationId, evaluationVersion: row.version, month: null, predicate: row.predicate, status: 'improving' as const, dueOn, derivation: entry.derivation },
    };
  }

  private async ofMonth(actor: Actor, { kind, month, employmentId }: OpenCaseRequest) {
    if (month === null || month > actor.today.slice(0, 7)) throw new DomainError('validation-failed', {}, { fields: [{ field: 'month', rule: 'required' }] });
    const employeeKind = (await this.organisation.onDate(lastDay(month))).employments.get(employmentId)?.kind ?? 'pns';
    const law = await this.regulations.lawOn(firstDay(month), employeeKind);
    const rules = law.performance.rules.followUp;
    if (kind === 'evaluator' ? !rules?.evaluators : !rules?.nonReporting) throw refusedByRule({ code: 'case.no-ladder', params: {} });
    const cite = law.performance.cite(kind === 'evaluator' ? 'followUp.evaluators' : 'followUp.nonReporting');
    const derivation = [await this.found(kind, employmentId, month, actor.today, cite)];
    return { cite, row: { ladder: null, evaluationId: null, evaluationVersion: null, month, predicate: null, status: 'opened' as const, dueOn: null, derivation } };
  }

  /** BN 14(3), KS 31(1): a case rests on what the records show; whether it was on purpose is for a person to find. */
  private async found(kind: CaseKind, employmentId: Uuid, month: IsoMonth, today: IsoDate, cite: Citation): Promise<DerivationStep> {
    const evaluator = kind === 'evaluator';
    const count = evaluator ? await this.candidates.leftBy(employmentId, month) : await this.candidates.silentDays(employmentId, month, today);
    if (count === 0) throw refusedByRule({ code: evaluator ? 'case.nobody-left' : 'case.no-silent-day', params: { month }, cite });
    return evaluator
      ? { rule: 'case.unevaluated', inputs: { people: count, month }, result: count, cite }
      : { rule: 'case.silent', inputs: { days: count, month }, result: count, cite };
  }

  /** Sanctions and evaluators: the staffing side. Non-reporting: the evaluator finds and coaches; the deduction is decided above (KS 31). */
  private async requireDecider(actor: Actor, kind: CaseKind, employmentId: Uuid, deduction = false): Promise<void> {
    if (actor.employmentId === employmentId) throw new DomainError('not-yours-to-decide');
    if (actor.roles.some(({ role }) => (DECIDE_ALL as readonly string[]).includes(role))) return;
    const { evaluator } = await this.organisation.evaluatorOn(employmentId, actor.today).catch(() => ({ evaluator: null }));
    const leads = actor.employmentId !== null && evaluator?.employmentId === actor.employmentId;
    if (kind === 'non-reporting' && leads && !deduction) return;
    if (!(await this.organisation.mayRead(actor, employmentId))) throw new DomainError('not-found');
    throw new DomainError('not-yours-to-decide');
  }

  private async mayRead(actor: Actor, row: CaseRow): Promise<boolean> {
    if (row.employmentId === actor.employmentId) return true;
    return this.organisation.mayRead(actor, row.employmentId);
  }

  private async yearOf(evaluationId: Uuid): Promise<number> {
    const row = await this.db.one<{ month: string }>(`SELECT month FROM evaluation WHERE id = $1 AND kind = 'annual'`, [evaluationId]);
    if (!row) throw new DomainError('not-found', { parameter: 'evaluationId' });
    return Number(row.month.slice(0, 4));
  }

  /** The law under which the case was opened: that of the evaluation's year, or of the month. */
  async lawOf(row: Pick<CaseRow, 'openedOn' | 'employmentId' | 'evaluationId' | 'month'>): Promise<LawSet> {
    const kind = (await this.organisation.onDate(row.openedOn)).employments.get(row.employmentId)?.kind ?? 'pns';
    if (row.evaluationId) return this.regulations.lawOn(`${await this.yearOf(row.evaluationId)}-12-31`);
    return this.regulations.lawOn(firstDay(row.month as string), kind);
  }

  private async facts(row: CaseRow, steps: StepRow[], actor: Actor): Promise<CaseFacts> {
    const has = (action: string) => steps.some((step) => step.action === action);
    const coachings = steps.flatMap(({ coachingId }) => coachingId ?? []);
    // Steps from before coachings were linked say it themselves.
    const held = coachings.length === 0 ? {} : { coachingHeld: await this.coaching.held(coachings) };
    return { status: row.status, dueOn: row.dueOn, today: actor.today, coached: has('coach'), deducted: has('deduct'), fit: has('tested-fit'), ...held };
  }

  private moves(row: CaseRow, facts: CaseFacts, law: LawSet) {
    const own = row.kind === 'sanction' ? sanctionMoves(row.ladder as string, facts, law) : otherMoves(row.kind, facts, law);
    return { ...own, ...withdrawal(facts) };
  }

  private async shown(actor: Actor, id: Uuid): Promise<CaseDetail> {
    return this.detail(actor, (await this.cases.find(id)) as CaseRow);
  }

  private async detail(actor: Actor, row: CaseRow): Promise<CaseDetail> {
    const steps = await this.cases.steps(row.id);
    const law = await this.lawOf(row);
    const decides = await this.requireDecider(actor, row.kind, row.employmentId).then(() => true, () => false);
    const all = actor.roles.some(({ role }) => (DECIDE_ALL as readonly string[]).includes(role));
    const moves = decides ? this.moves(row, await this.facts(row, steps, actor), law) : {};
    const open = Object.entries(moves).filter(([action]) => action !== 'deduct' || all);
    return {
      ...item(row, law, actor),
      evaluationId: row.evaluationId, grounds: row.grounds, derivation: row.derivation,
      ...(await this.bases.of(row, law, actor.today)),
      steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString(), paper: paperOf(step.action) })),
      open: open.map(([action, move]) => ({ action: action as CaseDetail['open'][number]['action'], cite: move.cite, decree: (ACTIONS_BY_DECREE as readonly string[]).includes(action) })),
    };
  }
}

function item(row: CaseRow, law: LawSet, actor: Actor): CaseItem {
  const { id, kind, ladder, employmentId, personName, nip, postName, unitName, status, predicate, month, openedOn, dueOn, version } = row;
  const timing = row.closed ? { dueSoon: false, overdue: false } : caseTiming(ladder, dueOn, actor.today, law);
  return { id, kind, ladder, employmentId, personName, nip, postName, unitName, status, predicate, month, openedOn, dueOn, ...timing, version };
}

function nameOf(actor: Actor): string {
  return actor.personName ?? actor.username;
}

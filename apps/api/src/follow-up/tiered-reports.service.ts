import { Injectable } from '@nestjs/common';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { PerformanceReport, ReportDraft, ReportTier, SendReportRequest } from '@ekinerja/contracts/follow-up';
import { lastDayOf } from '@ekinerja/regulations/calendar';
import { lastDay } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { LeadersService } from '../organisation/leaders.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { TieredReportsRepository, type ReportRow } from './tiered-reports.repository.js';

const READ_ALL: readonly string[] = ['superadmin', 'auditor', 'staffing-manager'];

/** The evaluator's report with evaluation documents, SKP and results, upwards tier by tier (TL 27). */
@Injectable()
export class TieredReportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reports: TieredReportsRepository,
    private readonly organisation: OrganisationService,
    private readonly leaders: LeadersService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async draft(actor: Actor, kind: EvaluationKind, month: IsoMonth): Promise<ReportDraft> {
    const own = this.own(actor);
    const law = await this.regulations.lawOn(lastDay(month));
    const rules = law.performance.rules.followUp?.reporting;
    const items = await this.reports.determined(kind, month, own);
    const people = await this.organisation.subordinatesOn(own, lastDay(month) < actor.today ? lastDay(month) : actor.today);
    const dueOn = rules ? lastDayOf(rules.within, lastDay(month), law.working) : null;
    const next = await this.next(own, actor);
    const sent = (await this.reports.sent(kind, month, own)) > 0;
    return {
      kind, month, dueOn, late: !sent && dueOn !== null && actor.today > dueOn, people: people.length, evaluated: items.length,
      unsent: items.filter(({ reported }) => !reported).length,
      to: next && { name: next.name, tier: next.tier }, sent, cite: rules ? law.performance.cite('followUp.reporting') : null,
    };
  }

  async send(actor: Actor, { kind, month, note }: SendReportRequest): Promise<PerformanceReport> {
    return this.db.transaction(async () => {
      const own = this.own(actor);
      const law = await this.regulations.lawOn(lastDay(month));
      if (!law.performance.rules.followUp?.reporting) throw refusedByRule({ code: 'report.none', params: {} });
      const items = await this.reports.determined(kind, month, own);
      if (items.length === 0) throw refusedByRule({ code: 'report.empty', params: {} });
      const unsent = items.filter(({ reported }) => !reported);
      if (unsent.length === 0) throw new DomainError('duplicate', { month });
      const next = await this.next(own, actor);
      if (!next) throw refusedByRule({ code: 'report.nobody', params: {}, cite: law.performance.cite('followUp.reporting') });
      const at = this.clock.now();
      // Whoever was rated, or changed, after the first report goes up in a supplement of its own.
      const number = (await this.reports.sent(kind, month, own)) + 1;
      const id = await this.reports.insert({ kind, month, from: own, number, cite: law.performance.cite('followUp.reporting'), items: unsent }, next.employmentId, at);
      if (id === null) throw new DomainError('duplicate', { month });
      await this.reports.addStep(id, { at, from: own, to: next.employmentId, tier: next.tier, note });
      await this.audit.record({ actor, action: 'performance-report.sent', subjectType: 'performance-report', subjectId: id, after: { kind, month, number, items: unsent.length, to: next.employmentId } });
      await this.outbox.announce('performance-report.passed', { reportId: id, employmentId: next.employmentId, fromName: actor.personName ?? actor.username });
      return this.shown(actor, id);
    });
  }

  /** The one with whom it lies passes it on, or receives it at the top. */
  async pass(actor: Actor, id: Uuid, seen: number | null, note: string | null): Promise<PerformanceReport> {
    return this.db.transaction(async () => {
      const row = await this.reports.lock(id);
      if (!row || !(await this.mayRead(actor, row))) throw new DomainError('not-found');
      if (row.holderEmploymentId === null) throw new DomainError('state-refused', { status: row.status, action: 'pass' });
      if (row.holderEmploymentId !== actor.employmentId) throw new DomainError('not-yours-to-decide');
      requireVersion(seen, row, await this.shown(actor, id));
      const at = this.clock.now();
      const top = (await this.reports.steps(id)).at(-1)?.tier !== 'superior';
      const next = top ? null : await this.next(actor.employmentId, actor);
      if (!top && !next) throw refusedByRule({ code: 'report.nobody', params: {} });
      const tier: ReportTier = next?.tier ?? ((await this.reports.steps(id)).at(-1)?.tier as ReportTier);
      await this.reports.pass(id, next?.employmentId ?? null);
      await this.reports.addStep(id, { at, from: actor.employmentId, to: next?.employmentId ?? null, tier, note });
      await this.audit.record({ actor, action: next ? 'performance-report.forwarded' : 'performance-report.received', subjectType: 'performance-report', subjectId: id, after: { to: next?.employmentId ?? null, tier } });
      if (next) await this.outbox.announce('performance-report.passed', { reportId: id, employmentId: next.employmentId, fromName: row.fromName });
      return this.shown(actor, id);
    });
  }

  async get(actor: Actor, id: Uuid): Promise<PerformanceReport> {
    const row = await this.reports.find(id);
    if (!row || !(await this.mayRead(actor, row))) throw new DomainError('not-found');
    return this.view(actor, row, true);
  }

  async list(actor: Actor, query: PageQuery): Promise<Page<PerformanceReport>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const rows = await this.reports.list(actor.employmentId, this.readsAll(actor), after && { at: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.sentAt.toISOString(), row.id]);
    const items: PerformanceReport[] = [];
    for (const row of page.items) items.push(await this.view(actor, row, false));
    return { ...page, items };
  }

  /** The next tier: the superior while there is one below the regent, then the PyB or whoever heads the staffing unit. */
  private async next(from: Uuid, actor: Actor): Promise<{ employmentId: Uuid; name: string; tier: ReportTier } | null> {
    const law = await this.regulations.lawOn(actor.today);
    const snapshot = await this.organisation.onDate(actor.today);
    const top = await this.top(law.performance.rules.followUp?.reporting?.to ?? ['pyb'], actor);
    const superior = (await this.organisation.evaluatorOn(from, actor.today)).evaluator;
    const regent = superior && snapshot.posts.get(superior.postId)?.kind === 'regent';
    if (superior && !regent && superior.employmentId !== top?.employmentId) return { employmentId: superior.employmentId, name: superior.personName, tier: 'superior' };
    return top && top.employmentId !== from ? top : null;
  }

  private async top(targets: readonly ('pyb' | 'staffing-head')[], actor: Actor): Promise<{ employmentId: Uuid; name: string; tier: ReportTier } | null> {
    const snapshot = await this.organisation.onDate(actor.today);
    for (const tier of targets) {
      const id = tier === 'pyb' ? (await this.leaders.authorityOn('pyb', actor.today))?.employmentId : await this.reports.staffingHead(actor.today);
      const person = id && snapshot.employments.get(id);
      if (id && person) return { employmentId: id, name: person.name, tier };
    }
    return null;
  }

  private own(actor: Actor): Uuid {
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    return actor.employmentId;
  }

  private readsAll(actor: Actor): boolean {
    return actor.roles.some(({ role }) => READ_ALL.includes(role));
  }

  private async mayRead(actor: Actor, row: ReportRow): Promise<boolean> {
    if (this.readsAll(actor)) return true;
    const own = actor.employmentId;
    if (own === null) return false;
    if (row.fromEmploymentId === own || row.holderEmploymentId === own) return true;
    return (await this.reports.steps(row.id)).some(({ toEmploymentId }) => toEmploymentId === own);
  }

  private async shown(actor: Actor, id: Uuid): Promise<PerformanceReport> {
    return this.view(actor, (await this.reports.find(id)) as ReportRow, true);
  }

  private async view(actor: Actor, row: ReportRow, whole: boolean): Promise<PerformanceReport> {
    const { id, kind, month, number, fromName, fromPost, people, status, holderName, cite, version } = row;
    const mine = row.fromEmploymentId === actor.employmentId ? 'sent' : row.holderEmploymentId === actor.employmentId ? 'waiting' : 'read';
    const steps = whole ? await this.reports.steps(id) : [];
    return {
      id, kind, month, number, fromName, fromPost, people, status, holderName, cite, version, mine, sentAt: row.sentAt.toISOString(),
      steps: steps.map(({ toEmploymentId: _, at, ...step }) => ({ ...step, at: at.toISOString() })),
      items: whole ? await this.reports.items(id) : [],
    };
  }
}

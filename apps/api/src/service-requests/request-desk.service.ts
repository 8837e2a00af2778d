import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { RequestDetail, RequestStepRequest, RequestStepRule } from '@ekinerja/contracts/service-requests';
import { outcomesOf, requestForm } from '@ekinerja/regulations/service-requests';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { AgendaRepository } from './agenda.repository.js';
import { RequestEntryService } from './request-entry.service.js';
import { RequestNoticesService } from './request-notices.service.js';
import { actsIn, nameOf, RequestViewService, type OpenRequest } from './request-view.service.js';
import { RequestsRepository } from './requests.repository.js';

/** The agency's side of a file: each step by its role, as the regulation has them (BK 9–15). */
@Injectable()
export class RequestDeskService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requests: RequestsRepository,
    private readonly agenda: AgendaRepository,
    private readonly view: RequestViewService,
    private readonly entry: RequestEntryService,
    private readonly notices: RequestNoticesService,
    private readonly audit: AuditService,
  ) {}

  async step(actor: Actor, id: Uuid, seen: number | null, request: RequestStepRequest): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const open = await this.view.opened(actor, id);
      const { row, step } = open;
      requireVersion(seen, row, await this.view.shown(actor, id));
      const { outcome, note } = request;
      if (!step) throw new DomainError('state-refused', { status: row.status, action: outcome });
      // Of one's role, and nobody handles the file about themselves.
      if (!actsIn(actor, row, step)) throw new DomainError('not-yours-to-decide');
      if (!outcomesOf(step.does).includes(outcome)) throw new DomainError('state-refused', { status: step.code, action: outcome });
      const reference = request.reference?.trim() || null;
      const missing = step.does === 'check' ? await this.check(open, step, request) : [];
      if (outcome === 'forward') await this.carryOut(actor, open, step, reference);
      await this.requests.addEvent(id, { step: row.step, outcome, does: step.does, note, reference, at: this.clock.now(), accountId: actor.accountId, by: nameOf(actor) });
      await this.move(actor, open, step, outcome, reference, missing);
      await this.audit.record({ actor, action: `service-request.${outcome}`, subjectType: 'service-request', subjectId: id, before: { step: step.code }, after: { reference, missing }, reason: note });
      return this.view.shown(actor, id);
    });
  }

  /** The superadmin takes note of a report (BK 12(2), 14). */
  async acknowledge(actor: Actor, id: Uuid, number: number): Promise<RequestDetail> {
    return this.db.transaction(async () => {
      const { row } = await this.view.opened(actor, id);
      if (!actor.roles.some(({ role }) => role === 'superadmin')) throw new DomainError('not-yours-to-decide');
      if (!(await this.requests.events(id)).some((event) => event.number === number && event.does === 'report')) throw new DomainError('not-found');
      if (await this.requests.acknowledge(id, number, this.clock.now(), nameOf(actor))) {
        await this.audit.record({ actor, action: 'service-request.report-acknowledged', subjectType: 'service-request', subjectId: row.id, after: { number } });
      }
      return this.view.shown(actor, id);
    });
  }

  /** BK 11(1): attachment by attachment. @returns what is missing */
  private async check({ row, kind }: OpenRequest, step: RequestStepRule, { outcome, complete }: RequestStepRequest): Promise<string[]> {
    const files = await this.requests.files(row.id);
    const ticked = (complete ?? []).filter((code) => files.some((file) => file.code === code));
    await this.requests.check(row.id, ticked);
    const missing = kind.attachments.filter(({ code }) => !ticked.includes(code)).map(({ code }) => code);
    // BK 11(3): only a complete file goes on to be entered.
    if (outcome === 'forward' && missing.length > 0) throw refusedByRule({ code: 'request.incomplete', params: { count: missing.length }, cite: step.cite });
    return missing;
  }

  private async carryOut(actor: Actor, { row, kind }: OpenRequest, step: RequestStepRule, reference: string | null): Promise<void> {
    if ((step.does === 'agenda' || step.does === 'archive') && reference === null) throw new DomainError('validation-failed', {}, { fields: [{ field: 'reference', rule: 'required' }] });
    if (step.does === 'agenda') {
      const year = Number(actor.today.slice(0, 4));
      const taken = await this.agenda.enter({ requestId: row.id, book: step.code, year, number: reference as string, at: this.clock.now(), accountId: actor.accountId, by: nameOf(actor) });
      if (taken !== null) throw refusedByRule({ code: 'request.agenda-taken', params: { number: reference as string, year, file: taken }, cite: step.cite });
    }
    if (step.does === 'enter') await this.entry.apply(actor, row, kind);
  }

  private async move(actor: Actor, { row, kind, law }: OpenRequest, step: RequestStepRule, outcome: RequestStepRequest['outcome'], reference: string | null, missing: string[]): Promise<void> {
    const at = this.clock.now();
    if (outcome !== 'forward') {
      await this.requests.move(row.id, { status: outcome === 'return' ? 'returned' : 'refused', step: row.step, at: null, missing }, at);
      await this.notices.moved(actor, row, kind, `${step.code}:${outcome}:${row.version}`, step.name);
      return;
    }
    const next = kind.steps[row.step + 1] ?? null;
    await this.requests.move(
      row.id, { status: next ? 'filed' : 'done', step: row.step + (next ? 1 : 0), at: next, archivePlace: step.does === 'archive' ? reference : null }, at,
    );
    if (next) await this.notices.waits(actor, row, kind, next);
    if (step.does === 'report') await this.notices.reported(actor, row, step);
    if (step.does === 'notify') await this.notices.done(actor, row, kind, requestForm(law).told);
  }
}

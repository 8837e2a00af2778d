import { Injectable } from '@nestjs/common';
import type { IsoMonth, Page, Uuid } from '@ekinerja/contracts/basics';
import type { CoordinateRequest, DataRequest, DecideDataRequest, RegisterDataRequest } from '@ekinerja/contracts/oversight';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { missingCoordination } from '@ekinerja/regulations/oversight';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { dataRequestWorkbook } from './data-request-workbook.js';
import { DataRequestsRepository, type DataRow, type StoredRequest } from './data-requests.repository.js';

/** Data goes to no party without this record: who asks, what, why; coordination; the manager's approval; the handing over (KS 24(2), 26(2)). */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly db: Database,
    private readonly repository: DataRequestsRepository,
    private readonly regulations: RegulationsService,
    private readonly organisation: OrganisationService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<DataRequest>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const rows = await this.repository.list(after?.[0] ? { at: after[0], id: after[1] } : null, limit + 1);
    const page = pageOf(rows, limit, (row) => [new Date(row.registeredAt).toISOString(), row.id]);
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  async get(id: Uuid): Promise<DataRequest> {
    const row = await this.repository.find(id);
    if (!row) throw new DomainError('not-found');
    return this.view(row);
  }

  async register(actor: Actor, request: RegisterDataRequest): Promise<DataRequest> {
    const { units } = await this.organisation.onDate(actor.today);
    const unit = units.get(request.skpdId);
    if (!unit || unit.skpdId !== unit.id) throw wrong('skpdId', 'unknown');
    if (request.to < request.from) throw wrong('to', 'notBeforeStart');
    if (request.letterDate > actor.today) throw wrong('letterDate', 'notAfterToday');
    if (request.employmentIds) await this.requireOf(request.skpdId, request.employmentIds, request.from, request.to);
    return this.db.transaction(async () => {
      const { number } = await this.documents.reserve('DATA', Number(actor.today.slice(0, 4)));
      const id = await this.repository.insert({ ...request, number, at: this.clock.now(), accountId: actor.accountId });
      await this.audit.record({ actor, action: 'data-request.registered', subjectType: 'data-request', subjectId: id, after: { number, ...request } });
      return this.get(id);
    });
  }

  async coordinate(actor: Actor, id: Uuid, seen: number | null, request: CoordinateRequest): Promise<DataRequest> {
    return this.db.transaction(async () => {
      await this.locked(id, seen, 'open');
      if (request.heldOn > actor.today) throw wrong('heldOn', 'notAfterToday');
      await this.repository.coordinate(id, request, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: 'data-request.coordinated', subjectType: 'data-request', subjectId: id, after: request });
      return this.get(id);
    });
  }

  /** A refusal needs no coordination; an approval needs all of it first. */
  async decide(actor: Actor, id: Uuid, seen: number | null, { approve, answer }: DecideDataRequest): Promise<DataRequest> {
    return this.db.transaction(async () => {
      const row = await this.locked(id, seen, 'open');
      const [missing] = (await this.view(row)).missing;
      if (approve && missing) throw refusedByRule({ code: 'data-request.not-coordinated', params: { with: missing.with }, cite: missing.cite });
      await this.repository.decide(id, approve ? 'approved' : 'refused', answer, this.clock.now(), actor.accountId);
      await this.audit.record({ actor, action: approve ? 'data-request.approved' : 'data-request.refused', subjectType: 'data-request', subjectId: id, after: { answer } });
      return this.get(id);
    });
  }

  /** The data itself, only of an approved request and only what was asked for; each time on record. */
  async handOver(actor: Actor, id: Uuid): Promise<{ name: string; content: Buffer }> {
    return this.db.transaction(async () => {
      const row = await this.repository.lock(id);
      if (!row) throw new DomainError('not-found');
      if (row.status !== 'approved' && row.status !== 'handed-over') throw new DomainError('state-refused', { status: row.status });
      await this.repository.handOver(id, this.clock.now());
      await this.audit.record({ actor, action: 'data-request.handed-over', subjectType: 'data-request', subjectId: id, after: { number: row.number, party: row.party, subject: row.subject } });
      await this.audit.logRead(actor, `data-request.${row.subject}`, 'data-request', row.id);
      const rows = await this.rowsOf(row);
      await this.audit.logReadOf(actor, rows.map(({ employmentId }) => employmentId));
      return { name: `data-${row.number.replaceAll('/', '-')}.xlsx`, content: await dataRequestWorkbook(await this.view(row), rows.map(({ cells }) => cells)) };
    });
  }

  /** @throws DomainError `validation-failed` for somebody who was not of the SKPD in those months */
  private async requireOf(skpdId: Uuid, employmentIds: Uuid[], from: IsoMonth, to: IsoMonth): Promise<void> {
    const known = await this.repository.whoWereOf(skpdId, employmentIds, firstDay(from), lastDay(to));
    if (employmentIds.some((id) => !known.has(id))) throw wrong('employmentIds', 'unknown');
  }

  private rowsOf({ subject, skpdId, people, from, to }: StoredRequest): Promise<DataRow[]> {
    const employmentIds = people && people.map(({ employmentId }) => employmentId);
    if (subject === 'daily-activities') return this.repository.activities(skpdId, employmentIds, firstDay(from), lastDay(to));
    if (subject === 'performance') return this.repository.predicates(skpdId, employmentIds, from, to);
    const today = this.clock.today();
    return this.repository.staffing(skpdId, employmentIds, lastDay(to) < today ? lastDay(to) : today);
  }

  private async locked(id: Uuid, seen: number | null, status: StoredRequest['status']): Promise<StoredRequest> {
    const row = await this.repository.lock(id);
    if (!row) throw new DomainError('not-found');
    requireVersion(seen, row, await this.view(row));
    if (row.status !== status) throw new DomainError('state-refused', { status: row.status });
    return row;
  }

  private async view(row: StoredRequest): Promise<DataRequest> {
    const law = await this.regulations.lawOn(row.letterDate);
    const missing = row.status === 'open' ? missingCoordination(law, row.coordinations.map((one) => one.with)) : [];
    return { ...row, missing };
  }
}

function wrong(field: string, rule: string): DomainError {
  return new DomainError('validation-failed', {}, { fields: [{ field, rule }] });
}

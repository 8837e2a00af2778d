import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type {
  AgreementStatus, FinaliseAgreementRequest, RecordAttainmentsRequest, SaveAgreementRequest, StartAgreementRequest, UnitAgreement, UnitAgreementItem,
} from '@ekinerja/contracts/skp-cascade';
import { AuditService } from '../audit/audit.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { AgreementsQuery } from './unit-agreements.dto.js';
import { UnitAgreementsRepository, type AgreementRow } from './unit-agreements.repository.js';

const ACTIONS: Record<AgreementStatus, string[]> = { draft: ['save', 'finalise'], final: ['redraft', 'attain'] };

/**
 * The unit's performance agreement (KS 4: the plan at unit level). Results of SKPs lean on its objectives already while
 * it is a draft; an objective keeps its id, so that the links follow it to the final one (TL 6(4)).
 */
@Injectable()
export class UnitAgreementsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly agreements: UnitAgreementsRepository,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, query: AgreementsQuery): Promise<Page<UnitAgreementItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'text', 'uuid');
    const rows = await this.agreements.list(query.year, query.skpdId ?? null, actor.today, after && { name: after[0], id: after[1] }, limit + 1);
    return pageOf(rows, limit, (row) => [row.unitName, row.unitId]);
  }

  async get(actor: Actor, id: Uuid): Promise<UnitAgreement> {
    const row = await this.agreements.find(id);
    if (!row) throw new DomainError('not-found');
    return this.view(actor, row);
  }

  async start(actor: Actor, { unitId, year }: StartAgreementRequest): Promise<UnitAgreement> {
    return this.db.transaction(async () => {
      const unit = await this.agreements.unit(unitId);
      if (!unit?.skpdId || !writes(actor, unit.skpdId)) throw new DomainError('not-found');
      const id = await this.agreements.start(unitId, year, this.clock.now());
      if (id === null) throw new DomainError('duplicate', { year });
      await this.audit.record({ actor, action: 'unit-agreement.started', subjectType: 'unit', subjectId: unitId, after: { year } });
      return this.get(actor, id);
    });
  }

  async save(actor: Actor, id: Uuid, seen: number | null, { targets }: SaveAgreementRequest): Promise<UnitAgreement> {
    return this.step(actor, id, seen, 'save', async (row, shown) => {
      await this.agreements.replace(id, targets, this.clock.now());
      await this.record(actor, row, 'saved', shown.targets, targets);
    });
  }

  async finalise(actor: Actor, id: Uuid, seen: number | null, { number, signedOn }: FinaliseAgreementRequest): Promise<UnitAgreement> {
    return this.step(actor, id, seen, 'finalise', async (row, shown) => {
      const written = shown.targets.filter(({ removed }) => !removed);
      if (written.length === 0) throw new DomainError('rule-refused', {}, { rule: { code: 'agreement.no-targets' } });
      const bare = written.find(({ indicator, target }) => indicator.trim() === '' || target.trim() === '');
      if (bare) throw new DomainError('rule-refused', { title: bare.objective }, { rule: { code: 'agreement.no-indicator' } });
      if (signedOn > actor.today) throw new DomainError('validation-failed', {}, { fields: [{ field: 'signedOn', rule: 'max', params: { max: actor.today } }] });
      await this.agreements.setStatus(id, 'final', { number, signedOn, at: this.clock.now() });
      await this.record(actor, row, 'finalised', { status: row.status }, { status: 'final', number, signedOn, targets: written });
    });
  }

  async redraft(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<UnitAgreement> {
    return this.step(actor, id, seen, 'redraft', async (row) => {
      await this.agreements.setStatus(id, 'draft', null);
      await this.record(actor, row, 'redrafted', { status: row.status }, { status: 'draft' }, reason);
    });
  }

  /** KS 4: attainment, result and benefit stand beside the target. */
  async attain(actor: Actor, id: Uuid, seen: number | null, { items }: RecordAttainmentsRequest): Promise<UnitAgreement> {
    return this.step(actor, id, seen, 'attain', async (row, shown) => {
      if ((await this.agreements.attain(id, items)) !== items.length) throw new DomainError('not-found');
      await this.record(actor, row, 'attained', shown.targets.map(({ id: target, attainment, result, benefit }) => ({ target, attainment, result, benefit })), items);
    });
  }

  private async step(actor: Actor, id: Uuid, seen: number | null, action: string, work: (row: AgreementRow, shown: UnitAgreement) => Promise<void>): Promise<UnitAgreement> {
    return this.db.transaction(async () => {
      const row = await this.agreements.lock(id);
      if (!row || !writes(actor, row.skpdId)) throw new DomainError(row && actor.skpdId === row.skpdId ? 'permission-denied' : 'not-found');
      const shown = await this.view(actor, row);
      requireVersion(seen, row, shown);
      if (!ACTIONS[row.status].includes(action)) throw new DomainError('state-refused', { status: row.status, action });
      await work(row, shown);
      return this.get(actor, id);
    });
  }

  private async view(actor: Actor, row: AgreementRow): Promise<UnitAgreement> {
    return {
      ...row, finalisedAt: row.finalisedAt?.toISOString() ?? null, targets: await this.agreements.targets(row.id),
      actions: writes(actor, row.skpdId) ? ACTIONS[row.status] : [],
    };
  }

  private record(actor: Actor, row: AgreementRow, action: string, before: unknown, after: unknown, reason: string | null = null): Promise<void> {
    return this.audit.record({ actor, action: `unit-agreement.${action}`, subjectType: 'unit', subjectId: row.unitId, before, after, reason });
  }
}

function writes(actor: Actor, skpdId: Uuid): boolean {
  return reaches(actor, 'unit-head', skpdId) || reaches(actor, 'unit-admin', skpdId) || actor.roles.some(({ role }) => role === 'superadmin');
}

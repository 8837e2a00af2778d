import { Injectable } from '@nestjs/common';
import type { EndRequest } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { ChangeUnitRequest, CreateUnitRequest } from '@ekinerja/contracts/units-and-posts';
import { addDays } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { UnitsRepository, type UnitRecord } from './units.repository.js';

/** Units as a dated tree. An SKPD stays one and keeps its people: what moves to another SKPD is closed here and opened there. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly db: Database,
    private readonly repository: UnitsRepository,
    private readonly changes: OrganisationChangesService,
    private readonly audit: AuditService,
  ) {}

  async create(actor: Actor, { reason, isSkpd, ...unit }: CreateUnitRequest): Promise<UnitRecord> {
    return this.db.transaction(async () => {
      const parent = await this.parentOf(unit.parentId, unit.validFrom);
      if (await this.repository.codeTaken(unit.code)) throw refusedByRule({ code: 'unit.code-taken', params: { code: unit.code } });
      if (!isSkpd && parent.skpdId === null) throw refusedByRule({ code: 'unit.without-skpd', params: { parent: parent.name } });
      const id = await this.repository.insert({ ...unit, skpdId: isSkpd ? null : parent.skpdId });
      return this.done(actor, 'unit.created', null, id, unit.validFrom, reason);
    });
  }

  async change(actor: Actor, id: Uuid, seen: number | null, { reason, validFrom, ...values }: ChangeUnitRequest): Promise<UnitRecord> {
    return this.db.transaction(async () => {
      const before = await this.lock(id, seen);
      requireAfter(before, validFrom);
      if (values.parentId !== before.parentId) await this.requireMovable(before, values.parentId, validFrom);
      await this.repository.change(before, values, validFrom);
      return this.done(actor, 'unit.changed', before, id, validFrom, reason);
    });
  }

  async close(actor: Actor, id: Uuid, seen: number | null, { lastDay, reason }: EndRequest): Promise<UnitRecord> {
    return this.db.transaction(async () => {
      const before = await this.lock(id, seen);
      requireAfter(before, lastDay);
      const standing = await this.repository.standing(id, lastDay);
      if (standing !== null) throw refusedByRule({ code: 'unit.not-empty', params: { name: standing, lastDay } });
      await this.repository.close(id, lastDay);
      return this.done(actor, 'unit.closed', before, id, addDays(lastDay, 1), reason);
    });
  }

  private async lock(id: Uuid, seen: number | null): Promise<UnitRecord> {
    const unit = await this.repository.lock(id);
    if (!unit) throw new DomainError('not-found');
    requireVersion(seen, unit);
    return unit;
  }

  private async parentOf(parentId: Uuid, from: IsoDate): Promise<UnitRecord> {
    const parent = await this.repository.find(parentId);
    if (!parent) throw new DomainError('not-found', { parameter: 'parentId' });
    if (from < parent.validFrom) throw refusedByRule({ code: 'unit.before-parent', params: { parent: parent.name, start: parent.validFrom } });
    if (parent.validTo !== null) throw refusedByRule({ code: 'unit.parent-closed', params: { parent: parent.name, end: parent.validTo } });
    return parent;
  }

  private async requireMovable(unit: UnitRecord, parentId: Uuid | null, from: IsoDate): Promise<void> {
    if (parentId === null) throw refusedByRule({ code: 'unit.top-stays', params: { name: unit.name } });
    const parent = await this.parentOf(parentId, from);
    if (await this.repository.standsUnder(parentId, unit.id)) throw refusedByRule({ code: 'unit.under-itself', params: { name: unit.name, parent: parent.name } });
    const own = unit.id === unit.skpdId;
    if (!own && parent.skpdId !== unit.skpdId) throw refusedByRule({ code: 'unit.other-skpd', params: { name: unit.name, parent: parent.name } });
  }

  private async done(actor: Actor, action: string, before: UnitRecord | null, id: Uuid, from: IsoDate, reason: string): Promise<UnitRecord> {
    const after = (await this.repository.find(id)) as UnitRecord;
    await this.audit.record({ actor, action, subjectType: 'unit', subjectId: id, before, after: { ...after, from }, reason });
    await this.changes.announce([], from);
    return after;
  }
}

/** A change before an earlier recorded one would rewrite what is recorded. */
function requireAfter(unit: UnitRecord, day: IsoDate): void {
  if (unit.validTo !== null) throw refusedByRule({ code: 'unit.closed', params: { name: unit.name, end: unit.validTo } });
  if (day < unit.since) throw refusedByRule({ code: 'unit.changed-later', params: { name: unit.name, since: unit.since } });
}

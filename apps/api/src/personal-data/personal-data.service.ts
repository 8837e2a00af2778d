import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { OwnDataRead } from '@ekinerja/contracts/personal-data';
import { AuditListService } from '../audit/audit-list.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { ownDataWorkbook } from './own-data-workbook.js';
import { OwnDataRepository } from './own-data.repository.js';

/** UU 27/2022: a person takes out what is held of them, and sees who read it. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: OwnDataRepository,
    private readonly list: AuditListService,
    private readonly audit: AuditService,
  ) {}

  async json(actor: Actor): Promise<Buffer> {
    const tables = await this.takeOut(actor, 'json');
    return Buffer.from(JSON.stringify({ madeAt: this.clock.now().toISOString(), personName: actor.personName, data: Object.fromEntries(tables) }, null, 2));
  }

  async workbook(actor: Actor): Promise<Buffer> {
    return ownDataWorkbook(await this.takeOut(actor, 'xlsx'));
  }

  /** Who read it, newest first; not from where: that would be their own data. */
  async reads(actor: Actor, query: { cursor?: string; limit?: number }): Promise<Page<OwnDataRead>> {
    const page = await this.list.readsOf(query, await this.employments(actor));
    return { ...page, items: page.items.map(({ id, at, actorName, roles, what, subjectType, export: taken, reason }) => ({ id, at, actorName, roles, what, subjectType, export: taken, reason })) };
  }

  private async takeOut(actor: Actor, format: string): Promise<Map<string, Record<string, unknown>[]>> {
    if (!actor.personId) throw new DomainError('not-found');
    const tables = await this.repository.ofPerson(actor.personId);
    await this.audit.record({ actor, action: 'personal-data.taken-out', subjectType: 'person', subjectId: actor.personId, after: { format, tables: tables.size } });
    return tables;
  }

  private async employments(actor: Actor): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(`SELECT id FROM employment WHERE person_id = $1`, [actor.personId]);
    return rows.map(({ id }) => id);
  }
}

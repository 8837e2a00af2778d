import { Injectable } from '@nestjs/common';
import type { Reopening, ReopenDaysRequest } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { checkReopening } from '@ekinerja/regulations/activity-flow';
import { firstDay, monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reach, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { ReopeningsRepository, type ReopeningRow } from './reopenings.repository.js';

const GRANTORS = ['unit-admin', 'superadmin'] as const;

/** Days whose window is over, opened again for one person: who, which days, until when, why, by whom. A closed month stays closed. */
@Injectable()
export class ReopeningsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reopenings: ReopeningsRepository,
    private readonly periods: PeriodsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async grant(actor: Actor, id: Uuid, body: ReopenDaysRequest): Promise<Reopening> {
    const skpdId = await this.skpdInReach(actor, body);
    // One's own days are opened by somebody else.
    if (body.employmentId === actor.employmentId) throw new DomainError('permission-denied');
    const refusal = checkReopening({ ...body, today: actor.today });
    if (refusal) throw refusedByRule(refusal);
    return this.db.transaction(async () => {
      for (const month of new Set([monthOf(body.from), monthOf(body.to)])) await this.periods.writing(skpdId, month, month === monthOf(body.from) ? body.from : firstDay(month));
      const { employmentId, from, to, until } = body;
      const reason = body.reason.trim();
      const by = actor.personName ?? actor.username;
      const added = await this.reopenings.add({ id, employmentId, skpdId, from, to, until, reason, by, accountId: actor.accountId, at: this.clock.now() });
      const row = (await this.reopenings.find(id)) as ReopeningRow;
      if (!added) {
        // The device asks again: the same act is answered, another one under its id is not.
        if (row.employmentId !== employmentId || row.from !== from || row.to !== to) throw new DomainError('duplicate');
        return view(row);
      }
      await this.audit.record({ actor, action: 'entry.reopened', subjectType: 'employment', subjectId: employmentId, after: { from, to, until }, reason });
      await this.outbox.announce('entry.reopened', { employmentId, from, to, until });
      return view(row);
    });
  }

  async revoke(actor: Actor, id: Uuid): Promise<Reopening> {
    return this.db.transaction(async () => {
      const row = await this.reopenings.find(id);
      const skpdIds = reach(actor, GRANTORS);
      if (!row || (skpdIds !== null && !skpdIds.includes(row.skpdId))) throw new DomainError('not-found');
      if (row.revokedAt === null) {
        await this.reopenings.revoke(id, this.clock.now());
        await this.audit.record({ actor, action: 'entry.reopening-revoked', subjectType: 'employment', subjectId: row.employmentId, before: { from: row.from, to: row.to, until: row.until } });
      }
      return view((await this.reopenings.find(id)) as ReopeningRow);
    });
  }

  async list(actor: Actor, query: PageQuery & { employmentId?: Uuid; skpdId?: Uuid }): Promise<Page<Reopening>> {
    const mine = reach(actor, ['superadmin', 'auditor', 'unit-admin', 'unit-head']);
    const asked = query.skpdId === undefined ? mine : [query.skpdId].filter((id) => mine === null || mine.includes(id));
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const rows = await this.reopenings.list({
      skpdIds: asked, employmentId: query.employmentId ?? null,
      after: after && { at: after[0], id: after[1] }, limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.grantedAt.toISOString(), row.id]);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  }

  private async skpdInReach(actor: Actor, { employmentId, from }: ReopenDaysRequest): Promise<Uuid> {
    const skpdId = await this.periods.skpdOfMonth(employmentId, monthOf(from));
    const skpdIds = reach(actor, GRANTORS);
    if (!skpdId || (skpdIds !== null && !skpdIds.includes(skpdId))) throw new DomainError('not-found');
    return skpdId;
  }
}

function view({ skpdId: _, grantedAt, revokedAt, ...row }: ReopeningRow): Reopening {
  return { ...row, grantedAt: grantedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
}

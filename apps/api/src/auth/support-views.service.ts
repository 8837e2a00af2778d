import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { SUPPORT_VIEW_LIMITS, type OpenSupportViewRequest, type SupportView } from '@ekinerja/contracts/personal-data';
import { AuditService } from '../audit/audit.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RecoveryRepository } from './recovery.repository.js';
import { SupportViewsRepository } from './support-views.repository.js';

/**
 * Support without a password changing hands: the portal as the person sees it, for a while, reading only, with a reason.
 * The person reads who looked and why; each answer stands in the read log under the viewer's own name.
 */
@Injectable()
export class SupportViewsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly views: SupportViewsRepository,
    private readonly recovery: RecoveryRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * A unit admin reaches the own SKPD, and nobody who holds a granted role: what those see is not the admin's to see.
   * @throws DomainError `not-found`, `not-yours-to-decide`
   */
  async open(actor: Actor, request: OpenSupportViewRequest): Promise<SupportView> {
    return this.db.transaction(async () => {
      const account = await this.recovery.lockByEmployment(request.employmentId, this.clock.today());
      const everywhere = reach(actor, ['superadmin']) === null;
      if (!account || (!everywhere && !reaches(actor, 'unit-admin', account.skpdId))) throw new DomainError('not-found');
      // Nobody looks on behalf of one who holds a role, superadmins neither: that would be a way around the role's grant.
      if (account.personId === actor.personId || account.holdsRole) throw new DomainError('not-yours-to-decide');
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + SUPPORT_VIEW_LIMITS.minutes * 60_000);
      const id = await this.views.insert({ viewerId: actor.accountId, accountId: account.id, reason: request.reason.trim(), now, expiresAt });
      await this.audit.record({ actor, action: 'support-view.opened', subjectType: 'account', subjectId: account.id, after: { id, expiresAt: expiresAt.toISOString() }, reason: request.reason.trim() });
      return (await this.views.list({ id }))[0]!;
    });
  }

  /** @throws DomainError `not-found` */
  async end(actor: Actor, id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      if (!(await this.views.end(id, actor.accountId, this.clock.now()))) throw new DomainError('not-found');
      await this.audit.record({ actor, action: 'support-view.ended', subjectType: 'support-view', subjectId: id });
    });
  }

  ofMine(actor: Actor): Promise<SupportView[]> {
    return this.views.list({ accountId: actor.accountId });
  }
}

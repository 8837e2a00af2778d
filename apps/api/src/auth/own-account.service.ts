import { Injectable } from '@nestjs/common';
import type { AccountSecurity } from '@ekinerja/contracts/auth';
import type { Uuid } from '@ekinerja/contracts/basics';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsRepository } from './accounts.repository.js';
import { RecoveryService } from './recovery.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { IDLE_MS, SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository } from './sessions.repository.js';

/** What one sees and ends of one's own account: sessions, second factor, who helped with a new password. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly secondFactors: SecondFactorService,
    private readonly recovery: RecoveryService,
    private readonly authenticator: SessionAuthenticator,
    private readonly audit: AuditService,
  ) {}

  async security(actor: Actor): Promise<AccountSecurity> {
    const now = this.clock.now();
    const rows = await this.sessions.open(actor.accountId, now, new Date(now.getTime() - IDLE_MS));
    return {
      passwordChangedAt: (await this.accounts.get(actor.accountId))?.passwordChangedAt?.toISOString() ?? null,
      secondFactor: await this.secondFactors.state(actor.accountId, actor.roles),
      recoveries: await this.recovery.notices(actor.accountId),
      sessions: rows.map(({ id, since, lastUsedAt, userAgent, ip }) => ({
        id, current: id === actor.sessionId, since: since.toISOString(), lastUsedAt: lastUsedAt.toISOString(), userAgent, ip,
      })),
    };
  }

  /** @throws DomainError `not-found` for a session of somebody else, or one that is over */
  async endSession(actor: Actor, id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      if (!(await this.sessions.endOwn(actor.accountId, id, this.clock.now()))) throw new DomainError('not-found');
      await this.audit.record({ actor, action: 'session.ended', subjectType: 'session', subjectId: id });
    });
    this.authenticator.forget([id]);
  }

  /** Everywhere, here as well. */
  async endAll(actor: Actor): Promise<void> {
    const ended = await this.db.transaction(async () => {
      const ids = await this.sessions.endOthers(actor.accountId, null, 'signed-out-everywhere', this.clock.now());
      await this.audit.record({ actor, action: 'session.ended-everywhere', subjectType: 'account', subjectId: actor.accountId, after: { sessions: ids.length } });
      return ids;
    });
    this.authenticator.forget(ended);
  }
}

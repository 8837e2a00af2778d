import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MadeRecovery, MakeRecoveryRequest, RecoveryNotice, UseRecoveryRequest } from '@ekinerja/contracts/auth';
import type { Uuid } from '@ekinerja/contracts/basics';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { reach, reaches, type Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsRepository } from './accounts.repository.js';
import { signInName } from './accounts.service.js';
import { FirstCodesService } from './first-codes.service.js';
import { newCode, plainCode } from './one-time-code.js';
import { hashPassword, requireStrong } from './passwords.js';
import { RecoveryRepository } from './recovery.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInAttempts } from './sign-in-attempts.js';

const VALID_MS = 24 * 3600 * 1000;

/** A forgotten password: somebody who knows the person makes a one-time code, with which they set a new one. */
@Injectable()
export class RecoveryService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: RecoveryRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly secondFactors: SecondFactorRepository,
    private readonly firstCodes: FirstCodesService,
    private readonly attempts: SignInAttempts,
    private readonly authenticator: SessionAuthenticator,
    private readonly audit: AuditService,
  ) {}

  /**
   * The old password and all sessions end here and now. A unit admin reaches the own SKPD, and nobody who holds a
   * granted role: whoever could take over a superadmin's account would be one.
   * @throws DomainError `not-found`, `not-yours-to-decide`
   */
  async make(actor: Actor, request: MakeRecoveryRequest): Promise<MadeRecovery> {
    const reason = request.reason.trim();
    const unusable = await this.firstCodes.unusableHash();
    return this.db.transaction(async () => {
      const today = this.clock.today();
      const account = await this.repository.lockByEmployment(request.employmentId, today);
      const everywhere = reach(actor, ['superadmin']) === null;
      if (!account || (!everywhere && !reaches(actor, 'unit-admin', account.skpdId))) throw new DomainError('not-found');
      const above = account.holdsRole || request.secondFactor;
      if (account.id === actor.accountId || account.personId === actor.personId || (above && !everywhere)) throw new DomainError('not-yours-to-decide');
      const code = newCode();
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + VALID_MS);
      await this.repository.insert({ accountId: account.id, codeHash: hashOf(account.id, code), madeBy: actor.accountId, now, expiresAt, secondFactor: request.secondFactor, reason });
      await this.repository.blockPassword(account.id, unusable);
      const ended = await this.sessions.endOthers(account.id, null, 'recovery', now);
      await this.audit.record({
        actor, action: 'account.recovery-made', subjectType: 'account', subjectId: account.id, reason,
        after: { expiresAt: expiresAt.toISOString(), secondFactor: request.secondFactor, sessionsEnded: ended.length },
      });
      await this.db.afterCommit(() => this.authenticator.forget(ended));
      const link = `${this.config.publicUrl}/pulihkan#${plainCode(code)}`;
      return { personName: account.personName, username: account.username, code, link, expiresAt: expiresAt.toISOString() };
    });
  }

  /**
   * Sets the new password. The code is used up in the same transaction; guesses count as those at sign-in do.
   * @throws DomainError `recovery-failed`, the same for an unknown name and a wrong, used or expired code; `password-too-weak`
   */
  async use(request: UseRecoveryRequest, ip: string): Promise<void> {
    const name = signInName(request.username);
    await this.attempts.begin(name);
    const account = await this.accounts.findBySignInName(name, this.clock.today());
    const found = account && !account.disabled ? await this.repository.findOpen(account.id, hashOf(account.id, request.code), this.clock.now()) : null;
    if (!account || !found) throw new DomainError('recovery-failed');
    await this.attempts.takeBack(name);
    requireStrong(request.newPassword, { names: await this.accounts.namesOf(account.id), current: null });
    const passwordHash = await hashPassword(request.newPassword);
    await this.db.transaction(async () => {
      if (!(await this.repository.takeUp(found.id, this.clock.now()))) throw new DomainError('recovery-failed');
      await this.attempts.succeeded(name);
      await this.accounts.setPassword(account.id, passwordHash, this.clock.now());
      if (found.secondFactor) await this.secondFactors.remove(account.id);
      const ended = await this.sessions.endOthers(account.id, null, 'recovery', this.clock.now());
      await this.audit.record({
        actor: systemActor('recovery'), action: 'account.recovered', subjectType: 'account', subjectId: account.id,
        after: { secondFactorRemoved: found.secondFactor, sessionsEnded: ended.length, ip },
      });
      await this.db.afterCommit(() => this.authenticator.forget(ended));
    });
  }

  notices(accountId: Uuid): Promise<RecoveryNotice[]> {
    return this.repository.notices(accountId, this.clock.now());
  }
}

/** Some 58 random bits need no slow hash. */
function hashOf(accountId: Uuid, code: string): string {
  return createHash('sha256').update(`${accountId} ${plainCode(code)}`).digest('hex');
}

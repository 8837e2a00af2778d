import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@ekinerja/contracts/errors';
import { AuditService, systemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsRepository, type AccountRow } from './accounts.repository.js';
import { plainCode } from './one-time-code.js';
import { passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Asks somebody signed in for a secret again; guesses count as those at sign-in do. */
@Injectable()
export class SecretCheck {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly accounts: AccountsRepository,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `sign-in-failed`, `account-locked` */
  async requirePassword(actor: Actor, typed: string): Promise<void> {
    await this.require(
      actor,
      async () => {
        const account = await this.accounts.get(actor.accountId);
        return account !== null && passwordMatches(account.passwordHash, typedPassword(account, typed));
      },
      'sign-in-failed',
    );
  }

  async require(actor: Actor, matches: () => Promise<boolean>, refusal: ErrorCode): Promise<void> {
    const attempt = await this.attempts.begin(actor.username);
    if (await matches()) return this.attempts.succeeded(actor.username);
    if (attempt.lockSeconds > 0) {
      await this.audit.record({
        actor: systemActor('sign-in'), action: 'account.locked', subjectType: 'account', subjectId: actor.accountId, after: { seconds: attempt.lockSeconds, ip: actor.ip },
      });
    }
    throw new DomainError(refusal);
  }
}

/** A one-time code is read however it was typed, a password exactly. */
export function typedPassword(account: AccountRow | null, typed: string): string {
  return account?.codeExpiresAt ? plainCode(typed) : typed;
}

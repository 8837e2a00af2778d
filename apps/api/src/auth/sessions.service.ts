import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, SessionAnswer, SignInRequest } from '@ekinerja/contracts/auth';
import type { Uuid } from '@ekinerja/contracts/basics';
import { AuditService, systemActor } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsRepository, type AccountRow } from './accounts.repository.js';
import { signInName } from './accounts.service.js';
import { hashPassword, passwordMatches, requireStrong } from './passwords.js';
import { SecondFactorService } from './second-factor.service.js';
import { SecretCheck, typedPassword } from './secret-check.js';
import { IDLE_MS, SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';
import { SignInAttempts } from './sign-in-attempts.js';

const LIFE_MS = 12 * 3600 * 1000;
/** Two tabs may refresh at the same moment; the later one still shows the token that was just replaced. */
const GRACE_MS = 10_000;
const REFRESH_BYTES = 32;

export interface Caller {
  id: string;
  ip: string;
  userAgent: string | null;
}

/** What the browser gets: the answer, and the cookie's new content where it changes. */
export interface OpenedSession {
  answer: SessionAnswer;
  refresh: { token: string; expiresAt: Date } | null;
}

type RefreshOutcome = { session: SessionRow; token: string | null } | { ended: SessionRow | null };

/** Signing in and out, renewing, changing the password. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly attempts: SignInAttempts,
    private readonly secondFactors: SecondFactorService,
    private readonly secrets: SecretCheck,
    private readonly authenticator: SessionAuthenticator,
    private readonly audit: AuditService,
  ) {}

  /**
   * @throws DomainError `sign-in-failed`, the same for an unknown name, a wrong password and a disabled account;
   * `second-factor-required` and `second-factor-wrong` only after the right password.
   */
  async signIn(request: SignInRequest, caller: Caller): Promise<OpenedSession> {
    const name = signInName(request.username);
    const attempt = await this.attempts.begin(name);
    const account = await this.accounts.findBySignInName(name, this.clock.today());
    const matches = await passwordMatches(account?.passwordHash ?? null, typedPassword(account, request.password));
    const refuse = async (code: 'sign-in-failed' | 'second-factor-wrong'): Promise<never> => {
      if (account && attempt.lockSeconds > 0) await this.auditLock(account.id, attempt.lockSeconds, caller);
      throw new DomainError(code);
    };
    if (!account || !matches || account.disabled || codeIsOver(account, this.clock.now())) return refuse('sign-in-failed');
    const second = await this.secondFactors.judge(account.id, request.secondFactor);
    if (second === 'wrong') return refuse('second-factor-wrong');
    if (second === 'missing') {
      // Not forgotten: who knows the password must not get free guesses at the code by asking without one in between.
      await this.attempts.takeBack(name);
      throw new DomainError('second-factor-required');
    }
    return this.db.transaction(async () => {
      await this.attempts.succeeded(name);
      return this.open(account.id, caller, { secondFactor: second === 'right' });
    });
  }

  /** A session for somebody whom the caller has made sure of; `how` goes into the trail. */
  async open(accountId: Uuid, caller: Caller, how: { singleSignOn?: string; secondFactor: boolean }): Promise<OpenedSession> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const sessionId = randomUUID();
      const refresh = { token: randomBytes(REFRESH_BYTES).toString('base64url'), expiresAt: new Date(now.getTime() + LIFE_MS) };
      await this.sessions.insert({
        id: sessionId, accountId, refreshHash: hashOf(refresh.token), now, expiresAt: refresh.expiresAt,
        userAgent: caller.userAgent?.slice(0, 300) ?? null, ip: caller.ip, secondFactorElsewhere: how.singleSignOn !== undefined && how.secondFactor,
      });
      const actor = await this.authenticator.actorOf(sessionId, caller);
      await this.audit.record({ actor, action: 'session.started', subjectType: 'session', subjectId: sessionId, after: how });
      return { answer: await this.answerFor(actor), refresh };
    });
  }

  /**
   * Renews by the refresh token, which is replaced each time. A token that was used up before ends the session: it
   * is in two hands.
   * @throws DomainError `session-ended`
   */
  async refresh(token: string, caller: Caller): Promise<OpenedSession> {
    const outcome = await this.db.transaction(() => this.renew(hashOf(token)));
    if ('ended' in outcome) {
      if (outcome.ended) this.authenticator.forget([outcome.ended.id]);
      throw new DomainError('session-ended');
    }
    const actor = await this.authenticator.actorOf(outcome.session.id, caller);
    const refresh = outcome.token === null ? null : { token: outcome.token, expiresAt: outcome.session.expiresAt };
    return { answer: await this.answerFor(actor), refresh };
  }

  async signOut(actor: Actor): Promise<void> {
    await this.db.transaction(async () => {
      await this.sessions.end(actor.sessionId, 'signed-out', this.clock.now());
      await this.audit.record({ actor, action: 'session.ended', subjectType: 'session', subjectId: actor.sessionId });
    });
    this.authenticator.forget([actor.sessionId]);
  }

  /** Also ends the account's other sessions: whoever had the old password is out. */
  async changePassword(actor: Actor, request: ChangePasswordRequest, caller: Caller): Promise<SessionAnswer> {
    await this.secrets.requirePassword(actor, request.currentPassword);
    requireStrong(request.newPassword, { names: await this.accounts.namesOf(actor.accountId), current: request.currentPassword });
    const passwordHash = await hashPassword(request.newPassword);
    const ended = await this.db.transaction(async () => {
      await this.accounts.setPassword(actor.accountId, passwordHash, this.clock.now());
      const others = await this.sessions.endOthers(actor.accountId, actor.sessionId, 'password-changed', this.clock.now());
      await this.audit.record({
        actor, action: 'account.password-changed', subjectType: 'account', subjectId: actor.accountId, after: { otherSessionsEnded: others.length },
      });
      return others;
    });
    this.authenticator.forget([...ended, actor.sessionId]);
    return this.answerFor(await this.authenticator.actorOf(actor.sessionId, caller));
  }

  /** Decides and writes; ending a session must stay written, so refusals are returned, not thrown. */
  private async renew(hash: string): Promise<RefreshOutcome> {
    const now = this.clock.now();
    const session = await this.sessions.lockByToken(hash);
    if (!session || session.endedAt) return { ended: session };
    const over = session.expiresAt <= now || now.getTime() - session.rotatedAt.getTime() > IDLE_MS || session.accountDisabled;
    if (over) return this.ended(session, 'expired', now);
    if (session.refreshHash === hash) {
      const token = randomBytes(REFRESH_BYTES).toString('base64url');
      await this.sessions.rotate(session, hashOf(token), now);
      return { session, token };
    }
    if (session.previousHash === hash && now.getTime() - session.rotatedAt.getTime() <= GRACE_MS) return { session, token: null };
    await this.audit.record({
      actor: systemActor('sessions'), action: 'session.token-reused', subjectType: 'session', subjectId: session.id, after: { accountId: session.accountId },
    });
    return this.ended(session, 'token-reused', now);
  }

  private async ended(session: SessionRow, reason: string, now: Date): Promise<RefreshOutcome> {
    await this.sessions.end(session.id, reason, now);
    return { ended: session };
  }

  private async answerFor(actor: Actor): Promise<SessionAnswer> {
    const { accessToken, expiresAt } = await this.authenticator.issue(actor.accountId, actor.sessionId);
    return { accessToken, expiresAt, profile: await this.authenticator.profileOf(actor) };
  }

  private async auditLock(accountId: Uuid, seconds: number, caller: Caller): Promise<void> {
    await this.audit.record({
      actor: systemActor('sign-in'), action: 'account.locked', subjectType: 'account', subjectId: accountId, after: { seconds, ip: caller.ip },
    });
  }
}

function codeIsOver({ codeExpiresAt }: AccountRow, now: Date): boolean {
  return codeExpiresAt !== null && codeExpiresAt <= now;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

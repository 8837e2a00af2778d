import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RecoveryCodes, SecondFactorOffer, SecondFactorState } from '@ekinerja/contracts/auth';
import type { Role } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import { toString } from 'qrcode';
import { AuditService } from '../audit/audit.service.js';
import { GovernmentService } from '../government/government.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { derivedKey, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { newCode, plainCode } from './one-time-code.js';
import { seal, unseal } from '../platform/sealed-secret.js';
import { SecondFactorPolicy } from './second-factor-policy.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecretCheck } from './secret-check.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionsRepository } from './sessions.repository.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

const CODES = 10;
const CODE_GROUPS = 2;

/** Setting up, renewing and removing the second factor of one's own account, and judging what is typed at sign-in. */
@Injectable()
export class SecondFactorService {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: SecondFactorRepository,
    private readonly sessions: SessionsRepository,
    private readonly authenticator: SessionAuthenticator,
    private readonly secrets: SecretCheck,
    private readonly policy: SecondFactorPolicy,
    private readonly government: GovernmentService,
    private readonly audit: AuditService,
  ) {
    this.key = derivedKey(config.secret, 'second-factor');
  }

  async state(accountId: Uuid, roles: readonly { role: Role }[]): Promise<SecondFactorState> {
    const row = await this.repository.find(accountId);
    return {
      since: row?.confirmedAt?.toISOString() ?? null,
      required: this.policy.requires(roles),
      codesLeft: row?.confirmedAt ? await this.repository.codesLeft(accountId) : 0,
    };
  }

  /** What was typed at sign-in, against the device or a recovery code; each counts once. */
  async judge(accountId: Uuid, typed: string | undefined): Promise<'not-set-up' | 'missing' | 'right' | 'wrong'> {
    const row = await this.repository.find(accountId);
    if (!row?.confirmedAt) return 'not-set-up';
    if (!typed?.trim()) return 'missing';
    return (await this.takes(accountId, row.secret, typed)) ? 'right' : 'wrong';
  }

  /**
   * A new secret, which counts once a code of it was confirmed.
   * @throws DomainError `sign-in-failed`, `account-locked`, `duplicate`
   */
  async begin(actor: Actor, currentPassword: string): Promise<SecondFactorOffer> {
    await this.secrets.requirePassword(actor, currentPassword);
    const secret = newTotpSecret();
    if (!(await this.repository.begin(actor.accountId, seal(secret, this.key, actor.accountId), this.clock.now()))) throw new DomainError('duplicate');
    const uri = totpUri(secret, `E-Kinerja ${(await this.government.profile()).name}`, actor.username);
    const svg = await toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return { uri, secret, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  }

  /**
   * The device works: from now on it is asked for. Sessions opened without it end.
   * @throws DomainError `second-factor-wrong`, `state-refused`, `account-locked`
   */
  async confirm(actor: Actor, code: string): Promise<RecoveryCodes> {
    const row = await this.repository.find(actor.accountId);
    if (!row || row.confirmedAt) throw new DomainError('state-refused');
    await this.secrets.require(actor, () => this.takesStep(actor.accountId, row.secret, code), 'second-factor-wrong');
    const codes = newCodes();
    await this.db.transaction(async () => {
      await this.repository.confirm(actor.accountId, this.clock.now());
      await this.repository.replaceCodes(actor.accountId, codes.map((each) => this.hashOf(actor.accountId, each)));
      const ended = await this.sessions.endOthers(actor.accountId, actor.sessionId, 'second-factor-set-up', this.clock.now());
      await this.record(actor, 'second-factor.set-up', { otherSessionsEnded: ended.length });
      await this.db.afterCommit(() => this.authenticator.forget([...ended, actor.sessionId]));
    });
    return { codes };
  }

  /** Ten new recovery codes; the old ones no longer open anything. */
  async renewCodes(actor: Actor, code: string): Promise<RecoveryCodes> {
    await this.requireCode(actor, code);
    const codes = newCodes();
    await this.db.transaction(async () => {
      await this.repository.replaceCodes(actor.accountId, codes.map((each) => this.hashOf(actor.accountId, each)));
      await this.record(actor, 'second-factor.codes-made', { codes: codes.length });
    });
    return { codes };
  }

  /** @throws DomainError `rule-refused` while a role held requires it */
  async remove(actor: Actor, currentPassword: string, code: string): Promise<void> {
    if (this.policy.requires(actor.roles)) throw new DomainError('rule-refused', {}, { rule: { code: 'second-factor-of-the-role' } });
    await this.secrets.requirePassword(actor, currentPassword);
    await this.requireCode(actor, code);
    await this.db.transaction(async () => {
      await this.repository.remove(actor.accountId);
      await this.record(actor, 'second-factor.removed', {});
    });
  }

  private async requireCode(actor: Actor, typed: string): Promise<void> {
    const row = await this.repository.find(actor.accountId);
    if (!row?.confirmedAt) throw new DomainError('state-refused');
    await this.secrets.require(actor, () => this.takes(actor.accountId, row.secret, typed), 'second-factor-wrong');
  }

  private async takes(accountId: Uuid, secret: string, typed: string): Promise<boolean> {
    if (await this.takesStep(accountId, secret, typed)) return true;
    return this.repository.takeCode(accountId, this.hashOf(accountId, typed), this.clock.now());
  }

  private async takesStep(accountId: Uuid, sealed: string, typed: string): Promise<boolean> {
    const step = totpStep(unseal(sealed, this.key, accountId), typed.replaceAll(/\s/g, ''), this.clock.now());
    return step !== null && this.repository.takeStep(accountId, step);
  }

  private hashOf(accountId: Uuid, code: string): string {
    return createHmac('sha256', this.key).update(`${accountId} ${plainCode(code)}`).digest('hex');
  }

  private record(actor: Actor, action: string, after: object): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'account', subjectId: actor.accountId, after });
  }
}

function newCodes(): string[] {
  return Array.from({ length: CODES }, () => newCode(CODE_GROUPS));
}

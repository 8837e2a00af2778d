import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { CreateIntegratorRequest, Integrator, IntegratorWithKey, RotateKeyRequest } from '@ekinerja/contracts/integrators';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { AccountsService } from './accounts.service.js';
import { FirstCodesService } from './first-codes.service.js';
import { IntegratorsRepository } from './integrators.repository.js';

const PREFIX = 'ek_';
const KEY_BYTES = 32;
const HINT_LENGTH = 8;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Other systems that call: made, given a new key, revoked; each key is shown once and kept as a hash. */
@Injectable()
export class IntegratorsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: IntegratorsRepository,
    private readonly accounts: AccountsService,
    private readonly firstCodes: FirstCodesService,
    private readonly audit: AuditService,
  ) {}

  list(): Promise<Integrator[]> {
    return this.repository.list(this.clock.now(), null);
  }

  /** @throws DomainError `duplicate` for a name in use */
  async create(actor: Actor, request: CreateIntegratorRequest): Promise<IntegratorWithKey> {
    const passwordHash = await this.firstCodes.unusableHash();
    const name = request.name.trim();
    const scopes = [...new Set(request.scopes)].toSorted();
    return this.db.transaction(async () => {
      const at = this.clock.now();
      // Behind a word no one signs in with: what a system does is recorded under an account as everybody's deeds are.
      const accountId = await this.accounts.create(actor, { personId: null, username: `integrasi:${randomBytes(6).toString('hex')}`, passwordHash, mustChange: true });
      const id = await this.repository.insert({ accountId, name, purpose: request.purpose.trim(), scopes, by: actor.accountId, at });
      const key = await this.newKey(id, request.days);
      await this.record(actor, 'integrator.created', id, { name, scopes, days: request.days, accountId });
      return this.withKey(id, key);
    });
  }

  /** A new key; the old ones open for the overlap, so that the other side changes over without a gap. */
  async rotate(actor: Actor, id: Uuid, request: RotateKeyRequest): Promise<IntegratorWithKey> {
    return this.db.transaction(async () => {
      if (!(await this.repository.lockOpen(id))) throw new DomainError('not-found');
      await this.repository.endKeys(id, new Date(this.clock.now().getTime() + request.overlapHours * HOUR_MS));
      const key = await this.newKey(id, request.days);
      await this.record(actor, 'integrator.key-rotated', id, { days: request.days, overlapHours: request.overlapHours });
      return this.withKey(id, key);
    });
  }

  async revoke(actor: Actor, id: Uuid, reason: string): Promise<void> {
    await this.db.transaction(async () => {
      if (!(await this.repository.lockOpen(id))) throw new DomainError('not-found');
      await this.repository.endKeys(id, this.clock.now());
      await this.repository.revoke(id, this.clock.now());
      await this.audit.record({ actor, action: 'integrator.revoked', subjectType: 'integrator', subjectId: id, reason: reason.trim() });
    });
  }

  private async newKey(integratorId: Uuid, days: number): Promise<string> {
    const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
    const at = this.clock.now();
    await this.repository.insertKey(integratorId, { hash: keyHash(key), hint: key.slice(0, HINT_LENGTH), at, expiresAt: new Date(at.getTime() + days * DAY_MS) });
    return key;
  }

  private async withKey(id: Uuid, key: string): Promise<IntegratorWithKey> {
    const [integrator] = await this.repository.list(this.clock.now(), id);
    return { integrator: integrator!, key };
  }

  private record(actor: Actor, action: string, id: Uuid, after: object): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'integrator', subjectId: id, after });
  }
}

/** 256 random bits need no slow hash. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

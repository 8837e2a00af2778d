import { Injectable } from '@nestjs/common';
import type { KeyAuthenticator, KeyCaller } from '../platform/access/access.guard.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { keyHash } from './integrators.service.js';
import { IntegratorsRepository } from './integrators.repository.js';
import { RequestRates } from './request-rates.js';

export const KEY_REQUESTS_A_MINUTE = 300;
const WINDOW_MS = 60_000;
/** The last use is shown to the minute; writing each would cost a row version a request. */
const USE_NOTED_MS = 60_000;

/** Turns an integrator's key into the one who asks. It reads like an auditor, on the routes that its scopes open. */
@Injectable()
export class IntegratorAuthenticator implements KeyAuthenticator {
  constructor(
    private readonly clock: Clock,
    private readonly repository: IntegratorsRepository,
    private readonly rates: RequestRates,
  ) {}

  async authenticateKey(key: string, request: { id: string; ip: string }): Promise<KeyCaller> {
    const now = this.clock.now();
    const holder = await this.repository.behindKey(keyHash(key), now);
    if (!holder) throw new DomainError('sign-in-required');
    const rate = await this.rates.count(`key ${holder.keyId}`, WINDOW_MS);
    if (!holder.lastUsedAt || now.getTime() - holder.lastUsedAt.getTime() > USE_NOTED_MS) await this.repository.used(holder.keyId, now, request.ip);
    return {
      scopes: holder.scopes,
      rate: { limit: KEY_REQUESTS_A_MINUTE, remaining: Math.max(0, KEY_REQUESTS_A_MINUTE - rate.hits), seconds: rate.seconds, over: rate.hits > KEY_REQUESTS_A_MINUTE },
      actor: {
        accountId: holder.accountId, sessionId: holder.keyId, username: holder.username, personId: null, personName: holder.name, employmentId: null, skpdId: null,
        roles: [{ role: 'auditor', unitId: null }], permissions: new Set(), mustChangePassword: false, today: this.clock.today(), requestId: request.id, ip: request.ip,
      },
    };
  }
}

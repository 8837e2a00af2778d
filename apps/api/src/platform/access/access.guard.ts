import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { IntegratorScope } from '@ekinerja/contracts/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain.error.js';
import { ACCESS_KEY, type AccessDeclaration } from './access.decorator.js';
import type { Actor } from './actor.js';

/** Turns a bearer token into the person behind it; implemented by the auth feature. */
export interface Authenticator {
  /** @throws DomainError `sign-in-required` or `session-ended`. */
  authenticate(token: string, request: { id: string; ip: string }): Promise<Actor>;
  /**
   * The person on whose behalf the viewer looks, with what that person may open.
   * @throws DomainError `not-found` for a look that is over or somebody else's
   */
  onBehalf(viewer: Actor, viewId: string): Promise<Actor>;
  /** Whether the session still runs, asked anew: for a line that stays open after its request was let in. */
  lives(sessionId: string): Promise<boolean>;
}
export const AUTHENTICATOR = Symbol('authenticator');

/** Another system that calls with its key. */
export interface KeyCaller {
  actor: Actor;
  scopes: readonly IntegratorScope[];
  rate: { limit: number; remaining: number; seconds: number; over: boolean };
}
/** Turns a key into the system behind it; implemented by the auth feature. */
export interface KeyAuthenticator {
  /** @throws DomainError `sign-in-required` */
  authenticateKey(key: string, request: { id: string; ip: string }): Promise<KeyCaller>;
}
export const KEY_AUTHENTICATOR = Symbol('key-authenticator');

/** Denies by default: a route without a declaration, a caller without a session, a session without the permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(KEY_AUTHENTICATOR) private readonly keys: KeyAuthenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<AccessDeclaration | undefined>(ACCESS_KEY, context.getHandler());
    if (!access) throw new DomainError('permission-denied');
    if (access.public) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const key = /^Bearer (ek_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    if (key) {
      request.actor = await this.byKey(key, access, request, context.switchToHttp().getResponse<FastifyReply>());
      return true;
    }
    const token = bearer(request.headers.authorization);
    if (!token) throw new DomainError('sign-in-required');
    const actor = await this.authenticator.authenticate(token, { id: request.id, ip: request.ip });
    if (actor.mustChangePassword && !access.beforePasswordChange) throw new DomainError('password-change-required');
    if (actor.mustEnrolSecondFactor && !access.beforePasswordChange) throw new DomainError('second-factor-enrolment-required');
    const viewId = request.headers['x-on-behalf'];
    request.actor = typeof viewId === 'string' && access.permission !== 'support.view' ? await this.lookOnBehalf(actor, viewId, request.method, access) : actor;
    if (!access.permission || !request.actor.permissions.has(access.permission)) throw new DomainError('permission-denied');
    return true;
  }

  /** Reading only, and nothing of the account itself. */
  private async lookOnBehalf(viewer: Actor, viewId: string, method: string, access: AccessDeclaration): Promise<Actor> {
    if (method !== 'GET' || !access.onBehalf) throw new DomainError('read-only-view');
    if (!UUID.test(viewId)) throw new DomainError('malformed-request', { header: 'X-On-Behalf' });
    return this.authenticator.onBehalf(viewer, viewId);
  }

  private async byKey(key: string, access: AccessDeclaration, request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    const { actor, scopes, rate } = await this.keys.authenticateKey(key, { id: request.id, ip: request.ip });
    void reply.headers({ 'x-ratelimit-limit': rate.limit, 'x-ratelimit-remaining': rate.remaining, 'x-ratelimit-reset': rate.seconds });
    if (rate.over) throw new DomainError('too-many-requests', {}, { retryAfterSeconds: rate.seconds });
    if (!access.integrator || !scopes.includes(access.integrator)) throw new DomainError('permission-denied');
    return actor;
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function bearer(header: string | undefined): string | null {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header ?? '');
  return match?.[1] ?? null;
}

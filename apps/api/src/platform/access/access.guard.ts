import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain.error.js';
import { ACCESS_KEY, type AccessDeclaration } from './access.decorator.js';
import type { Actor } from './actor.js';

/** Turns a bearer token into the person behind it; implemented by the auth feature. */
export interface Authenticator {
  /** @throws DomainError `sign-in-required` or `session-ended`. */
  authenticate(token: string, request: { id: string; ip: string }): Promise<Actor>;
}
export const AUTHENTICATOR = Symbol('authenticator');

/** Denies by default: a route without a declaration, a caller without a session, a session without the permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<AccessDeclaration | undefined>(ACCESS_KEY, context.getHandler());
    if (!access) throw new DomainError('permission-denied');
    if (access.public) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const token = bearer(request.headers.authorization);
    if (!token) throw new DomainError('sign-in-required');
    const actor = await this.authenticator.authenticate(token, { id: request.id, ip: request.ip });
    if (actor.mustChangePassword && !access.beforePasswordChange) throw new DomainError('password-change-required');
    if (!access.permission || !actor.permissions.has(access.permission)) throw new DomainError('permission-denied');
    request.actor = actor;
    return true;
  }
}

function bearer(header: string | undefined): string | null {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header ?? '');
  return match?.[1] ?? null;
}

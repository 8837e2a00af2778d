import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';

const NAME = 'ekinerja_refresh';
const PATH = '/api/v1/auth';

/** The refresh token travels in a cookie that no script and no other site can use. */
@Injectable()
export class RefreshCookie {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The token shown. The header proves that our own portal asks: a form of another site cannot set it.
   * @throws DomainError `permission-denied`, `sign-in-required`
   */
  read(request: FastifyRequest): string {
    if (request.headers['x-requested-with'] !== 'ekinerja') throw new DomainError('permission-denied');
    const token = request.cookies[NAME];
    if (!token) throw new DomainError('sign-in-required');
    return token;
  }

  /** As a length of time, not a moment: a browser whose clock differs from the server's keeps it just as long. */
  write(reply: FastifyReply, refresh: { token: string; expiresAt: Date }): void {
    const maxAge = Math.max(0, Math.round((refresh.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
    void reply.setCookie(NAME, refresh.token, { ...this.options(), maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.options());
  }

  private options() {
    return { httpOnly: true, sameSite: 'strict', path: PATH, secure: this.config.publicUrl.startsWith('https://') } as const;
  }
}

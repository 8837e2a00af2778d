import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';

/** Carries the answer out of a transaction that is taken back. */
class Seen extends Error {
  constructor(readonly answer: unknown) {
    super('seen');
  }
}

/**
 * A look on behalf leaves no trace of the person having looked: some lists count as opened by whoever opens them (KS
 * 23(7)), some papers get a number. What such an answer would write is taken back; files are not handed out.
 */
@Injectable()
export class SupportViewInterceptor implements NestInterceptor {
  constructor(private readonly db: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    return actor?.onBehalf ? from(this.look(next)) : next.handle();
  }

  private async look(next: CallHandler): Promise<unknown> {
    try {
      await this.db.transaction(async () => {
        throw new Seen(await lastValueFrom(next.handle(), { defaultValue: undefined }));
      });
    } catch (error) {
      if (!(error instanceof Seen)) throw error;
      if (error.answer instanceof StreamableFile) throw new DomainError('read-only-view');
      return error.answer;
    }
    return undefined;
  }
}

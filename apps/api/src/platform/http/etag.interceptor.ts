import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { withEtag } from './versions.js';

/** Every answer that is one row with its version carries it as `ETag`, whatever the route; a list or a file has none. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        if (isVersioned(answer) && !reply.hasHeader('etag')) withEtag(reply, answer);
      }),
    );
  }
}

function isVersioned(answer: unknown): answer is { version: number } {
  return typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype && Number.isInteger((answer as { version?: unknown }).version);
}

import { createHash } from 'node:crypto';
import { Injectable, SetMetadata, StreamableFile, type CallHandler, type CustomDecorator, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { DomainError } from '../problem/domain.error.js';
import { uploadOf, type Upload } from './upload.js';

interface Stored {
  request_hash: string;
  status: number | null;
  headers: { etag?: string } | null;
  body: unknown;
}

const NEVER_REPEATED = 'ekinerja:never-repeated';

/**
 * The route answers with a secret, or counts wrong guesses at one: its answer is not kept, and a refusal does not take
 * the count back. A key sent along is ignored.
 */
export function NeverRepeated(): CustomDecorator {
  return SetMetadata(NEVER_REPEATED, true);
}

/**
 * `Idempotency-Key`: the same key with the same content gets the first answer again, with other content 409. The
 * key, the change and its answer are one transaction: a crash leaves all or nothing, and a twin waits on the key's row.
 * A route that answers with a file does its work each time.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.actor || request.method === 'GET') return next.handle();
    if (this.reflector.get<boolean | undefined>(NEVER_REPEATED, context.getHandler())) return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > 100) throw new DomainError('malformed-request', { header: 'Idempotency-Key' });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const accountId = request.actor.accountId;
    return from(
      uploadOf(context).then((file) => this.once(accountId, key, requestHash(request, file), reply, () => lastValueFrom(next.handle(), { defaultValue: undefined }))),
    );
  }

  private async once(accountId: string, key: string, hash: string, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    return this.db.transaction(async () => {
      const fresh = await this.db.query(
        `INSERT INTO idempotency_key (account_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING key`,
        [accountId, key, hash, this.clock.now()],
      );
      if (fresh.length === 0) return this.replay(accountId, key, hash, reply);
      const body = await work();
      // A file is not kept: whoever asks again is given it anew, and that is on record as every handing out is.
      if (body instanceof StreamableFile) {
        await this.db.execute(`DELETE FROM idempotency_key WHERE account_id = $1 AND key = $2`, [accountId, key]);
        return body;
      }
      await this.db.query(`UPDATE idempotency_key SET status = $3, headers = $4, body = $5 WHERE account_id = $1 AND key = $2`, [
        accountId,
        key,
        reply.statusCode,
        JSON.stringify({ etag: reply.getHeader('etag') }),
        JSON.stringify(body ?? null),
      ]);
      return body;
    });
  }

  private async replay(accountId: string, key: string, hash: string, reply: FastifyReply): Promise<unknown> {
    const first = await this.db.one<Stored>(`SELECT request_hash, status, headers, body FROM idempotency_key WHERE account_id = $1 AND key = $2`, [accountId, key]);
    if (!first || first.status === null) throw new DomainError('idempotency-in-progress');
    if (first.request_hash !== hash) throw new DomainError('idempotency-key-reused');
    if (first.headers?.etag) void reply.header('etag', first.headers.etag);
    void reply.header('idempotency-replayed', 'true').status(first.status);
    return first.body;
  }
}

/** A form's file counts with its name and bytes: the boundary between its parts differs at every sending. */
function requestHash(request: FastifyRequest, file: Upload | null): string {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n${JSON.stringify(request.body ?? null)}`);
  return (file ? hash.update(`\n${file.name}\n`).update(file.content) : hash).digest('hex');
}

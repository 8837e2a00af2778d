import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain.error.js';

/** The version named in `If-Match`, or null when the header is absent. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw new DomainError('malformed-request', { header: 'If-Match' });
  return Number(match[1]);
});

/**
 * Compares the version the caller saw with the row's own.
 * @throws DomainError `precondition-required` (428) without one, `stale-version` (412) with another.
 */
export function requireVersion(seen: number | null, row: { version: number }, current: unknown = row): void {
  if (seen === null) throw new DomainError('precondition-required');
  if (seen !== row.version) throw new DomainError('stale-version', { version: row.version }, { current });
}

/** Answers a row with its version as ETag. */
export function withEtag<T extends { version: number }>(reply: FastifyReply, row: T): T {
  void reply.header('etag', `"${row.version}"`);
  return row;
}

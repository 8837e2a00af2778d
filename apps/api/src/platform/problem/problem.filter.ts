import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode, ErrorParams, Problem } from '@ekinerja/contracts/errors';
import { LawNotInForce } from '@ekinerja/regulations/law';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { DomainError, refusedByRule } from './domain.error.js';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Turns whatever was thrown into `application/problem+json`; nothing internal ever leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const domain = this.asDomainError(error, request);
    if (domain.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (domain.details.retryAfterSeconds) void reply.header('retry-after', String(domain.details.retryAfterSeconds));
    void reply.status(domain.status).header('content-type', PROBLEM_JSON).send(problemBody(domain, request.id));
  }

  private asDomainError(error: unknown, request: FastifyRequest): DomainError {
    if (error instanceof DomainError) return error;
    if (error instanceof LawNotInForce) return refusedByRule({ code: 'law.not-in-force', params: { kind: error.kind, date: error.date } });
    if (isDatabaseAway(error)) return new DomainError('unavailable', {}, { retryAfterSeconds: 5 });
    if (error instanceof QueryFailedError) return databaseRefusal(error, request);
    const status = statusOf(error);
    if (status !== null) return new DomainError(codeOfStatus(status), unreadablePart(status));
    return new DomainError('internal');
  }
}

export function problemBody(error: DomainError, requestId: string): Problem {
  return {
    type: `urn:ekinerja:problem:${error.code}`,
    title: error.code,
    status: error.status,
    code: error.code,
    params: error.params,
    rule: error.details.rule,
    fields: error.details.fields,
    current: error.details.current,
    requestId,
  };
}

/** What of a request the server could not read, before any handler saw it. */
function unreadablePart(status: number): ErrorParams {
  if (status === 415) return { header: 'Content-Type' };
  return status === 400 ? { part: 'body' } : {};
}

/** A path that is no path at all never reaches a handler, nor the filter, nor what adds the headers of other answers. */
export function refuseBrokenPath(request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new DomainError('malformed-request', { part: 'path' });
  void reply
    .status(refusal.status)
    .headers({ 'content-type': PROBLEM_JSON, 'x-content-type-options': 'nosniff', 'content-security-policy': `default-src 'none'; frame-ancestors 'none'` })
    .send(problemBody(refusal, request.id));
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 400:
    case 415:
      return 'malformed-request';
    case 401:
      return 'sign-in-required';
    case 403:
      return 'permission-denied';
    case 404:
    case 405:
      return 'not-found';
    case 413:
      return 'file-too-large';
    case 429:
      return 'too-many-requests';
    case 503:
      return 'unavailable';
    default:
      return status >= 400 && status < 500 ? 'malformed-request' : 'internal';
  }
}

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** The server is gone or does not answer: what the socket or the pool said, before any SQL was judged. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && AWAY.has(String(error.code))) return true;
  return /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}

/** Raised by a trigger that keeps a rule: the code of the rule as message, its parameters as detail. */
const RULE_OF_THE_DATABASE = 'EK001';

/** What the database refuses by its own constraints is a conflict, not a crash. */
function databaseRefusal(error: QueryFailedError, request: FastifyRequest): DomainError {
  const { code, message, detail } = error.driverError as { code?: string; message?: string; detail?: string };
  if (code === RULE_OF_THE_DATABASE) return new DomainError('rule-refused', JSON.parse(detail ?? '{}') as ErrorParams, { rule: { code: message ?? '' } });
  if (code === '23505' || code === '23P01') return new DomainError('duplicate');
  // An id that the caller gave and that nothing has. Any other row that refers to nothing is a fault of ours.
  if (code === '23503') return new DomainError(isOfTheCaller(detail, request) ? 'not-found' : 'internal');
  if (code === '40P01' || code === '40001' || code === '55P03') return new DomainError('unavailable', {}, { retryAfterSeconds: 1 });
  if (code === '22P02' || code === '22003' || code === '22007' || code === '22008' || code === '22021') return new DomainError('malformed-request');
  if (code?.startsWith('08') || code?.startsWith('57P')) return new DomainError('unavailable', {}, { retryAfterSeconds: 5 });
  return new DomainError('internal');
}

/** Whether what nothing has (`Key (unit_id)=(…) is not present in table "unit".`) came with the request. */
function isOfTheCaller(detail: string | undefined, { url, body }: FastifyRequest): boolean {
  const values = /=\((.+)\) is not present in table/.exec(detail ?? '')?.[1]?.toLowerCase().split(', ') ?? [];
  const asked = `${url} ${JSON.stringify(body ?? null)}`.toLowerCase();
  return values.some((value) => asked.includes(value));
}

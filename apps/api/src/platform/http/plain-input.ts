import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain.error.js';

/** No form of ours is deeper; what walks a deeper one runs out of stack. */
const DEEPEST = 16;

/** NUL, and half of a character that takes two: neither is text to PostgreSQL or to an encoder. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/**
 * Refuses what no handler could take, before any of them sees it: nesting without end, a list in a list (nested
 * validation passes over it), and characters that no text holds.
 */
export async function requirePlainInput({ body, query }: FastifyRequest): Promise<void> {
  if (!Buffer.isBuffer(body)) walk(body, '', 0);
  walk(query, '', 0);
}

function walk(value: unknown, field: string, depth: number): void {
  if (typeof value === 'string') {
    if (NO_TEXT.test(value)) throw new DomainError('validation-failed', {}, { fields: [{ field, rule: 'noControlCharacters' }] });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= DEEPEST) throw new DomainError('malformed-request', { part: 'body', reason: 'nested too deep' });
  for (const [key, inner] of Object.entries(value)) {
    const name = field === '' ? key : `${field}.${key}`;
    if (Array.isArray(value) && Array.isArray(inner)) throw new DomainError('validation-failed', {}, { fields: [{ field: name, rule: 'isObject' }] });
    walk(inner, name, depth + 1);
  }
}

import type { Page } from '@ekinerja/contracts/basics';
import { DomainError } from '../problem/domain.error.js';

export const PAGE_LIMIT = { standard: 50, most: 200 } as const;

/** Reads an opaque cursor made by `pageOf`; null for the first page. */
export function readCursor(cursor: string | undefined, parts: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(value) && value.length === parts && value.every(plain)) return value as (string | number | null)[];
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('malformed-request', { parameter: 'cursor' });
}

/** A page out of `limit + 1` rows asked for; the key of the last shown row becomes the cursor. */
export function pageOf<T>(rows: T[], limit: number, key: (row: T) => (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items[items.length - 1];
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null };
}

export function pageLimit(asked: number | undefined): number {
  return Math.min(Math.max(asked ?? PAGE_LIMIT.standard, 1), PAGE_LIMIT.most);
}

import type { Page } from '@ekinerja/contracts/basics';
import { DomainError } from '../problem/domain.error.js';

export const PAGE_LIMIT = { standard: 50, most: 200 } as const;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const READS = {
  text: (part: unknown) => typeof part === 'string' && !part.includes('\0'),
  uuid: (part: unknown) => typeof part === 'string' && UUID.test(part),
  /** Null where the list may be without it. */
  instant: (part: unknown) => part === null || (typeof part === 'string' && INSTANT.test(part) && !Number.isNaN(Date.parse(part))),
  number: (part: unknown) => typeof part === 'number' && Number.isSafeInteger(part),
} as const;
interface Parts {
  text: string;
  uuid: string;
  instant: string | null;
  number: number;
}

/** Reads an opaque cursor made by `pageOf` of the same list, given what its parts are; null for the first page. */
export function readCursor<const Kinds extends readonly (keyof Parts)[]>(cursor: string | undefined, ...kinds: Kinds): { -readonly [Index in keyof Kinds]: Parts[Kinds[Index]] } | null {
  if (!cursor) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === kinds.length && kinds.every((kind, index) => READS[kind](value[index]))) {
      return value as { -readonly [Index in keyof Kinds]: Parts[Kinds[Index]] };
    }
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

import type { Uuid } from '@ekinerja/contracts/basics';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A list of a whole SKPD with what belongs to each person; beyond that the request itself says whose data it was. */
const MOST_VALUES = 200_000;

/** Named beside a row as those who act on it; the row is not about them. */
const NOT_ABOUT = new Set(['evaluator', 'evaluatorSuperior', 'superior', 'chain', 'signer', 'decision']);

/** The people an answer speaks of: every `employmentId` in it. Pure. */
export function peopleIn(answer: unknown): Set<Uuid> {
  const found = new Set<Uuid>();
  const open: unknown[] = [answer];
  for (let seen = 0; open.length > 0 && seen < MOST_VALUES; seen += 1) {
    const value = open.pop();
    if (Array.isArray(value)) {
      for (const item of value) open.push(item);
      continue;
    }
    // Answers are plain data; a file or a date holds no people.
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'employmentId' && typeof inner === 'string' && UUID.test(inner)) found.add(inner);
      else if (typeof inner === 'object' && !NOT_ABOUT.has(key)) open.push(inner);
    }
  }
  return found;
}

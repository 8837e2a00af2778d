import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as indonesian from '@zxcvbn-ts/language-id';
import { FREQUENT_PASSWORDS } from './frequent-passwords.js';

/** Fewer guesses than this (as a power of ten) are tried in an afternoon. */
const LEAST_GUESSES = 9.5;
/** What stands behind is not looked at: the time taken grows with the square of the length. */
const JUDGED = 64;
/** A name of two letters is in too many words to be a reason. */
const SHORTEST_NAME = 3;

let judge: ZxcvbnFactory | null = null;

/** Breached passwords and Indonesian words and names, bundled: read at the first use, no network. */
function judgeOf(): ZxcvbnFactory {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary, offices: [...FREQUENT_PASSWORDS] },
    graphs: common.adjacencyGraphs,
    maxLength: JUDGED,
  });
  return judge;
}

export type Weakness = 'own-name' | 'frequent';

/**
 * Whether a password falls to whoever tries breached passwords, common words, keyboard rows and dates first, and
 * whether it does because it is made of its owner's name or NIP.
 */
export function weaknessOf(password: string, ownNames: readonly string[]): Weakness | null {
  const own = ownNames.flatMap(partsOf);
  const judged = password.slice(0, JUDGED).toLowerCase();
  if (judgeOf().check(judged, own).guessesLog10 >= LEAST_GUESSES) return null;
  return judgeOf().check(judged).guessesLog10 >= LEAST_GUESSES || own.some((part) => judged.includes(part)) ? 'own-name' : 'frequent';
}

/** A name and its words; of a NIP also the birth date in it, both ways round. */
function partsOf(name: string): string[] {
  const plain = name.toLowerCase().trim();
  const words = plain.split(/[\s,.'-]+/);
  const birth = /^(\d{4})(\d{2})(\d{2})\d{10}$/.exec(plain);
  const dates = birth ? [birth.slice(1, 4).join(''), birth.slice(1, 4).toReversed().join('')] : [];
  return [plain, plain.replace(/\s/g, ''), ...words, ...dates].filter((part) => part.length >= SHORTEST_NAME);
}

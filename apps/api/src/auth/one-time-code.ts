import { randomInt } from 'node:crypto';

/** Without what is read as something else on paper: 0 O, 1 I L, U beside V. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUP_LENGTH = 4;

/** `ACD3-EFG6-HJK9`: some 58 random bits in three groups. */
export function newCode(groups = 3): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A code as people type it: in small letters, with or without the dashes. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

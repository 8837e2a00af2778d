import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 128;

/** 128 random bits as 26 letters of base32: nobody guesses one, and a person can still type it from paper. */
export function newVerifyCode(): string {
  const bytes = randomBytes(BITS / 8);
  let value = 0;
  let bits = 0;
  let code = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return code + ALPHABET[(value << (5 - bits)) & 31];
}

/** As typed from paper: case, spaces and dashes do not matter. Null when it cannot be a code. */
export function readVerifyCode(text: string): string | null {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, '');
  return /^[a-z2-7]{26}$/.test(code) ? code : null;
}

import { createHash } from 'node:crypto';
import type { Uuid } from '@ekinerja/contracts/basics';

/**
 * Pseudo-random numbers (sfc32) that depend on a key alone: the same seed gives the same regency on every machine.
 * Each person and each purpose draws from a stream of its own, so that a change in one place moves nothing elsewhere.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(key: string) {
    [this.a, this.b, this.c, this.d] = mixed(key);
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** At least 0, below 1. */
  next(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  weighted<T>(items: readonly { item: T; weight: number }[]): T {
    let left = this.next() * items.reduce((sum, { weight }) => sum + weight, 0);
    for (const { item, weight } of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(items).item;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [result[i], result[j]] = [result[j] as T, result[i] as T];
    }
    return result;
  }

  uuid(): Uuid {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()].map((word) => word.toString(16).padStart(8, '0')).join('');
    return asUuid(hex);
  }

  private bits(): number {
    const t = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    this.c |= 0;
    return t >>> 0;
  }
}

/** The id of one thing of a generated regency: the same for the same seed and name (version 5 in form). */
export function idOf(...parts: (string | number)[]): Uuid {
  return asUuid(createHash('sha1').update(parts.join('\u0000')).digest('hex').slice(0, 32));
}

function asUuid(hex: string): Uuid {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Four well-spread words of a text (cyrb128). */
function mixed(key: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let i = 0; i < key.length; i++) {
    const k = key.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597_399_067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2_869_860_233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951_274_213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2_716_044_179);
  }
  return [h1 | 0, h2 | 0, h3 | 0, h4 | 0];
}

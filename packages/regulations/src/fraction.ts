/**
 * Exact rational numbers on BigInt. Binary floating point turns 100 into 76 in one formula of Perka BKN 1/2013
 * (national-rules 3.1); so the law multiplies first, divides last and rounds once, where the policy says.
 */
import type { DecimalString } from '@ekinerja/contracts/basics';

export type RoundingMode = 'half-up' | 'half-down' | 'down' | 'up';

/** Numbers are several times faster than BigInt where they are still exact. */
function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y) {
    if (x <= SAFE && y <= SAFE) return BigInt(numberGcd(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function numberGcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

// Documents hold a few hundred decimals; each slip reads them again.
const parsed = new Map<string, Fraction>();
const percents = new Map<string, Fraction>();
const KEPT = 5000;

export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  /** Decimal text (`-0.125`), a fraction of two (`160/3`), or a safe integer. Throws RangeError on anything else. */
  static of(value: DecimalString | number): Fraction {
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new RangeError(`Bukan bilangan bulat yang aman: ${value}`);
      return new Fraction(BigInt(value), 1n);
    }
    const known = parsed.get(value);
    if (known) return known;
    const [over, under, ...more] = value.split('/');
    if (over !== undefined && under !== undefined && more.length === 0)
      return Fraction.of(over).div(Fraction.of(under));
    const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(value);
    if (!match) throw new RangeError(`Bukan bilangan desimal: ${value}`);
    const digits = match[3] ?? '';
    const n = BigInt(`${match[2]}${digits}`);
    const fraction = Fraction.ratio(match[1] === '-' ? -n : n, 10n ** BigInt(digits.length));
    if (parsed.size < KEPT) parsed.set(value, fraction);
    return fraction;
  }

  /** n/d in lowest terms. Throws RangeError when d is 0. */
  static ratio(n: bigint, d: bigint): Fraction {
    if (d === 0n) throw new RangeError('Pembagian dengan nol');
    if (d === 1n) return new Fraction(n, d);
    const sign = d < 0n ? -1n : 1n;
    const factor = gcd(n, d) || 1n;
    return factor === 1n && sign === 1n
      ? new Fraction(n, d)
      : new Fraction((sign * n) / factor, (sign * d) / factor);
  }

  /** Percent as ratio: `percent('1.25')` is 1/80. */
  static percent(value: DecimalString | number): Fraction {
    const key = String(value);
    let fraction = percents.get(key);
    if (!fraction) {
      fraction = Fraction.of(value).div(Fraction.of(100));
      if (percents.size < KEPT) percents.set(key, fraction);
    }
    return fraction;
  }

  static sum(terms: Iterable<Fraction>): Fraction {
    let total = Fraction.zero;
    for (const term of terms) total = total.add(term);
    return total;
  }

  add(other: Fraction): Fraction {
    if (this.d === other.d) return Fraction.ratio(this.n + other.n, this.d);
    return Fraction.ratio(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  sub(other: Fraction): Fraction {
    return this.add(other.negate());
  }

  mul(other: Fraction): Fraction {
    return Fraction.ratio(this.n * other.n, this.d * other.d);
  }

  div(other: Fraction): Fraction {
    return Fraction.ratio(this.n * other.d, this.d * other.n);
  }

  negate(): Fraction {
    return new Fraction(-this.n, this.d);
  }

  /** -1, 0 or 1. */
  compare(other: Fraction): -1 | 0 | 1 {
    const left = this.n * other.d;
    const right = other.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  min(other: Fraction): Fraction {
    return this.compare(other) <= 0 ? this : other;
  }

  max(other: Fraction): Fraction {
    return this.compare(other) >= 0 ? this : other;
  }

  isZero(): boolean {
    return this.n === 0n;
  }

  /**
   * Rounds to a multiple of `unit` (1 by default). `half-up` moves a half away from zero, `half-down` and `down` toward
   * zero, `up` away from zero, so that a cut and its reversal round alike.
   */
  round(mode: RoundingMode, unit = 1): bigint {
    const step = BigInt(unit);
    const denominator = this.d * step;
    const negative = this.n < 0n;
    const n = negative ? -this.n : this.n;
    let whole = n / denominator;
    const rest = n % denominator;
    const twice = rest * 2n;
    const half = mode === 'half-up' ? twice >= denominator : mode === 'half-down' && twice > denominator;
    if (rest !== 0n && (mode === 'up' || half)) whole += 1n;
    return (negative ? -whole : whole) * step;
  }

  /** Largest integer not above the value. */
  floor(): bigint {
    const whole = this.n / this.d;
    return this.n % this.d !== 0n && this.n < 0n ? whole - 1n : whole;
  }

  /** Decimal text, exact when it ends within `maxDigits`, else half-up at that digit; no trailing zeros. */
  toDecimal(maxDigits = 10): DecimalString {
    const scale = 10n ** BigInt(maxDigits);
    const scaled = this.mul(new Fraction(scale, 1n)).round('half-up');
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(maxDigits + 1, '0');
    const whole = digits.slice(0, digits.length - maxDigits);
    const rest = maxDigits ? digits.slice(-maxDigits).replace(/0+$/, '') : '';
    return `${scaled < 0n ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
  }
}

/** BigInt rupiah to a number; throws RangeError beyond the safe integers. */
export function toRupiah(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Rupiah di luar batas aman: ${value}`);
  return number;
}

import fc from 'fast-check';
import { Fraction } from './fraction.js';

const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const fraction = fc.tuple(whole, positive).map(([n, d]) => Fraction.ratio(n, d));

describe('Fraction', () => {
  it('keeps decimals exact where floats do not', () => {
    expect(Fraction.of('0.1').add(Fraction.of('0.2')).toDecimal()).toBe('0.3');
    expect(
      Fraction.of('1.76')
        .mul(Fraction.of(25))
        .sub(Fraction.of(19))
        .div(Fraction.of(25))
        .mul(Fraction.of(100))
        .toDecimal(),
    ).toBe('100');
  });
  it('rounds half up, down and up to a unit, away from zero alike on both sides', () => {
    expect(
      [Fraction.of('2.5'), Fraction.of('-2.5'), Fraction.of('2.49')].map((f) => f.round('half-up')),
    ).toEqual([3n, -3n, 2n]);
    expect(Fraction.of('1999').round('down', 1000)).toBe(1000n);
    expect(Fraction.of('1001').round('up', 1000)).toBe(2000n);
    expect(Fraction.of('1500').round('half-up', 1000)).toBe(2000n);
  });
  it('refuses what is not an exact number', () => {
    expect(() => Fraction.of(0.5)).toThrow(RangeError);
    expect(() => Fraction.of('1,5')).toThrow(RangeError);
    expect(() => Fraction.ratio(1n, 0n)).toThrow(RangeError);
  });
  it('obeys arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(a.add(b).sub(b).compare(a)).toBe(0);
        expect(a.mul(b).compare(b.mul(a))).toBe(0);
        if (!b.isZero()) expect(a.div(b).mul(b).compare(a)).toBe(0);
        expect(a.min(b).compare(a.max(b))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

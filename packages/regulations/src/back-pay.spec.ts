import fc from 'fast-check';
import { correctionOf, earned, heldBack, recoverable, waitsForBackPay } from './back-pay.js';
import type { AllowanceDecision } from './allowance.js';

const line = (section: 'cut' | 'adjustment' | 'deduction', code: string, amount: number) =>
  ({ section, code, inputs: {}, amount, cite: 'x#y' }) as const;
const decision = (
  gross: number,
  ...lines: ReturnType<typeof line>[]
): Pick<AllowanceDecision, 'sections' | 'lines'> => {
  const sum = (section: string) =>
    lines.filter((l) => l.section === section).reduce((n, l) => n + l.amount, 0);
  const [cuts, deductions, adjustments] = [-sum('cut'), -sum('deduction'), sum('adjustment')];
  return {
    sections: { gross, cuts, deductions, adjustments, net: gross - cuts - deductions + adjustments },
    lines,
  };
};

describe('what a closed month earned', () => {
  it.each([
    ['cuts lower it', decision(3_000_000, line('cut', 'absent', -200_000)), 2_800_000],
    [
      'tax, insurance and zakat do not',
      decision(3_000_000, line('deduction', 'tax-ter', -45_000), line('deduction', 'zakat', -75_000)),
      3_000_000,
    ],
    [
      'an advance, a release or another correction does not',
      decision(
        3_000_000,
        line('adjustment', 'advance', -800_000),
        line('adjustment', 'released', 3_000_000),
        line('adjustment', 'adjustment', -90_000),
      ),
      3_000_000,
    ],
    [
      'a hold does not, whole or in part',
      decision(3_000_000, line('cut', 'absent', -200_000), line('cut', 'hold', -560_000)),
      2_800_000,
    ],
  ])('X-TPP-3 %s', (_, month, expected) => {
    expect(earned(month)).toBe(expected);
  });

  it('X-TPP-3 what was held and lapsed is not earned, unless nothing holds it any more', () => {
    const held = decision(3_000_000, line('cut', 'hold', -600_000));
    expect([earned(held, true), heldBack(held.lines), earned(decision(3_000_000), true)]).toEqual([
      2_400_000, 600_000, 3_000_000,
    ]);
  });

  it.each([
    ['the difference', { now: 2_000_000, then: 3_000_000, corrected: 0 }, -1_000_000],
    ['a further one only', { now: 1_500_000, then: 3_000_000, corrected: -1_000_000 }, -500_000],
    ['back again', { now: 3_000_000, then: 3_000_000, corrected: -1_500_000 }, 1_500_000],
    ['nothing twice', { now: 1_500_000, then: 3_000_000, corrected: -1_500_000 }, 0],
    ['all of it for whom no list pays any more', { now: 0, then: 3_000_000, corrected: 0 }, -3_000_000],
  ])('X-TPP-3 a correction is %s', (_, question, expected) => {
    expect(correctionOf(question)).toBe(expected);
  });
});

describe('how much a slip takes back', () => {
  it.each([
    ['all of it', 800_000, 2_000_000, 5, 800_000],
    ['the whole pay, and its tax falls away with it', 2_000_000, 2_000_000, 5, 2_000_000],
    ['no more than the pay', 5_000_000, 2_000_000, 5, 2_000_000],
    ['nothing of nothing', 5_000_000, 0, 5, 0],
  ])('X-TPP-3 %s', (_, due, pay, percent, expected) => {
    const net = (taken: number) => pay - taken - Math.round((Math.max(pay - taken, 0) * percent) / 100);
    expect(recoverable(due, net)).toBe(expected);
  });

  it('X-TPP-3 leaves room for what is deducted whatever the pay, and nothing is taken where nothing is paid out', () => {
    expect(recoverable(5_000_000, (taken) => 2_000_000 - taken - 70_000)).toBe(1_930_000);
    expect(recoverable(5_000_000, (taken) => -1 - taken)).toBe(0);
  });

  it('X-TPP-3 never pays out less than nothing, and never a rupiah less than it could take', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.integer({ min: 0, max: 90 }),
        (due, pay, percent) => {
          const net = (taken: number) => pay - taken - Math.floor((Math.max(pay - taken, 0) * percent) / 100);
          const taken = recoverable(due, net);
          expect(net(taken)).toBeGreaterThanOrEqual(0);
          if (taken < due) expect(net(taken + 1)).toBeLessThan(0);
        },
      ),
    );
  });
});

describe('corrections across a budget year', () => {
  it('X-TPP-3 wait for a run of arrears', () => {
    expect([waitsForBackPay('2026-11', '2026-12'), waitsForBackPay('2026-12', '2027-01')]).toEqual([
      false,
      true,
    ]);
  });
});

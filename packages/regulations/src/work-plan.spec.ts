import { Fraction } from './fraction.js';
import { daysOf, monthsOf, quantityOf, split, sumOf, weeksOf } from './work-plan-split.js';
import type { LawSet } from './law.js';
import { applyWorkPlan, changedClosedMonth, closedMonths } from './work-plan.js';
import type { WorkingCalendar } from './calendar.js';
import { weekday } from './dates.js';

/** Monday to Friday, without holidays. */
const working = { isWorkingDay: (date: string) => weekday(date) <= 5 } as WorkingCalendar;
const year = monthsOf('2026-01-01', '2026-12-31', working);

describe('dividing a target over the year', () => {
  it.each([
    ['12', '12'], ['1.200', '1200'], ['12,5', '12.5'], ['0,25', '0.25'], ['100%', null], ['baik', null], ['', null],
  ])('reads %j as %j', (text, quantity) => expect(quantityOf(text)).toBe(quantity));

  it.each([
    // Four reports stand at the end of the quarters, not in the first four months.
    ['4', 'even', ['0', '0', '1', '0', '0', '1', '0', '0', '1', '0', '0', '1']],
    ['12', 'even', Array.from({ length: 12 }, () => '1')],
    ['0.5', 'even', ['0.04', '0.04', '0.04', '0.04', '0.04', '0.05', '0.04', '0.04', '0.04', '0.04', '0.04', '0.05']],
    // 22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23 working days.
    ['261', 'working-days', ['22', '20', '22', '22', '21', '22', '23', '21', '22', '22', '21', '23']],
  ] as const)('BK-3.3 %s %s', (total, method, months) => expect(split(total, year, method).map(({ quantity }) => quantity)).toEqual(months));

  it.each(['1', '7', '13', '100', '999.99', '0.01', '365'])('BK-3.3 the parts of %s always add up, down to the day', (total) => {
    for (const method of ['even', 'working-days'] as const) {
      const months = split(total, year, method);
      expect(sumOf(months.map(({ quantity }) => quantity))).toBe(Fraction.of(total).toDecimal(2));
      const march = months[2]!;
      const weeks = weeksOf('2026-03', '2026-01-01', '2026-12-31', working);
      expect(weeks.map(({ from, to }) => [from, to])).toEqual([
        ['2026-03-01', '2026-03-01'], ['2026-03-02', '2026-03-08'], ['2026-03-09', '2026-03-15'], ['2026-03-16', '2026-03-22'], ['2026-03-23', '2026-03-29'], ['2026-03-30', '2026-03-31'],
      ]);
      const parts = split(march.quantity, weeks, 'working-days');
      // The Sunday that opens the month holds nothing.
      expect(parts[0]!.quantity).toBe('0');
      expect(sumOf(parts.map(({ quantity }) => quantity))).toBe(Fraction.of(march.quantity).toDecimal(2));
      const days = daysOf('2026-03-02', '2026-03-08', working);
      expect(days).toHaveLength(5);
      expect(sumOf(split(parts[1]!.quantity, days, 'working-days').map(({ quantity }) => quantity))).toBe(parts[1]!.quantity);
    }
  });

  it('a plan that begins within a month has that part of it', () => {
    expect(monthsOf('2026-06-15', '2026-08-10', working).map(({ period, from, to, workingDays }) => [period, from, to, workingDays])).toEqual([
      ['2026-06', '2026-06-15', '2026-06-30', 12], ['2026-07', '2026-07-01', '2026-07-31', 23], ['2026-08', '2026-08-01', '2026-08-10', 6],
    ]);
  });
});

describe('the way of a work plan', () => {
  it.each([
    [null, 'save', 'owner', 'draft'], ['draft', 'submit', 'owner', 'submitted'], ['submitted', 'verify', 'evaluator', 'verified'],
    ['submitted', 'return', 'evaluator', 'returned'], ['returned', 'submit', 'owner', 'submitted'], ['verified', 'revise', 'owner', 'draft'],
  ] as const)('%s, %s by %s → %s', (status, action, actor, after) => expect(applyWorkPlan(status, action, actor)).toBe(after));

  it.each([[null, 'submit', 'owner'], ['draft', 'verify', 'evaluator'], ['submitted', 'verify', 'owner'], ['verified', 'save', 'owner'], ['verified', 'return', 'evaluator']] as const)(
    '%s, %s by %s is refused', (status, action, actor) => expect(applyWorkPlan(status, action, actor)).toHaveProperty('code'),
  );
});

describe('months that are over', () => {
  const span = { periodFrom: '2026-01-01', periodTo: '2026-12-31' };
  const law = (closes: boolean) =>
    ({ working, performance: { rules: { plans: { breakdown: { closes } } }, cite: (ref: string) => ({ source: 'uji', ref }) } }) as unknown as LawSet;
  it.each([
    ['2026-01-20', '2026-03-10', true, ['2026-01', '2026-02']],
    // Determined late by somebody else: open to the end of that month.
    ['2026-03-02', '2026-03-31', true, []],
    ['2026-03-02', '2026-04-01', true, ['2026-01', '2026-02', '2026-03']],
    [null, '2026-04-01', true, []],
    ['2026-01-20', '2026-03-10', false, []],
  ])('BK-8.2 determined %s, today %s, closing %s', (determined, today, closes, months) => expect(closedMonths(span, determined, today, law(closes)).months).toEqual(months));

  it('BK-8.2 only the targets of closed months are held fast', () => {
    const target = (period: string, quantity: string) => ({ resultId: 'r', indicator: 0, level: 'month' as const, period, quantity });
    const before = { targets: [target('2026-01', '1'), target('2026-03', '1')] };
    expect(changedClosedMonth(['2026-01', '2026-02'], before, { targets: [target('2026-03', '9'), target('2026-01', '1.0')] })).toBeNull();
    expect(changedClosedMonth(['2026-01', '2026-02'], before, { targets: [target('2026-01', '2'), target('2026-03', '1')] })).toBe('2026-01');
    expect(changedClosedMonth(['2026-01', '2026-02'], before, { targets: [...before.targets, target('2026-02', '4')] })).toBe('2026-02');
    expect(changedClosedMonth(['2026-01'], before, { targets: [] })).toBe('2026-01');
  });
});

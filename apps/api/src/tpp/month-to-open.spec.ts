import { monthToOpen } from './month-to-open.js';

const regular = (month: string) => ({ month, kind: 'regular' as const });

describe('the month to open (BK-7.1)', () => {
  it.each([
    ['no run yet: the month just over', [], '2026-10', '2026-10'],
    ['months left behind: the oldest first', [regular('2026-08')], '2026-10', '2026-09'],
    ['over the end of a year', [regular('2026-12')], '2027-02', '2027-01'],
    ['all opened: none', [regular('2026-09'), regular('2026-10')], '2026-10', null],
    ['a special payment of the month opens none', [regular('2026-09'), { month: '2026-11', kind: 'special' as const }], '2026-10', '2026-10'],
  ])('%s', (_, runs, finished, expected) => {
    expect(monthToOpen(runs, finished)).toBe(expected);
  });
});

import {
  addDays,
  addMonths,
  datesOf,
  daysBetween,
  endOfDay,
  instantOf,
  isIsoDate,
  lastDay,
  localDate,
  localTime,
  minutesOf,
  weekday,
} from './dates.js';

describe('civil dates', () => {
  it('knows weekdays, month ends and leap years', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
    expect(lastDay('2028-02')).toBe('2028-02-29');
    expect(datesOf('2026-02')).toHaveLength(28);
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
    expect(isIsoDate('2026-02-30')).toBe(false);
    expect(minutesOf('07:30')).toBe(450);
  });
  it('turns wall clocks of the three zones into instants and back', () => {
    for (const [zone, utc] of [
      ['Asia/Jakarta', '17:00'],
      ['Asia/Makassar', '16:00'],
      ['Asia/Jayapura', '15:00'],
    ] as const) {
      expect(endOfDay('2026-10-14', zone).toISOString()).toBe(`2026-10-14T${utc}:00.000Z`);
      const at = instantOf('2026-10-14', '23:59', zone);
      expect([localDate(at, zone), localTime(at, zone)]).toEqual(['2026-10-14', '23:59']);
    }
  });
});

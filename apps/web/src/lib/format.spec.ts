import { messages } from '../testing/portal';
import { addMonths, formatDate, formatDeadline, formatDecimal, formatMinutes, formatMonth, formatRupiah, setTimeZone, weekdayOf } from './format';

describe('format', () => {
  beforeAll(() => messages());

  it('writes rupiah, decimals and dates the Indonesian way', () => {
    expect(formatRupiah(1234567)).toBe('Rp1.234.567');
    expect(formatRupiah(-42000)).toBe('−Rp42.000');
    expect(formatDecimal('1234.50')).toBe('1.234,50');
    expect(formatDecimal('-0.5')).toBe('-0,5');
    expect(formatDate('2026-11-22')).toBe('22 November 2026');
    expect(formatMonth('2026-10')).toBe('Oktober 2026');
    expect(formatMinutes(150)).toBe('2 jam 30 menit');
  });

  it('tells a deadline at midnight as the end of the day before, in the zone of the government', () => {
    setTimeZone('Asia/Makassar');
    expect(formatDeadline('2026-11-25T16:00:00.000Z')).toBe('25 November 2026 pukul 24.00');
    setTimeZone('Asia/Jakarta');
    expect(formatDeadline('2026-11-25T16:00:00.000Z')).toContain('23.00');
  });

  it('counts months over the year and weekdays from Monday', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')]).toEqual([7, 1]);
  });
});

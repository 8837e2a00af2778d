import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { joinNights, type Night } from './night-rows.js';

const NIGHT: Night = { start: '22:00', end: '06:00' };
const nights = (...dates: string[]) => (date: string) => (dates.includes(date) ? NIGHT : null);
const day = (date: string, checkIn: string | null, checkOut: string | null): { row: PresenceRow } => ({ row: { date: `2026-11-${date}`, status: 'present', checkIn, checkOut } });
const joined = (rows: { row: PresenceRow }[], ...dates: string[]) => joinNights(rows, nights(...dates)).map(({ row }) => [row.date.slice(8), row.checkIn, row.checkOut]);

describe('rows of night shifts (BK-7.1)', () => {
  it('a check-out under the next date goes to the day on which the shift began', () => {
    expect(joined([day('05', '21:50', null), day('06', null, '06:05')], '2026-11-05')).toEqual([['05', '21:50', '06:05']]);
  });

  it('two nights in a row: first and last time of the day are out of one and into the next', () => {
    const rows = [day('05', '21:50', null), day('06', '06:05', '21:55'), day('07', null, '06:10')];
    expect(joined(rows, '2026-11-05', '2026-11-06')).toEqual([['05', '21:50', '06:05'], ['06', '21:55', '06:10']]);
    expect(joined([day('05', '21:50', null), day('06', '06:05', null)], '2026-11-05', '2026-11-06')).toEqual([['05', '21:50', '06:05']]);
  });

  it('a row under the start of the shift stays as it is, and so does an ordinary day after it', () => {
    const whole = [day('05', '21:50', '06:05'), day('06', '21:55', '06:10')];
    expect(joined(whole, '2026-11-05', '2026-11-06')).toEqual([['05', '21:50', '06:05'], ['06', '21:55', '06:10']]);
    expect(joined([day('05', '21:50', null), day('06', '07:30', '16:00')], '2026-11-05')).toEqual([['05', '21:50', null], ['06', '07:30', '16:00']]);
  });

  it('an evening check-out belongs to the day itself; without the day before nothing moves', () => {
    expect(joined([day('05', '21:50', null), day('06', null, '16:00')], '2026-11-05')).toEqual([['05', '21:50', null], ['06', null, '16:00']]);
    expect(joined([day('06', null, '06:05')], '2026-11-05')).toEqual([['06', null, '06:05']]);
  });

  it('two rows of one day are left for the check to name', () => {
    const twice = [day('05', '21:50', null), day('06', null, '06:05'), day('06', null, '06:06')];
    expect(joined(twice, '2026-11-05')).toHaveLength(3);
  });
});

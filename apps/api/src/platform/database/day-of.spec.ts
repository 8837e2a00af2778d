import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, withinDays } from './day-of.js';

const SOURCES = new URL('../../', import.meta.url).pathname;
/** `issued_at::date`, `"sentAt"::date`, `at::date`: the day where the server of the database is. */
const SERVER_DAY = /(?:_at|\bat|At"?)::date\b/;

describe('the day of an instant', () => {
  it('KS-25.4 is asked for in the zone of the government, nowhere in that of the database', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('migrations'),
    );
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((name) => SERVER_DAY.test(readFileSync(join(SOURCES, name), 'utf8')))).toEqual([]);
    expect(SERVER_DAY.test('SELECT i.issued_at::date')).toBe(true);
  });

  it('KS-25.4 is written with the parameter of the zone', () => {
    expect(dayOf('i.issued_at', '$10')).toBe('(i.issued_at AT TIME ZONE $10)::date');
    expect(withinDays('at', '$3', '$4', '$7')).toBe(
      'at >= ($3::date)::timestamp AT TIME ZONE $7 AND at < ($4::date + 1)::timestamp AT TIME ZONE $7',
    );
  });
});

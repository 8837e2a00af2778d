import type { OwnDataRead } from '@ekinerja/contracts/personal-data';
import { setTimeZone } from '../../lib/format';
import { readDays } from './read-days';

const read = (id: number, actorName: string, at: string, more: Partial<OwnDataRead> = {}): OwnDataRead => ({
  id, at, actorName, roles: [], what: 'employee', subjectType: 'employment', export: false, reason: null, ...more,
});

it('X-PD-1 who read my data is told once a reader and day, in the government’s own days, with every reason and download', () => {
  setTimeZone('Asia/Makassar');
  const days = readDays([
    read(6, 'Fahriadi', '2026-11-23T17:30:00.000Z'),
    read(5, 'Fahriadi', '2026-11-23T01:06:00.000Z', { subjectType: 'slip', export: true, reason: 'Permintaan BPK' }),
    read(4, 'Husni', '2026-11-23T01:04:00.000Z'),
    read(3, 'Fahriadi', '2026-11-23T01:03:00.000Z', { reason: 'Permintaan BPK' }),
    read(2, 'Fahriadi', '2026-11-23T01:02:00.000Z'),
  ]);
  expect(days.map(({ actorName, day }) => [actorName, day])).toEqual([['Fahriadi', '2026-11-24'], ['Fahriadi', '2026-11-23'], ['Husni', '2026-11-23']]);
  expect(days[1]).toMatchObject({
    first: '2026-11-23T01:02:00.000Z', last: '2026-11-23T01:06:00.000Z', reasons: ['Permintaan BPK'],
    kinds: [{ subjectType: 'slip', export: true, times: 1 }, { subjectType: 'employment', export: false, times: 2 }],
  });
});

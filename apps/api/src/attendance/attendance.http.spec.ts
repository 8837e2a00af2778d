import type { PresenceDayView, PresenceImport, PresenceMonthStatus } from '@ekinerja/contracts/attendance';
import type { Problem } from '@ekinerja/contracts/errors';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const HEAD = 'NIP;Tanggal;Jam Masuk;Jam Pulang;Status';

describe('attendance imports (BK-7.1)', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const upload = (lines: string[], month = '2026-10', as = 'super') =>
    test.call<PresenceImport & Pick<Problem, 'code' | 'params'>>('POST', `/attendance/imports?month=${month}`, {
      as, file: { field: 'file', name: 'presensi.csv', mediaType: 'text/csv', content: Buffer.from([HEAD, ...lines].join('\r\n')) },
    });
  const apply = (id: string) => test.call<PresenceImport & Pick<Problem, 'code' | 'params'>>('POST', `/attendance/imports/${id}/apply`, { as: 'super' });
  const stored = async () => (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM presence_day`))!.n;
  const row = (who: 'siti' | 'budi' | 'kaban', rest: string) => `${gov.nips[who]};${rest}`;

  it('every bad cell of a spoiled file is named, and nothing is written', async () => {
    await gov.vacate('budi', '2026-12-31');
    await test.db.query(`UPDATE employment SET valid_to = '2026-10-20' WHERE id = $1`, [gov.people.budi]);
    const answer = await upload([
      row('siti', '01-10-2026;07:30;16:00;Hadir'),
      row('siti', '01/10/2026;07:31;16:00;Hadir'),
      '199903052015032999;02-10-2026;07:30;16:00;Hadir',
      '1,99003E+17;02-10-2026;07:30;16:00;Hadir',
      row('siti', '02-11-2026;07:30;16:00;Hadir'),
      row('siti', '32-10-2026;07:30;16:00;Hadir'),
      row('siti', '05-10-2026;16:00;07:30;Hadir'),
      row('siti', '06-10-2026;07:30;16:00;Piknik'),
      row('siti', '07-10-2026;7 pagi;16:00;Hadir'),
      row('budi', '21-10-2026;07:30;16:00;Hadir'),
      row('siti', '08-10-2026;;;'),
    ]);
    expect([answer.status, answer.body.status]).toEqual([201, 'invalid']);
    expect(answer.body.problems.map(({ row: at, column, value, reason }) => [at, column, value, reason])).toEqual([
      [3, 'Tanggal', '01/10/2026', 'duplicate-row'],
      [4, 'NIP', '199903052015032999', 'unknown-nip'],
      [5, 'NIP', '1,99003E+17', 'nip-as-number'],
      [6, 'Tanggal', '02-11-2026', 'date-outside-month'],
      [7, 'Tanggal', '32-10-2026', 'date-malformed'],
      [8, 'Jam Pulang', '07:30', 'check-out-before-check-in'],
      [9, 'Status', 'Piknik', 'unknown-status'],
      [10, 'Jam Masuk', '7 pagi', 'time-malformed'],
      [11, 'Tanggal', '21-10-2026', 'not-employed-that-day'],
      [12, 'Status', '', 'status-missing'],
    ]);
    const refused = await apply(answer.body.id);
    expect([refused.status, refused.body.code]).toEqual([422, 'import-has-errors']);
    expect(await stored()).toBe(0);
    const future = await upload([row('siti', '30-11-2026;07:30;16:00;Hadir')], '2026-11');
    expect(future.body.problems[0]?.reason).toBe('date-in-future');
    await test.db.query(`UPDATE employment SET valid_to = NULL WHERE id = $1`, [gov.people.budi]);
  });

  it('a file without the headings is said to be one; nonsense is unreadable; a form without a file is malformed', async () => {
    const send = (content: Buffer, field = 'file') =>
      test.call<PresenceImport & Pick<Problem, 'code' | 'params'>>('POST', '/attendance/imports?month=2026-10', { as: 'super', file: { field, name: 'x.xlsx', mediaType: 'a/b', content } });
    expect((await send(Buffer.from('a;b\n1;2\n'))).body.problems[0]?.reason).toBe('columns-missing');
    expect((await send(Buffer.from([0x50, 0x4b, 0x03, 0x04, 9, 9]))).body.code).toBe('file-unreadable');
    expect((await send(Buffer.from('a'), 'other')).body.code).toBe('malformed-request');
    expect((await send(Buffer.alloc(21 * 1024 * 1024, 'a'))).body.code).toBe('file-too-large');
    expect((await upload([], '2026-10', 'umpeg')).status).toBe(403);
    expect((await test.call('POST', '/attendance/imports?month=2026-13', { as: 'super' })).status).toBe(400);
  });

  it('BK-7.1: preview, apply, again: nothing is counted twice', async () => {
    const lines = [row('siti', '01-10-2026;07:30;16:00;Hadir'), row('siti', '02-10-2026;;;Sakit'), row('budi', '01-10-2026;07:45;16:00;Hadir')];
    const first = await upload(lines);
    expect(first.body).toMatchObject({ status: 'previewed', rows: 3, fresh: 3, changed: 0, unchanged: 0, employees: 2, missingCount: 13, uploadedBy: 'Arif Rahman' });
    expect(await stored()).toBe(0);
    const applied = await apply(first.body.id);
    expect(applied.body).toMatchObject({ status: 'applied', fresh: 3 });
    expect(await stored()).toBe(3);
    const twice = await apply(first.body.id);
    expect([twice.status, twice.body.code]).toEqual([409, 'import-already-applied']);
    const again = await upload(lines);
    expect(again.body).toMatchObject({ fresh: 0, changed: 0, unchanged: 3 });
    expect((await apply(again.body.id)).body.status).toBe('applied');
    expect(await stored()).toBe(3);
  });

  it('shows what will change, old beside new; a newer preview supersedes an older one', async () => {
    const older = await upload([row('siti', '01-10-2026;09:00;16:00;Hadir')]);
    const newer = await upload([row('siti', '01-10-2026;08:15;16:00;Hadir'), row('kaban', '01-10-2026;07:30;16:00;Hadir')]);
    expect(newer.body).toMatchObject({ fresh: 1, changed: 1, unchanged: 0 });
    expect(newer.body.changes).toEqual([
      { nip: gov.nips.siti, name: 'Siti Aminah', date: '2026-10-01', before: 'present 07:30 – 16:00', after: 'present 08:15 – 16:00' },
    ]);
    expect((await apply(older.body.id)).body.code).toBe('import-superseded');
    expect((await apply(newer.body.id)).body.status).toBe('applied');
    const list = await test.call<PresenceImport[]>('GET', '/attendance/imports?month=2026-10', { as: 'super' });
    expect(list.body[0]).toMatchObject({ id: newer.body.id, status: 'applied' });
    const mine = await test.call<PresenceDayView[]>('GET', '/attendance/mine?month=2026-10', { as: 'siti' });
    expect(mine.body[0]).toMatchObject({ date: '2026-10-01', status: 'present', checkIn: '08:15', duty: true });
    expect(mine.body.find((day) => day.date === '2026-10-03')?.status).toBe('off');
  });

  it('another system sends rows through the same check', async () => {
    const push = (rows: object[]) => test.call<PresenceImport & Pick<Problem, 'code' | 'params'>>('POST', '/attendance/rows', { as: 'super', body: { month: '2026-10', rows } });
    const good = { nip: gov.nips.siti, date: '2026-10-06', checkIn: '07:30', checkOut: null, status: 'present' };
    const answer = await push([good]);
    expect(answer.body).toMatchObject({ status: 'previewed', fresh: 1, rows: 1 });
    expect((await apply(answer.body.id)).body.status).toBe('applied');
    expect((await push([{ ...good, nip: '199903052015032999' }])).body.problems[0]).toMatchObject({ row: 1, reason: 'unknown-nip' });
    expect((await push([{ ...good, status: 'hadir' }])).status).toBe(400);
  });

  it('X-TPP-3: a closed month takes no change, neither in a new file nor in one previewed before', async () => {
    const before = await upload([row('siti', '07-10-2026;07:30;16:00;Hadir')]);
    await test.db.query(`INSERT INTO closed_month VALUES ($1, '2026-10', now())`, [gov.units.dinkes]);
    const late = await apply(before.body.id);
    expect([late.status, late.body.code]).toEqual([409, 'month-closed']);
    const after = await upload([row('siti', '07-10-2026;07:30;16:00;Hadir')]);
    expect(after.body.problems[0]).toMatchObject({ reason: 'month-closed', row: 2 });
    // The whole regency's file, closed SKPDs as they stand, another SKPD with news.
    const whole = await upload([row('siti', '01-10-2026;08:15;16:00;Hadir'), row('kaban', '02-10-2026;07:30;16:00;Hadir')]);
    expect(whole.body).toMatchObject({ status: 'previewed', fresh: 1, unchanged: 1 });
    expect((await apply(whole.body.id)).body.status).toBe('applied');
  });

  it('BK-7.1: months that have not been synchronised are shown', async () => {
    const { body } = await test.call<PresenceMonthStatus[]>('GET', '/attendance/months', { as: 'super' });
    expect(body.map(({ month }) => month)).toEqual(['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06']);
    expect(body[0]).toMatchObject({ synchronisedAt: null, employees: 15, withRows: 0 });
    expect(body[1]).toMatchObject({ withRows: 3 });
    expect(body[1]?.synchronisedAt).not.toBeNull();
    const own = await test.call<PresenceMonthStatus[]>('GET', '/attendance/months', { as: 'umpeg' });
    expect(own.body[1]).toMatchObject({ employees: 10, withRows: 2 });
  });
});

/** The month as it comes from the region's own presence system: by its own words, pulled from its address, with what looks wrong. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PresenceImport, PresenceWords } from '@ekinerja/contracts/attendance';
import type { Problem } from '@ekinerja/contracts/errors';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { PresencePullService } from './presence-pull.service.js';

const MONTH = '2026-10';
const DAYS = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '19'];

describe('presence from the region’s own system', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let system: Server;
  let answer: { status: number; body: string } = { status: 500, body: '' };
  const asked: { path: string; authorization: string | undefined }[] = [];

  beforeAll(async () => {
    test = await testApp({ clock: '2026-11-01T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    system = createServer((request, response) => {
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await test?.close();
    await new Promise((resolve) => system.close(resolve));
  });
  const rows = (who: 'siti' | 'budi', masuk: string, pulang: string) => DAYS.map((day) => ({ NIPPegawai: gov.nips[who], TglKerja: `${MONTH}-${day}`, FingerMasuk: masuk, FingerPulang: pulang, Ket: 'Dinas Kantor' }));
  const pull = (as = 'super') => test.call<PresenceImport & Pick<Problem, 'code' | 'params'>>('POST', '/attendance/pull', { as, body: { month: MONTH } });

  it('BK-7.1 the words of the presence system are saved once and understood from then on', async () => {
    const words = { columns: { nip: ['NIPPegawai'], date: ['TglKerja'], checkIn: ['FingerMasuk'], checkOut: ['FingerPulang'], status: ['Ket'] }, statuses: { present: ['Dinas Kantor'] } };
    const csv = Buffer.from(`NIPPegawai;TglKerja;FingerMasuk;FingerPulang;Ket\n${gov.nips.siti};05-10-2026;07:31;16:00;Dinas Kantor\n`);
    const upload = () => test.call<PresenceImport>('POST', `/attendance/imports?month=${MONTH}`, { as: 'super', file: { field: 'file', name: 'mesin.csv', mediaType: 'text/csv', content: csv } });
    expect((await upload()).body).toMatchObject({ status: 'invalid', problems: [{ reason: 'columns-missing' }] });
    expect((await test.call('PUT', '/attendance/words', { as: 'umpeg', body: words })).status).toBe(403);
    expect((await test.call<PresenceWords>('PUT', '/attendance/words', { as: 'super', body: words })).body).toMatchObject({ version: 1, ...words });
    expect((await test.call('PUT', '/attendance/words', { as: 'super2', body: words })).status).toBe(428);
    expect((await test.call('PUT', '/attendance/words', { as: 'super2', ifMatch: 1, body: { columns: { nama: ['x'] }, statuses: {} } })).status).toBe(400);
    expect((await upload()).body).toMatchObject({ status: 'previewed', fresh: 1, source: 'file' });
  });

  it('BK-7.1 a month is pulled from the configured address; who is not ours is named, what looks wrong is shown, nothing counts yet', async () => {
    expect((await pull()).body).toMatchObject({ code: 'not-connected', params: { source: 'presence' } });
    (test.app.get(CONFIG) as Config).presence = { url: `http://127.0.0.1:${(system.address() as AddressInfo).port}/harian?bulan={month}`, token: 'rahasia' };
    expect((await pull()).body).toMatchObject({ code: 'unavailable', params: { configured: true } });
    answer = { status: 200, body: JSON.stringify({ data: [...rows('siti', '07:31', '16:02'), ...rows('budi', '06:00', '22:30'), { ...rows('siti', '07:30', '16:00')[0]!, NIPPegawai: '111111111111111111' }] }) };
    expect((await pull('umpeg')).status).toBe(403);
    const { body } = await pull();
    expect(asked.at(-1)).toEqual({ path: `/harian?bulan=${MONTH}`, authorization: 'Bearer rahasia' });
    expect(body).toMatchObject({ status: 'previewed', source: 'pull', fresh: 22, problemCount: 0, unknown: ['111111111111111111'] });
    expect(new Set(body.suspicious.map(({ name, reason }) => `${name}: ${reason}`))).toEqual(new Set(['Siti Aminah: same-times', 'Budi Santoso: very-long-day']));
    expect((await test.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM presence_day`))!.n).toBe(0);
    // Kept as received, byte by byte.
    const kept = await test.db.one<{ bytes: number }>(`SELECT f.bytes FROM presence_import i JOIN stored_file f ON f.id = i.file_id WHERE i.id = $1`, [body.id]);
    expect(kept!.bytes).toBe(Buffer.byteLength(answer.body));
    expect((await test.call<PresenceImport>('POST', `/attendance/imports/${body.id}/apply`, { as: 'super' })).body).toMatchObject({ status: 'applied', fresh: 22 });
    expect((await pull()).body).toMatchObject({ fresh: 0, changed: 0, unchanged: 22 });
  });

  it('BK-7.1 on its own the first working day asks for the month before, once', async () => {
    await test.db.query(`DELETE FROM presence_import_row`);
    await test.db.query(`DELETE FROM presence_day`);
    await test.db.query(`DELETE FROM presence_import`);
    const timetable = test.app.get(PresencePullService);
    const before = asked.length;
    // 1 November 2026 is a Sunday: the first working day is the 2nd.
    await timetable.onTimetable();
    await test.deliver();
    expect(asked.length).toBe(before);
    test.setClock('2026-11-02T08:00:00+08:00');
    await timetable.onTimetable();
    await test.deliver();
    expect(asked.length).toBe(before + 1);
    test.setClock('2026-11-02T10:00:00+08:00');
    await timetable.onTimetable();
    await test.deliver();
    expect(asked.length).toBe(before + 1);
    const [own] = (await test.call<PresenceImport[]>('GET', `/attendance/imports?month=${MONTH}`, { as: 'super' })).body;
    expect(own).toMatchObject({ source: 'pull', uploadedBy: 'Sistem', status: 'previewed', fresh: 22 });
  });
});

import { randomUUID } from 'node:crypto';
import type { Activity, Favourite } from '@ekinerja/contracts/activities';
import type { SheetRows } from '@ekinerja/contracts/sent-activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;
let id: Uuid;

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60, 1)]);
const PDF = Buffer.from('%PDF-1.7\n%contoh\n');
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]);

const put = (as: PersonName, evidence: Uuid, content: Buffer, name = 'foto.jpg', activity = id) =>
  test.call<OrProblem<Activity>>('PUT', `/activities/${activity}/evidence/${evidence}`, { as, file: { field: 'file', name, mediaType: 'application/octet-stream', content } });

describe('evidence, favourites and the sheet', () => {
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
    id = randomUUID();
    await test.call('PUT', `/activities/${id}`, { as: 'siti', body: entry(result) });
  });

  it('X-IN-2 several photos and PDFs; the same upload twice or at once is one file', async () => {
    const photo = randomUUID();
    const twins = await Promise.all([put('siti', photo, JPEG), put('siti', photo, JPEG)]);
    expect(twins.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await put('siti', randomUUID(), PDF, 'surat tugas.pdf');
    expect(body.evidence.map(({ name, mediaType }) => [name, mediaType])).toEqual([['foto.jpg', 'image/jpeg'], ['surat tugas.pdf', 'application/pdf']]);
    const read = await test.call('GET', `/activities/${id}/evidence/${photo}`, { as: 'kasi' });
    expect([read.status, read.headers['content-type'], read.raw.equals(JPEG)]).toEqual([200, 'image/jpeg', true]);
    expect((await test.call('GET', `/activities/${id}/evidence/${photo}`, { as: 'kasubBk' })).status).toBe(404);
    const history = await test.call<{ action: string }[]>('GET', `/activities/${id}/history`, { as: 'siti' });
    expect(history.body.map(({ action }) => action)).toEqual(['submitted', 'evidence-added', 'evidence-added']);
  });

  it('refuses what no browser shows, saying what helps, and what is not the owner’s', async () => {
    expect((await put('siti', randomUUID(), HEIC, 'IMG_1.HEIC')).body.rule).toMatchObject({ code: 'evidence.heic' });
    expect((await put('siti', randomUUID(), Buffer.from('<html><script>alert(1)</script></html>'), 'foto.jpg')).body.rule).toMatchObject({ code: 'evidence.kind' });
    expect((await put('siti', randomUUID(), Buffer.alloc(5 * 1024 * 1024 + 1, 1))).status).toBe(413);
    expect((await put('kasi', randomUUID(), JPEG)).status).toBe(403);
    expect((await put('kasubBk', randomUUID(), JPEG)).status).toBe(404);
    for (let at = 0; at < 8; at += 1) expect((await put('siti', randomUUID(), JPEG)).status).toBe(200);
    expect((await put('siti', randomUUID(), JPEG)).body.rule).toMatchObject({ code: 'evidence.too-many' });
  });

  it('stays as the superior saw it once decided, and can be taken off before', async () => {
    const photo = randomUUID();
    await put('siti', photo, JPEG);
    const gone = await test.call<Activity>('DELETE', `/activities/${id}/evidence/${photo}`, { as: 'siti' });
    expect(gone.body.evidence).toEqual([]);
    // Two changes of its proof since it was handed in: who saw it before decides on something else.
    const stale = await test.call('POST', `/activities/${id}/accept`, { as: 'kasi', ifMatch: 1 });
    expect([stale.status, gone.body.version]).toEqual([412, 3]);
    expect((await test.call('POST', `/activities/${id}/accept`, { as: 'kasi', ifMatch: 3 })).status).toBe(200);
    expect((await put('siti', randomUUID(), JPEG)).body.code).toBe('state-refused');
  });

  it('X-AP-1 an entry whose proof was swapped is not accepted as seen, alone or in a sweep; a repeated upload changes nothing', async () => {
    const photo = randomUUID();
    const first = await put('siti', photo, JPEG);
    expect((await put('siti', photo, JPEG)).body.version).toBe(first.body.version);
    const swapped = await put('siti', randomUUID(), PDF, 'lain.pdf');
    const sweep = (version: number) => test.call('POST', '/activities/accept', { as: 'kasi', body: { entries: [{ id, version }] } });
    expect((await sweep(first.body.version)).body).toEqual({ accepted: [], skipped: [{ id, code: 'stale-version' }] });
    expect((await sweep(swapped.body.version)).body).toEqual({ accepted: [id], skipped: [] });
  });

  it('KS-23.7 what the superior has opened stays opened when a photo is added', async () => {
    await test.call('POST', '/activities/seen', { as: 'kasi', body: { ids: [id] } });
    await put('siti', randomUUID(), JPEG);
    expect(await test.db.one(`SELECT seen_at IS NOT NULL AS seen FROM activity WHERE id = $1`, [id])).toEqual({ seen: true });
  });

  it('X-IN-3 keeps favourites of their owner', async () => {
    const favourite = randomUUID();
    const content = { description: 'Menyusun laporan harian posyandu', outputQuantity: '1', outputUnit: 'laporan', skpResultId: result, task: 'main', minutes: 90 };
    expect((await test.call('PUT', `/activities/favourites/${favourite}`, { as: 'siti', body: content })).status).toBe(200);
    expect((await test.call('PUT', `/activities/favourites/${favourite}`, { as: 'siti', body: { ...content, minutes: 60 } })).status).toBe(200);
    expect((await test.call('PUT', `/activities/favourites/${favourite}`, { as: 'budi', body: content })).status).toBe(404);
    expect((await test.call<Favourite[]>('GET', '/activities/favourites', { as: 'siti' })).body).toEqual([{ id: favourite, ...content, minutes: 60 }]);
    expect((await test.call<Favourite[]>('GET', '/activities/favourites', { as: 'budi' })).body).toEqual([]);
    expect((await test.call('DELETE', `/activities/favourites/${favourite}`, { as: 'budi' })).status).toBe(404);
    expect((await test.call('DELETE', `/activities/favourites/${favourite}`, { as: 'siti' })).status).toBe(204);
  });

  it('X-IN-3 reads a sheet of Excel as rows of text, the product’s own template among them', async () => {
    const template = await test.call('GET', '/activities/template.xlsx', { as: 'siti' });
    const read = await test.call<SheetRows>('POST', '/activities/sheet', { as: 'siti', file: { field: 'file', name: 'kegiatan.xlsx', mediaType: 'x', content: template.raw } });
    expect(read.body.rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(read.body.rows[1]!.cells.slice(0, 3)).toEqual(['20-11-2026', '07:30', '09:00']);
    const broken = await test.call('POST', '/activities/sheet', { as: 'siti', file: { field: 'file', name: 'kegiatan.xlsx', mediaType: 'x', content: PDF } });
    expect(broken).toMatchObject({ status: 422, body: { code: 'file-unreadable' } });
  });
});

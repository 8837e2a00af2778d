import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { CatalogueImportAnswer, CatalogueItem, CatalogueVersion, FreeEntry, OwnCatalogue, SaveCatalogueItemRequest } from '@ekinerja/contracts/catalogue';
import ExcelJS from 'exceljs';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;

const item = (change: Partial<SaveCatalogueItemRequest> = {}): SaveCatalogueItemRequest => ({
  skpdId: gov.units.dinkes, code: 'PK-01', title: 'Penyuluhan gizi di posyandu', outputUnit: 'kegiatan', normMinutes: 90, posts: [], active: true, ...change,
});
const save = (body: SaveCatalogueItemRequest, { as = 'umpeg' as PersonName, id = randomUUID() as Uuid, ifMatch = null as number | null } = {}) =>
  test.call<OrProblem<CatalogueItem>>('PUT', `/catalogue/${id}`, { as, body, ifMatch });
const list = async (as: PersonName = 'umpeg', skpdId = gov.units.dinkes) => (await test.call<Page<CatalogueItem>>('GET', `/catalogue?skpdId=${skpdId}`, { as })).body.items;
const own = async (as: PersonName) => (await test.call<OwnCatalogue>('GET', '/catalogue/own', { as })).body;
const write = (as: PersonName, change = {}) => test.call<OrProblem<Activity>>('PUT', `/activities/${randomUUID()}`, { as, body: entry(result, change) });
const send = (kind: 'check' | 'import', content: Buffer, as: PersonName = 'umpeg') =>
  test.call<CatalogueImportAnswer>('POST', `/catalogue/${kind}?skpdId=${gov.units.dinkes}`, { as, file: { field: 'file', name: 'katalog.xlsx', mediaType: 'application/octet-stream', content } });
async function sheetOf(content: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

beforeAll(async () => {
  test = await testApp({ daerah: 'kuantan-singingi' });
  gov = await tinyGovernment(test);
  result = await givenSkp(test, gov, 'siti');
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.query(`TRUNCATE activity_event, activity, catalogue_item_version, catalogue_item, catalogue_dismissed CASCADE`);
});

describe('the catalogue of a unit', () => {
  it('KS-16.a is kept by the unit admin with code, unit of output, minutes and posts; each version stays', async () => {
    const made = await save(item());
    expect(made).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { code: 'PK-01', normMinutes: 90, version: 1, changedBy: 'Mariani' } });
    const { id } = made.body;
    expect((await save(item({ normMinutes: 120 }), { id })).status).toBe(428);
    expect((await save(item({ normMinutes: 120 }), { id, ifMatch: 1 })).body).toMatchObject({ version: 2, normMinutes: 120 });
    expect((await save(item({ title: 'Tertinggal dari perubahan lain' }), { id, ifMatch: 1 })).status).toBe(412);
    expect((await save(item({ code: 'pk-01', title: 'Kode yang sama' }))).body.code).toBe('duplicate');
    const versions = await test.call<CatalogueVersion[]>('GET', `/catalogue/${id}/versions`, { as: 'kadis' });
    expect(versions.body.map(({ version, normMinutes, by }) => [version, normMinutes, by])).toEqual([[2, 120, 'Mariani'], [1, 90, 'Mariani']]);
  });

  it('KS-16.a only the admin of that unit keeps it, its head reads it, nobody else learns of it', async () => {
    const { id } = (await save(item())).body;
    expect((await save(item(), { as: 'kasi', id, ifMatch: 1 })).status).toBe(403);
    expect((await save(item({ skpdId: gov.units.bkpsdm }))).status).toBe(404);
    expect((await list('kadis')).map(({ code }) => code)).toEqual(['PK-01']);
    expect((await test.call('GET', `/catalogue?skpdId=${gov.units.dinkes}`, { as: 'kaban' })).status).toBe(404);
    expect((await test.call('GET', `/catalogue?skpdId=${gov.units.dinkes}`, { as: 'siti' })).status).toBe(403);
  });

  it('KS-16.a offers people of the named posts their items, most used first; entries name them and their use is measured', async () => {
    const { id: everybody } = (await save(item())).body;
    const { id: own1 } = (await save(item({ code: 'PK-02', title: 'Menyusun laporan promosi', outputUnit: 'laporan', normMinutes: 60, posts: ['Pengelola Promosi Kesehatan'] }))).body;
    const { id: nurses } = (await save(item({ code: 'PK-03', title: 'Merawat pasien rawat inap', posts: ['Perawat Terampil'] }))).body;
    const { id: retired } = (await save(item({ code: 'PK-04', title: 'Tidak dipakai lagi', active: false }))).body;
    // What the form does not offer is not taken either.
    for (const catalogueItemId of [nurses, retired]) expect((await write('siti', { catalogueItemId })).body.rule?.code).toBe('entry.catalogue');
    expect((await own('siti')).items.map(({ code }) => code)).toEqual(['PK-01', 'PK-02']);
    expect((await own('rina')).items.map(({ code }) => code)).toEqual(['PK-01', 'PK-03']);
    expect((await write('siti', { catalogueItemId: own1, outputQuantity: '2' })).body).toMatchObject({ status: 'submitted', catalogueItemId: own1 });
    expect((await own('siti')).items.map(({ code, used }) => [code, used])).toEqual([['PK-02', 1], ['PK-01', 0]]);
    expect((await list()).filter(({ used }) => used > 0)).toMatchObject([{ id: own1, used: 1, measuredMinutes: 60 }]);
    expect(everybody).not.toBe(own1);
  });

  it('KS-16.a an entry cannot name another unit’s item', async () => {
    const { id } = (await save(item())).body;
    await test.db.query(`UPDATE catalogue_item SET skpd_id = $2 WHERE id = $1`, [id, gov.units.bkpsdm]);
    expect(await write('siti', { catalogueItemId: id })).toMatchObject({ status: 422, body: { rule: { code: 'entry.catalogue' } } });
    expect((await write('siti', { catalogueItemId: randomUUID() })).status).toBe(422);
  });

  it('KS-16.a gathers entries outside the catalogue as candidates; what is made or dismissed leaves the queue', async () => {
    await write('siti', { description: 'Rapat koordinasi 12 November', date: '2026-11-12' });
    await write('siti', { description: 'rapat  koordinasi 19 november', date: '2026-11-19' });
    await write('siti', { description: 'Menjaga stan pameran daerah', date: '2026-11-18' });
    const queue = async () => (await test.call<FreeEntry[]>('GET', `/catalogue/free-entries?skpdId=${gov.units.dinkes}`, { as: 'umpeg' })).body;
    const [first, second] = await queue();
    expect(first).toMatchObject({ entries: 2, people: 1, measuredMinutes: 120, outputUnit: 'dokumen' });
    const gone = await test.call('POST', '/catalogue/free-entries/dismiss', { as: 'umpeg', body: { skpdId: gov.units.dinkes, key: second!.key } });
    expect(gone.status).toBe(204);
    expect((await queue()).map(({ key }) => key)).toEqual([first!.key]);
  });

  it('KS-16.a X-IN-1 goes out to Excel and comes in again, whole or not at all, with every bad cell named', async () => {
    await save(item({ posts: ['Perawat Terampil'] }));
    const out = await test.call('GET', `/catalogue/export.xlsx?skpdId=${gov.units.dinkes}`, { as: 'umpeg' });
    expect((await send('import', out.raw)).body).toMatchObject({ rows: 1, same: 1, added: 0, changed: 0, problems: [] });
    const sheet = await sheetOf(out.raw);
    sheet.getCell('D2').value = 100;
    sheet.addRow(['PK-02', 'Menyusun laporan promosi', 'laporan', 60, '', 'ya']);
    const good = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
    sheet.addRow(['PK-02', 'x', '', 'lama', '', 'mungkin']);
    const bad = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
    const refused = (await send('import', bad)).body;
    expect(refused.problems.map(({ row, column, rule }) => [row, column.split(' ')[0], rule])).toEqual([
      [4, 'Kegiatan', 'text-too-short'], [4, 'Satuan', 'required'], [4, 'Menit', 'minutes'], [4, 'Dipakai', 'yes-no'], [4, 'Kode', 'code-twice'],
    ]);
    expect([refused.written, (await list()).length]).toEqual([false, 1]);
    expect((await send('check', good)).body).toMatchObject({ added: 1, changed: 1, written: false });
    expect((await send('import', good)).body).toMatchObject({ added: 1, changed: 1, written: true });
    expect((await list()).map(({ code, normMinutes, version }) => [code, normMinutes, version])).toEqual([['PK-01', 100, 2], ['PK-02', 60, 1]]);
    expect((await send('import', good, 'kasi')).status).toBe(403);
  });
});

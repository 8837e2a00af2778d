import ExcelJS from 'exceljs';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpImportAnswer } from '@ekinerja/contracts/skp-year';
import { SkpDesk } from '../testing/skp-writing.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
beforeAll(async () => {
  test = await testApp();
  gov = await tinyGovernment(test);
});
afterAll(() => test.close());
afterEach(() => clearWork(test));

const HEAD = ['NIP', 'Jenis tugas', 'Jenis hasil', 'Hasil kerja', 'Aspek', 'Indikator', 'Target', 'Satuan'];
async function workbook(rows: (string | number)[][], head = HEAD): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('SKP').addRows([head, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
async function load(content: Buffer, apply: boolean, as = 'umpeg', skpdId = gov.units.dinkes) {
  const file = { field: 'file', name: 'skp.xlsx', mediaType: 'application/octet-stream', content };
  return test.call<SkpImportAnswer>('POST', `/skp-imports?year=2026&skpdId=${skpdId}&apply=${apply}`, { as, file });
}
const row = (nip: string | number | null, change: string[] = []) => [
  nip ?? '', ...['utama', 'output', 'Laporan promosi kesehatan tersusun', 'kuantitas', 'Jumlah laporan', '12', 'laporan'].map((value, at) => change[at] ?? value),
];

describe('SKPs from Excel', () => {
  it('X-IN-1 names every bad cell and takes in nothing', async () => {
    const content = await workbook([
      row(gov.nips.siti), row(199003052015032, []), row(gov.nips.super), row(gov.nips.budi, ['pokok', 'output', '', 'mutu', '', '']),
    ]);
    const { body } = await load(content, true);
    expect(body).toMatchObject({ applied: false, rows: 4 });
    expect(body.problems.map((one) => [one.row, one.column, one.reason])).toEqual([
      [3, 'NIP', 'nip-as-number'], [5, 'Jenis tugas', 'task-unknown'], [5, 'Aspek', 'aspect-unknown'], [5, 'Hasil kerja', 'title-missing'],
      [5, 'Indikator', 'indicator-missing'], [5, 'Target', 'target-missing'], [4, 'NIP', 'not-of-this-unit'],
    ]);
    expect((await test.call<SkpItem[]>('GET', '/skp/mine', { as: 'siti' })).body).toEqual([]);
    const bare = await load(await workbook([], HEAD.slice(0, 7)), false);
    expect(bare.body.problems.map(({ reason }) => reason)).toEqual(['column-missing']);
    expect((await load(Buffer.from('kosong'), false)).status).toBe(422);
  });

  it('X-IN-1 takes in all of it as drafts, rows of one result together, and never over one that was handed in', async () => {
    const content = await workbook([row(gov.nips.siti), row(gov.nips.siti, ['utama', 'output', 'Laporan promosi kesehatan tersusun', 'waktu', 'Lama', '12', 'bulan']), row(gov.nips.budi)]);
    expect((await load(content, false)).body).toMatchObject({ applied: false, skps: 2, results: 2, problems: [] });
    expect((await load(content, true)).body).toMatchObject({ applied: true, skps: 2, results: 2 });
    const desk = new SkpDesk(test);
    const [item] = (await test.call<SkpItem[]>('GET', '/skp/mine', { as: 'siti' })).body;
    const skp = await desk.get('siti', item!.id);
    expect(skp).toMatchObject({ status: 'draft', results: [{ indicators: [{ aspect: 'quantity' }, { aspect: 'time' }] }] });
    expect((await load(content, true)).body.applied).toBe(true);
    const again = await desk.get('siti', skp.id);
    const saved = await desk.save('siti', again, again.results.map(({ superiorResultTitle: _, objectiveTitle: __, attainment: ___, ...result }) => result), { ...again.plan, resources: [{ kind: 'people', need: 'Rekan' }] });
    await desk.good('siti', saved.body, 'submit');
    expect((await load(content, true)).body.problems).toEqual([expect.objectContaining({ row: 2, reason: 'skp-not-open' })]);
  });

  it('is the unit’s admin’s own, and has a template', async () => {
    const content = await workbook([row(gov.nips.siti)]);
    expect((await load(content, true, 'siti')).status).toBe(403);
    expect((await load(content, true, 'umpeg', gov.units.bkpsdm)).status).toBe(404);
    const template = await test.call('GET', '/skp-imports/template.xlsx', { as: 'umpeg' });
    const answer = await load(template.raw, false);
    expect(answer.body.problems.map(({ reason }) => reason)).not.toContain('column-missing');
    expect(answer.body.rows).toBe(2);
  });
});

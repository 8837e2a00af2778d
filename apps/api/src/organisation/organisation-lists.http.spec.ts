import ExcelJS from 'exceljs';
import type { AssignmentItem } from '@ekinerja/contracts/assignments';
import type { Page } from '@ekinerja/contracts/basics';
import type { PostItem } from '@ekinerja/contracts/units-and-posts';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

describe('lists of the organisation over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
    await tiny.assign('budi', 'kasi', 'plt', '2026-09-01', '2026-09-30');
  });
  afterAll(() => test?.close());

  const list = async (query: string, as = 'super') => (await test.call<Page<AssignmentItem>>('GET', `/assignments?${query}`, { as })).body.items;
  const workbook = async (path: string, as = 'super') => {
    const { status, raw } = await test.call('GET', path, { as });
    expect(status).toBe(200);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(raw as unknown as ExcelJS.Buffer);
    const cells: unknown[][] = [];
    read.worksheets[0]!.eachRow((row) => cells.push((row.values as unknown[]).slice(1)));
    return { names: read.worksheets.map(({ name }) => name), cells };
  };

  it('finds assignments of a day by part of a name, NIP or post, and by capacity, within the reach of the reader', async () => {
    expect((await list('q=santo&date=2026-09-15')).map(({ kind, postName }) => [kind, postName]).toSorted()).toEqual([
      ['definitive', 'Pengelola Promosi Kesehatan'],
      ['plt', 'Kepala Seksi Promosi Kesehatan'],
    ]);
    expect(await list('q=santo&kind=plt&date=2026-10-01')).toEqual([]);
    expect((await list('q=19910717')).map(({ personName, class: grade }) => [personName, grade])).toEqual([['Budi Santoso', '6']]);
    expect((await list('q=perawat')).map(({ personName }) => personName)).toEqual(['Dewi Sartika', 'Rina Wati']);
    expect((await list('q=analis', 'umpeg')).length).toBe(0);
    expect((await test.call('GET', '/assignments', { as: 'siti' })).status).toBe(403);
    const first = (await test.call<Page<AssignmentItem>>('GET', '/assignments?limit=3', { as: 'super' })).body;
    const second = (await test.call<Page<AssignmentItem>>('GET', `/assignments?limit=3&cursor=${first.nextCursor}`, { as: 'super' })).body;
    expect(first.items.map(({ personName }) => personName)).toEqual([...first.items.map(({ personName }) => personName)].sort());
    expect(second.items[0]!.id).not.toBe(first.items[2]!.id);
  });

  it('shows posts that still lack a class', async () => {
    const { body } = await test.call<Page<PostItem>>('GET', '/posts?withoutClass=true', { as: 'super' });
    expect(body.items.map(({ name }) => name)).toEqual(['Bupati']);
  });

  it('gives every list as a workbook with the NIP as text, and notes the export', async () => {
    const people = await workbook('/employees/list.xlsx?q=siti');
    expect(people.cells.at(-1)).toEqual([1, 'Siti Aminah', '199003052015032004', 'PNS', undefined, 'Pengelola Promosi Kesehatan', '6', 'Bidang Kesehatan Masyarakat', 'Dinas Kesehatan']);
    const assignments = await workbook('/assignments/list.xlsx?q=santo&kind=plt&date=2026-09-15');
    expect(assignments.cells.at(-1)).toEqual(expect.arrayContaining(['Budi Santoso', 'Plt', '2026-09-01', '2026-09-30', '800/1/2026', 'belum']));
    const units = await workbook('/units/list.xlsx', 'umpeg');
    expect(units.cells.slice(1).map((row) => row[1])).toEqual(['Kode', '01', '01.01', '01.02']);
    expect((await workbook('/evaluator-acts/list.xlsx')).names).toEqual(['Pendelegasian', 'Penetapan khusus', 'PPK dan PyB']);
    const exported = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE action LIKE '%.exported' ORDER BY action`);
    expect(exported.map(({ action }) => action)).toEqual(['assignments.exported', 'employees.exported', 'evaluator-acts.exported', 'units.exported']);
    expect((await test.call('GET', '/employees/list.xlsx', { as: 'siti' })).status).toBe(403);
  });

  it('keeps the letter of a delegation and gives it to those who may see it', async () => {
    const file = { field: 'file', name: 'sk.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 keputusan') };
    const { fileId } = (await test.call<{ fileId: string }>('POST', '/decrees', { as: 'super', file })).body;
    const decree = { number: '188.45/9/2026', date: '2026-09-28', fileId };
    const body = { delegateEmploymentId: tiny.people.kasi, postId: tiny.posts.perawat, unitId: null, validFrom: '2026-10-01', validTo: null, reason: 'Keputusan PPK', decree };
    const { id } = (await test.call<{ id: string }>('POST', '/evaluator-delegations', { as: 'super', body })).body;
    expect((await test.call('GET', `/evaluator-acts/${id}/decree`, { as: 'umpeg' })).raw.toString()).toBe('%PDF-1.7 keputusan');
    expect((await test.call('GET', `/evaluator-acts/${tiny.people.siti}/decree`, { as: 'super' })).status).toBe(404);
  });
});

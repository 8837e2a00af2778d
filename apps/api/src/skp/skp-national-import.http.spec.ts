/** SKPs from the national application's table: of all SKPDs, as they were determined, linked to the superior's by its words. */
import ExcelJS from 'exceljs';
import type { EvaluationImportAnswer } from '@ekinerja/contracts/evaluation-imports';
import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { NationalHeadings, NationalSkpAnswer } from '@ekinerja/contracts/national-files';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEAD = [
  'NO', 'NIP', 'id', 'periode_awal', 'skp_status', 'is_plt_plh', 'JENIS', 'RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI', 'RENCANA HASIL KERJA', 'ASPEK', 'INDIKATOR KINERJA INDIVIDU', 'TARGET',
];
const ABOVE = 'Meningkatnya perilaku hidup bersih';
const SITI = 'A8ACA7397AEB3912E040640A040269BB';
type Row = (string | number | null)[];

let test: TestApp;
let gov: TinyGovernment;
beforeAll(async () => {
  test = await testApp({ clock: '2026-10-19T09:00:00+08:00' });
  gov = await tinyGovernment(test);
  const source = Buffer.from(JSON.stringify([{ id: SITI, nipBaru: gov.nips.siti, nama: 'Siti Aminah' }]));
  await test.call('POST', '/staffing-records/imports', { as: 'super', file: { field: 'file', name: 'pns.json', mediaType: 'application/json', content: source } });
  await test.deliver();
}, 180_000);
afterAll(() => test?.close());

/** As the application writes it: title lines, the headings, then the rows. */
async function file(rows: Row[], head: Row = HEAD, titles: string[] = ['Laporan SKP Tahun 2026', 'Instansi Pemerintah Kab. Uji', 'Unor Induk : Dinas Kesehatan', 'Data ditarik pada : 01-10-2026']): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Worksheet');
  for (const title of titles) sheet.addRow([title]);
  sheet.addRow([]);
  sheet.addRow(head);
  sheet.addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const send = <T>(path: string, content: Buffer, as = 'super') => test.call<OrProblem<T>>('POST', path, { as, file: { field: 'file', name: 'skp-nasional.xlsx', mediaType: XLSX, content } });
const load = async (content: Buffer, query = '') => (await send<NationalSkpAnswer>(`/skp-imports/national?year=2026&${query}`, content)).body;
const found = ({ problems }: { problems: { row: number; column: string; reason: string }[] }) => problems.map(({ row, column, reason }) => `${row} ${column} ${reason}`).sort();
const own = async (name: PersonName) => {
  const [item] = (await test.call<SkpItem[]>('GET', '/skp/mine', { as: name })).body;
  return item ? (await test.call<SkpDetail>('GET', `/skp/${item.id}`, { as: name })).body : null;
};

/** Siti's rows name her by the id alone, and join cells over two indicators; her superior's stand below hers. */
const good = (): Row[] => [
  [1, null, SITI, '2026-01-01', 'Persetujuan', 0, 'Utama', ABOVE, 'Laporan promosi kesehatan tersusun', 'Kuantitas', 'Jumlah laporan', '12 laporan'],
  [null, null, null, null, null, null, null, null, null, 'Waktu', 'Waktu penyelesaian', '12 bulan'],
  [2, null, SITI, '2026-01-01', 'Persetujuan', 0, 'Tambahan', null, 'Menjadi panitia hari kesehatan', 'Kualitas', 'Terlaksana', '100%'],
  [3, gov.nips.kasi, null, '2026-01-01', 'Persetujuan', 0, 'Utama', null, ABOVE, 'Kuantitas', 'Rumah tangga sehat', '80 %'],
  [4, gov.nips.kasi, null, '2026-01-01', 'Persetujuan', 1, 'Utama', null, 'Pekerjaan sebagai Plt', 'Kuantitas', 'Dokumen', '1 dokumen'],
  [5, gov.nips.budi, null, '2026-01-01', 'Pengajuan', 0, 'Utama', ABOVE, 'Data kesehatan terkumpul', 'Kuantitas', 'Jumlah data', '12'],
];

describe('SKP from the file of the national application', () => {
  it('X-IN-1 is checked whole: every bad cell is named with row and column, and nothing comes in', async () => {
    const rows = good();
    rows[0]![9] = 'Mutu';
    rows[1]![11] = null;
    rows[2]![6] = 'Lainnya';
    rows.push([6, '199999999999999999', null, '2026-01-01', 'Persetujuan', 0, 'Utama', null, 'Apa saja', 'Kuantitas', 'Jumlah', '1 buah']);
    rows.push([7, gov.nips.umpeg, null, '2025-01-01', 'Persetujuan', 0, 'Utama', null, 'Apa saja', 'Kuantitas', 'Jumlah', '1 buah']);
    expect(found(await load(await file(rows), 'apply=true&determinedOn=2026-01-20'))).toEqual([
      '13 NIP unknown-nip', '14 Periode awal other-year', '7 Aspek aspect-unknown', '8 Target target-missing', '9 Jenis task-unknown',
    ]);
    expect(found(await load(await file(good())))).toEqual(['10 Tanggal penetapan determined-missing', '7 Tanggal penetapan determined-missing']);
    expect(found(await load(await file(good()), 'determinedOn=2027-01-20'))).toEqual(['10 Tanggal penetapan date-in-future', '7 Tanggal penetapan date-in-future']);
    expect(await own('siti')).toBeNull();
    expect((await send('/skp-imports/national?year=2026', await file(good()), 'umpeg')).status).toBe(403);
  });

  it('X-IN-1 comes in as determined, found by the id of the national records, linked to the superior’s result; people not on record are passed over when wished', async () => {
    const stranger: Row = [9, '199999999999999999', null, '2026-01-01', 'Persetujuan', 0, 'Utama', null, 'Apa saja', 'Kuantitas', 'Jumlah', '1 buah'];
    const content = await file([...good(), stranger]);
    const wishes = 'determinedOn=2026-01-20&leaveUnknown=true';
    expect(await load(content, wishes)).toMatchObject({ applied: false, skps: 3, results: 4, left: { unknown: 1, acting: 1 }, problems: [] });
    expect(await load(content, `${wishes}&apply=true`)).toMatchObject({ applied: true, skps: 3 });
    const skp = (await own('siti'))!;
    expect(skp.status).toBe('determined');
    expect(skp.determinedAt?.slice(0, 10)).toBe('2026-01-20');
    expect(skp.results.map(({ task, title, superiorResultTitle, indicators }) => [task, title, superiorResultTitle, indicators.map(({ aspect, target, unit }) => `${aspect} ${target} ${unit}`)])).toEqual([
      ['main', 'Laporan promosi kesehatan tersusun', ABOVE, ['quantity 12 laporan', 'time 12 bulan']],
      ['additional', 'Menjadi panitia hari kesehatan', null, ['quality 100 %']],
    ]);
    // What was still waiting there is a draft here.
    expect(await own('budi')).toMatchObject({ status: 'draft', results: [{ superiorResultTitle: ABOVE }] });
    expect((await own('kasi'))!.results.map(({ title }) => title)).toEqual([ABOVE]);
    // The same file again changes nothing that is in force.
    expect(await load(content, `${wishes}&apply=true`)).toMatchObject({ applied: true, skps: 1, unchanged: 2 });
  });

  it('X-IN-1 a file with other headings names the missing columns and its own, is matched once, and is read from then on', async () => {
    const head = HEAD.map((title) => (title === 'RENCANA HASIL KERJA' ? 'Uraian RHK Pegawai' : title));
    const before = await load(await file(good(), head), 'determinedOn=2026-01-20');
    expect(found(before)).toEqual(['6 Rencana hasil kerja column-missing']);
    expect(before.headings).toContain('Uraian RHK Pegawai');
    const path = '/national-files/skp/headings';
    const saved = await test.call<NationalHeadings>('PUT', path, { as: 'super', body: { columns: { title: ['Uraian RHK Pegawai'] } } });
    expect(saved.body).toEqual({ columns: { title: ['Uraian RHK Pegawai'] }, version: 1 });
    expect((await load(await file(good(), head), 'determinedOn=2026-01-20')).problems).toEqual([]);
    expect((await test.call('PUT', path, { as: 'super', body: { columns: {} }, ifMatch: 7 })).status).toBe(412);
    expect((await test.call('PUT', path, { as: 'super', body: { columns: { apa: ['x'] } }, ifMatch: 1 })).status).toBe(400);
    expect((await test.call('GET', path, { as: 'umpeg' })).status).toBe(403);
    expect((await test.call('GET', '/national-files/lain/headings', { as: 'super' })).status).toBe(400);
  });

  it('X-IN-1 has a template that reads itself', async () => {
    const template = await test.call('GET', '/skp-imports/national-template.xlsx', { as: 'super' });
    // Its example is Siti's, whose SKP is in force by now.
    expect(found(await load(template.raw))).toEqual(['2 NIP skp-not-open']);
  });
});

describe('ratings from the report of the national application', () => {
  const REPORT = ['No', 'id', 'jenis', 'nip', 'nama', 'is_skp_plt_plh_pjb', 'hasil_kerja', 'perilaku_kerja', 'hasil_akhir', 'pegawai_atasan_nip', 'waktu_dinilai', 'tahun_skp'];
  const titles = ['Laporan Penilaian SKP Periode Bulanan 8 Tahun 2026', 'Instansi Pemerintah Kab. Uji', 'Periode : Bulanan 8', 'Unor Induk : ALL', 'Unor : ALL', 'Data ditarik pada : 05-09-2026'];
  const take = async (rows: Row[], query = '', above = titles) => (await send<EvaluationImportAnswer>(`/evaluation-imports?${query}`, await file(rows, REPORT, above))).body;
  const row = (id: string | null, nip: string | null, acting: number, ratings: string[]): Row => [1, id, 1, nip, 'X', acting, ...ratings, gov.nips.kasi, '2026-09-03 10:22:11', 2026];
  const good3 = ['Sesuai Ekspektasi', 'Sesuai Ekspektasi', 'Baik'];

  it('X-IN-1 are read below its title lines, whose period they take; an id alone finds the person, the unrated and acting are left out', async () => {
    const rows = [row(SITI, null, 0, good3), row('ZZZ', gov.nips.budi, 0, ['-', '-', '-']), row('YYY', gov.nips.kasi, 1, good3), row('WWW', '199999999999999999', 0, good3)];
    expect(found(await take(rows))).toEqual(['12 NIP unknown-nip']);
    const answer = await take(rows, 'leaveUnknown=true&apply=true');
    expect(answer).toMatchObject({ applied: true, fresh: 1, left: { unknown: 1, acting: 1, unfinished: 1 } });
    const mine = (await test.call<Evaluation[]>('GET', '/evaluations/mine', { as: 'siti' })).body;
    expect(mine).toMatchObject([{ kind: 'periodic', month: '2026-08', predicate: 'baik', origin: 'imported', evaluator: { personName: 'Ahmad Fauzi' } }]);
    expect(mine[0]!.determinedAt.slice(0, 10)).toBe('2026-09-03');
    expect(await take([row(SITI, gov.nips.siti, 0, good3)], 'apply=true')).toMatchObject({ fresh: 0, unchanged: 1 });
    // The year's report, and an id that belongs to somebody else.
    const annual = ['Laporan Penilaian SKP Periode Tahunan Tahun 2025', 'Periode : Tahunan'];
    expect(await take([row(SITI, gov.nips.siti, 0, good3)], '', annual)).toMatchObject({ fresh: 1, problems: [] });
    expect(found(await take([row(SITI, gov.nips.budi, 0, good3)], '', annual))).toEqual(['5 NIP id-of-another']);
  });
});

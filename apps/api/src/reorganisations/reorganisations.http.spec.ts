import ExcelJS from 'exceljs';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import type { Reorganisation } from '@ekinerja/contracts/reorganisations';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PostName, type TinyGovernment } from '../testing/tiny-government.js';

type Rows = { Unit?: string[][]; Jabatan?: string[][]; Penempatan?: string[][] };
const TITLES: Record<keyof Rows, string[]> = {
  Unit: ['Tindakan', 'Kode', 'Nama', 'Jenis', 'Kode Induk', 'SKPD?'],
  Jabatan: ['Tindakan', 'Kode', 'Nama', 'Kode Unit', 'Jenis', 'Jenjang', 'Kode Jabatan Atasan', 'Kelas', 'Pimpinan Unit', 'Jumlah Kursi'],
  Penempatan: ['NIP atau Kode Pegawai', 'Nama', 'Kode Jabatan', 'Nomor SK', 'Tanggal SK', 'Tanggal SPMT'],
};

/** Monday 23 November 2026; the new structure holds from 1 December. */
describe('a reorganisation from a workbook over HTTP', () => {
  const shared = sharedApp({}, async (booted) => {
    const people = await tinyGovernment(booted);
    for (const name of ['kadis', 'kabid', 'kasi', 'staf', 'umpeg'] as PostName[]) await booted.db.execute(`UPDATE post SET code = $2 WHERE id = $1`, [people.posts[name], name]);
    return people;
  });
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const draft = async () =>
    (await test.call<Reorganisation>('POST', '/reorganisations', {
      as: 'super', body: { title: 'Penataan Dinas Kesehatan', effectiveOn: '2026-12-01', decree: { number: '188/5/2026', date: '2026-11-20', fileId: null }, signatory: 'Bupati' },
    })).body;
  const load = async (one: Reorganisation, rows: Rows) => {
    const workbook = new ExcelJS.Workbook();
    for (const [name, lines] of Object.entries(rows)) workbook.addWorksheet(name).addRows([TITLES[name as keyof Rows], ...lines]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const file = { field: 'file', name: 'penataan.xlsx', mediaType: 'application/octet-stream', content };
    return (await test.call<OrProblem<Reorganisation>>('PUT', `/reorganisations/${one.id}/workbook`, { as: 'super', ifMatch: one.version, file })).body;
  };
  const standing = () =>
    test.db.query(`SELECT (SELECT count(*)::int FROM unit) AS units, (SELECT count(*)::int FROM post WHERE valid_to IS NULL) AS posts,
      (SELECT count(*)::int FROM assignment) AS assignments, (SELECT count(*)::int FROM employment_event) AS events, (SELECT count(*)::int FROM audit_event WHERE action NOT LIKE 'reorg%') AS audit`);
  const evaluator = async (date: string) =>
    (await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people.siti}/evaluator?date=${date}`, { as: 'super' })).body.evaluator?.personName;

  const STRUCTURE: Rows = {
    // The section stands before the division it belongs to: the order of rows says nothing.
    Unit: [['bentuk', '01.05.1', 'Seksi Gizi', 'Seksi', '01.05', 'tidak'], ['bentuk', '01.05', 'Bidang Promosi dan Gizi', 'Bidang', '01', 'tidak']],
    Jabatan: [
      ['bentuk', 'j-gizi', 'Kepala Seksi Gizi', '01.05.1', 'Pengawas', 'IV.a', 'j-bid', '9', 'ya', '1'],
      ['bentuk', 'j-bid', 'Kepala Bidang Promosi dan Gizi', '01.05', 'Administrator', 'III.b', 'kadis', '11', 'ya', '1'],
      ['ubah', 'staf', '', '', '', '', 'j-gizi', '', '', ''],
      ['tutup', 'kasi', '', '', '', '', '', '', '', ''],
    ],
    Penempatan: [['197506152001122001', 'Nurhayati', 'j-bid', '', '', ''], ['198002042005011003', 'Ahmad Fauzi', 'j-gizi', '', '', '']],
  };

  it('BN-13.5 is tried out and shown line by line, changes nothing before it is applied, and is then applied whole', async () => {
    const one = await draft();
    const before = await standing();
    const shown = await load(one, STRUCTURE);
    expect(shown.problems).toEqual([]);
    expect(shown.lines.map(({ sheet, row, act }) => `${sheet} ${row} ${act}`)).toEqual([
      'Unit 3 form', 'Unit 2 form', 'Jabatan 3 form', 'Jabatan 2 form', 'Jabatan 4 change', 'Penempatan 2 place', 'Penempatan 3 place', 'Jabatan 5 close',
    ]);
    const placed = shown.lines.find(({ subject }) => subject === 'Nurhayati');
    expect(placed?.effects.map(({ code }) => code)).toEqual(expect.arrayContaining(['post.closed-leader', 'post.opened', 'pay.segment']));
    expect(await standing()).toEqual(before);
    expect(await evaluator('2026-12-02')).toBe('Ahmad Fauzi');

    const applied = await test.call<Reorganisation>('POST', `/reorganisations/${shown.id}/apply`, { as: 'super', ifMatch: shown.version });
    expect([applied.status, applied.body.status, applied.body.lines.length]).toEqual([200, 'applied', 8]);
    const answer = await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people.siti}/evaluator?date=2026-12-02`, { as: 'super' });
    expect(answer.body.evaluator).toMatchObject({ personName: 'Ahmad Fauzi', postName: 'Kepala Seksi Gizi' });
    expect(answer.body.superior).toMatchObject({ personName: 'Nurhayati', postName: 'Kepala Bidang Promosi dan Gizi' });
    const old = await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people.siti}/evaluator?date=2026-11-30`, { as: 'super' });
    expect(old.body.evaluator?.postName).toBe('Kepala Seksi Promosi Kesehatan');
    expect((await test.call('POST', `/reorganisations/${shown.id}/apply`, { as: 'super', ifMatch: applied.body.version })).body.code).toBe('state-refused');
    expect(await test.db.query(`SELECT 1 FROM employment_event WHERE batch_id = $1`, [shown.id])).toHaveLength(2);
  });

  it('two officials who change places do so in one workbook', async () => {
    const shown = await load(await draft(), { Penempatan: [['198002042005011003', 'Ahmad Fauzi', 'umpeg', '', '', ''], ['198109092006042006', 'Mariani', 'kasi', '', '', '']] });
    expect(shown.problems).toEqual([]);
    expect(shown.lines.map(({ effects }) => effects.filter(({ area }) => area === 'post').map(({ code }) => code))).toEqual([['post.closed', 'post.opened'], ['post.closed', 'post.opened']]);
    await test.call('POST', `/reorganisations/${shown.id}/apply`, { as: 'super', ifMatch: shown.version });
    expect([await evaluator('2026-11-30'), await evaluator('2026-12-01')]).toEqual(['Ahmad Fauzi', 'Mariani']);
  });

  it('X-IN-1 names every wrong cell and applies nothing of it', async () => {
    const one = await draft();
    const unread = await load(one, { Penempatan: [['123', '', 'umpeg', '', '32-13-2026', '']], Unit: [['hapus', '01.02', '', '', '', '']] });
    expect(unread.problems.map(({ sheet, row, column, reason }) => [sheet, row, column, reason])).toEqual([
      ['Penempatan', 2, 'Tanggal SK', 'date-malformed'],
      ['Unit', 2, 'Tindakan', 'act-unknown'],
    ]);
    const wrong = await load(unread, {
      Jabatan: [['bentuk', 'j-x', 'Jabatan Baru', 'tidak-ada', 'Pengawas', '', 'kadis', '', '', ''], ['tutup', 'kadis', '', '', '', '', '', '', '', '']],
      Penempatan: [['198002042005011003', '', 'kadis', '', '', ''], ['199999999999999999', '', 'umpeg', '', '', '']],
    });
    expect(wrong.problems.map(({ sheet, row, column, reason }) => [sheet, row, column, reason])).toEqual([
      ['Jabatan', 2, 'Kode Unit', 'not-found'],
      ['Penempatan', 2, 'Kode Jabatan', 'assignment.post-taken-open'],
      ['Penempatan', 3, 'NIP atau Kode Pegawai', 'not-found'],
      ['Jabatan', 3, 'Kode', 'post.held'],
    ]);
    expect(wrong.lines).toEqual([]);
    const refused = await test.call('POST', `/reorganisations/${one.id}/apply`, { as: 'super', ifMatch: wrong.version });
    expect([refused.status, refused.body.code]).toEqual([422, 'import-has-errors']);
    expect((await test.call('GET', '/reorganisations', { as: 'auditor' })).status).toBe(403);
  });
});

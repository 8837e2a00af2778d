import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { BankAccount } from '@ekinerja/contracts/pay-records';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { ParallelRun } from '@ekinerja/contracts/parallel-run';
import type { PayrollExport } from '@ekinerja/contracts/pay-papers';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import type { PrintJob } from '@ekinerja/contracts/pay-prints';
import { DocumentsService } from '../documents/documents.service.js';
import { qrOnPaper } from '../testing/paper-reader.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { PrintsService } from './prints.service.js';

const MONTH = '2026-10';

describe('recap and slip on paper (BK-7.3, BK-7.4)', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  let unit: string;
  let closed: PayRunUnitView;

  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    await gov.vacate('kasubBk', '2026-10-11');
    await gov.assign('kasubBk', 'stafUmum', 'definitive', '2026-10-12', null, 3);
    await fillMonth(test, gov, MONTH);
    run = await openRun(test, MONTH);
    unit = `/pay-runs/${run.id}/units/${gov.units.dinkes}`;
  });
  afterAll(() => test?.close());

  const pdf = (as = 'umpeg') => test.call('GET', `${unit}/recap.pdf`, { as });
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const workbook = async () => {
    const answer = await test.call('GET', `${unit}/recap.xlsx`, { as: 'umpeg' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.raw as unknown as ArrayBuffer);
    return { answer, book };
  };

  it('an open month prints a draft that is not registered', async () => {
    const draft = await pdf();
    expect(draft.headers['content-type']).toBe('application/pdf');
    expect(draft.headers['content-disposition']).toBe('attachment; filename="draf-rekap-tpp-2026-10-dinas-kesehatan.pdf"');
    expect(draft.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sha256((await pdf()).raw)).toBe(sha256(draft.raw));
    expect(await test.db.query(`SELECT 1 FROM issued_document`)).toEqual([]);
    expect((await test.call('GET', `/pay-runs/${run.id}/units/${gov.units.bkpsdm}/recap.pdf`, { as: 'umpeg' })).status).toBe(404);
  });

  it('BK-7.3: after the close the recap is issued once, and its bytes stay the same', async () => {
    closed = await closeUnit(test, run.id, gov.units.dinkes);
    const answers = await Promise.all([pdf(), pdf('bendahara'), pdf('super')]);
    expect(new Set(answers.map(({ raw }) => sha256(raw))).size).toBe(1);
    const [document] = await test.db.query<{ number: string; content_hash: string; verify_code: string }>(`SELECT number, content_hash, verify_code FROM issued_document`);
    expect(document).toMatchObject({ number: '900/0001/TPP/2026', content_hash: sha256(answers[0]!.raw) });
    expect(document!.verify_code).toMatch(/^[a-z2-7]{26}$/);
    await test.db.query(`UPDATE person SET name = 'Orang Lain' WHERE name = 'Siti Aminah'`);
    test.setClock('2026-12-01T10:00:00+08:00');
    expect(sha256((await pdf()).raw)).toBe(document!.content_hash);
    expect((await test.db.query(`SELECT 1 FROM read_log WHERE what = 'recap.pdf'`)).length).toBeGreaterThan(3);
    test.setClock('2026-11-23T10:00:00+08:00');
  });

  it('the code on the paper says that it is genuine, later that it is superseded, and nothing about a wrong one', async () => {
    const document = (await test.db.one<{ verify_code: string }>(`SELECT verify_code FROM issued_document WHERE kind = 'recap'`))!;
    const verify = async (code: string) => (await test.call<VerifyAnswer>('GET', `/documents/verify/${code}`)).body;
    const genuine = await verify(document.verify_code.toUpperCase());
    expect(genuine).toMatchObject({ status: 'genuine', number: '900/0001/TPP/2026', unitName: 'Dinas Kesehatan' });
    expect(Object.keys(genuine).sort()).toEqual(['hash', 'issuedAt', 'number', 'status', 'supersededAt', 'title', 'unitName']);
    expect(await verify('a'.repeat(26))).toMatchObject({ status: 'unknown', number: null, title: null });
    expect((await verify('x')).status).toBe('unknown');
    await test.app.get(DocumentsService).issue({
      kind: 'recap', number: '900/0002/TPP/2026', title: 'Pengganti', unitId: gov.units.dinkes, subjectType: 'pay-run-unit',
      subjectId: `${run.id}/${gov.units.dinkes}`, content: Buffer.from('%PDF-baru'), fileName: 'baru.pdf', mediaType: 'application/pdf', actor: { system: 'uji' },
    });
    expect(await verify(document.verify_code)).toMatchObject({ status: 'superseded', number: '900/0001/TPP/2026' });
  });

  it('BK-7.3, BK-7.4: the workbook keeps NIP as text and amounts as numbers, and its sums are those of the slips', async () => {
    const { answer, book } = await workbook();
    expect(answer.headers['content-disposition']).toBe('attachment; filename="rekap-tpp-2026-10-dinas-kesehatan.xlsx"');
    const sheet = book.getWorksheet('Rekapitulasi')!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
    const rows = Array.from({ length: 10 }, (_, index) => sheet.getRow(6 + index));
    for (const row of rows) {
      expect(row.getCell(3).value).toMatch(/^\d{18}$/);
      expect(typeof row.getCell(12).value).toBe('number');
    }
    const sum = (column: number) => rows.reduce((all, row) => all + Number(row.getCell(column).value), 0);
    expect([sum(6), sum(7) + sum(8) + sum(9), sum(10), sum(11), sum(12)]).toEqual([closed.totals.gross, closed.totals.cuts, closed.totals.adjustments, closed.totals.deductions, closed.totals.net]);
    expect(sheet.getRow(16).getCell(12).value).toMatchObject({ formula: 'SUM(L6:L15)', result: closed.totals.net });
    const out = book.getWorksheet('Tidak dibayar')!.getRow(2);
    expect([out.getCell(2).value, out.getCell(3).value]).toEqual(['Fitriani', gov.nips.kasubBk]);
    expect(String(out.getCell(4).value)).toContain('Dibayar pada daftar Badan Kepegawaian');
    expect(book.getWorksheet('Dasar hukum')!.getColumn(1).values).toEqual(expect.arrayContaining(['performance', 'allowance', 'amounts', 'calendar']));
    expect((await unitOf(test, run.id, gov.units.dinkes)).totals).toEqual(closed.totals);
  });

  it('a slip is printed for its owner, once, with a code of its own', async () => {
    const slip = (await test.db.one<{ id: string }>(`SELECT id FROM payslip WHERE employment_id = $1`, [gov.people.kasi]))!;
    const first = await test.call('GET', `/payslips/${slip.id}/slip.pdf`, { as: 'kasi' });
    expect([first.status, first.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(first.headers['content-disposition']).toBe('attachment; filename="slip-tpp-2026-10-ahmad-fauzi.pdf"');
    expect(sha256((await test.call('GET', `/payslips/${slip.id}/slip.pdf`, { as: 'kasi' })).raw)).toBe(sha256(first.raw));
    expect((await test.call('GET', `/payslips/${slip.id}/slip.pdf`, { as: 'budi' })).status).toBe(404);
    expect((await test.call<{ verifyCode: string }>('GET', `/payslips/${slip.id}`, { as: 'kasi' })).body.verifyCode).toMatch(/^[a-z2-7]{26}$/);
  });

  it('BK-7.2, X-TPP-2: slips and monthly reports of an SKPD are set in the background with progress, once asked and once set', async () => {
    const prints = `${unit}/prints`;
    const ask = (kind: string, as: string) => test.call<PrintJob>('POST', prints, { as, body: { kind } });
    expect((await ask('slips', 'kadis')).status).toBe(403);
    expect((await ask('month-reports', 'bendahara')).status).toBe(403);
    expect((await test.call('POST', `/pay-runs/${run.id}/units/${gov.units.bkpsdm}/prints`, { as: 'umpeg', body: { kind: 'slips' } })).status).toBe(404);
    const [first, twin] = await Promise.all([ask('slips', 'umpeg'), ask('slips', 'super')]);
    expect(first!.body).toMatchObject({ status: 'queued', done: 0, files: [] });
    expect(twin!.body.id).toBe(first!.body.id);
    await ask('month-reports', 'umpeg');
    await test.deliver();
    const jobs = (await test.call<PrintJob[]>('GET', prints, { as: 'umpeg' })).body;
    const slips = jobs.find(({ kind }) => kind === 'slips')!;
    expect(slips).toMatchObject({ status: 'done', done: 10, total: 10, pages: 10, files: [{ people: 10, pages: 10, name: 'slip-tpp-2026-10-dinas-kesehatan-001.pdf' }] });
    expect(jobs.find(({ kind }) => kind === 'month-reports')).toMatchObject({ status: 'done', done: 10, total: 10 });
    // The treasurer pays by slips, and does not read what people reported.
    expect((await test.call<PrintJob[]>('GET', prints, { as: 'bendahara' })).body.map(({ kind }) => kind)).toEqual(['slips']);
    const path = `${prints}/${slips.files[0]!.id}`;
    const file = await test.call('GET', path, { as: 'umpeg' });
    expect([file.status, file.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const said = await qrOnPaper(file.raw);
    expect((await test.call<VerifyAnswer>('GET', `/documents/verify/${said.split('/').at(-1)}`)).body).toMatchObject({ status: 'genuine', title: expect.stringContaining('(10 pegawai)') });
    expect((await test.call('GET', path, { as: 'kadis' })).status).toBe(403);
    expect((await test.call('GET', `/pay-runs/${run.id}/units/${gov.units.bkpsdm}/prints/${slips.files[0]!.id}`, { as: 'super' })).status).toBe(404);
    const reports = jobs.find(({ kind }) => kind === 'month-reports')!.files[0]!;
    expect((await test.call('GET', `${prints}/${reports.id}`, { as: 'bendahara' })).status).toBe(404);
  });

  it('BK-7.3: recap and lists of every closed SKPD in one go; after a crash only what is missing is set', async () => {
    const job = (await test.call<PrintJob>('POST', `/pay-runs/${run.id}/prints`, { as: 'super', body: { kind: 'lists' } })).body;
    await test.deliver();
    const done = async () => (await test.call<PrintJob[]>('GET', `/pay-runs/${run.id}/prints`, { as: 'super' })).body.find(({ id }) => id === job.id)!;
    const before = await done();
    expect(before).toMatchObject({ status: 'done', done: 8, total: 8 });
    expect(new Set(before.files.map(({ skpdId }) => skpdId))).toEqual(new Set([gov.units.dinkes]));
    await test.db.query(`DELETE FROM pay_print_file WHERE print_id = $1 AND part = 'bank-list'`, [job.id]);
    await test.db.query(`UPDATE pay_print SET status = 'running', finished_at = NULL WHERE id = $1`, [job.id]);
    await test.app.get(PrintsService).resume();
    await test.deliver();
    const after = await done();
    expect(after).toMatchObject({ status: 'done', done: 8, total: 8 });
    const kept = (files: typeof before.files) => files.filter(({ name }) => !name.startsWith('daftar-bank')).map(({ id }) => id).sort();
    expect(kept(after.files)).toEqual(kept(before.files));
    expect((await test.call('POST', `/pay-runs/${run.id}/prints`, { as: 'umpeg', body: { kind: 'lists' } })).status).toBe(403);
  });

  it('BK-7.3: an account changed after the close makes the bank list a new paper, also where its last digits stay; the one before says so', async () => {
    const list = async () => {
      const { status, raw } = await test.call('GET', `${unit}/papers?paper=bank-list&format=pdf`, { as: 'bendahara' });
      expect(status).toBe(200);
      return raw;
    };
    const change = async (number: string) => {
      const asked = await test.call<BankAccount>('POST', '/bank-accounts', { as: 'bendahara', body: { employmentId: gov.people.siti, bank: 'Bank Daerah', number, holder: 'SITI AMINAH', from: '2026-10-01', reason: 'Rekening gaji' } });
      expect((await test.call<BankAccount>('POST', `/bank-accounts/${asked.body.id}/decision`, { as: 'umpeg', ifMatch: asked.body.version, body: { decision: 'agree', reason: null } })).body.status).toBe('in-force');
    };
    await change('0012345678');
    const first = await list();
    expect(sha256(await list())).toBe(sha256(first));
    await change('9912345678');
    const [second, twin] = await Promise.all([list(), list()]);
    expect(sha256(second)).not.toBe(sha256(first));
    expect(sha256(twin)).toBe(sha256(second));
    const code = async (paper: Buffer) => (await test.db.one<{ code: string }>(`SELECT verify_code AS code FROM issued_document WHERE content_hash = $1`, [sha256(paper)]))!.code;
    const standing = async (paper: Buffer) => (await test.call<VerifyAnswer>('GET', `/documents/verify/${await code(paper)}`)).body.status;
    expect([await standing(first), await standing(second)]).toEqual(['superseded', 'genuine']);
  });

  it('X-IN-1 parallel run: the old system’s paid list is compared person by person and line by line, and nothing is kept', async () => {
    const { rows } = (await test.call<PayrollExport>('GET', `${unit}/payroll`, { as: 'super' })).body;
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Daftar bayar');
    sheet.addRow(['DAFTAR PEMBAYARAN TPP']);
    sheet.addRow(['No', 'NIP', 'Nama Pegawai', 'Pot. PPh', 'Jumlah Diterima']);
    const [first, second, ...rest] = rows;
    sheet.addRow([1, first!.NIP, first!.NAMA, first!.POT_PPH, first!.BERSIH - 1000]);
    // One is written as text, as lists often are; one is missing; one is unknown here; one cell is no amount.
    sheet.addRow([2, second!.NIP, second!.NAMA, second!.POT_PPH, `Rp${second!.BERSIH.toLocaleString('id-ID')}`]);
    for (const row of rest.slice(0, -2)) sheet.addRow([3, row.NIP, row.NAMA, row.POT_PPH, row.BERSIH]);
    sheet.addRow([4, '197001012000011001', 'Pegawai Lama', 0, 2_500_000]);
    sheet.addRow([5, rest.at(-1)!.NIP, rest.at(-1)!.NAMA, 0, 'dua juta']);
    sheet.addRow(['', '', 'Jumlah', 0, 99]);
    const file = { field: 'file', name: 'lama.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: Buffer.from(await book.xlsx.writeBuffer()) };
    const before = await test.db.query('SELECT count(*)::int AS n FROM payslip');
    const { status, body } = await test.call<ParallelRun>('POST', `${unit}/comparison`, { as: 'umpeg', file });
    expect([status, body.lines]).toEqual([200, ['tax', 'net']]);
    expect(body.counts).toEqual({ same: rows.length - 3, differs: 1, onlyBefore: 1, onlyHere: 2 });
    expect(body.people.find(({ nip }) => nip === first!.NIP)).toMatchObject({ standing: 'differs', differences: [{ line: 'net', before: first!.BERSIH - 1000, here: first!.BERSIH, difference: 1000 }] });
    expect(body.people.find(({ nip }) => nip === second!.NIP)).toMatchObject({ standing: 'same', differences: [] });
    expect(body.people.find(({ standing }) => standing === 'only-before')).toMatchObject({ name: 'Pegawai Lama', differences: [{ line: 'net', before: 2_500_000, here: 0 }] });
    expect(body.problems).toEqual([{ row: expect.any(Number), column: 'net', problem: 'amount-malformed', value: 'dua juta' }]);
    expect(await test.db.query('SELECT count(*)::int AS n FROM payslip')).toEqual(before);
    expect((await test.call('POST', `${unit}/comparison`, { as: 'super', file: { ...file, content: Buffer.from('bukan buku kerja') } })).status).toBe(422);
    expect((await test.call('POST', `/pay-runs/${run.id}/units/${gov.units.bkpsdm}/comparison`, { as: 'umpeg', file })).status).toBe(404);
  });
});

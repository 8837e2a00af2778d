import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import type { ParallelRun } from '@ekinerja/contracts/parallel-run';
import type { PayrollExport } from '@ekinerja/contracts/pay-papers';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import { DocumentsService } from '../documents/documents.service.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

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
      expect(typeof row.getCell(10).value).toBe('number');
    }
    const sum = (column: number) => rows.reduce((all, row) => all + Number(row.getCell(column).value), 0);
    expect([sum(6), sum(7) + sum(8), sum(9), sum(10)]).toEqual([closed.totals.gross, closed.totals.cuts, closed.totals.adjustments, closed.totals.net]);
    expect(sheet.getRow(16).getCell(10).value).toMatchObject({ formula: 'SUM(J6:J15)', result: closed.totals.net });
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

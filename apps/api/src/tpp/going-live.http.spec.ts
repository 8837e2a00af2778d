/**
 * A regency that begins in December: what was determined, earned, withheld and imposed before comes in from files, and
 * the first month that is closed here is right to the rupiah. November 2026 is paid in December, whose tax settles the year.
 */
import ExcelJS from 'exceljs';
import type { EvaluationImportAnswer } from '@ekinerja/contracts/evaluation-imports';
import type { Evaluation, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { FactImport } from '@ekinerja/contracts/pay-records';
import type { PayRunView, PayslipItem, PayslipView } from '@ekinerja/contracts/pay-runs';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpImportAnswer } from '@ekinerja/contracts/skp-year';
import { factWorkbook } from '../testing/fact-workbook.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const ALLOWANCE = `id: kabupaten-uji-tpp
kind: allowance
extends: nasional
title: Peraturan Bupati Uji Nomor 2 Tahun 2026 tentang TPP
source: perbup-uji-2-2026
inForce: { from: 2026-11-01 }
transfer: { cite: Pasal 3, ruleDay: first-day, joiner: same-month, prorate: calendar-days }
criteria:
  - { code: TPP, name: TPP, percent: 100, cite: Pasal 5 }
discipline:
  umum:
    statuses: { leave-large: 0, cite: Pasal 7 }
leave:
  - { name: Cuti besar, types: [leave-large], method: { kind: days, fromDay: 1, count: duty, percent: 2 }, cite: Pasal 9 }
punishments:
  cite: Pasal 10
  overlap: highest
  starts: same-month
  levels: { sedang-6: { name: Hukuman sedang, percent: 25, months: 6 } }
tax: { method: ter, on: salary-and-allowance, bearer: employee, december: { method: pasal-17, overpaid: carry }, cite: Pasal 15 }
`;
const AMOUNTS = `id: kabupaten-uji-besaran
kind: amounts
title: Keputusan Bupati Uji Nomor 3 Tahun 2026
source: kepbup-uji-3-2026
inForce: { from: 2026-11-01 }
cite: Lampiran
decree: Keputusan Bupati Uji Nomor 3 Tahun 2026
classes: { "5": 1500000, "6": 2000000, "7": 2200000, "9": 3000000, "10": 3500000, "11": 4000000, "14": 9000000 }
`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MONTHS = Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

async function sheet(name: string, rows: (string | number | null)[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('opening data in mid-year', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let run: PayRunView;
  beforeAll(async () => {
    test = await testApp({ clock: '2026-10-19T09:00:00+08:00' });
    gov = await tinyGovernment(test);
    const drafts = new DraftStory(test);
    await drafts.enact(AMOUNTS, '2026-11-01');
    await drafts.enact(ALLOWANCE, '2026-11-01');
    test.setClock('2026-12-07T09:00:00+08:00');
  }, 240_000);
  afterAll(() => test?.close());

  const upload = <T>(path: string, content: Buffer, as = 'super') => test.call<OrProblem<T>>('POST', path, { as, file: { field: 'file', name: 'data-awal.xlsx', mediaType: XLSX, content } });
  const results = (rows: (string | number | null)[][], head = ['NIP', 'Bulan', 'Hasil kerja', 'Perilaku kerja', 'Predikat', 'NIP penilai']) => sheet('Penilaian', [head, ...rows]);
  const take = async (content: Buffer, apply = true) => (await upload<EvaluationImportAnswer>(`/evaluation-imports?apply=${apply}`, content)).body;
  const money = async (name: PersonName) => {
    const { totals } = (await unitOf(test, run.id, gov.units.dinkes)).people.find(({ employmentId }) => employmentId === gov.people[name])!;
    return totals && [totals.gross, totals.cuts, totals.deductions, totals.net];
  };

  it('X-IN-1 SKPs that were determined before come in as determined, by the superadmin alone, under the evaluator of that day', async () => {
    const head = ['NIP', 'Jenis tugas', 'Jenis hasil', 'Hasil kerja', 'Aspek', 'Indikator', 'Target', 'Satuan', 'Ditetapkan'];
    const content = (day: string) => sheet('SKP', [head, ...['siti', 'budi'].map((name) => [gov.nips[name as PersonName], 'utama', 'output', 'Laporan promosi kesehatan tersusun', 'kuantitas', 'Jumlah laporan', '12', 'laporan', day])]);
    const load = async (day: string, as: string) => (await upload<SkpImportAnswer>(`/skp-imports?year=2026&skpdId=${gov.units.dinkes}&apply=true`, await content(day), as)).body;
    expect((await load('20-01-2026', 'umpeg')).problems.map(({ row, reason }) => [row, reason])).toEqual([[2, 'determined-not-yours'], [3, 'determined-not-yours']]);
    expect((await load('20-01-2027', 'super')).problems.map(({ reason }) => reason)).toEqual(['date-in-future', 'date-in-future']);
    expect(await load('20-01-2026', 'super')).toMatchObject({ applied: true, skps: 2, problems: [] });
    const [item] = (await test.call<SkpItem[]>('GET', '/skp/mine', { as: 'siti' })).body;
    const skp = (await test.call<SkpDetail>('GET', `/skp/${item!.id}`, { as: 'siti' })).body;
    expect(skp).toMatchObject({ status: 'determined', results: [{ title: 'Laporan promosi kesehatan tersusun' }] });
    expect(skp.determinedAt?.slice(0, 10)).toBe('2026-01-20');
    expect(JSON.stringify(skp)).toContain('Ahmad Fauzi');
    // In force, it is not written over by another file.
    expect((await load('20-01-2026', 'super')).problems.map(({ reason }) => reason)).toEqual(['skp-not-open', 'skp-not-open']);
  });

  it('X-IN-1 earlier results: every bad cell is named and nothing comes in', async () => {
    const { siti, super: other } = gov.nips;
    const bad = await take(await results([
      [siti, '2026-09', 'Sesuai ekspektasi', 'Sesuai ekspektasi', 'Bagus', null],
      [siti, '2026-08', 'Sesuai ekspektasi', 'Sesuai ekspektasi', 'Kurang', null],
      [siti, '2026-12', 'Sesuai ekspektasi', 'Sesuai ekspektasi', 'Baik', null],
      ['199999999999999999', '2026-09', null, null, 'Baik', null],
      [siti, '2026-07', null, 'Sesuai ekspektasi', null, null],
      [siti, '2026-06', 2, 2, 2, '199999999999999999'],
      [siti, '2023-06', null, null, 'Baik', null],
      [other, '2026-05', null, null, 'Baik', null], [other, 'Mei 2026', null, null, 'Baik', null],
    ]));
    expect(bad).toMatchObject({ applied: false, rows: 9 });
    expect(bad.problems.map(({ row, column, reason }) => `${row} ${column} ${reason}`).sort()).toEqual([
      '10 Bulan twice-in-file', '2 Predikat predicate-unknown', '3 Predikat predicate-other', '4 Bulan month-not-over', '5 NIP unknown-nip', '6 Predikat predicate-missing',
      '7 NIP penilai evaluator-unknown', '8 NIP not-in-service',
    ]);
    expect(await test.db.query(`SELECT 1 FROM evaluation`)).toEqual([]);
    expect((await upload('/evaluation-imports?apply=true', await results([]), 'umpeg')).status).toBe(403);
    const template = await test.call('GET', '/evaluation-imports/template.xlsx', { as: 'super' });
    expect((await take(template.raw, false)).problems.map(({ reason }) => reason)).not.toContain('column-missing');
  });

  it('X-IN-1 the file of the national application is taken as it is: ratings by code, the year’s result beside the months’', async () => {
    const months = MONTHS.slice(0, 10).map((month) => [gov.nips.siti, 2026, Number(month.slice(5)), 2, 2, 2, gov.nips.kasi]);
    const file = await results([...months, [gov.nips.siti, 2025, null, 1, 2, null, null]], ['nipBaru', 'tahun', 'bulanSelesaiPenilaian', 'hasilKinerjaNilai', 'perilakuKerjaNilai', 'kuadranKinerjaNilai', 'penilaiNipNrp']);
    expect(await take(file, false)).toMatchObject({ applied: false, fresh: 11, problems: [] });
    expect(await take(file)).toMatchObject({ applied: true, fresh: 11, unchanged: 0 });
    expect(await take(file)).toMatchObject({ applied: true, fresh: 0, unchanged: 11 });
    const mine = (await test.call<Evaluation[]>('GET', '/evaluations/mine', { as: 'siti' })).body;
    expect(mine).toHaveLength(11);
    expect(mine.find(({ month }) => month === '2026-10')).toMatchObject({
      origin: 'imported', kind: 'periodic', predicate: 'baik', resultRating: 'meets', behaviourRating: 'meets', evaluator: { personName: 'Ahmad Fauzi' }, receipt: { mode: 'handed-over' },
      derivation: [{ rule: 'evaluation.taken-over', inputs: { file: 'data-awal.xlsx' } }, { rule: 'predicate.quadrant' }],
    });
    expect(mine.find(({ kind }) => kind === 'annual')).toMatchObject({ month: '2025-12', predicate: 'baik' });
    // What contradicts the record is a mistake in one of them, and says so.
    expect((await take(await results([[gov.nips.siti, '2026-09', 3, 3, null, null]]))).problems).toMatchObject([{ reason: 'already-evaluated' }]);
  });

  it('X-IN-1 salary and tax since January, a punishment of August and a leave since October come in with one workbook', async () => {
    const salary = (name: PersonName, month: string, gross: number, taxWithheld: number) => ({ nip: gov.nips[name], month, gross, ptkp: 'TK/0', taxWithheld, pension: 200_000 });
    const { body } = await upload<FactImport>('/pay-facts/imports', await factWorkbook({
      // The months before carry the allowance that the old system paid: 4,000,000 + 2,000,000, TER A 0.75 % = 45,000.
      salaries: [
        ...MONTHS.map((month) => salary('siti', month, 6_000_000, 45_000)), salary('siti', '2026-12', 4_000_000, 0),
        // A month is missing: the year cannot be settled, and is not guessed.
        ...MONTHS.filter((month) => month !== '2026-03').map((month) => salary('kasi', month, 7_000_000, 60_000)), salary('kasi', '2026-12', 5_000_000, 0),
      ],
      records: [
        { nip: gov.nips.budi, kind: 'Hukuman Disiplin', from: '01-08-2026', code: 'sedang-6', documentNumber: '800/8/2026', reason: 'Keputusan Bupati' },
        { nip: gov.nips.umpeg, kind: 'Cuti', from: '26-10-2026', to: '06-11-2026', code: 'leave-large', documentNumber: '800/9/2026', reason: 'Surat cuti besar' },
      ],
    }));
    expect([body.status, body.problems]).toEqual(['previewed', []]);
    expect((await test.call<FactImport>('POST', `/pay-facts/imports/${body.id}/apply`, { as: 'super' })).body.status).toBe('applied');
  });

  it('X-IN-1 X-TPP-1 KS-1.5 the first month closes: the year’s tax, the running punishment and the running leave, to the rupiah', async () => {
    await fillMonth(test, gov, '2026-11', ['siti']);
    await fillMonth(test, gov, '2026-11');
    await test.db.query(`DELETE FROM evaluation WHERE employment_id = $1 AND month = '2026-11'`, [gov.people.siti]);
    await test.call('PUT', '/unit-performance', { as: 'kadis', body: { unitId: gov.units.dinkes, month: '2026-11', predicate: 'baik', basis: 'Perjanjian kinerja 2026' } });
    const rated = await test.call<OrProblem<Evaluation>>('POST', '/evaluations', {
      as: 'kasi', body: { employmentId: gov.people.siti, month: '2026-11', inputs: { workRating: 'meets', behaviourRating: 'meets' }, note: null },
    });
    expect(rated).toMatchObject({ status: 200, body: { predicate: 'baik', origin: 'evaluator' } });
    run = await openRun(test, '2026-11');
    // Year: 11 × 6,000,000 + 4,000,000 + 2,000,000 = 72,000,000; less 5 % = 3,600,000, pension 2,400,000, TK/0 54,000,000: 12,000,000 at 5 % = 600,000, less 11 × 45,000 = 105,000.
    expect(await money('siti')).toEqual([2_000_000, 0, 105_000, 1_895_000]);
    // Six months from August reach November: 25 % of 2,000,000.
    expect(await money('budi')).toEqual([2_000_000, 500_000, 0, 1_500_000]);
    // 2 to 6 November are five duty days at 2 % of 3,000,000; those of October were the old system's.
    expect(await money('umpeg')).toEqual([3_000_000, 300_000, 0, 2_700_000]);
    expect(await money('kasi')).toEqual([3_000_000, 0, 0, 3_000_000]);
    await closeUnit(test, run.id, gov.units.dinkes);
    const slip = async (name: PersonName) => {
      const [item] = (await test.call<PayslipItem[]>('GET', '/payslips/mine', { as: name })).body;
      return (await test.call<PayslipView>('GET', `/payslips/${item!.id}`, { as: name })).body;
    };
    expect(JSON.stringify(await slip('siti'))).toContain('tax-year');
    expect(JSON.stringify(await slip('kasi'))).toContain('tax-no-year');
    // No earlier result comes in behind the slips of a closed month.
    expect((await take(await results([[gov.nips.dewi, '2026-11', null, null, 'Kurang', null]]))).problems.map(({ reason }) => reason)).toEqual(['already-evaluated']);
    await test.db.query(`DELETE FROM evaluation WHERE employment_id = $1`, [gov.people.dewi]);
    expect((await take(await results([[gov.nips.dewi, '2026-11', null, null, 'Baik', null]]))).problems.map(({ reason }) => reason)).toEqual(['month-closed']);
  });

  it('X-IN-1 the annual evaluation shows the months from before beside those from here', async () => {
    test.setClock('2026-12-31T09:00:00+08:00');
    const due = (await test.call<EvaluationsDue>('GET', '/evaluations/due?month=2026-12&kind=annual', { as: 'kasi' })).body;
    const siti = due.items.find(({ employmentId }) => employmentId === gov.people.siti)!;
    expect(siti.periodic.map(({ month }) => month).sort()).toEqual(MONTHS);
  });
});

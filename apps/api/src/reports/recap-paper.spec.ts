import ExcelJS from 'exceljs';
import type { Recap, RecapRow } from '../tpp/pay-recap.service.js';
import { recapPaper } from './recap-paper.js';
import { recapWorkbook } from './recap-workbook.js';

/** One row with something in every column, one whose employer adds more than is taken. */
const ROWS: RecapRow[] = [
  { name: 'Siti Aminah', nip: '199001012015012001', rank: 'III/b', postName: 'Perawat', class: '9', gross: 5_000_000, disciplineCut: 125_000, performanceCut: 600_000, otherCuts: 250_000, adjustments: -75_000, deductions: 143_250, net: 3_806_750 },
  { name: 'Budi Santoso', nip: null, rank: null, postName: 'Pengadministrasi', class: '6', gross: 2_000_000, disciplineCut: 0, performanceCut: 0, otherCuts: 0, adjustments: 40_000, deductions: -12_000, net: 2_052_000 },
];
const sum = (pick: (row: RecapRow) => number) => ROWS.reduce((total, row) => total + pick(row), 0);
const RECAP: Recap = {
  runId: 'a', skpdId: 'b', skpdName: 'Dinas Kesehatan', month: '2026-10', paymentMonth: '2026-11', status: 'draft', closedOn: null, rows: ROWS, excluded: [],
  totals: { employees: 2, gross: sum((r) => r.gross), cuts: sum((r) => r.disciplineCut + r.performanceCut + r.otherCuts), deductions: sum((r) => r.deductions), adjustments: sum((r) => r.adjustments), net: sum((r) => r.net) },
  disciplineCut: sum((r) => r.disciplineCut), performanceCut: sum((r) => r.performanceCut), otherCuts: sum((r) => r.otherCuts),
  references: [], head: null, treasurer: null, maker: null,
};
/** As a reader adds up: what the heading says is taken is subtracted. */
const SIGN: Record<string, number> = { 'Besaran TPP': 1, 'Potongan disiplin': -1, 'Potongan kinerja': -1, 'Potongan lain': -1, Penyesuaian: 1, 'Pajak & iuran': -1 };

function comesToNet(headings: readonly string[], amounts: readonly number[]): void {
  expect(headings.at(-1)).toBe('Jumlah diterima');
  const added = headings.slice(0, -1).reduce((total, heading, at) => total + SIGN[heading]! * amounts[at]!, 0);
  expect(added).toBe(amounts.at(-1));
}

describe('the recap that is signed (BK-7.3, BK-7.4)', () => {
  it('every printed row, and the row of sums, adds up from the amount in full to what is received', () => {
    const paper = recapPaper(RECAP, 'Kabupaten Uji', null) as { headings: string[]; rows: { amounts: string[] }[]; totals: { sums: string[] } };
    const read = (text: string) => Number(text.replaceAll('.', '').replace('−', '-'));
    for (const { amounts } of paper.rows) comesToNet(paper.headings, amounts.map(read));
    comesToNet(paper.headings, paper.totals.sums.map(read));
    expect(paper.rows.map(({ amounts }) => amounts.at(-1))).toEqual(['3.806.750', '2.052.000']);
  });

  it('so does every row of the workbook, and its sums are formulas over the same columns', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await recapWorkbook(RECAP, 'Kabupaten Uji')) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Rekapitulasi')!;
    const cells = (row: number) => Array.from({ length: 7 }, (_, at) => sheet.getRow(row).getCell(6 + at));
    const headings = cells(5).map(({ value }) => String(value));
    for (const row of [6, 7]) comesToNet(headings, cells(row).map(({ value }) => Number(value)));
    comesToNet(headings, cells(8).map(({ result }) => Number(result)));
    expect(cells(8).map(({ formula }) => formula)).toEqual(['F', 'G', 'H', 'I', 'J', 'K', 'L'].map((letter) => `SUM(${letter}6:${letter}7)`));
  });
});

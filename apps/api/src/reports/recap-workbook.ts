import ExcelJS from 'exceljs';
import type { Recap } from '../tpp/pay-recap.service.js';
import { exclusionText } from './exclusion-words.js';
import { monthText } from './indonesian.js';
import { RECAP_AMOUNTS, RECAP_NOTE, RECAP_TITLE } from './recap-paper.js';

const RUPIAH = '#,##0;-#,##0';
const HEADINGS = ['No', 'Nama', 'NIP', 'Jabatan', 'Kelas', ...RECAP_AMOUNTS.map(({ title }) => title)];
const WIDTHS = [5, 34, 22, 44, 8, ...RECAP_AMOUNTS.map(() => 17)];
const FIRST_SUM_COLUMN = 6;
const HEADING_ROW = 5;

/** The recap as a workbook: NIP as text, amounts as numbers, a row of sums; who is not paid and by which law beside it. */
export async function recapWorkbook(recap: Recap, government: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = `Pemerintah ${government}`;
  // The day of the close, or none: the same list gives the same dates.
  const made = new Date(`${recap.closedOn ?? `${recap.month}-01`}T00:00:00Z`);
  workbook.created = made;
  workbook.modified = made;
  paidSheet(workbook, recap, government);
  excludedSheet(workbook, recap);
  lawSheet(workbook, recap);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function paidSheet(workbook: ExcelJS.Workbook, recap: Recap, government: string): void {
  const sheet = workbook.addWorksheet('Rekapitulasi', { views: [{ state: 'frozen', ySplit: HEADING_ROW }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 } });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(3).numFmt = '@';
  sheet.addRow([`Pemerintah ${government}`]).font = { bold: true };
  sheet.addRow([`${RECAP_TITLE} – ${recap.skpdName}`]).font = { bold: true };
  sheet.addRow([`Bulan kinerja ${monthText(recap.month)}, dibayar ${monthText(recap.paymentMonth)}${recap.closedOn ? '' : ' – DRAF, belum ditutup'}`]);
  sheet.addRow([]);
  headingRow(sheet, HEADINGS);
  recap.rows.forEach((row, index) => {
    sheet.addRow([index + 1, row.name, row.nip ?? '', row.postName, row.class, ...RECAP_AMOUNTS.map(({ of }) => of(row))]);
  });
  const first = HEADING_ROW + 1;
  const last = HEADING_ROW + recap.rows.length;
  const { totals } = recap;
  const row = sheet.addRow(['', `Jumlah (${totals.employees} pegawai)`]);
  RECAP_AMOUNTS.forEach(({ of }, index) => {
    const result = of({ ...recap, ...totals });
    const column = sheet.getColumn(FIRST_SUM_COLUMN + index);
    column.numFmt = RUPIAH;
    const range = `${column.letter}${first}:${column.letter}${last}`;
    row.getCell(FIRST_SUM_COLUMN + index).value = recap.rows.length > 0 ? { formula: `SUM(${range})`, result } : 0;
  });
  row.font = { bold: true };
  row.border = { top: { style: 'double' } };
  sheet.addRow([]);
  sheet.addRow(['', RECAP_NOTE]);
}

function excludedSheet(workbook: ExcelJS.Workbook, recap: Recap): void {
  const sheet = workbook.addWorksheet('Tidak dibayar', { views: [{ state: 'frozen', ySplit: 1 }] });
  [5, 34, 22, 90].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(3).numFmt = '@';
  headingRow(sheet, ['No', 'Nama', 'NIP', 'Alasan dan dasar']);
  recap.excluded.forEach((person, index) => sheet.addRow([index + 1, person.name, person.nip ?? '', exclusionText(person.exclusion)]));
}

function lawSheet(workbook: ExcelJS.Workbook, recap: Recap): void {
  const sheet = workbook.addWorksheet('Dasar hukum', { views: [{ state: 'frozen', ySplit: 1 }] });
  [16, 34, 80, 68, 10].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  headingRow(sheet, ['Jenis', 'Id', 'Judul', 'Sidik (sha256)', 'Contoh']);
  for (const { kind, id, title, hash, example } of recap.references) sheet.addRow([kind, id, title, hash, example ? 'ya' : 'tidak']);
}

function headingRow(sheet: ExcelJS.Worksheet, headings: string[]): void {
  const row = sheet.addRow(headings);
  row.font = { bold: true };
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } };
  row.border = { bottom: { style: 'thin' } };
}

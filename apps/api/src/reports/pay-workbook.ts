import ExcelJS from 'exceljs';
import type { PayPaper } from '@ekinerja/contracts/pay-papers';
import type { PaySheet } from '../tpp/pay-sheet.service.js';
import { monthText } from './indonesian.js';
import { runText } from './pay-paper.js';
import { accountSums, NAME_TITLE, PAPER_TITLES, payTable, sumsOf } from './pay-tables.js';

const RUPIAH = '#,##0;-#,##0';
const PERCENT = '0.00';
const HEADING_ROW = 5;

/** A pay paper as a workbook: names and NIP apart, NIP and accounts as text, amounts as numbers, sums as formulas. */
export async function payWorkbook(paper: PayPaper, sheet: PaySheet, government: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = `Pemerintah ${government}`;
  const made = new Date(`${sheet.closedOn ?? `${sheet.month}-01`}T00:00:00Z`);
  workbook.created = made;
  workbook.modified = made;
  if (paper === 'statement') statementSheet(workbook, sheet, government);
  else tableSheet(workbook, paper, sheet, government);
  const accounts = paper === 'payment-list' ? accountSums(sheet) : [];
  if (accounts.length > 0) {
    const own = workbook.addWorksheet('Kode rekening');
    [26, 50, 18].forEach((width, index) => (own.getColumn(index + 1).width = width));
    own.getColumn(3).numFmt = RUPIAH;
    own.addRow(['Kode rekening', 'Uraian', 'Jumlah']).font = { bold: true };
    for (const { account, name, amount } of accounts) own.addRow([account, name, amount]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function heading(own: ExcelJS.Worksheet, paper: PayPaper, sheet: PaySheet, government: string): void {
  own.addRow([`Pemerintah ${government}`]).font = { bold: true };
  own.addRow([`${PAPER_TITLES[paper]} – ${sheet.skpdName}`]).font = { bold: true };
  own.addRow([`${runText(sheet)}, bulan kinerja ${monthText(sheet.month)}, dibayar ${monthText(sheet.paymentMonth)}${sheet.closedOn ? '' : ' – DRAF, belum ditutup'}`]);
  own.addRow([]);
}

function tableSheet(workbook: ExcelJS.Workbook, paper: Exclude<PayPaper, 'statement'>, sheet: PaySheet, government: string): void {
  const table = payTable(paper, sheet);
  const own = workbook.addWorksheet('Daftar', { views: [{ state: 'frozen', ySplit: HEADING_ROW }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 } });
  heading(own, paper, sheet, government);
  // The paper has name and NIP in one column; a workbook keeps them apart, so that they can be sorted and matched.
  const titles = table.columns.flatMap(({ title }) => (title === NAME_TITLE ? ['Nama', 'NIP'] : [title]));
  const row = own.addRow(titles);
  row.font = { bold: true };
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } };
  for (const cells of table.cells) {
    own.addRow(
      table.columns.flatMap(({ title }, at) => {
        const cell = cells[at]!;
        if (title !== NAME_TITLE) return [cell];
        const [name, nip] = String(cell).split('\n');
        return [name, nip === '–' ? '' : nip];
      }),
    );
  }
  const sums = sumsOf(table);
  const last = own.addRow(['', `Jumlah (${table.employees} pegawai)`]);
  last.font = { bold: true };
  let position = 0;
  table.columns.forEach((column, index) => {
    position += 1;
    own.getColumn(position).width = column.width;
    if (column.title === NAME_TITLE) {
      position += 1;
      own.getColumn(position).width = 22;
      own.getColumn(position).numFmt = '@';
      return;
    }
    if (column.kind === 'text' || column.kind === 'percent') {
      own.getColumn(position).numFmt = column.kind === 'text' ? '@' : PERCENT;
      return;
    }
    own.getColumn(position).numFmt = RUPIAH;
    const { letter } = own.getColumn(position);
    const result = sums[index] ?? 0;
    last.getCell(position).value = table.cells.length > 0 ? { formula: `SUM(${letter}${HEADING_ROW + 1}:${letter}${HEADING_ROW + table.cells.length})`, result } : 0;
  });
}

function statementSheet(workbook: ExcelJS.Workbook, sheet: PaySheet, government: string): void {
  const own = workbook.addWorksheet('SPTJM');
  own.getColumn(1).width = 110;
  own.getColumn(1).alignment = { wrapText: true };
  heading(own, 'statement', sheet, government);
  sheet.layout.statement.forEach((sentence, index) => own.addRow([`${index + 1}. ${sentence}`]));
  own.addRow([]);
  own.addRow([sheet.head ? `${sheet.head.title}: ${sheet.head.name}` : 'Kepala Satuan Kerja Perangkat Daerah']);
}

import ExcelJS from 'exceljs';
import type { ComplianceItem } from '@ekinerja/contracts/oversight';

const HEADINGS = ['NIP', 'Nama', 'Jabatan', 'Perangkat daerah', 'SKP ditetapkan', 'Catatan bulan ini', 'Menunggu keputusannya', 'Lewat batas', 'Sudah dievaluasi'];
const WIDTHS = [22, 34, 36, 36, 16, 18, 22, 14, 18];

/** The recap of who has not planned, entered, decided or been evaluated; the NIP is text, so that no digit is lost. */
export async function complianceWorkbook(month: string, items: ComplianceItem[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(`Kepatuhan ${month}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(1).numFmt = '@';
  sheet.addRow(HEADINGS).font = { bold: true };
  for (const item of items) {
    sheet.addRow([
      item.nip ?? '', item.personName, item.postName, item.skpdName, yes(item.planned), item.entries, item.toDecide, item.overdue, yes(item.evaluated),
    ]);
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: HEADINGS.length } };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function yes(value: boolean): string {
  return value ? 'ya' : 'belum';
}

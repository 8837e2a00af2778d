import ExcelJS from 'exceljs';
import type { AuditItem } from '@ekinerja/contracts/audit';

const HEADINGS = ['Nomor', 'Waktu (UTC)', 'Pelaku', 'Nama pengguna', 'Tindakan', 'Jenis data', 'Nomor data', 'Semula', 'Menjadi', 'Alasan', 'Nomor permintaan', 'Tersegel'];
const WIDTHS = [10, 24, 30, 20, 26, 20, 38, 50, 50, 40, 38, 10];
/** The longest text a cell takes. */
const CELL_CHARACTERS = 32_000;

/** The trail as text cells: nothing in it is a formula, whatever it begins with. */
export async function auditWorkbook(items: AuditItem[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Jejak audit', { views: [{ state: 'frozen', ySplit: 1 }] });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.addRow(HEADINGS).font = { bold: true };
  for (const item of items) {
    sheet.addRow([
      item.id, item.at, item.actorName ?? '', item.actorUsername ?? '', item.action, item.subjectType, item.subjectId, textOf(item.before), textOf(item.after),
      item.reason ?? '', item.requestId ?? '', item.sealed ? 'ya' : 'belum',
    ]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value).slice(0, CELL_CHARACTERS);
}

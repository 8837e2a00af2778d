import ExcelJS from 'exceljs';
import { COLUMNS, MEANINGS, REQUIRED, SHEETS, type SheetKey } from './reorganisation-columns.js';

const EXAMPLES: { [Sheet in SheetKey]: (string | number)[][] } = {
  units: [
    ['bentuk', '1.02.05', 'Bidang Pelayanan Kesehatan', 'Bidang', '1.02', 'tidak'],
    ['tutup', '1.02.04'],
  ],
  posts: [
    ['bentuk', 'J-0105', 'Kepala Bidang Pelayanan Kesehatan', '1.02.05', 'Administrator', 'III.b', 'J-0001', '11', 'ya', 1],
    ['tutup', 'J-0104'],
  ],
  people: [['197506152001122001', 'Nurhayati', 'J-0105', '', '', '']],
};

/** The empty workbook to fill in, and beside it the same sheets with examples and what every column means. */
export async function reorganisationTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const keys = Object.keys(SHEETS) as SheetKey[];
  for (const key of keys) sheetOf(workbook, key, SHEETS[key], []);
  const legend = workbook.addWorksheet('Petunjuk');
  legend.columns = [{ header: 'Lembar', width: 14 }, { header: 'Kolom', width: 26 }, { header: 'Wajib', width: 8 }, { header: 'Isi', width: 100 }];
  legend.getRow(1).font = { bold: true };
  for (const key of keys) {
    const titles: Record<string, string> = COLUMNS[key];
    const required: readonly string[] = REQUIRED[key];
    for (const [column, meaning] of Object.entries<string>(MEANINGS[key])) legend.addRow([SHEETS[key], titles[column], required.includes(column) ? 'ya' : '', meaning]);
  }
  legend.addRow(['', '', '', 'Semua baris berlaku pada tanggal rancangan. Berkas diperiksa seluruhnya; diterapkan seluruhnya atau tidak sama sekali.']);
  for (const key of keys) sheetOf(workbook, key, `${SHEETS[key]} (contoh)`, EXAMPLES[key]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function sheetOf(workbook: ExcelJS.Workbook, key: SheetKey, name: string, rows: (string | number)[][]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text throughout: a NIP stays a NIP, and `1.10` stays a code.
  sheet.columns = Object.values<string>(COLUMNS[key]).map((header) => ({ header, width: Math.max(14, header.length + 4), style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row).font = { italic: true, color: { argb: 'FF707070' } };
}

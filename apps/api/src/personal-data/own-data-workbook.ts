import ExcelJS from 'exceljs';
import type { Row } from './own-data.repository.js';

/** Sheets by the name people know; a table without one keeps its own. */
const SHEETS: Record<string, string> = {
  person: 'Orang', employment: 'Kepegawaian', account: 'Akun', employment_nip: 'NIP', employment_rank: 'Golongan', employment_kind: 'Jenis kepegawaian', employment_absence: 'Cuti dan tugas belajar',
  employment_event: 'Peristiwa kepegawaian', assignment: 'Penugasan', account_role: 'Peran', session: 'Sesi', duty_acceptance: 'Kewajiban diterima', skp: 'SKP', skp_result: 'Hasil kerja',
  skp_indicator: 'Indikator', activity: 'Kegiatan', activity_event: 'Riwayat kegiatan', evaluation: 'Evaluasi', payslip: 'Slip TPP', presence_day: 'Presensi', staffing_match: 'Pencocokan data nasional',
  staffing_update: 'Pemutakhiran data', staffing_update_step: 'Tahap pemutakhiran', support_view: 'Dilihat atas nama saya', adjustment: 'Penyesuaian',
};
const SHEET_NAME_MAX = 31;
const CELL_MAX = 32_000;

/** One sheet a kind of data, text cells only: nothing in it is a formula, whatever it begins with. */
export async function ownDataWorkbook(tables: ReadonlyMap<string, Row[]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const overview = workbook.addWorksheet('Ikhtisar');
  overview.getColumn(1).width = 40;
  overview.addRow(['Data', 'Baris']).font = { bold: true };
  for (const [table, rows] of tables) {
    const name = titleOf(table);
    overview.addRow([name, rows.length]);
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    sheet.addRow(columns.map((column) => column.replaceAll('_', ' '))).font = { bold: true };
    for (const row of rows) sheet.addRow(columns.map((column) => textOf(row[column])));
    columns.forEach((_, index) => (sheet.getColumn(index + 1).width = 24));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function titleOf(table: string): string {
  return (SHEETS[table] ?? table.replaceAll('_', ' ')).slice(0, SHEET_NAME_MAX);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, CELL_MAX);
}

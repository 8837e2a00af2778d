import { Buffer } from 'node:buffer';
import { ACTIVITY_LIMITS } from '@ekinerja/contracts/activities';
import type { SheetRows } from '@ekinerja/contracts/sent-activities';
import ExcelJS from 'exceljs';
import { DomainError } from '../platform/problem/domain.error.js';
import type { RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readSheets } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';

/** Columns of the sheet, in order; the portal's grid and a pasted table have the same. */
const COLUMNS: [title: string, example: string, width: number][] = [
  ['Tanggal', '20-11-2026', 12],
  ['Mulai', '07:30', 8],
  ['Selesai', '09:00', 8],
  ['Apa yang dikerjakan', 'Contoh: menyusun bahan penyuluhan gizi untuk posyandu', 50],
  ['Jumlah', '1', 8],
  ['Satuan', 'dokumen', 14],
  ['Hasil kerja SKP', 'Tulis judulnya seperti dalam SKP Anda', 40],
  ['Jenis tugas', 'utama', 12],
  ['Tautan bukti', '', 30],
];

/** The first sheet of a workbook as text. What each cell means is judged row by row where it is shown. */
export async function readSheetRows(content: Buffer): Promise<SheetRows> {
  const rows: SheetRows['rows'] = [];
  let sheets = 0;
  try {
    await readSheets(content, () => {
      sheets += 1;
      if (sheets > 1) return null;
      return (row) => {
        const cells = COLUMNS.map((_, position) => textOf(row.at(position)));
        if (cells.every((cell) => cell === '')) return true;
        if (rows.length > ACTIVITY_LIMITS.fileRows) throw new TooManyRows();
        rows.push({ number: row.number, cells });
        return true;
      };
    });
  } catch (error) {
    if (error instanceof TooManyRows) throw new DomainError('file-unreadable', { reason: 'too-many-rows', max: ACTIVITY_LIMITS.fileRows });
    if (error instanceof UnreadableFile) throw new DomainError('file-unreadable');
    throw error;
  }
  return { rows };
}

/** A time of day is a fraction of a day, or an instant of the year in which spreadsheets begin. */
function textOf(cell: RawCell): string {
  if (cell.kind === 'empty') return '';
  if (cell.kind === 'text') return cell.text.trim();
  if (cell.kind === 'number') return cell.value > 0 && cell.value < 1 ? timeOf(Math.round(cell.value * 1440)) : String(cell.value);
  const rounded = new Date(Math.round(cell.value.getTime() / 60_000) * 60_000).toISOString();
  return rounded < '1901' ? rounded.slice(11, 16) : rounded.slice(0, 10);
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** An empty sheet with its headings and one example row. */
export async function sheetTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Kegiatan');
  sheet.columns = COLUMNS.map(([header, , width]) => ({ header, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRow(COLUMNS.map(([, example]) => example));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

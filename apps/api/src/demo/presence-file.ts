import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { IsoDate, IsoMonth, PresenceStatus } from '@ekinerja/contracts/basics';
import type { Regency } from './generator/model.js';
import { displayName } from './generator/organisation.js';
import type { PresenceMaker } from './generator/presence.js';

/** Words as a presence machine prints them. */
const WORDS: Record<PresenceStatus, string> = {
  present: 'Hadir', absent: 'Tanpa Keterangan', sick: 'Sakit', 'leave-annual': 'Cuti Tahunan', 'leave-important': 'Cuti Alasan Penting',
  'leave-large': 'Cuti Besar', 'leave-maternity': 'Cuti Melahirkan', 'official-travel': 'Dinas Luar', training: 'Diklat', study: 'Tugas Belajar',
  'device-failure': 'Gangguan Alat',
};
/** What one import takes (contracts, ATTENDANCE_LIMITS), with room to spare; a larger regency gets several files. */
const ROWS_A_FILE = 400_000;
const COLUMNS = [
  { header: 'NIP', width: 22 }, { header: 'Nama', width: 34 }, { header: 'Tanggal', width: 13 }, { header: 'Jam Masuk', width: 11 },
  { header: 'Jam Pulang', width: 11 }, { header: 'Status', width: 20 },
];

/** Where the example files of generated data lie. */
export function exampleFolder(dataDir: string): string {
  return join(dataDir, 'contoh');
}

/** First file of a month; further parts of a very large regency are numbered. */
export function presenceFileName(month: IsoMonth, part = 1): string {
  return part === 1 ? `presensi-${month}.xlsx` : `presensi-${month}-bagian-${part}.xlsx`;
}

/** Writes a month's presence as the machine would export it, row by row, so that any size fits in memory. */
export async function writePresenceFile(
  regency: Pick<Regency, 'people'>, presence: PresenceMaker, month: IsoMonth, folder: string,
): Promise<{ files: string[]; rows: number }> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  let rows = 0;
  let book: Book | null = null;
  for (const person of regency.people) {
    const days = presence.month(person, month);
    if (days.length === 0 || person.nip === null) continue;
    if (book && book.rows + days.length > ROWS_A_FILE) {
      await book.finish();
      book = null;
    }
    if (!book) {
      const file = join(folder, presenceFileName(month, files.length + 1));
      await rm(file, { force: true });
      files.push(file);
      book = new Book(file);
    }
    for (const { date, status, checkIn, checkOut } of days) book.add([person.nip, displayName(person), indonesian(date), checkIn ?? '', checkOut ?? '', WORDS[status]]);
    rows += days.length;
  }
  await book?.finish();
  return { files, rows };
}

class Book {
  rows = 0;
  private readonly writer: ExcelJS.stream.xlsx.WorkbookWriter;
  private readonly sheet: ExcelJS.Worksheet;

  constructor(filename: string) {
    this.writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: false });
    this.sheet = this.writer.addWorksheet('Presensi', { views: [{ state: 'frozen', ySplit: 1 }] });
    // As text: a spreadsheet keeps only fifteen digits of a number.
    this.sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width, style: { numFmt: '@' } }));
    this.sheet.getRow(1).font = { bold: true };
  }

  add(cells: string[]): void {
    this.sheet.addRow(cells).commit();
    this.rows += 1;
  }

  async finish(): Promise<void> {
    this.sheet.commit();
    await this.writer.commit();
  }
}

/** `2026-10-05` → `05-10-2026` */
function indonesian(date: IsoDate): string {
  return date.split('-').reverse().join('-');
}

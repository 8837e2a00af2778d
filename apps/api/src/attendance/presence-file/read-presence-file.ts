import { ATTENDANCE_LIMITS, type PresenceWordsInput } from '@ekinerja/contracts/attendance';
import { TooManyRows } from '../../platform/spreadsheet/unreadable-file.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { RawSheet } from './raw-row.js';

/** Reads a presence file by what it is, not by its name: a workbook is a zip, anything else is delimited text. */
export async function readPresenceFile(content: Buffer, words?: PresenceWordsInput): Promise<RawSheet[]> {
  const workbook = content.length > 4 && content.readUInt32LE(0) === 0x04034b50;
  const sheets = workbook ? await readXlsx(content, ATTENDANCE_LIMITS.rows, words) : readCsv(content, ATTENDANCE_LIMITS.rows, words);
  if (sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) > ATTENDANCE_LIMITS.rows) throw new TooManyRows();
  return sheets;
}

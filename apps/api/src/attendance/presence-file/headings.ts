import type { PresenceWordsInput } from '@ekinerja/contracts/attendance';
import type { Column, Headings } from './raw-row.js';

/** Headings by which a column is known, Indonesian and English, in any order and case. */
const KNOWN: Record<Column, readonly string[]> = {
  nip: ['nip', 'nip pegawai', 'nomor induk pegawai', 'employee number', 'employee id'],
  date: ['tanggal', 'tgl', 'tanggal presensi', 'tanggal absen', 'hari', 'date', 'day'],
  checkIn: ['jam masuk', 'masuk', 'waktu masuk', 'jam datang', 'datang', 'scan masuk', 'check in', 'clock in', 'time in', 'in'],
  checkOut: ['jam pulang', 'pulang', 'waktu pulang', 'jam keluar', 'keluar', 'scan pulang', 'check out', 'clock out', 'time out', 'out'],
  status: ['status', 'keterangan', 'ket', 'status kehadiran', 'status presensi', 'kehadiran', 'presence', 'presence status'],
};
const COLUMN_OF = new Map(Object.entries(KNOWN).flatMap(([column, names]) => names.map((name) => [name, column as Column])));

/** Rows searched for the headings: agencies put a title and the unit's name above them. */
export const HEADING_ROWS = 15;

export interface HeadingRow {
  /** Position in the row (from 0) by column. */
  positions: Map<Column, number>;
  headings: Headings;
}

/** Reads a row as headings: null unless NIP and date are both there. */
export function readHeadings(cells: readonly string[], words?: Pick<PresenceWordsInput, 'columns'>): HeadingRow | null {
  const own = new Map(Object.entries(words?.columns ?? {}).flatMap(([column, titles]) => titles.map((title) => [plain(title), column as Column])));
  const positions = new Map<Column, number>();
  const headings: Headings = {};
  cells.forEach((cell, position) => {
    const column = own.get(plain(cell)) ?? COLUMN_OF.get(plain(cell));
    if (!column || positions.has(column)) return;
    positions.set(column, position);
    headings[column] = cell.trim();
  });
  return positions.has('nip') && positions.has('date') ? { positions, headings } : null;
}

function plain(cell: string): string {
  return cell.toLowerCase().replaceAll(/[^a-z]+/g, ' ').trim();
}

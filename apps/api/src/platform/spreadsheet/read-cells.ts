/** Reading single cells as agencies write them: NIP, day and month. Pure. */
import type { IsoDate, IsoMonth } from '@ekinerja/contracts/basics';
import { isIsoDate } from '@ekinerja/regulations/dates';
import type { RawCell } from './raw-cell.js';

/** What a cell means, or the code of what is wrong with it. */
export type Reading<T> = { value: T } | { problem: string };

/** Eighteen digits; spaces and a leading apostrophe are forgiven, a number is not: a spreadsheet keeps only 15 digits. */
export function readNip(cell: RawCell): Reading<string> {
  if (cell.kind === 'empty') return { problem: 'nip-missing' };
  if (cell.kind !== 'text') return { problem: 'nip-as-number' };
  const text = cell.text.replaceAll(/[\s'’`".-]/g, '');
  if (/^\d[.,]?\d*e\+?\d+$/i.test(cell.text.replaceAll(/[\s'’`"]/g, ''))) return { problem: 'nip-as-number' };
  return /^\d{18}$/.test(text) ? { value: text } : { problem: 'nip-malformed' };
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Serial numbers that look like a day in a cell without a date format. Standard: 1982 to 2119. */
export const RECENT_SERIALS = { from: 30_000, to: 80_000 };
/** From 1927 on: days of birth as well. */
export const LIFETIME_SERIALS = { from: 10_000, to: 80_000 };

export function readDay(cell: RawCell, serials = RECENT_SERIALS): Reading<IsoDate> {
  if (cell.kind === 'empty') return { problem: 'date-missing' };
  if (cell.kind === 'date') return { value: new Date(cell.value.getTime() + 1000).toISOString().slice(0, 10) };
  if (cell.kind === 'number') {
    if (cell.value < serials.from || cell.value > serials.to) return { problem: 'date-malformed' };
    return { value: new Date(EXCEL_EPOCH + Math.floor(cell.value) * DAY_MS).toISOString().slice(0, 10) };
  }
  const text = cell.text.trim().replace(/^'/, '');
  const indonesian = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s+00:00(?::00)?)?$/.exec(text);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(text);
  const day = indonesian
    ? `${indonesian[3]}-${indonesian[2]!.padStart(2, '0')}-${indonesian[1]!.padStart(2, '0')}`
    : iso
      ? `${iso[1]}-${iso[2]!.padStart(2, '0')}-${iso[3]!.padStart(2, '0')}`
      : '';
  return isIsoDate(day) ? { value: day } : { problem: 'date-malformed' };
}

const MONTHS = ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember'];

/** `2026-10`, `10-2026`, `Oktober 2026`, or any day of the month. */
export function readMonth(cell: RawCell): Reading<IsoMonth> {
  if (cell.kind === 'text') {
    const text = cell.text.trim().toLowerCase();
    const iso = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
    const local = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
    const named = /^([a-z]+)\s+(\d{4})$/.exec(text);
    const number = iso ? Number(iso[2]) : local ? Number(local[1]) : named ? MONTHS.indexOf(named[1]!) + 1 : 0;
    const year = iso?.[1] ?? local?.[2] ?? named?.[2];
    if (year && number >= 1 && number <= 12) return { value: `${year}-${String(number).padStart(2, '0')}` };
  }
  const day = readDay(cell);
  return 'value' in day ? { value: day.value.slice(0, 7) } : { problem: cell.kind === 'empty' ? 'month-missing' : 'month-malformed' };
}

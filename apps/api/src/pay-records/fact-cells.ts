/** Single cells of the workbook of pay facts, as agencies write them. Pure. */
import type { ClockTime, DecimalString } from '@ekinerja/contracts/basics';
import { shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import type { Reading } from '../platform/spreadsheet/read-cells.js';

/** From here on a spreadsheet has rounded: it keeps 15 digits. */
const ROUNDED = 1e15;

/** Whole rupiah: a number, or text with the thousands' points of Indonesia. */
export function readRupiah(cell: RawCell): Reading<number> {
  if (cell.kind === 'number') return Number.isInteger(cell.value) && cell.value >= 0 && cell.value < ROUNDED ? { value: cell.value } : { problem: 'not-whole-rupiah' };
  if (cell.kind !== 'text') return { problem: 'not-whole-rupiah' };
  const text = cell.text.replaceAll(/^\s*rp\.?|\s/gi, '');
  if (!/^(\d+|\d{1,3}(\.\d{3})+)(,0+|,-)?$/.test(text)) return { problem: 'not-whole-rupiah' };
  const value = Number(text.replace(/,.*$/, '').replaceAll('.', ''));
  return Number.isSafeInteger(value) ? { value } : { problem: 'not-whole-rupiah' };
}

/** A decimal with a comma or a point, at most four places. */
export function readDecimal(cell: RawCell): Reading<DecimalString> {
  const text = cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? cell.text.trim().replace(',', '.').replace(/%$/, '').trim() : '';
  return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? { value: text } : { problem: 'not-a-number' };
}

export function readWhole(cell: RawCell): Reading<number> {
  const text = cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? cell.text.trim() : '';
  return /^\d{1,4}$/.test(text) ? { value: Number(text) } : { problem: 'not-a-number' };
}

export function readClock(cell: RawCell): Reading<ClockTime> {
  const seconds = cell.kind === 'date' ? Math.round((cell.value.getTime() % 86_400_000) / 1000) : cell.kind === 'number' ? Math.round((cell.value % 1) * 86_400) : null;
  if (seconds !== null && seconds >= 0) return { value: `${String(Math.floor(seconds / 3600) % 24).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}` };
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(cell.kind === 'text' ? cell.text.trim() : '');
  return match && Number(match[1]) < 24 && Number(match[2]) < 60 ? { value: `${match[1]!.padStart(2, '0')}:${match[2]}` } : { problem: 'time-malformed' };
}

/** An account number is text: a spreadsheet that made a number of it may have lost digits. */
export function readAccountNumber(cell: RawCell): Reading<string> {
  if (cell.kind === 'number') return { problem: 'account-as-number' };
  const text = shown(cell).replaceAll(/[\s'’.-]/g, '');
  return /^\d{5,30}$/.test(text) ? { value: text } : { problem: 'account-malformed' };
}

export function readText(cell: RawCell, max: number): Reading<string> {
  const text = cell.kind === 'text' ? cell.text.replace(/^\s*['’]/, '').replaceAll(/\s+/g, ' ').trim() : shown(cell);
  if (text === '') return { problem: 'missing' };
  return text.length > max ? { problem: 'too-long' } : { value: text };
}

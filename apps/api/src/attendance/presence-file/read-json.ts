import { ATTENDANCE_LIMITS, type PresenceWords } from '@ekinerja/contracts/attendance';
import { EMPTY, textCell, type RawCell } from '../../platform/spreadsheet/raw-cell.js';
import { TooManyRows, UnreadableFile } from '../../platform/spreadsheet/unreadable-file.js';
import { readHeadings } from './headings.js';
import type { RawRow, RawSheet } from './raw-row.js';

/** Rows of another system's answer: a list of objects, or an object that holds one; keys are read like headings. */
export function readPresenceJson(content: Buffer, words: PresenceWords): RawSheet[] {
  const list = listIn(parsed(content));
  if (list.length > ATTENDANCE_LIMITS.rows) throw new TooManyRows();
  const keys = Object.keys(list[0] ?? {});
  const heading = readHeadings(keys, words);
  if (!heading) return [];
  const rows = list.map((record, index): RawRow => {
    const cells: RawRow['cells'] = {};
    for (const [column, position] of heading.positions) cells[column] = cellOf(record[keys[position]!]);
    return { sheet: null, row: index + 1, cells };
  });
  return [{ name: null, headings: heading.headings, rows }];
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw new UnreadableFile('json');
  }
}

function listIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (typeof value !== 'object' || value === null) throw new UnreadableFile('json');
  const list = Object.values(value).find((one) => Array.isArray(one));
  return list ? listIn(list) : [];
}

function cellOf(value: unknown): RawCell {
  return typeof value === 'string' ? textCell(value) : typeof value === 'number' ? { kind: 'text', text: String(value) } : EMPTY;
}

import type { PresenceWordsInput } from '@ekinerja/contracts/attendance';
import type { RawCell } from '../../platform/spreadsheet/raw-cell.js';
import { readSheets, type SheetRow } from '../../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../../platform/spreadsheet/unreadable-file.js';
import { HEADING_ROWS, readHeadings, type HeadingRow } from './headings.js';
import type { Column, RawRow, RawSheet } from './raw-row.js';

/** Reads every sheet that has the headings. */
export async function readXlsx(content: Buffer, mostRows: number, words?: PresenceWordsInput): Promise<RawSheet[]> {
  const sheets: RawSheet[] = [];
  let total = 0;
  await readSheets(content, (name) => {
    let heading: HeadingRow | null = null;
    let sheet: RawSheet | null = null;
    return (row) => {
      if (!heading) {
        if (row.number > HEADING_ROWS) return false;
        heading = readHeadings(row.texts(), words);
        if (heading) sheets.push((sheet = { name, headings: heading.headings, rows: [] }));
        return true;
      }
      const raw = rawRow(row, heading, name);
      if (!raw) return true;
      if ((total += 1) > mostRows) throw new TooManyRows();
      sheet?.rows.push(raw);
      return true;
    };
  });
  return sheets;
}

function rawRow(row: SheetRow, heading: HeadingRow, sheet: string | null): RawRow | null {
  const cells: Partial<Record<Column, RawCell>> = {};
  let filled = false;
  for (const [column, position] of heading.positions) {
    const cell = row.at(position);
    filled ||= cell.kind !== 'empty';
    cells[column] = cell;
  }
  return filled ? { sheet, row: row.number, cells } : null;
}

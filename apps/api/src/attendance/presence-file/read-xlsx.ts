import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { HEADING_ROWS, readHeadings, type HeadingRow } from './headings.js';
import { EMPTY, textCell, type RawCell, type RawRow, type RawSheet } from './raw-row.js';
import { TooManyRows, UnreadableFile } from './unreadable-file.js';
import { unpackedBytes } from './unpacked-bytes.js';

/** A workbook of this size on opening is an attack or a mistake, not a month of presence. */
const MOST_UNPACKED_BYTES = 600 * 1024 * 1024;

/** Reads every sheet that has the headings, row by row, so that a big workbook never stands in memory as objects. */
export async function readXlsx(content: Buffer, mostRows: number): Promise<RawSheet[]> {
  if (unpackedBytes(content) > MOST_UNPACKED_BYTES) throw new UnreadableFile('too big when unpacked');
  const sheets: RawSheet[] = [];
  let total = 0;
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([content]), {
      worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore',
    });
    for await (const worksheet of workbook) {
      const name = (worksheet as unknown as { name?: string }).name ?? null;
      let heading: HeadingRow | null = null;
      let sheet: RawSheet | null = null;
      for await (const row of worksheet) {
        if (!heading) {
          if (row.number > HEADING_ROWS) break;
          heading = readHeadings(textsOf(row));
          if (heading) sheets.push((sheet = { name, headings: heading.headings, rows: [] }));
          continue;
        }
        const raw = rawRow(row, heading, name);
        if (!raw) continue;
        if ((total += 1) > mostRows) throw new TooManyRows();
        sheet?.rows.push(raw);
      }
    }
  } catch (error) {
    if (error instanceof TooManyRows) throw error;
    throw new UnreadableFile(error instanceof Error ? error.message : 'xlsx');
  }
  return sheets;
}

function rawRow(row: ExcelJS.Row, heading: HeadingRow, sheet: string | null): RawRow | null {
  const raw: RawRow = { sheet, row: row.number, cells: {} };
  let filled = false;
  for (const [column, position] of heading.positions) {
    const cell = rawCell(row.getCell(position + 1).value);
    filled ||= cell.kind !== 'empty';
    raw.cells[column] = cell;
  }
  return filled ? raw : null;
}

function textsOf(row: ExcelJS.Row): string[] {
  const texts: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const raw = rawCell(cell.value);
    texts[column - 1] = raw.kind === 'text' ? raw.text : '';
  });
  return Array.from(texts, (text) => text ?? '');
}

function rawCell(value: ExcelJS.CellValue | undefined): RawCell {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? EMPTY : { kind: 'date', value };
  if (typeof value === 'boolean') return textCell(String(value));
  if ('richText' in value) return textCell(value.richText.map((part) => part.text).join(''));
  if ('result' in value) return rawCell(value.result as ExcelJS.CellValue);
  if ('text' in value) return textCell(String(value.text));
  if ('error' in value) return textCell(String(value.error));
  return EMPTY;
}

import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { EMPTY, textCell, type RawCell } from './raw-cell.js';
import { inReadingOrder } from './reading-order.js';
import { requireHonestSize } from './unpacked-bytes.js';
import { TooManyRows, UnreadableFile } from './unreadable-file.js';

const SLICE_BYTES = 64 * 1024;
const ROWS_AT_ONCE = 200;

/** One row; positions count from 0. */
export interface SheetRow {
  /** As the spreadsheet numbers it, the first row being 1. */
  number: number;
  at(position: number): RawCell;
  /** The text of every cell, for finding the headings; numbers and dates are ''. */
  texts(): string[];
}

/** Takes the rows of a sheet in order; `false` passes over the rest of it. */
export type TakesRow = (row: SheetRow) => boolean;

/**
 * Reads a workbook row by row, so that a big one never stands in memory as objects.
 * @param open what to do with a sheet of that name; null passes over it.
 * @param progress hears the part read so far, 0 … 1.
 * @throws UnreadableFile, and TooManyRows when a taker throws it.
 */
export async function readSheets(
  content: Buffer,
  open: (name: string | null) => TakesRow | null,
  progress: (part: number) => void | Promise<void> = () => undefined,
): Promise<void> {
  await requireHonestSize(content);
  try {
    const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(slicesOf(content, progress)), {
      worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore',
    });
    for await (const worksheet of workbook) {
      const take = open((worksheet as unknown as { name?: string }).name ?? null);
      // The reader must come to the end of a sheet in any case, or the next one never arrives.
      let going = take !== null;
      for await (const row of worksheet) {
        // Rows arrive without a pause in between; requests are served here.
        if (row.number % ROWS_AT_ONCE === 0) await setImmediate();
        if (going && take) going = take({ number: row.number, at: (position) => rawCell(row.getCell(position + 1).value), texts: () => textsOf(row) });
      }
    }
  } catch (error) {
    if (error instanceof TooManyRows) throw error;
    throw new UnreadableFile(error instanceof Error ? error.message : 'xlsx');
  }
}

async function* slicesOf(content: Buffer, progress: (part: number) => void | Promise<void>): AsyncGenerator<Buffer> {
  let done = 0;
  for (const piece of inReadingOrder(content)) {
    for (let start = 0; start < piece.length; start += SLICE_BYTES) {
      await progress(done / content.length);
      const slice = piece.subarray(start, start + SLICE_BYTES);
      done += slice.length;
      yield slice;
    }
  }
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

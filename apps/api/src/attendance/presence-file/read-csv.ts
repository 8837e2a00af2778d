import { parse } from 'csv-parse/sync';
import type { PresenceWordsInput } from '@ekinerja/contracts/attendance';
import { textCell } from '../../platform/spreadsheet/raw-cell.js';
import { UnreadableFile } from '../../platform/spreadsheet/unreadable-file.js';
import { HEADING_ROWS, readHeadings } from './headings.js';
import type { RawRow, RawSheet } from './raw-row.js';

/** Reads delimited text: `;`, `,` or tab, with or without BOM, the headings within the first rows. */
export function readCsv(content: Buffer, mostRows: number, words?: PresenceWordsInput): RawSheet[] {
  const text = content.toString('utf8');
  if (text.includes('\u0000')) throw new UnreadableFile('not-text');
  const records = recordsOf(text, separatorOf(text), mostRows);
  for (let index = 0; index < Math.min(records.length, HEADING_ROWS); index += 1) {
    const heading = readHeadings(records[index]!.record, words);
    if (!heading) continue;
    const rows: RawRow[] = [];
    for (const { record, info } of records.slice(index + 1)) {
      const row: RawRow = { sheet: null, row: info.lines, cells: {} };
      for (const [column, position] of heading.positions) row.cells[column] = textCell(record[position] ?? '');
      if (Object.values(row.cells).some((cell) => cell.kind !== 'empty')) rows.push(row);
    }
    return [{ name: null, headings: heading.headings, rows }];
  }
  return [];
}

function recordsOf(text: string, delimiter: string, mostRows: number): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(text, {
      bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, to: mostRows + HEADING_ROWS + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : 'csv');
  }
}

/** The separator that the row of headings uses most. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).split(/\r?\n/, HEADING_ROWS);
  const line = head.find((candidate) => /nip/i.test(candidate)) ?? head[0] ?? '';
  const counts = [';', ',', '\t'].map((separator) => [separator, line.split(separator).length] as const);
  return counts.sort((a, b) => b[1] - a[1])[0]![0];
}

import type { FactProblem } from '@ekinerja/contracts/pay-records';
import { PAY_RECORD_LIMITS } from '@ekinerja/contracts/pay-records';
import { EMPTY, shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readSheets } from '../platform/spreadsheet/read-sheets.js';
import type { Reading } from '../platform/spreadsheet/read-cells.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';
import { FACT_COLUMNS, FACT_REQUIRED, FACT_SHEET_TITLES, type FactSheetKey } from './fact-columns.js';

const HEADING_ROWS = 10;

/** One row of a sheet by our own column keys; what cannot be read is noted and makes the row bad. */
export class FactRow {
  bad = false;

  constructor(
    readonly sheet: FactSheetKey,
    readonly row: number,
    private readonly cells: ReadonlyMap<string, RawCell>,
    private readonly problems: FactProblem[],
  ) {}

  cell(column: string): RawCell {
    return this.cells.get(column) ?? EMPTY;
  }

  read<T>(column: string, reader: (cell: RawCell) => Reading<T>): T | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return null;
    const reading = reader(cell);
    return 'value' in reading ? reading.value : this.refuse(column, reading.problem);
  }

  required<T>(column: string, reader: (cell: RawCell) => Reading<T>): T | null {
    return this.cell(column).kind === 'empty' ? this.refuse(column, 'missing') : this.read(column, reader);
  }

  refuse(column: string, reason: string, params: FactProblem['params'] = {}): null {
    this.bad = true;
    const title = (FACT_COLUMNS[this.sheet] as Record<string, string>)[column] ?? column;
    this.problems.push({ sheet: FACT_SHEET_TITLES[this.sheet], row: this.row, column: title, value: shown(this.cells.get(column)), reason, params });
    return null;
  }
}

/** The rows of the sheets that we know; columns are found by their titles in any order. */
export async function readFactWorkbook(content: Buffer): Promise<{ rows: FactRow[]; problems: FactProblem[]; sheets: FactSheetKey[] }> {
  const problems: FactProblem[] = [];
  const rows: FactRow[] = [];
  const sheets: FactSheetKey[] = [];
  await readSheets(content, (name) => {
    const sheet = (Object.keys(FACT_SHEET_TITLES) as FactSheetKey[]).find((key) => plain(FACT_SHEET_TITLES[key]) === plain(name ?? ''));
    if (!sheet) return null;
    sheets.push(sheet);
    let positions: Map<string, number> | null = null;
    return (row) => {
      if (!positions) {
        positions = headingsOf(sheet, row.texts());
        if (positions) {
          for (const column of FACT_REQUIRED[sheet]) {
            if (!positions.has(column)) problems.push({ sheet: FACT_SHEET_TITLES[sheet], row: row.number, column: titleOf(sheet, column), value: '', reason: 'column-missing', params: {} });
          }
        } else if (row.number > HEADING_ROWS) {
          problems.push({ sheet: FACT_SHEET_TITLES[sheet], row: row.number, column: '', value: '', reason: 'headings-missing', params: {} });
          return false;
        }
        return true;
      }
      const cells = new Map([...positions].map(([column, position]) => [column, row.at(position)]));
      if ([...cells.values()].every(({ kind }) => kind === 'empty')) return true;
      if (rows.length >= PAY_RECORD_LIMITS.rows) throw new TooManyRows();
      rows.push(new FactRow(sheet, row.number, cells, problems));
      return true;
    };
  });
  if (sheets.length === 0) problems.push({ sheet: Object.values(FACT_SHEET_TITLES).join(', '), row: 0, column: '', value: '', reason: 'sheet-missing', params: {} });
  return { rows, problems, sheets };
}

function headingsOf(sheet: FactSheetKey, texts: readonly string[]): Map<string, number> | null {
  const known = new Map(Object.entries(FACT_COLUMNS[sheet]).map(([key, title]) => [plain(title), key]));
  const positions = new Map<string, number>();
  texts.forEach((text, position) => {
    const key = known.get(plain(text));
    if (key && !positions.has(key)) positions.set(key, position);
  });
  return positions.size >= 2 ? positions : null;
}

function titleOf(sheet: FactSheetKey, column: string): string {
  return (FACT_COLUMNS[sheet] as Record<string, string>)[column] ?? column;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
}

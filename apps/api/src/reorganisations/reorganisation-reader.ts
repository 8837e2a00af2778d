import type { ImportProblem } from '@ekinerja/contracts/attendance';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { REORGANISATION_LIMITS } from '@ekinerja/contracts/reorganisations';
import { shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readNip } from '../platform/spreadsheet/read-cells.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { ACT_WORDS, COLUMNS, plain, REQUIRED, SHEETS, type Act, type SheetKey } from './reorganisation-columns.js';

/** One row as text by column; days as days. Empty cells are null: for a change they mean "as it was". */
export interface ReorganisationRow {
  sheet: SheetKey;
  row: number;
  act: Act | 'place';
  cells: Record<string, string | null>;
}
export interface ReadReorganisation {
  rows: ReorganisationRow[];
  problems: ImportProblem[];
}

const DAYS: ReadonlySet<string> = new Set(['decreeDate', 'spmt']);
const TITLE_ROWS = 15;

/** Reads every row and names every cell that cannot be read; what the rows do is checked by doing it. */
export async function readReorganisation(content: Buffer): Promise<ReadReorganisation> {
  const read: ReadReorganisation = { rows: [], problems: [] };
  const seen = new Set<SheetKey>();
  try {
    await readSheets(content, (name) => {
      const sheet = (Object.keys(SHEETS) as SheetKey[]).find((key) => plain(SHEETS[key]) === plain(name ?? ''));
      if (!sheet || seen.has(sheet)) return null;
      seen.add(sheet);
      return takerOf(sheet, read);
    });
  } catch (error) {
    if (!(error instanceof UnreadableFile) && !(error instanceof TooManyRows)) throw error;
    return { rows: [], problems: [problemAt(null, 0, '', '', error instanceof TooManyRows ? 'too-many-rows' : 'file-unreadable')] };
  }
  if (read.rows.length === 0 && read.problems.length === 0) read.problems.push(problemAt(null, 0, '', '', 'no-rows'));
  return read;
}

function takerOf(sheet: SheetKey, into: ReadReorganisation): (row: SheetRow) => boolean {
  let at: Map<string, number> | null = null;
  return (row) => {
    if (!at) {
      const titles = row.texts().map(plain);
      const found = new Map(Object.entries<string>(COLUMNS[sheet]).flatMap(([column, title]) => (titles.includes(plain(title)) ? [[column, titles.indexOf(plain(title))] as const] : [])));
      if ((REQUIRED[sheet] as readonly string[]).every((column) => found.has(column))) at = found;
      else if (row.number >= TITLE_ROWS) into.problems.push(problemAt(sheet, row.number, '', '', 'columns-missing'));
      return at !== null || row.number < TITLE_ROWS;
    }
    const positions = at;
    const cell = (column: string): RawCell => (positions.has(column) ? row.at(positions.get(column) as number) : { kind: 'empty' });
    if ([...positions.keys()].every((column) => cell(column).kind === 'empty')) return true;
    if (into.rows.length >= REORGANISATION_LIMITS.rows) throw new TooManyRows();
    const one = rowOf(sheet, row.number, cell, into.problems);
    if (one) into.rows.push(one);
    return true;
  };
}

function rowOf(sheet: SheetKey, row: number, cell: (column: string) => RawCell, problems: ImportProblem[]): ReorganisationRow | null {
  const before = problems.length;
  const bad = (column: string, reason: string) => problems.push(problemAt(sheet, row, titleOf(sheet, column), shown(cell(column)), reason));
  const cells: Record<string, string | null> = {};
  for (const column of Object.keys(COLUMNS[sheet])) {
    const raw = cell(column);
    if (raw.kind === 'empty') cells[column] = null;
    else if (DAYS.has(column)) cells[column] = dayOf(raw, () => bad(column, 'date-malformed'));
    else if (column === 'nip') cells[column] = personOf(raw, (reason) => bad(column, reason));
    else if (raw.kind === 'date') bad(column, 'code-as-number');
    else cells[column] = (raw.kind === 'number' ? String(raw.value) : raw.text.replace(/^\s*['’]/, '').replaceAll(/\s+/g, ' ')).trim();
  }
  for (const column of REQUIRED[sheet]) if (cell(column).kind === 'empty') bad(column, 'cell-missing');
  const act = sheet === 'people' ? 'place' : ACT_WORDS[plain(cells.act ?? '') as keyof typeof ACT_WORDS];
  if (!act && cells.act !== null) bad('act', 'act-unknown');
  return problems.length > before || !act ? null : { sheet, row, act, cells };
}

function dayOf(raw: RawCell, bad: () => void): IsoDate | null {
  const reading = readDay(raw);
  if ('value' in reading) return reading.value;
  bad();
  return null;
}

/** A NIP, or the code of somebody without one. */
function personOf(raw: RawCell, bad: (reason: string) => void): string | null {
  const reading = readNip(raw);
  if ('value' in reading) return reading.value;
  if (raw.kind === 'text' && reading.problem === 'nip-malformed') return raw.text.trim();
  bad(reading.problem);
  return null;
}

export function titleOf(sheet: SheetKey, column: string): string {
  return (COLUMNS[sheet] as Record<string, string>)[column] ?? column;
}

export function problemAt(sheet: SheetKey | null, row: number, column: string, value: string, reason: string, params: ImportProblem['params'] = {}): ImportProblem {
  return { sheet: sheet ? SHEETS[sheet] : null, row, column, value: value.slice(0, 60), reason, params };
}

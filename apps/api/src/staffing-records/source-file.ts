/** Reads files of the national staffing records (SIASN `data-utama`): a workbook, delimited text, or the API's JSON. Pure. */
import { parse } from 'csv-parse/sync';
import type { ImportProblem } from '@ekinerja/contracts/attendance';
import { STAFFING_LIMITS, type StaffingData } from '@ekinerja/contracts/staffing-records';
import { EMPTY, shown, textCell, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { LIFETIME_SERIALS, readDay, readNip } from '../platform/spreadsheet/read-cells.js';
import { readSheets } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import { KIND_OF_SOURCE, plainHeading, RANK_OF_ID, SEX_OF_SOURCE, SOURCE_COLUMNS, type SourceColumn } from './source-columns.js';

export interface SourceRow {
  row: number;
  nip: string;
  sourceId: string | null;
  data: Partial<StaffingData>;
}
export interface SourceFile {
  rows: SourceRow[];
  problems: ImportProblem[];
}

/** How many rows at the top may stand above the headings. */
const HEADING_ROWS = 15;
type Cells = (column: SourceColumn) => RawCell;

/** @throws UnreadableFile, TooManyRows */
export async function readSourceFile(content: Buffer): Promise<SourceFile> {
  const file: SourceFile = { rows: [], problems: [] };
  const seen = new Map<string, number>();
  const take = (row: number, cells: Cells) => {
    if (file.rows.length >= STAFFING_LIMITS.importRows) throw new TooManyRows();
    const read = rowOf(row, cells, file.problems);
    if (!read) return;
    const first = seen.get(read.nip);
    if (first !== undefined) file.problems.push(problem(row, 'nipBaru', read.nip, 'nip-twice', { row: first }));
    seen.set(read.nip, row);
    file.rows.push(read);
  };
  if (content.length > 4 && content.readUInt32LE(0) === 0x04034b50) await readWorkbook(content, take);
  else if (/^\uFEFF?\s*[[{]/.test(content.subarray(0, 200).toString('utf8'))) readJson(content, take);
  else readText(content, take);
  if (file.rows.length === 0 && file.problems.length === 0) file.problems.push(problem(0, 'nipBaru', '', 'headings-missing'));
  return file;
}

async function readWorkbook(content: Buffer, take: (row: number, cells: Cells) => void): Promise<void> {
  await readSheets(content, () => {
    let positions: Map<SourceColumn, number> | null = null;
    return (row) => {
      if (!positions) {
        if (row.number > HEADING_ROWS) return false;
        positions = positionsIn(row.texts());
        return true;
      }
      const found = positions;
      take(row.number, (column) => (found.has(column) ? row.at(found.get(column)!) : EMPTY));
      return true;
    };
  });
}

function readText(content: Buffer, take: (row: number, cells: Cells) => void): void {
  const text = content.toString('utf8');
  if (text.includes('\u0000')) throw new UnreadableFile('not-text');
  const head = text.split(/\r?\n/, HEADING_ROWS).find((line) => /nip/i.test(line)) ?? '';
  const delimiter = [';', ',', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, to: STAFFING_LIMITS.importRows + HEADING_ROWS + 1,
    }) as unknown as typeof records;
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : 'csv');
  }
  const at = records.slice(0, HEADING_ROWS).findIndex(({ record }) => positionsIn(record) !== null);
  if (at < 0) return;
  const positions = positionsIn(records[at]!.record)!;
  for (const { record, info } of records.slice(at + 1)) take(info.lines, (column) => textCell(record[positions.get(column) ?? -1] ?? ''));
}

/** As the API answers: an array, or one under `data`, of objects with the field names. */
function readJson(content: Buffer, take: (row: number, cells: Cells) => void): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : 'json');
  }
  const inner: unknown = Array.isArray(parsed) ? parsed : (parsed as { data?: unknown }).data;
  const list: unknown[] = Array.isArray(inner) ? inner : [inner ?? parsed];
  list.forEach((entry, index) => {
    const values = new Map(Object.entries(entry instanceof Object ? entry : {}).map(([key, value]) => [plainHeading(key), value as unknown]));
    take(index + 1, (column) => {
      const value = SOURCE_COLUMNS[column].map((name) => values.get(plainHeading(name))).find((one) => one !== undefined && one !== null && one !== '');
      if (typeof value === 'number') return column === 'nip' ? { kind: 'number', value } : textCell(String(value));
      return typeof value === 'string' ? textCell(value) : EMPTY;
    });
  });
}

/** Null unless one of the cells heads the NIP. */
function positionsIn(texts: readonly string[]): Map<SourceColumn, number> | null {
  const at = new Map(texts.map((text, index) => [plainHeading(text), index]).toReversed() as [string, number][]);
  const positions = new Map<SourceColumn, number>();
  for (const [column, names] of Object.entries(SOURCE_COLUMNS) as [SourceColumn, readonly string[]][]) {
    const position = names.map((name) => at.get(plainHeading(name))).find((one) => one !== undefined);
    if (position !== undefined) positions.set(column, position);
  }
  return positions.has('nip') ? positions : null;
}

function rowOf(row: number, cells: Cells, problems: ImportProblem[]): SourceRow | null {
  const columns = Object.keys(SOURCE_COLUMNS) as SourceColumn[];
  if (columns.every((column) => cells(column).kind === 'empty')) return null;
  const nip = readNip(cells('nip'));
  const refuse = (column: SourceColumn, reason: string) => problems.push(problem(row, SOURCE_COLUMNS[column][0]!, shown(cells(column)), reason));
  if ('problem' in nip) {
    refuse('nip', nip.problem);
    return null;
  }
  const text = (column: SourceColumn) => {
    const found = shown(cells(column)).replaceAll(/\s+/g, ' ').trim();
    return /^[-–—'’]*$/.test(found) ? null : found;
  };
  const day = (column: SourceColumn) => {
    if (text(column) === null) return null;
    const reading = readDay(cells(column), LIFETIME_SERIALS);
    if ('value' in reading) return reading.value;
    refuse(column, reading.problem);
    return null;
  };
  const coded = (column: SourceColumn, words: (said: string) => string | null) => {
    const said = text(column);
    const meant = said === null ? null : words(said.toLowerCase());
    if (said !== null && meant === null) refuse(column, 'unknown-code');
    return meant;
  };
  const data: Partial<StaffingData> = {
    name: text('name'), frontTitle: text('frontTitle'), backTitle: text('backTitle'), birthPlace: text('birthPlace'), birthDate: day('birthDate'),
    sex: coded('sex', (said) => SEX_OF_SOURCE[said] ?? null), education: text('education'), email: text('email'), phone: text('phone'),
    kind: coded('kind', (said) => KIND_OF_SOURCE.find(([word]) => said.includes(word))?.[1] ?? null),
    rank: text('rank') ?? coded('rankId', (said) => RANK_OF_ID[said] ?? null), rankSince: day('rankSince'),
    post: text('post'), postSince: day('postSince'), unit: text('unit'), skpd: text('skpd'), class: text('class'),
  };
  return { row, nip: nip.value, sourceId: text('id'), data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) };
}

function problem(row: number, column: string, value: string, reason: string, params: Record<string, string | number> = {}): ImportProblem {
  return { sheet: null, row, column, value, reason, params };
}

import { WORKBOOK_SHEETS, type WorkbookSheet } from '@ekinerja/contracts/imports';
import { readSheets, type SheetRow, type TakesRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows, UnreadableFile } from '../platform/spreadsheet/unreadable-file.js';
import type { Findings } from './findings.js';
import { RowReader } from './row-reader.js';
import {
  ASSIGNMENT_KIND_WORDS, COLUMN_TITLES, EMPLOYEE_KIND_WORDS, POST_KIND_WORDS, REQUIRED_COLUMNS, SHEET_TITLES, UNIT_KIND_WORDS, type ColumnKey,
} from './workbook-columns.js';
import type { RowsOfSheet, Workbook } from './workbook-rows.js';

/** Rows searched for the titles: agencies put a name above them. */
const TITLE_ROWS = 15;
const MOST_ROWS = 600_000;

/** Reads the four sheets. What cannot be read stands in the findings; `progress` hears the part read so far, 0 … 1. */
export async function readWorkbook(content: Buffer, findings: Findings, progress: (part: number) => Promise<void>): Promise<Workbook> {
  const workbook: Workbook = { units: nothing(), posts: nothing(), employees: nothing(), assignments: nothing() };
  const seen = new Set<WorkbookSheet>();
  let total = 0;
  const count = () => {
    if ((total += 1) > MOST_ROWS) throw new TooManyRows();
  };
  try {
    await readSheets(
      content,
      (name) => {
        const sheet = WORKBOOK_SHEETS.find((candidate) => plain(SHEET_TITLES[candidate]) === plain(name ?? ''));
        if (!sheet || seen.has(sheet)) return null;
        seen.add(sheet);
        return takerOf(sheet, workbook, findings, count);
      },
      progress,
    );
  } catch (error) {
    if (!(error instanceof UnreadableFile) && !(error instanceof TooManyRows)) throw error;
    findings.wholeProblem(null, 0, error instanceof TooManyRows ? 'too-many-rows' : 'file-unreadable', { rows: MOST_ROWS });
    return workbook;
  }
  if (seen.size === 0) findings.wholeProblem(null, 0, 'sheets-missing', { sheets: Object.values(SHEET_TITLES).join(', ') });
  for (const sheet of seen) if (workbook[sheet].columns.size === 0) findings.wholeProblem(sheet, 1, 'columns-missing', { columns: titlesOf(sheet) });
  return workbook;
}

function takerOf<Sheet extends WorkbookSheet>(sheet: Sheet, workbook: Workbook, findings: Findings, count: () => void): TakesRow {
  const into = workbook[sheet] as { rows: RowsOfSheet[Sheet][]; columns: ReadonlySet<ColumnKey<Sheet>>; rowCount: number };
  let positions: Map<ColumnKey<Sheet>, number> | null = null;
  return (row) => {
    if (!positions) {
      positions = positionsOf(sheet, row);
      if (positions) into.columns = new Set(positions.keys());
      return positions !== null || row.number < TITLE_ROWS;
    }
    const reader = new RowReader(sheet, positions, row, findings);
    if (reader.empty) return true;
    count();
    into.rowCount += 1;
    const read = (READERS[sheet] as (reader: RowReader<Sheet>, row: number) => RowsOfSheet[Sheet] | null)(reader, row.number);
    if (read) into.rows.push(read);
    return true;
  };
}

/** Null unless every required title stands in the row. */
function positionsOf<Sheet extends WorkbookSheet>(sheet: Sheet, row: SheetRow): Map<ColumnKey<Sheet>, number> | null {
  const titles = row.texts().map(plain);
  const positions = new Map<ColumnKey<Sheet>, number>();
  for (const [column, title] of Object.entries<string>(COLUMN_TITLES[sheet])) {
    const position = titles.indexOf(plain(title));
    if (position >= 0) positions.set(column as ColumnKey<Sheet>, position);
  }
  return (REQUIRED_COLUMNS[sheet] as readonly ColumnKey<Sheet>[]).every((column) => positions.has(column)) ? positions : null;
}

/** One row of each sheet; null when even its key could not be read. */
const READERS: { [Sheet in WorkbookSheet]: (reader: RowReader<Sheet>, row: number) => RowsOfSheet[Sheet] | null } = {
  units: (reader, row) => {
    const values = {
      code: reader.requiredCode('code'), name: reader.requiredText('name'), kind: reader.word('kind', UNIT_KIND_WORDS), parentCode: reader.code('parentCode'),
      skpd: reader.yes('skpd'), from: reader.requiredDay('from'), to: reader.day('to'),
    };
    return values.code === null ? null : { ...values, code: values.code, row, bad: reader.bad };
  },
  posts: (reader, row) => {
    const values = {
      code: reader.requiredCode('code'), name: reader.requiredText('name'), unitCode: reader.requiredCode('unitCode') ?? '', kind: reader.word('kind', POST_KIND_WORDS),
      level: reader.text('level', 60), superiorCode: reader.code('superiorCode'), class: reader.text('class', 20), classFrom: reader.day('classFrom'),
      leader: reader.yes('leader'), seats: reader.count('seats'), standingDelegate: reader.yes('standingDelegate'), from: reader.requiredDay('from'), to: reader.day('to'),
    };
    return values.code === null ? null : { ...values, code: values.code, row, bad: reader.bad };
  },
  employees: (reader, row) => {
    const values = {
      nip: reader.nip('nip'), code: reader.code('code'), name: reader.requiredText('name'), frontTitle: reader.text('frontTitle', 60), backTitle: reader.text('backTitle', 100),
      kind: reader.word('kind', EMPLOYEE_KIND_WORDS), kindFrom: reader.day('kindFrom'), rank: reader.text('rank', 40), rankFrom: reader.day('rankFrom'), birthDate: reader.day('birthDate'),
      sex: reader.sex('sex'), from: reader.requiredDay('from'), to: reader.day('to'),
    };
    return { ...values, row, bad: reader.bad };
  },
  assignments: (reader, row) => {
    const values = {
      person: reader.person('person'), postCode: reader.requiredCode('postCode'), kind: reader.word('kind', ASSIGNMENT_KIND_WORDS), from: reader.requiredDay('from'),
      to: reader.day('to'), decreeNumber: reader.text('decreeNumber', 100), decreeDate: reader.day('decreeDate'),
    };
    return values.person === null || values.postCode === null ? null : { ...values, person: values.person, postCode: values.postCode, row, bad: reader.bad };
  },
};

function nothing(): { rows: never[]; columns: ReadonlySet<never>; rowCount: number } {
  return { rows: [], columns: new Set<never>(), rowCount: 0 };
}

function titlesOf<Sheet extends WorkbookSheet>(sheet: Sheet): string {
  const titles: Record<string, string> = COLUMN_TITLES[sheet];
  return (REQUIRED_COLUMNS[sheet] as readonly string[]).map((column) => titles[column]).join(', ');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
}

import type { DecimalString, IsoDate, IsoMonth, Predicate, Rating } from '@ekinerja/contracts/basics';
import { EVALUATION_IMPORT_LIMITS, type EvaluationImportProblem } from '@ekinerja/contracts/evaluation-imports';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import { shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readMonth, readNip, type Reading } from '../platform/spreadsheet/read-cells.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';
import { columnOf, EVALUATION_COLUMNS, KIND_WORDS, letters, predicateOf, ratingOf } from './evaluation-import-columns.js';

/** One earlier result as the file says it. */
export interface EarlierResult {
  row: number;
  nip: string;
  kind: EvaluationKind;
  month: IsoMonth;
  work: Rating | null;
  behaviour: Rating | null;
  predicate: Predicate | null;
  score: DecimalString | null;
  evaluatorNip: string | null;
  determined: IsoDate | null;
}
export interface ReadResults {
  rows: number;
  results: EarlierResult[];
  problems: EvaluationImportProblem[];
}
type Column = NonNullable<ReturnType<typeof columnOf>>;

const TITLES: Record<Column, string> = { ...EVALUATION_COLUMNS, lastMonth: 'bulanSelesaiPenilaian', year: 'tahun' };
const EMPTY: RawCell = { kind: 'empty' };

/** Reads the first sheet that has the columns; every bad cell is named. */
export async function readResults(content: Buffer): Promise<ReadResults> {
  const reader = new Reader();
  await readSheets(content, () => (row) => reader.take(row));
  return reader.done();
}

class Reader {
  private columns: Map<Column, number> | null = null;
  private readonly problems: EvaluationImportProblem[] = [];
  private readonly results: EarlierResult[] = [];
  private rows = 0;

  take(row: SheetRow): boolean {
    if (!this.columns) return this.head(row);
    if ([...this.columns.values()].every((at) => row.at(at).kind === 'empty')) return true;
    this.rows += 1;
    if (this.rows > EVALUATION_IMPORT_LIMITS.rows) throw new TooManyRows();
    this.read(row, (column) => (this.columns!.has(column) ? row.at(this.columns!.get(column)!) : EMPTY));
    return true;
  }

  done(): ReadResults {
    if (this.rows === 0 && this.problems.length === 0) this.problem(1, 'nip', this.columns ? 'no-rows' : 'column-missing', '');
    return { rows: this.rows, results: this.results, problems: this.problems };
  }

  /** The first of two columns of one meaning counts: the word before its code. */
  private head(row: SheetRow): boolean {
    const found = new Map<Column, number>();
    row.texts().forEach((text, at) => {
      const column = columnOf(text);
      if (column && !found.has(column)) found.set(column, at);
    });
    if (!found.has('nip')) return false;
    this.columns = found;
    if (!found.has('month') && !found.has('year')) this.problem(row.number, 'month', 'column-missing', '');
    if (!found.has('predicate') && !(found.has('work') && found.has('behaviour'))) this.problem(row.number, 'predicate', 'column-missing', '');
    return this.problems.length === 0;
  }

  private read(row: SheetRow, cell: (column: Column) => RawCell): void {
    const before = this.problems.length;
    const bad = (column: Column, reason: string) => this.problem(row.number, column, reason, shown(cell(column)));
    const known = <T>(column: Column, reading: Reading<T>): T | null => ('value' in reading ? reading.value : (bad(column, reading.problem), null));
    const optional = <T>(column: Column, read: (from: RawCell) => Reading<T>): T | null => (cell(column).kind === 'empty' ? null : known(column, read(cell(column))));
    const word = <T>(column: Column, of: (text: string) => T | null, reason: string): T | null => {
      const text = shown(cell(column)).trim();
      const found = text === '' ? null : of(text);
      if (text !== '' && found === null) bad(column, reason);
      return found;
    };
    const nip = known('nip', readNip(cell('nip')));
    const span = this.span(cell, known, bad);
    const work = word('work', ratingOf, 'rating-unknown');
    const behaviour = word('behaviour', ratingOf, 'rating-unknown');
    const predicate = word('predicate', predicateOf, 'predicate-unknown');
    const score = optional('score', readScore);
    const evaluatorNip = optional('evaluatorNip', readNip);
    const determined = optional('determined', readDay);
    if (predicate === null && (work === null || behaviour === null) && this.problems.length === before) bad('predicate', 'predicate-missing');
    if (this.problems.length > before || nip === null || span === null) return;
    this.results.push({ row: row.number, nip, ...span, work, behaviour, predicate, score, evaluatorNip, determined });
  }

  private span(
    cell: (column: Column) => RawCell, known: <T>(column: Column, reading: Reading<T>) => T | null, bad: (column: Column, reason: string) => void,
  ): { kind: EvaluationKind; month: IsoMonth } | null {
    const text = shown(cell('kind')).trim();
    const kind = text === '' ? null : (KIND_WORDS[letters(text)] ?? null);
    const refused = (column: Column, reason: string) => (bad(column, reason), null);
    if (text !== '' && kind === null) return refused('kind', 'kind-unknown');
    if (cell('month').kind !== 'empty' || !this.columns!.has('year')) {
      const month = known('month', readMonth(cell('month')));
      return month === null ? null : { kind: kind ?? 'periodic', month: kind === 'annual' ? `${month.slice(0, 4)}-12` : month };
    }
    const year = shown(cell('year')).trim();
    const last = shown(cell('lastMonth')).trim();
    if (!/^20\d\d$/.test(year)) return refused('year', 'month-malformed');
    if (last === '') return { kind: 'annual', month: `${year}-12` };
    if (!/^(1[0-2]|0?[1-9])$/.test(last)) return refused('lastMonth', 'month-malformed');
    return { kind: kind ?? 'periodic', month: `${year}-${last.padStart(2, '0')}` };
  }

  private problem(row: number, column: Column, reason: string, value: string): void {
    this.problems.push({ row, column: TITLES[column], reason, value: value.slice(0, 60) });
  }
}

function readScore(cell: RawCell): Reading<DecimalString> {
  const text = cell.kind === 'number' ? String(cell.value) : cell.kind === 'text' ? cell.text.trim().replace(',', '.') : '';
  return /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 150 ? { value: text } : { problem: 'score-malformed' };
}

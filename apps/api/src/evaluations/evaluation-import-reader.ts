import type { DecimalString, IsoDate, IsoMonth, Predicate, Rating } from '@ekinerja/contracts/basics';
import { EVALUATION_IMPORT_LIMITS, type EvaluationImportProblem } from '@ekinerja/contracts/evaluation-imports';
import type { EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { NationalHeadingsInput } from '@ekinerja/contracts/national-files';
import { EMPTY, shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readMonth, readNip, type Reading } from '../platform/spreadsheet/read-cells.js';
import { HEADING_ROWS, headingsOf, letters } from '../platform/spreadsheet/read-headings.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';
import { EVALUATION_COLUMNS, KIND_WORDS, KNOWN_HEADINGS, predicateOf, ratingOf, type FileColumn } from './evaluation-import-columns.js';
import { periodOf, type TitledPeriod } from './titled-period.js';

/** One earlier result as the file says it. */
export interface EarlierResult {
  row: number;
  nip: string | null;
  /** Under which the national records know the person. */
  sourceId: string | null;
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
  /** Rows of an acting post, and rows that nobody had rated. */
  acting: number;
  unrated: number;
  headings: string[];
}
type Column = FileColumn;

const TITLES: Record<Column, string> = {
  ...EVALUATION_COLUMNS, lastMonth: 'bulanSelesaiPenilaian', year: 'tahun', sourceId: 'pnsDinilaiId', recordId: 'id', acting: 'is_skp_plt_plh_pjb',
};
const MOST_HEADINGS = 60;

/** Reads the first sheet that has the columns; every bad cell is named. */
export async function readResults(content: Buffer, own: NationalHeadingsInput['columns'] = {}): Promise<ReadResults> {
  const reader = new Reader(own);
  await readSheets(content, () => reader.open());
  return reader.done();
}

class Reader {
  private columns: Map<Column, number> | null = null;
  private readonly problems: EvaluationImportProblem[] = [];
  private readonly results: EarlierResult[] = [];
  private rows = 0;
  private acting = 0;
  private unrated = 0;
  private headings: string[] = [];
  /** What stands above the headings of this sheet. */
  private above: string[] = [];
  private period: TitledPeriod | null = null;

  constructor(private readonly own: NationalHeadingsInput['columns']) {}

  open(): ((row: SheetRow) => boolean) | null {
    if (this.columns) return null;
    this.above = [];
    return (row) => this.take(row);
  }

  private take(row: SheetRow): boolean {
    if (!this.columns) return this.head(row);
    if ([...this.columns.values()].every((at) => row.at(at).kind === 'empty')) return true;
    this.rows += 1;
    if (this.rows > EVALUATION_IMPORT_LIMITS.rows) throw new TooManyRows();
    this.read(row, (column) => (this.columns!.has(column) ? withoutDash(row.at(this.columns!.get(column)!)) : EMPTY));
    return true;
  }

  done(): ReadResults {
    if (this.rows === 0 && this.problems.length === 0) this.problem(1, 'nip', this.columns ? 'no-rows' : 'column-missing', '');
    const { rows, results, problems, acting, unrated, headings } = this;
    return { rows, results, problems, acting, unrated, headings };
  }

  /** Among the first rows: the report of the national application says its unit and its period above them. */
  private head(row: SheetRow): boolean {
    const texts = row.texts();
    const found = headingsOf<Column>(texts, KNOWN_HEADINGS, this.own);
    const filled = texts.filter((text) => text.trim() !== '').map((text) => text.slice(0, MOST_HEADINGS));
    if (filled.length >= this.headings.length) this.headings = filled.slice(0, MOST_HEADINGS);
    if (!found.has('nip') && !found.has('sourceId')) {
      this.above.push(filled.join(' '));
      return row.number < HEADING_ROWS;
    }
    const rated = texts.some((text) => letters(text) === 'hasilakhir');
    if (rated && !found.has('sourceId') && found.has('recordId')) found.set('sourceId', found.get('recordId')!);
    this.columns = found;
    this.headings = filled;
    this.period = periodOf(this.above);
    if (!found.has('month') && !found.has('year') && !this.period) this.problem(row.number, 'month', 'column-missing', '');
    if (!found.has('predicate') && !(found.has('work') && found.has('behaviour'))) this.problem(row.number, 'predicate', 'column-missing', '');
    return this.problems.length === 0;
  }

  private read(row: SheetRow, cell: (column: Column) => RawCell): void {
    if (this.passedOver(cell)) return;
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
    const sourceId = shown(cell('sourceId')).trim() || null;
    const nip = cell('nip').kind === 'empty' && sourceId ? null : known('nip', readNip(cell('nip')));
    const span = this.span(cell, known, bad);
    const work = word('work', ratingOf, 'rating-unknown');
    const behaviour = word('behaviour', ratingOf, 'rating-unknown');
    const predicate = word('predicate', predicateOf, 'predicate-unknown');
    const score = optional('score', readScore);
    const evaluatorNip = optional('evaluatorNip', readNip);
    const determined = optional('determined', readDayOf);
    if (predicate === null && (work === null || behaviour === null) && this.problems.length === before) bad('predicate', 'predicate-missing');
    if (this.problems.length > before || span === null) return;
    this.results.push({ row: row.number, nip, sourceId, ...span, work, behaviour, predicate, score, evaluatorNip, determined });
  }

  private passedOver(cell: (column: Column) => RawCell): boolean {
    const acting = /^(1|true|ya)$/i.test(shown(cell('acting')).trim());
    const unrated = (this.period !== null || this.columns!.has('acting')) && (['work', 'behaviour', 'predicate'] as const).every((column) => cell(column).kind === 'empty');
    if (acting) this.acting += 1;
    else if (unrated) this.unrated += 1;
    return acting || unrated;
  }

  private span(
    cell: (column: Column) => RawCell, known: <T>(column: Column, reading: Reading<T>) => T | null, bad: (column: Column, reason: string) => void,
  ): { kind: EvaluationKind; month: IsoMonth } | null {
    const text = shown(cell('kind')).trim();
    // A number there is a code of the national application's own.
    const said = /^\d*$/.test(text) ? '' : text;
    const kind = said === '' ? null : (KIND_WORDS[letters(said)] ?? null);
    const refused = (column: Column, reason: string) => (bad(column, reason), null);
    if (said !== '' && kind === null) return refused('kind', 'kind-unknown');
    if (this.period && cell('month').kind === 'empty' && cell('lastMonth').kind === 'empty') {
      const year = this.period.year ?? shown(cell('year')).trim();
      if (!/^20\d\d$/.test(year)) return refused('year', 'month-malformed');
      return { kind: this.period.kind, month: `${year}-${this.period.lastMonth}` };
    }
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

/** Some write a stroke where there is nothing. */
function withoutDash(cell: RawCell): RawCell {
  return cell.kind === 'text' && /^\s*[-–—]+\s*$/.test(cell.text) ? EMPTY : cell;
}

/** A day, or the moment of it. */
function readDayOf(cell: RawCell): Reading<IsoDate> {
  return readDay(cell.kind === 'text' ? { kind: 'text', text: cell.text.trim().replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '') } : cell);
}

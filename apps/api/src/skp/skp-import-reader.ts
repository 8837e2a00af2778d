import type { IsoDate } from '@ekinerja/contracts/basics';
import { SKP_LIMITS, type SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpImportProblem } from '@ekinerja/contracts/skp-year';
import { EMPTY, shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readNip } from '../platform/spreadsheet/read-cells.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';
import { ASPECT_WORDS, columnOf, KIND_WORDS, OPTIONAL_COLUMNS, plain, SKP_COLUMNS, SKP_SHEET, TASK_WORDS, type SkpColumn } from './skp-import-columns.js';

/** What the workbook says of one person. */
export interface ImportedSkp {
  nip: string;
  /** The first row that names the person. */
  row: number;
  results: SkpResultInput[];
  /** Determined before this system, on that day. */
  determined: IsoDate | null;
}
export interface ReadSkps {
  rows: number;
  skps: ImportedSkp[];
  problems: SkpImportProblem[];
}

/** Reads all rows and names every bad cell; rows of one person and one result belong together. */
export async function readSkps(content: Buffer, newId: () => string): Promise<ReadSkps> {
  const reader = new Reader(newId);
  await readSheets(content, (name) => (name === null || plain(name) === plain(SKP_SHEET) ? (row) => reader.take(row) : null));
  return reader.done();
}

class Reader {
  private columns: Map<SkpColumn, number> | null = null;
  private readonly problems: SkpImportProblem[] = [];
  private readonly skps = new Map<string, ImportedSkp>();
  private rows = 0;

  constructor(private readonly newId: () => string) {}

  take(row: SheetRow): boolean {
    if (!this.columns) {
      this.columns = new Map(row.texts().flatMap((text, at) => (columnOf(text) ? [[columnOf(text) as SkpColumn, at] as const] : [])));
      for (const column of Object.keys(SKP_COLUMNS) as SkpColumn[]) {
        if (!this.columns.has(column) && !OPTIONAL_COLUMNS.includes(column)) this.problem(row.number, column, 'column-missing', '');
      }
      return this.problems.length === 0;
    }
    if ([...this.columns.values()].every((at) => row.at(at).kind === 'empty')) return true;
    this.rows += 1;
    if (this.rows > SKP_LIMITS.importRows) throw new TooManyRows();
    this.read(row, (column) => (this.columns!.has(column) ? row.at(this.columns!.get(column) as number) : EMPTY));
    return true;
  }

  done(): ReadSkps {
    if (this.rows === 0 && this.problems.length === 0) this.problem(1, 'nip', 'no-rows', '');
    return { rows: this.rows, skps: [...this.skps.values()], problems: this.problems };
  }

  private read(row: SheetRow, cell: (column: SkpColumn) => RawCell): void {
    const bad = (column: SkpColumn, reason: string) => this.problem(row.number, column, reason, shown(cell(column)));
    const before = this.problems.length;
    const nip = readNip(cell('nip'));
    if ('problem' in nip) bad('nip', nip.problem);
    const task = TASK_WORDS[plain(shown(cell('task'))) || 'utama'];
    if (!task) bad('task', 'task-unknown');
    const kind = KIND_WORDS[plain(shown(cell('kind'))) || 'output'];
    if (!kind) bad('kind', 'kind-unknown');
    const aspect = ASPECT_WORDS[plain(shown(cell('aspect')))];
    if (!aspect) bad('aspect', 'aspect-unknown');
    const text = (column: 'title' | 'indicator' | 'target' | 'unit', missing: string | null) => {
      const value = wholeText(cell(column));
      if (value === '' && missing) bad(column, missing);
      if (value.length > SKP_LIMITS[column]) bad(column, 'text-too-long');
      return value;
    };
    const title = text('title', 'title-missing');
    const indicator = text('indicator', 'indicator-missing');
    const target = text('target', 'target-missing');
    const unit = text('unit', null);
    const determined = cell('determined').kind === 'empty' ? { value: null } : readDay(cell('determined'));
    if ('problem' in determined) bad('determined', determined.problem);
    if (this.problems.length > before || 'problem' in nip || 'problem' in determined || !task || !kind || !aspect) return;
    const skp = this.skps.get(nip.value) ?? { nip: nip.value, row: row.number, results: [], determined: determined.value };
    if (skp.determined !== determined.value) bad('determined', 'determined-differs');
    this.skps.set(nip.value, skp);
    let result = skp.results.find((one) => plain(one.title) === plain(title) && one.task === task);
    if (!result) {
      result = { id: this.newId(), task, kind, title, superiorResultId: null, linkLater: task === 'main', assignment: null, indicators: [] };
      skp.results.push(result);
    }
    if (skp.results.length > SKP_LIMITS.results) bad('title', 'too-many-results');
    if (result.indicators.length >= SKP_LIMITS.indicators) bad('indicator', 'too-many-indicators');
    else result.indicators.push({ aspect, indicator, target, unit });
  }

  private problem(row: number, column: SkpColumn, reason: string, value: string): void {
    this.problems.push({ row, column: SKP_COLUMNS[column], reason, value });
  }
}

/** Longer than what a problem shows. */
function wholeText(cell: RawCell): string {
  return (cell.kind === 'text' ? cell.text : shown(cell)).trim();
}

import type { IsoDate } from '@ekinerja/contracts/basics';
import type { WorkbookSheet } from '@ekinerja/contracts/imports';
import { EMPTY, shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { LIFETIME_SERIALS, readDay, readNip } from '../platform/spreadsheet/read-cells.js';
import type { SheetRow } from '../platform/spreadsheet/read-sheets.js';
import type { Findings } from './findings.js';
import { OTHER_WORDS, SEX_WORDS, YES_WORDS, type ColumnKey } from './workbook-columns.js';

/** Stands in for a day that could not be read; the row is bad and is not judged by it. */
const NO_DAY: IsoDate = '1900-01-01';
const CODE_MAX = 60;
/** From here on a spreadsheet has rounded: it keeps 15 digits. */
const ROUNDED = 1e15;

/** Reads the cells of one row; what cannot be read is reported and makes the row bad. */
export class RowReader<Sheet extends WorkbookSheet> {
  bad = false;

  constructor(
    private readonly sheet: Sheet,
    private readonly positions: ReadonlyMap<ColumnKey<Sheet>, number>,
    private readonly cells: SheetRow,
    private readonly findings: Findings,
  ) {}

  get empty(): boolean {
    return [...this.positions.keys()].every((column) => this.cell(column).kind === 'empty');
  }

  text(column: ColumnKey<Sheet>, max = 200): string | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return null;
    const text = (cell.kind === 'text' ? cell.text : shown(cell)).replaceAll(/\s+/g, ' ').trim();
    if (text.length > max) return this.refuse(column, 'too-long', { max });
    return text;
  }

  requiredText(column: ColumnKey<Sheet>, max = 200): string {
    return this.text(column, max) ?? this.missing(column) ?? '';
  }

  /** A whole number typed as such is taken; a fraction or a day is what a spreadsheet made of `1.10` or `01.02`. */
  code(column: ColumnKey<Sheet>): string | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return null;
    if (cell.kind === 'date' || (cell.kind === 'number' && !Number.isInteger(cell.value))) return this.refuse(column, 'code-as-number');
    const text = cell.kind === 'number' ? String(cell.value) : cell.text.replace(/^\s*['’]/, '').trim();
    if (text.length > CODE_MAX) return this.refuse(column, 'too-long', { max: CODE_MAX });
    return text;
  }

  requiredCode(column: ColumnKey<Sheet>): string | null {
    return this.cell(column).kind === 'empty' ? this.missing(column) : this.code(column);
  }

  nip(column: ColumnKey<Sheet>): string | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return null;
    const reading = readNip(cell);
    if ('value' in reading) return reading.value;
    const digits = cell.kind === 'text' ? cell.text.replaceAll(/\D/g, '').length : 0;
    return this.refuse(column, reading.problem, reading.problem === 'nip-malformed' ? { digits } : {});
  }

  /** A NIP, or the code of somebody without one. */
  person(column: ColumnKey<Sheet>): string | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return this.missing(column);
    const reading = readNip(cell);
    if ('value' in reading) return reading.value;
    const rounded = reading.problem === 'nip-as-number' && !(cell.kind === 'number' && cell.value < ROUNDED);
    return rounded ? this.refuse(column, 'nip-as-number') : this.code(column);
  }

  /** A word of a list; the first one stands in for what could not be read. */
  word<Kind extends string>(column: ColumnKey<Sheet>, words: Record<Kind, string>): Kind {
    const kinds = Object.keys(words) as Kind[];
    const cell = this.cell(column);
    if (cell.kind === 'empty') return this.missing(column) ?? kinds[0]!;
    const found = kindOf(cell, words);
    return found ?? this.refuse(column, 'unknown-word', { words: Object.values<string>(words).join(', ') }) ?? kinds[0]!;
  }

  yes(column: ColumnKey<Sheet>): boolean {
    if (this.cell(column).kind === 'empty') return false;
    return this.word(column, YES_WORDS) === 'yes';
  }

  sex(column: ColumnKey<Sheet>): 'male' | 'female' | null {
    return this.cell(column).kind === 'empty' ? null : this.word(column, SEX_WORDS);
  }

  day(column: ColumnKey<Sheet>): IsoDate | null {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return null;
    const reading = readDay(cell, LIFETIME_SERIALS);
    if ('problem' in reading) return this.refuse(column, reading.problem);
    return reading.value < '1900-01-01' || reading.value > '2150-12-31' ? this.refuse(column, 'date-malformed') : reading.value;
  }

  requiredDay(column: ColumnKey<Sheet>): IsoDate {
    if (this.cell(column).kind === 'empty') return this.missing(column) ?? NO_DAY;
    return this.day(column) ?? NO_DAY;
  }

  count(column: ColumnKey<Sheet>): number {
    const cell = this.cell(column);
    if (cell.kind === 'empty') return 1;
    const value = cell.kind === 'number' ? cell.value : Number(cell.kind === 'text' ? cell.text.trim() : Number.NaN);
    return Number.isInteger(value) && value >= 1 && value <= 5000 ? value : (this.refuse(column, 'not-a-count') ?? 1);
  }

  private cell(column: ColumnKey<Sheet>): RawCell {
    const position = this.positions.get(column);
    if (position === undefined) return EMPTY;
    const cell = this.cells.at(position);
    return cell.kind === 'text' && /^[\s'’\-–—]*$/.test(cell.text) ? EMPTY : cell;
  }

  private missing(column: ColumnKey<Sheet>): null {
    return this.refuse(column, 'cell-missing');
  }

  private refuse(column: ColumnKey<Sheet>, reason: string, params: Record<string, string | number> = {}): null {
    this.bad = true;
    this.findings.problem({ sheet: this.sheet, row: this.cells.number, column, value: shown(this.cell(column)) }, reason, params);
    return null;
  }
}

function kindOf<Kind extends string>(cell: RawCell, words: Record<Kind, string>): Kind | null {
  const said = plain(shown(cell));
  const other = OTHER_WORDS[said];
  const wanted = new Set([said, other === undefined ? said : plain(other)]);
  return (Object.keys(words) as Kind[]).find((kind) => wanted.has(plain(words[kind])) || wanted.has(plain(kind))) ?? null;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
}

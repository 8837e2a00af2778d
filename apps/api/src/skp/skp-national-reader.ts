import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { NationalHeadingsInput } from '@ekinerja/contracts/national-files';
import { SKP_LIMITS, type ResultTask, type SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpImportProblem } from '@ekinerja/contracts/skp-year';
import { EMPTY, shown, type RawCell } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readNip } from '../platform/spreadsheet/read-cells.js';
import { HEADING_ROWS, headingsOf, letters } from '../platform/spreadsheet/read-headings.js';
import { readSheets, type SheetRow } from '../platform/spreadsheet/read-sheets.js';
import { TooManyRows } from '../platform/spreadsheet/unreadable-file.js';
import { ASPECTS, DETERMINED_WORDS, KNOWN_SKP_HEADINGS, NEEDED, SKP_TITLES, TASKS, type NationalSkpColumn as Column } from './skp-national-columns.js';

/** What the file says of one SKP of one person. */
export interface NationalSkp {
  row: number;
  nip: string | null;
  sourceId: string | null;
  /** Where it begins; tells several of one person apart. */
  from: IsoDate | null;
  /** Null: the file says nothing of it. */
  inForce: boolean | null;
  determined: IsoDate | null;
  results: SkpResultInput[];
  /** Whose result of the superior each carries, by the result's id. */
  superiors: Map<Uuid, string>;
}
export interface ReadNationalSkps {
  rows: number;
  skps: NationalSkp[];
  acting: number;
  headings: string[];
  problems: SkpImportProblem[];
}
/** Written once where the application joins cells over several rows. */
const JOINED: readonly Column[] = ['nip', 'sourceId', 'from', 'status', 'determined', 'acting', 'task', 'superior', 'title'];
const MOST_HEADINGS = 60;

/** Reads the first sheet that has the columns; every bad cell is named, joined cells hold for all their rows. */
export async function readNationalSkps(content: Buffer, own: NationalHeadingsInput['columns'], newId: () => Uuid): Promise<ReadNationalSkps> {
  const reader = new Reader(own, newId);
  await readSheets(content, () => reader.open());
  return reader.done();
}

class Reader {
  private columns: Map<Column, number> | null = null;
  private readonly problems: SkpImportProblem[] = [];
  private readonly skps = new Map<string, NationalSkp>();
  private readonly acting = new Set<string>();
  private headings: string[] = [];
  private joined: Partial<Record<Column, RawCell>> = {};
  /** Of a line such as "B. TAMBAHAN". */
  private section: ResultTask = 'main';
  private rows = 0;

  constructor(
    private readonly own: NationalHeadingsInput['columns'],
    private readonly newId: () => Uuid,
  ) {}

  open(): ((row: SheetRow) => boolean) | null {
    return this.columns ? null : (row) => this.take(row);
  }

  done(): ReadNationalSkps {
    if (!this.columns) for (const column of ['nip', ...NEEDED] as const) this.problem(1, column, 'column-missing', '');
    else if (this.rows === 0 && this.problems.length === 0) this.problem(1, 'nip', 'no-rows', '');
    return { rows: this.rows, skps: [...this.skps.values()], acting: this.acting.size, headings: this.headings, problems: this.problems };
  }

  private take(row: SheetRow): boolean {
    const texts = row.texts().filter((text) => text.trim() !== '');
    if (!this.columns) return this.head(row, texts);
    const own = (column: Column) => (this.columns!.has(column) ? withoutDash(row.at(this.columns!.get(column)!)) : EMPTY);
    if ([...this.columns.keys()].every((column) => own(column).kind === 'empty')) return true;
    const section = texts.length === 1 ? TASKS[letters(texts[0]!)] : undefined;
    if (section) {
      this.section = section;
      this.joined = { ...this.joined, superior: EMPTY, title: EMPTY, task: EMPTY };
      return true;
    }
    // The numbers of the columns below their names.
    if (texts.length > 0 && texts.every((text) => /^\(?\d{1,2}\)?$/.test(text.trim()))) return true;
    this.rows += 1;
    if (this.rows > SKP_LIMITS.importRows) throw new TooManyRows();
    this.read(row, this.withJoined(own));
    return true;
  }

  private head(row: SheetRow, filled: string[]): boolean {
    const found = headingsOf<Column>(row.texts(), KNOWN_SKP_HEADINGS, this.own);
    if (filled.length >= this.headings.length) this.headings = filled.map((text) => text.slice(0, MOST_HEADINGS)).slice(0, MOST_HEADINGS);
    const named = found.has('nip') || found.has('sourceId');
    if (!named || found.size < 2) return row.number < HEADING_ROWS;
    this.columns = found;
    this.headings = filled.map((text) => text.slice(0, MOST_HEADINGS)).slice(0, MOST_HEADINGS);
    for (const column of NEEDED) if (!found.has(column)) this.problem(row.number, column, 'column-missing', '');
    return this.problems.length === 0;
  }

  /** A new person, and a new result, begin without what stood above. */
  private withJoined(own: (column: Column) => RawCell): (column: Column) => RawCell {
    const begins = (column: Column) => own(column).kind !== 'empty' && shown(own(column)) !== shown(this.joined[column]);
    if (begins('nip') || begins('sourceId') || begins('from')) {
      this.joined = {};
      this.section = 'main';
    }
    for (const column of JOINED) if (own(column).kind !== 'empty') this.joined[column] = own(column);
    const held = { ...this.joined };
    return (column) => (JOINED.includes(column) ? (held[column] ?? EMPTY) : own(column));
  }

  private read(row: SheetRow, cell: (column: Column) => RawCell): void {
    const before = this.problems.length;
    const bad = (column: Column, reason: string) => this.problem(row.number, column, reason, shown(cell(column)));
    const sourceId = shown(cell('sourceId')).trim() || null;
    const nip = cell('nip').kind === 'empty' && sourceId ? { value: null } : readNip(cell('nip'));
    if ('problem' in nip) bad('nip', nip.problem);
    const day = (column: 'from' | 'determined') => {
      const found = cell(column).kind === 'empty' ? { value: null } : readDay(dayAlone(cell(column)));
      if ('problem' in found) bad(column, found.problem);
      return 'value' in found ? found.value : null;
    };
    const from = day('from');
    const key = `${'value' in nip ? nip.value : ''} ${sourceId} ${from}`;
    if (/^(1|true|ya)$/i.test(shown(cell('acting')).trim())) return void this.acting.add(key);
    const determined = day('determined');
    const said = letters(shown(cell('task')));
    // A number there is a code of the application's own.
    const task = said === '' || /^\d+$/.test(said) ? this.section : TASKS[said];
    if (!task) bad('task', 'task-unknown');
    const aspect = ASPECTS[letters(shown(cell('aspect')))];
    if (!aspect) bad('aspect', 'aspect-unknown');
    const text = (column: 'title' | 'indicator' | 'target' | 'unit') => {
      const value = wholeText(cell(column));
      if (value === '' && column !== 'unit') bad(column, `${column}-missing`);
      if (value.length > SKP_LIMITS[column]) bad(column, 'text-too-long');
      return value;
    };
    const title = text('title');
    const indicator = text('indicator');
    const { target, unit } = apart(text('target'), text('unit'));
    if (this.problems.length > before || 'problem' in nip || !task || !aspect) return;
    const status = letters(shown(cell('status')));
    const skp = this.skps.get(key) ?? { row: row.number, nip: nip.value, sourceId, from, inForce: status === '' ? null : DETERMINED_WORDS.includes(status), determined, results: [], superiors: new Map<Uuid, string>() };
    if (skp.determined !== determined) bad('determined', 'determined-differs');
    this.skps.set(key, skp);
    let result = skp.results.find((one) => letters(one.title) === letters(title) && one.task === task);
    if (!result) {
      result = { id: this.newId(), task, kind: 'output', title, superiorResultId: null, linkLater: task === 'main', assignment: null, indicators: [] };
      skp.results.push(result);
      const superior = wholeText(cell('superior'));
      if (superior && task === 'main') skp.superiors.set(result.id, superior);
    }
    if (skp.results.length > SKP_LIMITS.results) bad('title', 'too-many-results');
    if (result.indicators.length >= SKP_LIMITS.indicators) bad('indicator', 'too-many-indicators');
    else result.indicators.push({ aspect, indicator, target, unit });
  }

  private problem(row: number, column: Column, reason: string, value: string): void {
    this.problems.push({ row, column: SKP_TITLES[column], reason, value });
  }
}

/** "12 laporan" and "100%": the number and what it counts. */
function apart(target: string, unit: string): { target: string; unit: string } {
  const found = unit === '' ? /^(\d[\d.,]*)\s*(%|[^\d\s.,–-].*)$/s.exec(target) : null;
  return found && found[2]!.length <= SKP_LIMITS.unit ? { target: found[1]!, unit: found[2]!.trim() } : { target, unit };
}

/** Some write a stroke where there is nothing. */
function withoutDash(cell: RawCell): RawCell {
  return cell.kind === 'text' && /^\s*[-–—]+\s*$/.test(cell.text) ? EMPTY : cell;
}

function dayAlone(cell: RawCell): RawCell {
  return cell.kind === 'text' ? { kind: 'text', text: cell.text.trim().replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '') } : cell;
}

/** Longer than what a problem shows. */
function wholeText(cell: RawCell): string {
  return (cell.kind === 'text' ? cell.text : shown(cell)).trim();
}

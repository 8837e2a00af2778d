/**
 * The check of a whole import before a row of it counts (BK 7(1)): every bad cell is named with sheet, row, column,
 * value and reason. Pure: the directory of people and the closed months are handed in.
 */
import type { ImportProblem, PresenceWordsInput } from '@ekinerja/contracts/attendance';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { addDays, monthOf } from '@ekinerja/regulations/dates';
import type { PresenceRow } from '@ekinerja/regulations/attendance';
import { EMPTY, shown } from '../platform/spreadsheet/raw-cell.js';
import { readDay, readNip, type Reading } from '../platform/spreadsheet/read-cells.js';
import { joinNights, type Night, type NightRow } from './night-rows.js';
import { readStatus, readTime } from './presence-file/cells.js';
import type { Column, Headings, RawRow, RawSheet } from './presence-file/raw-row.js';

export interface CheckedRow extends PresenceRow {
  employmentId: Uuid;
  skpdId: Uuid;
}

/** One span of days in which an NIP belongs to an employment that is in service. */
export interface NipSpan {
  employmentId: Uuid;
  from: IsoDate;
  to: IsoDate | null;
}

export interface PresenceDirectory {
  byNip: Map<string, NipSpan[]>;
  /** SKPD that pays the person's month. */
  skpdOf: Map<Uuid, Uuid>;
  /** Closed SKPDs with the last day that is closed. */
  closedSkpds: ReadonlyMap<Uuid, IsoDate>;
  /** Rows of closed SKPDs as they stand: the same rows again are no change. */
  standing(employmentId: Uuid, date: IsoDate): PresenceRow | null;
  /** The shift that begins on the day and ends on the next one. */
  night(employmentId: Uuid, date: IsoDate): Night | null;
}

export interface CheckOutcome {
  rows: CheckedRow[];
  problems: ImportProblem[];
  problemCount: number;
  /** NIPs left aside. */
  unknown: string[];
}

const COLUMN_NAMES: Record<Column, string> = { nip: 'NIP', date: 'Tanggal', checkIn: 'Jam Masuk', checkOut: 'Jam Pulang', status: 'Status' };

/** A row that has been read, before it is known which day it belongs to. */
interface ReadRow extends NightRow {
  raw: RawRow;
  nip: string;
  spans: NipSpan[];
}

interface Question {
  month: IsoMonth;
  today: IsoDate;
  problemsShown: number;
  words?: PresenceWordsInput;
  /** Another system's answer holds people who are not ours: they are left aside and named, not refused. */
  leaveUnknown?: boolean;
}

export class PresenceCheck {
  private readonly rows: CheckedRow[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly seen = new Map<string, string>();
  private readonly unknown = new Set<string>();
  /** Rows of days that begin or follow a night shift, by person: taken when all have been read. */
  private readonly nights = new Map<string, ReadRow[]>();
  private problemCount = 0;
  private headings: Headings = {};

  constructor(
    private readonly question: Question,
    private readonly directory: PresenceDirectory,
  ) {}

  run(sheets: readonly RawSheet[]): CheckOutcome {
    if (sheets.length === 0) this.report(null, 'nip', 'columns-missing', '', { columns: 'NIP, Tanggal, Jam Masuk, Jam Pulang, Status' });
    for (const sheet of sheets) {
      this.headings = sheet.headings;
      for (const row of sheet.rows) this.check(row);
    }
    for (const rows of this.nights.values()) {
      const [{ spans }] = rows as [ReadRow, ...ReadRow[]];
      for (const { raw, nip, spans: own, row } of joinNights(rows, (date) => this.night(spans, date))) this.accept(raw, nip, own, row);
    }
    if (sheets.length > 0 && this.rows.length === 0 && this.problemCount === 0) this.report(null, 'nip', 'no-rows', '');
    return { rows: this.rows, problems: this.problems, problemCount: this.problemCount, unknown: [...this.unknown].sort() };
  }

  private check(raw: RawRow): void {
    const before = this.problemCount;
    const read = readNip(raw.cells.nip ?? EMPTY);
    if (this.question.leaveUnknown && 'value' in read && !this.directory.byNip.has(read.value)) {
      this.unknown.add(read.value);
      return;
    }
    const nip = this.read(raw, 'nip', read);
    const date = this.read(raw, 'date', readDay(raw.cells.date ?? EMPTY));
    const checkIn = this.read(raw, 'checkIn', readTime(raw.cells.checkIn ?? EMPTY));
    const checkOut = this.read(raw, 'checkOut', readTime(raw.cells.checkOut ?? EMPTY));
    const hasTime = checkIn != null || checkOut != null;
    const status = this.read(raw, 'status', readStatus(raw.cells.status ?? EMPTY, hasTime, this.question.words));
    if (date !== null) this.checkDate(raw, date);
    const spans = nip === null ? undefined : this.directory.byNip.get(nip);
    if (checkIn && checkOut && checkOut < checkIn && !(date !== null && this.night(spans, date))) this.reportCell(raw, 'checkOut', 'check-out-before-check-in', { checkIn });
    if (nip !== null && !spans) this.reportCell(raw, 'nip', 'unknown-nip');
    if (this.problemCount > before || !spans || nip === null || date === null || status === null) return;
    const row: PresenceRow = { date, status, checkIn, checkOut };
    if (!this.night(spans, date) && !this.night(spans, addDays(date, -1))) return this.accept(raw, nip, spans, row);
    this.nights.set(nip, [...(this.nights.get(nip) ?? []), { raw, nip, spans, row }]);
  }

  private accept(raw: RawRow, nip: string, spans: NipSpan[], row: PresenceRow): void {
    const span = spans.find((candidate) => candidate.from <= row.date && (candidate.to === null || row.date <= candidate.to));
    if (!span) return this.reportCell(raw, 'date', 'not-employed-that-day', { nip });
    const skpdId = this.directory.skpdOf.get(span.employmentId);
    if (!skpdId) return this.reportCell(raw, 'nip', 'no-post-that-month', { month: this.question.month });
    const key = `${span.employmentId} ${row.date}`;
    const first = this.seen.get(key);
    if (first !== undefined) return this.reportCell(raw, 'date', 'duplicate-row', { first });
    this.seen.set(key, raw.sheet ? `${raw.sheet}!${raw.row}` : String(raw.row));
    if (row.date <= (this.directory.closedSkpds.get(skpdId) ?? '') && !samePresence(this.directory.standing(span.employmentId, row.date), row)) {
      return this.reportCell(raw, 'date', 'month-closed', { month: this.question.month });
    }
    this.rows.push({ ...row, employmentId: span.employmentId, skpdId });
  }

  /** A shift over midnight belongs to the day on which it begins. */
  private night(spans: NipSpan[] | undefined, date: IsoDate): Night | null {
    for (const { employmentId } of spans ?? []) {
      const night = this.directory.night(employmentId, date);
      if (night) return night;
    }
    return null;
  }

  private checkDate(raw: RawRow, date: IsoDate): void {
    if (monthOf(date) !== this.question.month) this.reportCell(raw, 'date', 'date-outside-month', { month: this.question.month });
    else if (date > this.question.today) this.reportCell(raw, 'date', 'date-in-future', { today: this.question.today });
  }

  private read<T>(raw: RawRow, column: Column, reading: Reading<T>): T | null {
    if ('value' in reading) return reading.value;
    this.reportCell(raw, column, reading.problem);
    return null;
  }

  private reportCell(raw: RawRow, column: Column, reason: string, params: ImportProblem['params'] = {}): void {
    this.report(raw, column, reason, shown(raw.cells[column]), params);
  }

  private report(raw: RawRow | null, column: Column, reason: string, value: string, params: ImportProblem['params'] = {}): void {
    this.problemCount += 1;
    if (this.problems.length >= this.question.problemsShown) return;
    this.problems.push({ sheet: raw?.sheet ?? null, row: raw?.row ?? 1, column: this.headings[column] ?? COLUMN_NAMES[column], value, reason, params });
  }
}

export function samePresence(a: PresenceRow | null, b: PresenceRow): boolean {
  return a !== null && a.status === b.status && a.checkIn === b.checkIn && a.checkOut === b.checkOut;
}

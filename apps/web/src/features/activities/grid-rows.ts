import type { ActivityMonth, DayState } from '@ekinerja/contracts/activities';
import type { ActivityReceipt, SentActivity } from '@ekinerja/contracts/sent-activities';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { newId } from '../../lib/api';
import { weekdayOf } from '../../lib/format';
import { checkEntry, entryBody, entryValues, type EntryValues, type Refusal } from './entry-rules';

export interface GridRow extends EntryValues {
  id: Uuid;
  /** What was typed or read where a result is meant, while none fits. */
  resultText: string;
  receipt: ActivityReceipt | null;
}

/** Columns of the grid, of a pasted table and of the sheet: one order for all. */
export const GRID_COLUMNS = ['date', 'startTime', 'endTime', 'description', 'outputQuantity', 'outputUnit', 'skpResultId', 'task', 'evidenceLink'] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

export function emptyRow(date: IsoDate, data: ActivityMonth, startTime = '07:30'): GridRow {
  const only = data.skpResults.length === 1 ? data.skpResults[0] : undefined;
  return {
    id: newId(), date, startTime, endTime: '', description: '', outputQuantity: '1', outputUnit: '', skpResultId: only?.id ?? '',
    task: only?.task ?? 'main', evidenceLink: '', monthPlanId: null, catalogueItemId: null, resultText: '', receipt: null,
  };
}

export const isBlank = (row: GridRow) => row.description.trim() === '' && row.endTime === '' && row.outputUnit.trim() === '';

/** A step of the work plan goes along only with its result. */
export function stepOf(monthPlanId: Uuid | null, resultId: Uuid | undefined, { planSteps }: Pick<ActivityMonth, 'planSteps'>): Uuid | null {
  return planSteps.some((step) => step.id === monthPlanId && step.resultId === resultId) ? monthPlanId : null;
}

/** The last day of the month that can be written to; its first one where none can. */
export function lastOpenDay({ month, days, entryWindow: { from, to } }: ActivityMonth): IsoDate {
  return days.filter(({ date, state }) => date >= from && date <= to && !NO_WORK.has(state)).at(-1)?.date ?? `${month}-01`;
}

const NO_WORK: ReadonlySet<DayState> = new Set(['holiday', 'off', 'leave']);

/** Days of the Monday to Sunday around a day that can be written to and are worked. */
export function openWeek(day: IsoDate, { days, entryWindow: { from, to } }: ActivityMonth): IsoDate[] {
  const monday = shiftDays(day, 1 - weekdayOf(day));
  return days.filter(({ date, state }) => date >= monday && date <= shiftDays(monday, 6) && date >= from && date <= to && !NO_WORK.has(state)).map(({ date }) => date);
}

export const shiftDays = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Entries of one day as new rows of another.
 * @param catalogue items that may be chosen now; null: not known here
 */
export function copiedRows(entries: ActivityMonth['activities'], from: IsoDate, to: IsoDate, data: ActivityMonth, catalogue: ReadonlySet<Uuid> | null): GridRow[] {
  return entries
    .filter((entry) => entry.date === from && entry.status !== 'withdrawn')
    .map((entry) => {
      const known = data.skpResults.some(({ id }) => id === entry.skpResultId);
      return {
        ...entryValues(entry), id: newId(), date: to, evidenceLink: '', skpResultId: known ? entry.skpResultId : '',
        monthPlanId: stepOf(entry.monthPlanId, entry.skpResultId, data),
        catalogueItemId: entry.catalogueItemId && (catalogue?.has(entry.catalogueItemId) ?? true) ? entry.catalogueItemId : null,
        resultText: known ? '' : entry.skpResultTitle, receipt: null,
      };
    });
}

/** A table copied in Excel or another program: tabs between cells, lines between rows; a cell with lines or tabs of its own stands in quotes. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  // A quoted cell with doubled quotes inside, or a plain one; then what ends it.
  for (const [whole, quoted, bare, end] of text.replace(/\r\n?/g, '\n').matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    if (whole === '') break;
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Rows out of cells in the grid's order; a heading line is passed over. */
export function rowsOf(cells: string[][], data: ActivityMonth): GridRow[] {
  return cells.filter((row) => plain(row[0] ?? '') !== 'tanggal').map((row) => rowOf(row, data));
}

function rowOf(cells: string[], data: ActivityMonth): GridRow {
  const at = (index: number) => (cells[index] ?? '').trim();
  const wanted = plain(at(6));
  const result =
    data.skpResults.find(({ title }) => plain(title) === wanted) ??
    (wanted.length >= 5 ? data.skpResults.find(({ title }) => plain(title).startsWith(wanted)) : undefined) ??
    (wanted === '' && data.skpResults.length === 1 ? data.skpResults[0] : undefined);
  const word = plain(at(7));
  return {
    id: newId(), date: dateOf(at(0)), startTime: timeOf(at(1)), endTime: timeOf(at(2)), description: at(3), outputQuantity: at(4) || '1', outputUnit: at(5),
    skpResultId: result?.id ?? '', task: word.startsWith('tambah') || word === 'additional' ? 'additional' : word === '' ? (result?.task ?? 'main') : 'main',
    evidenceLink: at(8), monthPlanId: null, catalogueItemId: null, resultText: result ? '' : at(6), receipt: null,
  };
}

/** 20-11-2026, 20/11/2026 or 2026-11-20. What is none of them stays as it is, to be shown and mended. */
export function dateOf(text: string): string {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text;
}

/** 7:30, 07.30 or 0730. */
export function timeOf(text: string): string {
  const found = /^(\d{1,2})[:.]?(\d{2})(?::\d{2})?$/.exec(text);
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : text;
}

/** What each row lacks, before anything is sent. Overlaps inside the grid are told as well. */
export function problemsOf(rows: readonly GridRow[], data: ActivityMonth): Map<Uuid, Partial<Record<GridColumn, Refusal>>> {
  return new Map(
    rows.map((row) => {
      const problems: Partial<Record<GridColumn, Refusal>> = checkEntry(row, data.entryWindow, undefined, data.reopened) as never;
      const twin = rows.find((other) => other.id !== row.id && other.date === row.date && other.startTime < row.endTime && row.startTime < other.endTime);
      if (twin && !problems.endTime && row.endTime !== '' && twin.endTime !== '') problems.startTime ??= { word: 'overlapRow', params: { from: twin.startTime, to: twin.endTime } };
      return [row.id, problems] as const;
    }),
  );
}

export function sentRows(rows: readonly GridRow[], submit: boolean): SentActivity[] {
  return rows.map(({ id, resultText: _, receipt: __, ...values }) => ({ ...entryBody(values, submit), id, version: null }));
}

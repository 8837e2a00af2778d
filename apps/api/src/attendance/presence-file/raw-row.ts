import type { RawCell } from '../../platform/spreadsheet/raw-cell.js';

export const COLUMNS = ['nip', 'date', 'checkIn', 'checkOut', 'status'] as const;
export type Column = (typeof COLUMNS)[number];

/** A row below the header, its cells by what the header called them. */
export interface RawRow {
  sheet: string | null;
  /** As the spreadsheet numbers it, the first row being 1. */
  row: number;
  cells: Partial<Record<Column, RawCell>>;
}

/** The heading under which a column stood in the file; problems name it so. */
export type Headings = Partial<Record<Column, string>>;

export interface RawSheet {
  name: string | null;
  headings: Headings;
  rows: RawRow[];
}

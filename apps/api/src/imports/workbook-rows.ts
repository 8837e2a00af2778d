import type { AssignmentKind, EmployeeKind, IsoDate, PostKind, UnitKind } from '@ekinerja/contracts/basics';
import type { WorkbookSheet } from '@ekinerja/contracts/imports';
import type { ColumnKey } from './workbook-columns.js';

interface ReadRow {
  /** As the spreadsheet numbers it. */
  row: number;
  /** A cell of it was refused: its values stand in for what could not be read and are not judged further. */
  bad: boolean;
}

export interface UnitRow extends ReadRow {
  code: string;
  name: string;
  kind: UnitKind;
  parentCode: string | null;
  skpd: boolean;
  from: IsoDate;
  to: IsoDate | null;
}

export interface PostRow extends ReadRow {
  code: string;
  name: string;
  unitCode: string;
  kind: PostKind;
  level: string | null;
  superiorCode: string | null;
  class: string | null;
  classFrom: IsoDate | null;
  leader: boolean;
  seats: number;
  standingDelegate: boolean;
  from: IsoDate;
  to: IsoDate | null;
}

export interface EmployeeRow extends ReadRow {
  nip: string | null;
  code: string | null;
  name: string;
  frontTitle: string | null;
  backTitle: string | null;
  kind: EmployeeKind;
  kindFrom: IsoDate | null;
  rank: string | null;
  rankFrom: IsoDate | null;
  birthDate: IsoDate | null;
  sex: 'male' | 'female' | null;
  from: IsoDate;
  to: IsoDate | null;
}

export interface AssignmentRow extends ReadRow {
  /** NIP or person code. */
  person: string;
  postCode: string;
  kind: AssignmentKind;
  from: IsoDate;
  to: IsoDate | null;
  decreeNumber: string | null;
  decreeDate: IsoDate | null;
}

export interface RowsOfSheet {
  units: UnitRow;
  posts: PostRow;
  employees: EmployeeRow;
  assignments: AssignmentRow;
}

/** What a workbook says. A column that the file does not have leaves what stands. */
export type Workbook = { [Sheet in WorkbookSheet]: { rows: RowsOfSheet[Sheet][]; columns: ReadonlySet<ColumnKey<Sheet>>; rowCount: number } };

import type { Decree } from './assignments.js';
import type { ImportProblem } from './attendance.js';
import type { IsoDate, IsoInstant, Uuid } from './basics.js';
import type { EventEffect } from './employment-events.js';

/** A mass reorganisation or inauguration: one decree, one day, one workbook; a draft until it is applied whole. */
export const REORGANISATION_STATUSES = ['draft', 'applied', 'withdrawn'] as const;
export type ReorganisationStatus = (typeof REORGANISATION_STATUSES)[number];
export const REORGANISATION_LIMITS = { title: 200, rows: 2000, fileBytes: 5 * 1024 * 1024, signatory: 200, problemsShown: 500 } as const;

export interface CreateReorganisationRequest {
  title: string;
  effectiveOn: IsoDate;
  decree: Decree;
  signatory: string;
}

/** What one row of the workbook does. */
export interface ReorganisationLine {
  sheet: string;
  row: number;
  /** Unit, post or person. */
  subject: string;
  act: 'form' | 'change' | 'close' | 'place';
  /** Of a placement: the effects line by line, as of a single event. */
  effects: EventEffect[];
}

export interface ReorganisationItem {
  id: Uuid;
  title: string;
  effectiveOn: IsoDate;
  decreeNumber: string;
  decreeDate: IsoDate;
  signatory: string;
  status: ReorganisationStatus;
  version: number;
  fileName: string | null;
  rows: number;
  problemCount: number;
  createdBy: string;
  createdAt: IsoInstant;
  appliedBy: string | null;
  appliedAt: IsoInstant | null;
}

export interface Reorganisation extends ReorganisationItem {
  problems: ImportProblem[];
  /** The preview; empty while a cell is wrong. */
  lines: ReorganisationLine[];
}

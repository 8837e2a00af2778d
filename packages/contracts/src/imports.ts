import type { ImportProblem } from './attendance.js';
import type { IsoInstant, Uuid } from './basics.js';

export const WORKBOOK_LIMITS = { fileBytes: 60 * 1024 * 1024, problemsShown: 1000 } as const;

/** Sheets of the agency's workbook, in the order they are read. */
export const WORKBOOK_SHEETS = ['units', 'posts', 'employees', 'assignments'] as const;
export type WorkbookSheet = (typeof WORKBOOK_SHEETS)[number];

export type WorkbookStatus = 'queued' | 'checking' | 'invalid' | 'ready' | 'applying' | 'applied' | 'failed' | 'superseded';

export interface SheetCounts {
  rows: number;
  fresh: number;
  changed: number;
  unchanged: number;
}

/** An import of units, posts, employees and assignments: checked whole before a row is written. */
export interface WorkbookImport {
  id: Uuid;
  fileName: string;
  status: WorkbookStatus;
  /** Stage under way and how far it is, 0 … 100. */
  stage: string | null;
  percent: number;
  uploadedAt: IsoInstant;
  uploadedBy: string;
  appliedAt: IsoInstant | null;
  counts: Record<WorkbookSheet, SheetCounts> | null;
  problems: ImportProblem[];
  problemCount: number;
  /** Worth a look, e.g. a NIP that says another day of birth; they keep nothing from being applied. */
  warnings: ImportProblem[];
  warningCount: number;
}

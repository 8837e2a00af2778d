import type { ImportProblem } from '@ekinerja/contracts/attendance';
import { WORKBOOK_LIMITS, type WorkbookSheet } from '@ekinerja/contracts/imports';
import { COLUMN_TITLES, SHEET_TITLES, type ColumnKey } from './workbook-columns.js';

type Params = ImportProblem['params'];

/** A cell, as the person will look for it. */
export interface CellAt<Sheet extends WorkbookSheet = WorkbookSheet> {
  sheet: Sheet;
  row: number;
  column: ColumnKey<Sheet>;
  value: string | null;
}

/** What is wrong, and what is only odd: all of it counted, the first ones kept. */
export class Findings {
  readonly problems: ImportProblem[] = [];
  readonly warnings: ImportProblem[] = [];
  problemCount = 0;
  warningCount = 0;

  problem<Sheet extends WorkbookSheet>(cell: CellAt<Sheet>, reason: string, params: Params = {}): void {
    this.problemCount += 1;
    if (this.problems.length < WORKBOOK_LIMITS.problemsShown) this.problems.push(shownAt(cell, reason, params));
  }

  warn<Sheet extends WorkbookSheet>(cell: CellAt<Sheet>, reason: string, params: Params = {}): void {
    this.warningCount += 1;
    if (this.warnings.length < WORKBOOK_LIMITS.problemsShown) this.warnings.push(shownAt(cell, reason, params));
  }

  /** About a sheet or the whole file rather than a cell. */
  wholeProblem(sheet: WorkbookSheet | null, row: number, reason: string, params: Params = {}): void {
    this.problemCount += 1;
    this.problems.push({ sheet: sheet ? SHEET_TITLES[sheet] : null, row, column: '', value: '', reason, params });
  }

  /** For the record of the import. */
  report(): Pick<Findings, 'problems' | 'problemCount' | 'warnings' | 'warningCount'> {
    const { problems, problemCount, warnings, warningCount } = this;
    return { problems, problemCount, warnings, warningCount };
  }

  /** In the order of the file. */
  sort(): void {
    const order = new Map<string | null, number>(Object.values(SHEET_TITLES).map((title, index) => [title, index]));
    const inOrder = (a: ImportProblem, b: ImportProblem) => (order.get(a.sheet) ?? -1) - (order.get(b.sheet) ?? -1) || a.row - b.row;
    this.problems.sort(inOrder);
    this.warnings.sort(inOrder);
  }
}

function shownAt<Sheet extends WorkbookSheet>({ sheet, row, column, value }: CellAt<Sheet>, reason: string, params: Params): ImportProblem {
  const titles: Record<string, string> = COLUMN_TITLES[sheet];
  return { sheet: SHEET_TITLES[sheet], row, column: titles[column] ?? column, value: (value ?? '').slice(0, 60), reason, params };
}

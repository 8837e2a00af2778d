import type { LineCounter } from 'yaml';

export interface DocumentProblem {
  file: string;
  /** Keys from the top, joined by dots; empty for the document itself. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  expected: string;
  /** Plain Indonesian, with what to do. */
  message: string;
  severity: 'error' | 'warning';
}

/** Gathers problems of one file with their line and column. */
export class ProblemList {
  readonly problems: DocumentProblem[] = [];

  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    /** A key of an older format does not stop an enacted document from being read. */
    readonly unknownKeys: 'error' | 'warning' = 'error',
  ) {}

  add(at: {
    path: string;
    offset: number | undefined;
    expected: string;
    message: string;
    severity?: 'error' | 'warning';
  }): void {
    const position = at.offset === undefined ? { line: 1, col: 1 } : this.lines.linePos(at.offset);
    this.problems.push({
      file: this.file,
      path: at.path,
      line: position.line,
      column: position.col,
      expected: at.expected,
      message: at.message,
      severity: at.severity ?? 'error',
    });
  }

  get hasErrors(): boolean {
    return this.problems.some((p) => p.severity === 'error');
  }
}

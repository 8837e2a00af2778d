import type { Citation } from '@ekinerja/contracts/basics';
import { ERROR_STATUS, type ErrorCode, type ErrorParams, type FieldProblem } from '@ekinerja/contracts/errors';

interface Details {
  /** The rule that refused, with its article, when the law decided. */
  rule?: { code: string; cite?: Citation };
  fields?: FieldProblem[];
  /** The row as it stands now, for `stale-version`. */
  current?: unknown;
  retryAfterSeconds?: number;
}

/** The one way a use case refuses. The filter turns it into a problem body; the web owns the sentence. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly details: Details = {},
  ) {
    super(code);
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** A refusal by a rule of the law package, as `rule-refused` with the article. */
export function refusedByRule(refusal: { code: string; params: Record<string, string | number>; cite?: Citation }): DomainError {
  return new DomainError('rule-refused', refusal.params, { rule: { code: refusal.code, cite: refusal.cite } });
}

/** Every error code the API can answer, with its HTTP status. The web owns the Indonesian sentence for each. */
export const ERROR_STATUS = {
  'validation-failed': 400,
  'malformed-request': 400,
  'sign-in-failed': 401,
  'sign-in-required': 401,
  'session-ended': 401,
  'account-locked': 429,
  'too-many-requests': 429,
  'password-change-required': 403,
  'password-too-weak': 422,
  'second-factor-required': 401,
  'second-factor-wrong': 401,
  'second-factor-enrolment-required': 403,
  'recovery-failed': 401,
  'permission-denied': 403,
  'not-yours-to-decide': 403,
  /** A look on behalf of another person changes nothing, hands out no file and opens no account. */
  'read-only-view': 403,
  'not-found': 404,
  'precondition-required': 428,
  'stale-version': 412,
  'idempotency-key-reused': 409,
  'idempotency-in-progress': 409,
  'state-refused': 409,
  'month-closed': 409,
  'month-not-over': 409,
  'month-being-closed': 409,
  'run-blocked': 409,
  'run-not-checked': 409,
  'import-has-errors': 422,
  'import-already-applied': 409,
  'import-superseded': 409,
  'file-too-large': 413,
  'file-unreadable': 422,
  'reason-required': 422,
  'rule-refused': 422,
  /** The document as uploaded is not stored; `fields` names each mistake with its line. */
  'document-has-errors': 422,
  /** What one superadmin sends, another one confirms. */
  'second-person-required': 403,
  'no-skp-for-date': 422,
  'no-evaluator': 422,
  'evaluation-under-objection': 409,
  'evaluation-decided-by-objection': 409,
  'duplicate': 409,
  /** Sent for another account than the one signed in. */
  'other-account': 409,
  /** The operator has not connected the other system that this needs: nothing of the server has failed. */
  'not-connected': 409,
  'unavailable': 503,
  'internal': 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export type ErrorParams = Record<string, string | number | boolean | null>;

/** A refusal of one field. `rule` is a validator's code (`required`, `maxLength`, …) with its limit in `params`. */
export interface FieldProblem {
  field: string;
  rule: string;
  params?: ErrorParams;
}

/** RFC 9457 body, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  params: ErrorParams;
  /** Which rule refused, with its article, when the law decided. */
  rule?: { code: string; cite?: import('./basics.js').Citation };
  fields?: FieldProblem[];
  /** The current row, on `stale-version`. */
  current?: unknown;
  requestId: string;
}

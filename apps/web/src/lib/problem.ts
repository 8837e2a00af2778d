import type { ErrorCode, Problem } from '@ekinerja/contracts/errors';

/** The API refused: the body says which rule, which field, and what the row looks like now. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code} (${problem.requestId})`);
    this.name = 'ProblemError';
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** The request never reached the API, or its answer never came back. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkError';
  }
}

export function isProblem(error: unknown, code: ErrorCode): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

/** Problem body of an answer; a gateway's HTML page becomes `unavailable` or `internal`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblemBody(body)) return new ProblemError(body);
  const code: ErrorCode =
    response.status === 401
      ? 'session-ended'
      : response.status === 404
        ? 'not-found'
        : response.status === 413
          ? 'file-too-large'
          : [502, 503, 504].includes(response.status)
            ? 'unavailable'
            : 'internal';
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code,
    params: {},
    requestId: response.headers.get('x-request-id') ?? '',
  });
}

function isProblemBody(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string';
}

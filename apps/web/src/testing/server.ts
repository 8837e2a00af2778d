import type { ErrorCode, Problem } from '@ekinerja/contracts/errors';
import { ERROR_STATUS } from '@ekinerja/contracts/errors';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}
/** A `Response`, or a body to be sent as JSON. */
type Answer = (call: Call) => unknown;

/** The API as the outside world: recorded answers by route, and a list of what was asked. */
export function serve(answers: Record<string, Answer>): { calls: Call[]; asked: (route: string) => Call[] } {
  const calls: Call[] = [];
  const routeOf = (call: Call) => `${call.method} ${call.path}`;
  globalThis.fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://portal.test');
    const call: Call = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    calls.push(call);
    const answer = answers[routeOf(call)];
    if (!answer) return problem('not-found');
    const result = await answer(call);
    return result instanceof Response ? result : json(result);
  }) as typeof fetch;
  return { calls, asked: (route) => calls.filter((call) => routeOf(call) === route) };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function problem(code: ErrorCode, more: Partial<Problem> = {}): Response {
  const status = ERROR_STATUS[code];
  const body: Problem = {
    type: 'about:blank',
    title: code,
    status,
    code,
    params: {},
    requestId: 'r-1',
    ...more,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

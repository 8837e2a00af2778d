import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { Problem } from '@ekinerja/contracts/errors';
import { QueryFailedError } from 'typeorm';
import { ProblemFilter } from './problem.filter.js';

/** The status and body that an error becomes. */
function answerTo(error: unknown, request: object = {}): { status: number; body: Problem; retryAfter: string | undefined } {
  const headers: Record<string, string> = {};
  let status = 0;
  let body: Problem | undefined;
  const reply = {
    header: (name: string, value: string) => ((headers[name] = value), reply),
    status: (code: number) => ((status = code), reply),
    send: (sent: Problem) => ((body = sent), reply),
  };
  new ProblemFilter().catch(error, new ExecutionContextHost([{ id: 'r', url: '/api/v1/x', ...request }, reply]));
  return { status, body: body!, retryAfter: headers['retry-after'] };
}

describe('what leaves the API when something breaks', () => {
  beforeAll(() => void jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['refuses connections', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
    ['ends a connection in the middle', new QueryFailedError('SELECT 1', [], new Error('Connection terminated unexpectedly'))],
    ['is shutting down', new QueryFailedError('SELECT 1', [], Object.assign(new Error('x'), { code: '57P01' }))],
    ['has no connection left', new Error('timeout exceeded when trying to connect')],
  ])('a database that %s is unavailable for a while, no fault of the program', (_, error) => {
    expect(answerTo(error)).toMatchObject({ status: 503, body: { code: 'unavailable' }, retryAfter: '5' });
  });

  it('an id of the caller that nothing has is not found, wherever it was first missed; any other row that refers to nothing is a fault', () => {
    const id = '5b1d3a52-3c0e-4f0e-9a43-0f2b1c9d8e7f';
    const detail = `Key (unit_id)=(${id}) is not present in table "unit".`;
    const error = (about: string) => new QueryFailedError('INSERT', [], Object.assign(new Error('violates foreign key constraint'), { code: '23503', detail: about }));
    for (const request of [{ url: `/api/v1/units/${id}/posts` }, { body: { unitId: id.toUpperCase() } }, { body: [{ rows: [{ unit: id }] }] }]) {
      expect(answerTo(error(detail), request)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(answerTo(error(detail), { body: { unitId: null } })).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(answerTo(error(`Key (id)=(${id}) is still referenced from table "post".`), { url: `/api/v1/units/${id}` })).toMatchObject({ status: 500 });
  });

  it('tells nothing of the inside', () => {
    const { status, body } = answerTo(new Error('secret path /var/lib'));
    expect([status, JSON.stringify(body).includes('secret')]).toEqual([500, false]);
  });
});

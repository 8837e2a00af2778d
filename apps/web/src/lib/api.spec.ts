import { queryClient } from './query-client';
import { accessToken, refreshSession } from './access-token';
import { get, NetworkError, ProblemError, send } from './api';
import { onSessionMove, safeReturn } from './session';
import { sessionOf, signedIn } from '../testing/portal';
import { json, problem, serve } from '../testing/server';

describe('request', () => {
  beforeEach(() => signedIn(['employee']));

  it('sends token, version and key of the intent', async () => {
    const api = serve({ 'POST /skp/s-1/submit': () => ({ id: 's-1' }) });
    await send('POST', '/skp/s-1/submit', { ifMatch: 4, idempotencyKey: 'niat-1' });
    const { headers } = api.calls[0]!;
    expect(headers.get('authorization')).toBe('Bearer token-1');
    expect(headers.get('if-match')).toBe('"4"');
    expect(headers.get('idempotency-key')).toBe('niat-1');
  });

  it('refreshes once for many requests whose token ran out, and repeats each', async () => {
    const api = serve({
      'GET /skp/mine': ({ headers }) =>
        headers.get('authorization') === 'Bearer token-2' ? [] : problem('session-ended'),
      'POST /auth/refresh': () => sessionOf(['employee'], 'token-2'),
    });
    await Promise.all([get('/skp/mine'), get('/skp/mine'), get('/skp/mine')]);
    expect(api.asked('POST /auth/refresh')).toHaveLength(1);
    expect(api.asked('POST /auth/refresh')[0]!.headers.get('x-requested-with')).toBe('ekinerja');
    expect(api.asked('GET /skp/mine')).toHaveLength(6);
  });

  it('waits for the refresh that runs already, and is never refused for want of its token', async () => {
    accessToken.set(null);
    const api = serve({
      'GET /skp/mine': ({ headers }) => (headers.get('authorization') === 'Bearer token-2' ? [] : problem('sign-in-required')),
      'POST /auth/refresh': () => sessionOf(['employee'], 'token-2'),
    });
    await Promise.all([refreshSession(), get('/skp/mine')]);
    expect(api.asked('GET /skp/mine')).toHaveLength(1);
  });

  it('signs out when the session is gone, and keeps the page to return to', async () => {
    const moves: string[] = [];
    onSessionMove((path) => moves.push(path));
    window.history.pushState({}, '', '/kegiatan?bulan=2026-11');
    serve({
      'GET /skp/mine': () => problem('session-ended'),
      'POST /auth/refresh': () => problem('session-ended'),
    });
    await expect(get('/skp/mine')).rejects.toBeInstanceOf(ProblemError);
    expect(moves).toEqual([`/masuk?kembali=${encodeURIComponent('/kegiatan?bulan=2026-11')}`]);
    expect(accessToken.get()).toBeNull();
    expect(queryClient.getQueryCache().getAll()).toHaveLength(0);
  });

  it('does not sign out when the line drops during the refresh', async () => {
    const moves: string[] = [];
    onSessionMove((path) => moves.push(path));
    serve({
      'GET /skp/mine': () => problem('session-ended'),
      'POST /auth/refresh': () => {
        throw new TypeError('fetch failed');
      },
    });
    await expect(get('/skp/mine')).rejects.toBeInstanceOf(NetworkError);
    expect(moves).toEqual([]);
    expect(accessToken.get()).toBe('token-1');
  });

  it('does not refresh for a wrong password', async () => {
    const api = serve({ 'POST /auth/sign-in': () => problem('sign-in-failed') });
    await expect(send('POST', '/auth/sign-in', { body: {} })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    expect(api.asked('POST /auth/refresh')).toHaveLength(0);
  });

  it('carries the problem, and makes one of a gateway page', async () => {
    serve({
      'GET /a': () => problem('stale-version', { current: { version: 9 } }),
      'GET /b': () => new Response('<html>Bad gateway</html>', { status: 502 }),
    });
    await expect(get('/a')).rejects.toMatchObject({
      code: 'stale-version',
      problem: { current: { version: 9 } },
    });
    await expect(get('/b')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('answers nothing for 204 and leaves empty filters out of the address', async () => {
    const api = serve({
      'POST /auth/sign-out': () => new Response(null, { status: 204 }),
      'GET /employees': () => json([]),
    });
    expect(await send('POST', '/auth/sign-out')).toBeUndefined();
    await get('/employees', { query: { q: '', skpdId: null, limit: 10 } });
    expect(api.asked('GET /employees')[0]!.query.toString()).toBe('limit=10');
  });
});

describe('safeReturn', () => {
  it.each([
    ['/slip?x=1', '/slip?x=1'],
    ['https://lain.example', '/'],
    ['//lain.example', '/'],
    ['/\\lain.example', '/'],
    [null, '/'],
  ])('%s → %s', (path, expected) => expect(safeReturn(path)).toBe(expected));
});

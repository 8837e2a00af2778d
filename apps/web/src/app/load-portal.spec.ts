import { activityMonth } from '../features/activities/queries';
import { fetchEarly } from './load-portal';
import { sessionOf, signedIn } from '../testing/portal';
import { serve } from '../testing/server';
import { accessToken } from '../lib/access-token';
import { get, send } from '../lib/api';
import { queryClient } from '../lib/query-client';

const MONTH = { month: '2026-11', days: [] };

describe('answers asked for ahead of the page', () => {
  beforeEach(() => {
    queryClient.clear();
    signedIn(['employee']);
  });
  const early = async (search = '') => {
    const session = sessionOf(['employee'], 'token-1');
    fetchEarly({ pathname: '/kegiatan', search }, Promise.resolve(session));
    await Promise.resolve();
    return session.profile.today.slice(0, 7);
  };

  it('is the very question of the page, and is asked once', async () => {
    const api = serve({ 'GET /activities/month': () => MONTH });
    const month = await early();
    expect(await queryClient.fetchQuery(activityMonth(month))).toEqual(MONTH);
    expect(api.asked('GET /activities/month')).toHaveLength(1);
    expect(api.asked('GET /activities/month')[0]!.headers.get('authorization')).toBe('Bearer token-1');
    await get('/activities/month', { query: { month } });
    expect(api.asked('GET /activities/month')).toHaveLength(2);
  });

  it('is not for whoever signs in after that', async () => {
    const api = serve({ 'GET /activities/month': () => MONTH });
    const month = await early('?bulan=2026-10');
    expect(month).not.toBe('2026-10');
    accessToken.set('token-of-another');
    await get('/activities/month', { query: { month: '2026-10' } });
    expect(api.asked('GET /activities/month')).toHaveLength(2);
    expect(api.asked('GET /activities/month')[1]!.headers.get('authorization')).toBe(
      'Bearer token-of-another',
    );
  });

  it('is not taken over once something was changed: what waited on the device and is sent belongs into the month', async () => {
    const api = serve({ 'GET /activities/month': () => MONTH, 'POST /activities/send': () => ({}) });
    const month = await early();
    await send('POST', '/activities/send', { body: {} });
    await get('/activities/month', { query: { month } });
    expect(api.asked('GET /activities/month')).toHaveLength(2);
  });
});

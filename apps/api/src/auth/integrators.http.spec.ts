import { INTEGRATOR_SCOPES } from '@ekinerja/contracts/access';
import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { Integrator, IntegratorWithKey } from '@ekinerja/contracts/integrators';
import { declaredRoutes } from '../access-routes.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const MORNING = '2026-11-23T09:00:00+08:00';

describe('keys of other systems', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  beforeAll(async () => {
    test = await testApp({ clock: MORNING });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test?.close());
  beforeEach(() => test.setClock(MORNING));

  let number = 0;
  const create = async (scopes: string[], days = 30) => {
    const body = { name: `Sistem ${(number += 1)}`, purpose: 'Membaca data pegawai bagi portal daerah', scopes, days };
    return (await test.call<IntegratorWithKey>('POST', '/integrators', { as: 'super', body })).body;
  };
  const by = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

  it('X-AC-1 open the routes of their scopes over the whole government, and no others', async () => {
    const { key } = await create(['employees:read']);
    const people = await test.call<Page<EmployeeItem>>('GET', '/employees', by(key));
    expect(people.status).toBe(200);
    expect(new Set(people.body.items.map(({ skpdId }) => skpdId)).size).toBeGreaterThan(1);
    for (const route of declaredRoutes().filter(({ access }) => !access?.public)) {
      // More routes than a key may ask in a minute; what happens then has its own test below.
      await test.db.execute(`UPDATE request_rate SET hits = 0 WHERE key LIKE 'key %'`);
      const { status } = await test.call(route.method, route.path.replace(/:\w+/g, gov.people.siti), { ...by(key), body: route.method === 'GET' ? undefined : {} });
      expect([route.name, status === 403]).toEqual([route.name, route.access!.integrator !== 'employees:read']);
    }
  });

  it('every scope opens something', () => {
    const used = new Set(declaredRoutes().map(({ access }) => access?.integrator));
    expect(INTEGRATOR_SCOPES.filter((scope) => !used.has(scope))).toEqual([]);
  });

  it('leave their name where they read and write', async () => {
    const { key, integrator } = await create(['employees:read', 'attendance:push']);
    await test.call('GET', `/employees/${gov.people.siti}`, by(key));
    const pushed = await test.call('POST', '/attendance/rows', {
      ...by(key), body: { month: '2026-10', rows: [{ nip: gov.nips.siti, date: '2026-10-01', checkIn: '07:30', checkOut: '16:30', status: 'present' }] },
    });
    expect(pushed.status).toBeLessThan(300);
    const read = await test.db.query(`SELECT a.username FROM read_log l JOIN account a ON a.id = l.account_id WHERE l.subject_id = $1 ORDER BY l.id DESC LIMIT 1`, [gov.people.siti]);
    expect(read).toEqual([{ username: expect.stringMatching(/^integrasi:/) }]);
    const [event] = await test.db.query<{ name: string }>(`SELECT actor_name AS name FROM audit_event WHERE action = 'presence.uploaded'`);
    expect(event?.name).toBe(integrator.name);
  });

  it('are shown once, kept as a hash, and show when they were last used', async () => {
    const { key, integrator } = await create(['organisation:read']);
    expect(key).toMatch(/^ek_[\w-]{43}$/);
    const held = JSON.stringify([await test.db.query('SELECT * FROM integrator_key'), await test.db.query('SELECT * FROM idempotency_key')]);
    expect(held).not.toContain(key);
    const find = async () => (await test.call<Integrator[]>('GET', '/integrators', { as: 'super' })).body.find(({ id }) => id === integrator.id)!;
    expect((await find()).keys).toMatchObject([{ hint: key.slice(0, 8), lastUsedAt: null }]);
    await test.call('GET', '/units', by(key));
    expect((await find()).keys).toMatchObject([{ lastUsedAt: expect.any(String), lastIp: '127.0.0.1' }]);
  });

  it('change over with an overlap, run out, and are revoked at once', async () => {
    const { key: first, integrator } = await create(['organisation:read'], 10);
    const status = async (key: string) => (await test.call('GET', '/units', by(key))).status;
    const rotated = await test.call<IntegratorWithKey>('POST', `/integrators/${integrator.id}/rotate`, { as: 'super', body: { days: 10, overlapHours: 24 } });
    const second = rotated.body.key;
    expect([await status(first), await status(second)]).toEqual([200, 200]);
    test.setClock('2026-11-24T09:00:30+08:00');
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    test.setClock('2026-12-03T09:01:00+08:00');
    expect(await status(second)).toBe(401);
    test.setClock(MORNING);
    expect((await test.call('POST', `/integrators/${integrator.id}/revoke`, { as: 'super', body: { reason: 'Kontrak selesai' } })).status).toBe(204);
    expect([await status(first), await status(second)]).toEqual([401, 401]);
    expect((await test.call('POST', `/integrators/${integrator.id}/rotate`, { as: 'super', body: { days: 10, overlapHours: 0 } })).status).toBe(404);
    const trail = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id`, [integrator.id]);
    expect(trail.map(({ action }) => action)).toEqual(['integrator.created', 'integrator.key-rotated', 'integrator.revoked']);
  });

  it('are counted a minute, and say how many requests are left', async () => {
    const { key } = await create(['organisation:read']);
    const first = await test.call('GET', '/units', by(key));
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '299' });
    await test.db.execute(`UPDATE request_rate SET hits = 300 WHERE key LIKE 'key %'`);
    const over = await test.call<OrProblem<object>>('GET', '/units', by(key));
    expect([over.status, over.body.code, Number(over.headers['retry-after']) > 0]).toEqual([429, 'too-many-requests', true]);
    test.setClock('2026-11-23T09:02:00+08:00');
    expect((await test.call('GET', '/units', by(key))).status).toBe(200);
  });

  it('are made by superadmins alone', async () => {
    for (const as of ['auditor', 'umpeg', 'siti']) expect((await test.call('GET', '/integrators', { as })).status).toBe(403);
    expect((await test.call('GET', '/units', by(`ek_${'A'.repeat(43)}`))).status).toBe(401);
  });
});

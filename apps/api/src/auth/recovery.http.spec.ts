import type { AccountSecurity, MadeRecovery, SessionAnswer } from '@ekinerja/contracts/auth';
import { TEST_PASSWORD, testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const MORNING = '2026-11-23T09:00:00+08:00';
const NEW = 'gunung meratus berkabut';

describe('recovering an account', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  beforeAll(async () => {
    test = await testApp({ clock: MORNING });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test?.close());
  beforeEach(async () => {
    test.setClock(MORNING);
    await test.db.execute('DELETE FROM sign_in_failure');
  });

  const signIn = (username: string, password: string) => test.call<OrProblem<SessionAnswer>>('POST', '/auth/sign-in', { body: { username, password } });
  const make = (as: string, whom: PersonName, secondFactor = false) =>
    test.call<OrProblem<MadeRecovery>>('POST', '/accounts/recoveries', { as, body: { employmentId: gov.people[whom], reason: 'Datang sendiri membawa KTP', secondFactor } });
  const recover = (username: string, code: string, newPassword = NEW) => test.call('POST', '/auth/recovery', { body: { username, code, newPassword } });

  it('X-AC-2 by the unit admin: a code that works once, ends the sessions, is audited, and that the person sees', async () => {
    const open = await signIn('siti', TEST_PASSWORD);
    const made = await make('umpeg', 'siti');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ personName: 'Siti Aminah', username: 'siti' });
    expect(made.body.link).toBe(`http://ekinerja.test/pulihkan#${made.body.code.replaceAll('-', '')}`);
    expect((await test.call('GET', '/auth/me', { headers: { authorization: `Bearer ${open.body.accessToken}` } })).status).toBe(401);
    expect((await signIn('siti', TEST_PASSWORD)).status).toBe(401);
    expect((await signIn('siti', made.body.code)).status).toBe(401);

    expect((await recover('siti', made.body.code, 'Siti Aminah 90')).body).toMatchObject({ code: 'password-too-weak', params: { reason: 'own-name' } });
    expect((await recover('siti', made.body.code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
    expect((await recover('siti', made.body.code)).body).toMatchObject({ status: 401, code: 'recovery-failed' });
    const back = await signIn('siti', NEW);
    expect(back.body.profile.mustChangePassword).toBe(false);
    const { body } = await test.call<AccountSecurity>('GET', '/auth/security', { headers: { authorization: `Bearer ${back.body.accessToken}` } });
    expect(body.recoveries).toEqual([expect.objectContaining({ by: 'Mariani', reason: 'Datang sendiri membawa KTP', secondFactor: false, usedAt: expect.any(String) })]);
    expect(body.passwordChangedAt).not.toBeNull();
    const trail = await test.db.query(`SELECT action, actor_name AS actor, reason FROM audit_event WHERE action LIKE 'account.recover%' ORDER BY id`);
    expect(trail).toEqual([
      { action: 'account.recovery-made', actor: 'Mariani', reason: 'Datang sendiri membawa KTP' },
      { action: 'account.recovered', actor: 'recovery', reason: null },
    ]);
  });

  it('X-AC-2 a code runs out after a day, and a newer one ends it', async () => {
    const first = (await make('umpeg', 'budi')).body;
    const second = (await make('umpeg', 'budi')).body;
    expect((await recover('budi', first.code)).status).toBe(401);
    test.setClock('2026-11-24T09:00:01+08:00');
    expect((await recover('budi', second.code)).status).toBe(401);
    const third = (await make('umpeg', 'budi')).body;
    const both = await Promise.all([recover('budi', third.code), recover('budi', third.code, 'sungai barito mengalir')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  });

  it('X-AC-2 tells nothing about names and locks guesses', async () => {
    const answers = async (name: string) => {
      const seen: unknown[] = [];
      for (let guess = 0; guess < 6; guess += 1) {
        const { status, body } = await recover(name, 'ABCD-EFGH-JKMN');
        seen.push([status, body.code]);
      }
      return seen;
    };
    const known = await answers('rina');
    expect(known).toEqual(await answers('199912312020011099'));
    expect(known.at(-1)).toEqual([429, 'account-locked']);
  });

  it('BK-1.12 the reach of the unit admin ends at the own SKPD, and at whoever holds a granted role', async () => {
    expect((await make('umpeg', 'kasubBk')).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await make('umpeg', 'umpeg')).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await make('umpeg', 'bendahara')).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await make('umpeg', 'dewi', true)).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await make('super', 'super')).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await make('super', 'bendahara', true)).status).toBe(201);
    for (const other of ['siti', 'kadis', 'auditor']) expect((await make(other === 'siti' ? 'kabid' : other, 'dewi')).status).toBe(403);
  });

  it('X-AC-2 removes the second factor as well where a superadmin says so', async () => {
    await test.db.query(`INSERT INTO second_factor (account_id, secret, begun_at, confirmed_at) VALUES ($1, 'x', now(), now())`, [gov.accounts.kapus]);
    const { code } = (await make('super', 'kapus', true)).body;
    expect((await recover('kapus', code)).status).toBe(204);
    expect((await signIn('kapus', NEW)).status).toBe(200);
  });
});

describe('own sessions', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp({ clock: MORNING });
    await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const signIn = async (username: string, agent: string) => {
    const response = await test.app.inject({
      method: 'POST', url: '/api/v1/auth/sign-in', payload: { username, password: TEST_PASSWORD }, headers: { 'user-agent': agent }, remoteAddress: '10.1.2.3',
    });
    return { headers: { authorization: `Bearer ${response.json<SessionAnswer>().accessToken}` } };
  };
  const status = async (session: object) => (await test.call('GET', '/auth/me', session)).status;

  it('X-AC-2 are listed with device, since, last use and address; one is ended, others are not reached', async () => {
    const desk = await signIn('siti', 'Firefox di kantor');
    const phone = await signIn('siti', 'Chrome di ponsel');
    const other = await signIn('budi', 'Edge');
    const { body } = await test.call<AccountSecurity>('GET', '/auth/security', phone);
    expect(body.sessions).toHaveLength(2);
    expect(body.sessions.find(({ current }) => current)).toMatchObject({ userAgent: 'Chrome di ponsel', ip: '10.1.2.3', since: expect.stringMatching(/^2026-11-23T01:00/), lastUsedAt: expect.any(String) });
    const { id } = body.sessions.find(({ userAgent }) => userAgent === 'Firefox di kantor')!;
    expect((await test.call('POST', `/auth/sessions/${id}/end`, other)).status).toBe(404);
    expect(await status(desk)).toBe(200);
    expect((await test.call('POST', `/auth/sessions/${id}/end`, phone)).status).toBe(204);
    expect(await status(desk)).toBe(401);
    expect(await status(phone)).toBe(200);
  });

  it('X-AC-2 all end at once, here as well', async () => {
    const [desk, phone, other] = [await signIn('rina', 'a'), await signIn('rina', 'b'), await signIn('budi', 'c')];
    expect((await test.call('POST', '/auth/sign-out-everywhere', phone)).status).toBe(204);
    expect([await status(desk), await status(phone), await status(other)]).toEqual([401, 401, 200]);
  });
});

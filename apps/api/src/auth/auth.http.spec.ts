import type { Profile, SessionAnswer } from '@ekinerja/contracts/auth';
import type { Problem } from '@ekinerja/contracts/errors';
import { TEST_PASSWORD, testApp, type Answer, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const MORNING = '2026-11-23T09:00:00+08:00';
const OURS = { 'x-requested-with': 'ekinerja' };

describe('auth over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeAll(async () => {
    test = await testApp({ clock: MORNING });
    tiny = await tinyGovernment(test);
  });
  afterAll(() => test?.close());
  beforeEach(async () => {
    test.setClock(MORNING);
    await test.db.execute('DELETE FROM sign_in_failure');
  });

  let address = 0;
  /** From a new address each time, so that the throttle of one test does not reach the next. */
  const signIn = async <T = SessionAnswer>(username: string, password = TEST_PASSWORD): Promise<Answer<T>> => {
    const response = await test.app.inject({
      method: 'POST', url: '/api/v1/auth/sign-in', payload: { username, password }, remoteAddress: `10.0.${(address += 1) >> 8}.${address & 255}`,
    });
    return { status: response.statusCode, body: response.json<T>(), headers: response.headers, raw: response.rawPayload };
  };
  const me = (token: string) => test.call<Profile>('GET', '/auth/me', { headers: { authorization: `Bearer ${token}` } });
  const refresh = (cookie: string, headers: Record<string, string> = OURS) =>
    test.call<SessionAnswer & Problem>('POST', '/auth/refresh', { headers: { ...headers, cookie } });

  describe('signing in', () => {
    it('KS-23.1 every employee signs in under their own name and password and is told who they are', async () => {
      const { status, body } = await signIn('siti');
      expect(status).toBe(200);
      expect(body.profile).toMatchObject({
        username: 'siti',
        person: { name: 'Siti Aminah', nip: tiny.nips.siti },
        employment: { id: tiny.people.siti, postName: 'Pengelola Promosi Kesehatan', skpdId: tiny.units.dinkes, skpdName: 'Dinas Kesehatan' },
        mustChangePassword: false,
        today: '2026-11-23',
      });
      expect((await me(body.accessToken)).body.username).toBe('siti');
    });

    it('takes the NIP, spaced as on paper, and the user name in any case', async () => {
      const spaced = tiny.nips.siti!.replace(/^(.{8})(.{6})(.)(.{3})$/, '$1 $2 $3 $4');
      expect((await signIn(spaced)).body.profile.username).toBe('siti');
      expect((await signIn(' SITI ')).body.profile.username).toBe('siti');
    });

    it('BK-1.13 an employee without subordinates may fill in only their own performance', async () => {
      const { body } = await signIn('siti');
      expect(body.profile.roles).toEqual([{ role: 'employee', unitId: tiny.units.dinkes, unitName: 'Dinas Kesehatan' }]);
      expect(body.profile.permissions).toEqual(expect.arrayContaining(['skp.own', 'activities.own', 'payslips.own']));
      for (const others of ['skp.determine', 'activities.decide', 'evaluations.rate', 'employees.read', 'pay-runs.read'] as const) {
        expect(body.profile.permissions).not.toContain(others);
      }
      expect((await test.call('GET', '/employees', { as: 'siti' })).status).toBe(403);
    });

    it('derives evaluator and unit head from posts; the regent keeps no daily record', async () => {
      const rolesOf = async (name: string) => (await signIn(name)).body.profile.roles.map((held) => held.role);
      expect(await rolesOf('kasi')).toEqual(['employee', 'evaluator']);
      expect(await rolesOf('kadis')).toEqual(['employee', 'evaluator', 'unit-head']);
      expect(await rolesOf('bupati')).toEqual(['regent', 'evaluator']);
      expect(await rolesOf('super')).toEqual(['superadmin', 'employee']);
    });

    it('gives no hint whether a name exists, not even by locking', async () => {
      const known: unknown[] = [];
      const unknown: unknown[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        for (const [name, seen] of [['budi', known], ['199912312020011099', unknown]] as const) {
          const { status, body, headers } = await signIn<Problem>(name, 'bukan sandinya');
          seen.push({ status, code: body.code, fields: body.fields, retry: headers['retry-after'] !== undefined });
        }
      }
      expect(known).toEqual(unknown);
      expect(known[0]).toMatchObject({ status: 401, code: 'sign-in-failed' });
      expect(known[5]).toMatchObject({ status: 429, code: 'account-locked', retry: true });
    });

    it('X-AC-2 locks after five failures for a minute, then longer; the right password does not open a lock', async () => {
      const fail = () => signIn<Problem>('rina', 'bukan sandinya');
      for (let attempt = 0; attempt < 5; attempt += 1) expect((await fail()).body.code).toBe('sign-in-failed');
      const locked = await signIn<Problem>('rina');
      expect(locked.body.code).toBe('account-locked');
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(50);
      expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(60);

      test.setClock('2026-11-23T09:01:05+08:00');
      expect((await fail()).body.code).toBe('sign-in-failed');
      expect(Number((await fail()).headers['retry-after'])).toBeGreaterThan(110);

      test.setClock('2026-11-23T09:04:00+08:00');
      expect((await signIn('rina')).status).toBe(200);
      expect((await fail()).body.code).toBe('sign-in-failed');
      const audited = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_id = $1 AND action = 'account.locked'`, [tiny.accounts.rina]);
      expect(audited).toHaveLength(2);
    });

    it('lets a burst of guesses at once have no more than the free ones', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => signIn<Problem>('dewi', 'bukan sandinya')));
      expect(answers.filter(({ body }) => body.code === 'sign-in-failed')).toHaveLength(5);
    });

    it('stops more than three hundred attempts a minute from one address', async () => {
      const codes: number[] = [];
      for (let attempt = 0; attempt < 301; attempt += 1) {
        const response = await test.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: {}, remoteAddress: '10.9.9.9' });
        codes.push(response.statusCode);
      }
      expect(codes.slice(0, 300).every((code) => code === 400)).toBe(true);
      expect(codes[300]).toBe(429);
    });

    it('refuses a disabled account with the same words', async () => {
      await test.db.execute(`UPDATE account SET disabled_at = now() WHERE username = 'kasubbk'`);
      expect((await signIn<Problem>('kasubbk')).body.code).toBe('sign-in-failed');
      await test.db.execute(`UPDATE account SET disabled_at = NULL WHERE username = 'kasubbk'`);
    });
  });

  describe('the session', () => {
    it('keeps the refresh token in a cookie out of reach of scripts and other sites, and only its hash here', async () => {
      const cookie = String((await signIn('siti')).headers['set-cookie']);
      expect(cookie).toMatch(/^ekinerja_refresh=[\w-]{43};/);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Strict/);
      expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
      expect(cookie).not.toMatch(/Secure/);
      const held = await test.db.query<{ refresh_hash: string }>('SELECT refresh_hash FROM session');
      expect(held.every(({ refresh_hash: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    });

    it('renews and replaces the token; a request of another site is refused', async () => {
      const first = cookieOf(await signIn('siti'));
      expect((await refresh(first, {})).status).toBe(403);
      const renewed = await refresh(first);
      expect(renewed.status).toBe(200);
      expect(cookieOf(renewed)).not.toBe(first);
      expect((await me(renewed.body.accessToken)).status).toBe(200);
    });

    it('X-AC-2 lets two tabs renew at the same moment', async () => {
      const cookie = cookieOf(await signIn('siti'));
      const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
      expect(answers.filter((answer) => answer.headers['set-cookie'] !== undefined)).toHaveLength(1);
    });

    it('X-AC-2 ends when a used-up token is shown again, however old: it is in two hands', async () => {
      for (const rotations of [1, 3]) {
        test.setClock(MORNING);
        const signedIn = await signIn('siti');
        const stolen = cookieOf(signedIn);
        let current = stolen;
        for (let rotation = 0; rotation < rotations; rotation += 1) current = cookieOf(await refresh(current));
        test.setClock('2026-11-23T09:00:30+08:00');
        expect((await refresh(stolen)).body.code).toBe('session-ended');
        expect((await refresh(current)).body.code).toBe('session-ended');
        expect((await me(signedIn.body.accessToken)).status).toBe(401);
      }
      expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'session.token-reused'`)).toHaveLength(2);
    });

    it('runs out: the token after ten minutes, the session after two idle hours or twelve in all', async () => {
      const { body, ...answer } = await signIn('siti');
      test.setClock('2026-11-23T09:10:30+08:00');
      expect((await me(body.accessToken)).status).toBe(401);
      let cookie = cookieOf({ ...answer, body });
      for (const time of ['10:30', '12:15', '14:00', '15:45', '17:30', '19:15', '20:50']) {
        test.setClock(`2026-11-23T${time}:00+08:00`);
        cookie = cookieOf(await refresh(cookie));
      }
      test.setClock('2026-11-23T21:00:05+08:00');
      expect((await refresh(cookie)).body.code).toBe('session-ended');

      test.setClock(MORNING);
      const idle = cookieOf(await signIn('siti'));
      test.setClock('2026-11-23T11:00:05+08:00');
      expect((await refresh(idle)).body.code).toBe('session-ended');
    });

    it('ends at sign-out, at once', async () => {
      const answer = await signIn('siti');
      const authorization = `Bearer ${answer.body.accessToken}`;
      expect((await test.call('POST', '/auth/sign-out', { headers: { authorization } })).status).toBe(204);
      expect((await me(answer.body.accessToken)).status).toBe(401);
      expect((await refresh(cookieOf(answer))).body.code).toBe('session-ended');
    });

    it('refuses a token of another key, another algorithm, or none', async () => {
      const { accessToken } = (await signIn('siti')).body;
      const [, payload] = accessToken.split('.') as [string, string, string];
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      expect((await me(`${none}.${payload}.x`)).status).toBe(401);
      expect((await me(`${accessToken.slice(0, -4)}AAAA`)).status).toBe(401);
      expect((await test.call('GET', '/auth/me')).body).toMatchObject({ status: 401, code: 'sign-in-required' });
    });
  });

  describe('the password', () => {
    const change = (token: string, currentPassword: string, newPassword: string) =>
      test.call<SessionAnswer & Problem>('POST', '/auth/password', { headers: { authorization: `Bearer ${token}` }, body: { currentPassword, newPassword } });

    it('KS-23.1 a first password opens nothing but its change', async () => {
      await test.db.execute(`UPDATE account SET must_change_password = true WHERE username = 'dewi'`);
      const { accessToken, profile } = (await signIn('dewi')).body;
      expect(profile.mustChangePassword).toBe(true);
      const authorization = `Bearer ${accessToken}`;
      expect((await test.call('GET', '/units', { headers: { authorization } })).body.code).toBe('password-change-required');
      const changed = await change(accessToken, TEST_PASSWORD, 'gunung meratus berkabut');
      expect(changed.body.profile.mustChangePassword).toBe(false);
      expect((await test.call('GET', '/units', { headers: { authorization } })).status).toBe(200);
      expect((await signIn('dewi', 'gunung meratus berkabut')).status).toBe(200);
      expect((await signIn('dewi')).status).toBe(401);
    });

    it('X-AC-2 is long, not made of the own name or NIP, not one that everybody tries, not the old one; and the current one is asked', async () => {
      const { accessToken } = (await signIn('budi')).body;
      expect((await change(accessToken, TEST_PASSWORD, 'pendek')).body.code).toBe('validation-failed');
      for (const [weak, reason] of [
        [tiny.nips.budi!, 'own-name'], ['Budi Santoso', 'own-name'], ['budi-19910717', 'own-name'], ['santoso17071991', 'own-name'],
        ['Bismillah2026!', 'frequent'], ['1111111111', 'frequent'], ['qwertyuiop12', 'frequent'], ['P@ssw0rd2026', 'frequent'], ['Jakarta2026!', 'frequent'],
        [TEST_PASSWORD, 'unchanged'],
      ]) {
        expect((await change(accessToken, TEST_PASSWORD, weak!)).body).toMatchObject({ code: 'password-too-weak', params: { reason } });
      }
      expect((await change(accessToken, 'bukan sandinya', 'gunung meratus berkabut')).body.code).toBe('sign-in-failed');
    });

    it('changed, ends the other sessions and keeps this one', async () => {
      const elsewhere = await signIn('kabid');
      const here = await signIn('kabid');
      expect((await change(here.body.accessToken, TEST_PASSWORD, 'sungai barito mengalir')).status).toBe(200);
      expect((await me(elsewhere.body.accessToken)).status).toBe(401);
      expect((await refresh(cookieOf(elsewhere))).body.code).toBe('session-ended');
      expect((await refresh(cookieOf(here))).status).toBe(200);
      const [event] = await test.db.query<{ after: unknown }>(
        `SELECT v.after FROM audit_event e JOIN audit_value v ON v.event_id = e.id WHERE e.action = 'account.password-changed' AND e.subject_id = $1`,
        [tiny.accounts.kabid],
      );
      expect(event?.after).toEqual({ otherSessionsEnded: 1 });
    });
  });
});

function cookieOf(answer: Answer<unknown>): string {
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

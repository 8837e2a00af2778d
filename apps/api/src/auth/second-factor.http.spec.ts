import type { AccountSecurity, Profile, RecoveryCodes, SecondFactorOffer, SessionAnswer } from '@ekinerja/contracts/auth';
import type { RoleGrant } from '@ekinerja/contracts/setup';
import { TEST_PASSWORD, testApp, type Answer, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { totpCode } from './totp.js';

const MORNING = new Date('2026-11-23T09:00:00+08:00');

describe('the second factor', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let at = MORNING.getTime();
  beforeAll(async () => {
    test = await testApp({ clock: MORNING.toISOString(), secondFactor: 'required' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test?.close());
  beforeEach(async () => {
    await test.db.execute('DELETE FROM second_factor_code');
    await test.db.execute('DELETE FROM second_factor');
    await test.db.execute('DELETE FROM sign_in_failure');
  });

  const later = (seconds: number) => {
    at += seconds * 1000;
    test.setClock(new Date(at).toISOString());
  };
  const signIn = (username: string, secondFactor?: string) =>
    test.call<OrProblem<SessionAnswer>>('POST', '/auth/sign-in', { body: { username, password: TEST_PASSWORD, ...(secondFactor ? { secondFactor } : {}) } });
  const as = (answer: Answer<SessionAnswer>) => ({ headers: { authorization: `Bearer ${answer.body.accessToken}` } });
  const post = <T = unknown>(session: Answer<SessionAnswer>, path: string, body: object) => test.call<OrProblem<T>>('POST', path, { ...as(session), body });

  /** Sets it up as its owner does. @returns the secret and the recovery codes */
  const setUp = async (username: string) => {
    const session = await signIn(username);
    const offer = await post<SecondFactorOffer>(session, '/auth/second-factor/begin', { currentPassword: TEST_PASSWORD });
    const confirmed = await post<RecoveryCodes>(session, '/auth/second-factor/confirm', { code: totpCode(offer.body.secret, new Date(at)) });
    expect(confirmed.status).toBe(200);
    later(30);
    return { session, secret: offer.body.secret, codes: confirmed.body.codes };
  };
  const now = (secret: string) => totpCode(secret, new Date(at));

  it('X-AC-2 is set up with a QR code for any authenticator app and counts once a code was confirmed', async () => {
    const session = await signIn('siti');
    const wrong = await post(session, '/auth/second-factor/begin', { currentPassword: 'bukan sandinya' });
    expect(wrong.body).toMatchObject({ code: 'sign-in-failed' });
    const { body } = await post<SecondFactorOffer>(session, '/auth/second-factor/begin', { currentPassword: TEST_PASSWORD });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/E-Kinerja%20.+:siti\?/);
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect(body.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await signIn('siti')).status).toBe(200);
    expect((await post(session, '/auth/second-factor/confirm', { code: '000000' })).body).toMatchObject({ code: 'second-factor-wrong' });
    const confirmed = await post<RecoveryCodes>(session, '/auth/second-factor/confirm', { code: now(body.secret) });
    expect(confirmed.body.codes).toHaveLength(10);
    expect((await signIn('siti')).body).toMatchObject({ status: 401, code: 'second-factor-required' });
    const held = await test.db.query<{ secret: string }>('SELECT secret FROM second_factor');
    expect(JSON.stringify(held)).not.toContain(body.secret);
    const actions = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE action LIKE 'second-factor.%'`);
    expect(actions).toEqual([{ action: 'second-factor.set-up' }]);
  });

  it('X-AC-2 takes each code once, and none of the past', async () => {
    const { secret } = await setUp('siti');
    const code = now(secret);
    expect((await signIn('siti', code)).status).toBe(200);
    expect((await signIn('siti', code)).body).toMatchObject({ code: 'second-factor-wrong' });
    later(30);
    expect((await signIn('siti', code)).body).toMatchObject({ code: 'second-factor-wrong' });
    const twice = await Promise.all([signIn('siti', now(secret)), signIn('siti', now(secret))]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    later(120);
    const old = now(secret);
    later(120);
    expect((await signIn('siti', old)).status).toBe(401);
  });

  it('X-AC-2 takes each recovery code once, typed in any way; new ones end the old', async () => {
    const { secret, codes } = await setUp('budi');
    expect((await signIn('budi', codes[0]!.toLowerCase().replace('-', ''))).status).toBe(200);
    expect((await signIn('budi', codes[0])).status).toBe(401);
    const session = await signIn('budi', codes[1]);
    const state = await test.call<AccountSecurity>('GET', '/auth/security', as(session));
    expect(state.body.secondFactor).toMatchObject({ codesLeft: 8, required: false });
    const renewed = await post<RecoveryCodes>(session, '/auth/second-factor/codes', { code: now(secret) });
    expect((await signIn('budi', codes[2])).status).toBe(401);
    expect((await signIn('budi', renewed.body.codes[0])).status).toBe(200);
  });

  it('X-AC-2 locks guesses at the code, also when the right password is sent without one in between', async () => {
    await setUp('rina');
    const answers: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      answers.push((await signIn('rina')).body.code);
      answers.push((await signIn('rina', `00000${guess}`)).body.code);
    }
    expect(answers.filter((code) => code === 'second-factor-wrong')).toHaveLength(5);
    expect(answers.slice(-2)).toEqual(['account-locked', 'account-locked']);
  });

  it('X-AC-2 guesses of somebody signed in count as well, and no idempotency key takes the count back', async () => {
    const { session } = await setUp('dewi');
    const codes: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const answer = await test.call<OrProblem<object>>('POST', '/auth/second-factor/codes', { ...as(session), idempotencyKey: `tebak-${guess}`, body: { code: `00000${guess}` } });
      codes.push(answer.body.code);
    }
    expect(codes).toEqual([...Array<string>(5).fill('second-factor-wrong'), 'account-locked']);
  });

  it('X-AC-2 a superadmin opens nothing before it is set up, and cannot take it off again', async () => {
    const session = await signIn('super');
    expect(session.body.profile).toMatchObject({ mustEnrolSecondFactor: true });
    expect((await test.call('GET', '/setup/roles', as(session))).body).toMatchObject({ status: 403, code: 'second-factor-enrolment-required' });
    expect((await test.call('GET', '/units', as(session))).status).toBe(403);
    const { session: own, secret } = await setUp('super');
    expect((await test.call<Profile>('GET', '/auth/me', as(own))).body.mustEnrolSecondFactor).toBe(false);
    expect((await test.call('GET', '/setup/roles', as(own))).status).toBe(200);
    const removed = await post(own, '/auth/second-factor/remove', { currentPassword: TEST_PASSWORD, code: now(secret) });
    expect(removed.body).toMatchObject({ code: 'rule-refused', rule: { code: 'second-factor-of-the-role' } });
    // The session opened with the password alone is over.
    expect((await test.call('GET', '/auth/me', as(session))).status).toBe(401);
  });

  it('X-AC-2 is asked of whoever becomes superadmin, with the next request', async () => {
    const { session: admin } = await setUp('super');
    const kaban = await signIn('kaban');
    expect((await test.call('GET', '/units', as(kaban))).status).toBe(200);
    const granted = await post<RoleGrant>(admin, '/setup/roles', { employmentId: gov.people.kaban, role: 'superadmin', unitId: null, reason: 'Cadangan superadmin' });
    expect(granted.status).toBe(201);
    expect((await test.call('GET', '/units', as(kaban))).body).toMatchObject({ code: 'second-factor-enrolment-required' });
  });

  it('X-AC-2 is taken off by its owner with password and code', async () => {
    const { session, secret } = await setUp('umpeg');
    expect((await post(session, '/auth/second-factor/remove', { currentPassword: TEST_PASSWORD, code: '123456' })).status).toBe(401);
    expect((await post(session, '/auth/second-factor/remove', { currentPassword: TEST_PASSWORD, code: now(secret) })).status).toBe(204);
    expect((await signIn('umpeg')).status).toBe(200);
  });
});

describe('the second factor where data is generated', () => {
  it('is offered, not asked for, unless told; production cannot switch it off', async () => {
    const { SecondFactorPolicy } = await import('./second-factor-policy.js');
    const { readConfig } = await import('../platform/config.js');
    const superadmin = [{ role: 'superadmin' as const }];
    const requires = (secondFactor: 'required' | 'offered' | null, isDemo: boolean) =>
      new SecondFactorPolicy({ secondFactor } as never, { isDemo } as never).requires(superadmin);
    expect([requires(null, true), requires(null, false), requires('required', true)]).toEqual([false, true, true]);
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://x/y', PUBLIC_URL: 'https://x.go.id', EKINERJA_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' };
    expect(readConfig(production, '/tmp').secondFactor).toBeNull();
    expect(() => readConfig({ ...production, EKINERJA_SECOND_FACTOR: 'offered' }, '/tmp')).toThrow(/EKINERJA_SECOND_FACTOR/);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { AboutAnswer } from '@ekinerja/contracts/system';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

/** The identity server is a program of its own, as in life (oidc-provider). */
const PROVIDER = join(__dirname, '../testing/sso-provider.mjs');
const CALLBACK = 'http://ekinerja.test/api/v1/auth/sso/callback';

let test: TestApp;
let gov: TinyGovernment;
let provider: ChildProcess;
let issuer: string;
beforeAll(async () => {
  provider = spawn(process.execPath, [PROVIDER, CALLBACK], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(provider.stdout!, 'data')) as [Buffer];
  issuer = `http://127.0.0.1:${String(port).trim()}`;
  test = await testApp({
    secondFactor: 'required',
    env: { EKINERJA_OIDC_ISSUER: issuer, EKINERJA_OIDC_CLIENT_ID: 'ekinerja', EKINERJA_OIDC_CLIENT_SECRET: 'rahasia-uji-yang-panjang', EKINERJA_OIDC_NAME: 'SSO Kabupaten', EKINERJA_OIDC_SCOPE: 'openid profile' },
  });
  gov = await tinyGovernment(test);
}, 120_000);
afterAll(async () => {
  provider?.kill();
  await test?.close();
});

/** What a browser does: follows from one server to the other with the cookies of each, back to our callback. */
async function signOn(person: 'siti' | 'asing' | 'super', amr?: string[]) {
  const claims = { preferred_username: { siti: gov.nips.siti, asing: '199001012020011999', super: 'super' }[person], amr };
  await fetch(`${issuer}/next/${encodeURIComponent(JSON.stringify({ id: person, claims }))}`);
  const start = await test.app.inject({ url: '/api/v1/auth/sso' });
  expect(start.statusCode).toBe(302);
  const ours = start.cookies.find(({ name }) => name === 'ekinerja_sso')!;
  const jar = new Map<string, string>();
  let address = String(start.headers.location);
  while (!address.startsWith(CALLBACK)) {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) jar.set(line.split('=')[0]!, line.split(';')[0]!.split('=').slice(1).join('='));
    const next = answer.headers.get('location');
    if (!next) throw new Error(`${answer.status} ${await answer.text()}`);
    address = new URL(next, address).href;
  }
  return { callback: address.replace('http://ekinerja.test', ''), cookies: { ekinerja_sso: ours.value } };
}
const finish = ({ callback, cookies }: { callback: string; cookies: Record<string, string> }) => test.app.inject({ url: callback, cookies });

describe('sign-in through the government’s identity server', () => {
  it('X-AC-2 is offered where it is configured, and opens the session of whom the server names, known by NIP', async () => {
    expect((await test.call<AboutAnswer>('GET', '/about')).body.singleSignOn).toEqual({ name: 'SSO Kabupaten' });
    const answer = await finish(await signOn('siti'));
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/']);
    const refresh = answer.cookies.find(({ name }) => name === 'ekinerja_refresh')!;
    expect(refresh).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const session = await test.app.inject({ method: 'POST', url: '/api/v1/auth/refresh', cookies: { ekinerja_refresh: refresh.value }, headers: { 'x-requested-with': 'ekinerja' } });
    expect(session.json<SessionAnswer>().profile.person?.name).toBe('Siti Aminah');
    const [event] = await test.db.query<{ after: object }>(`SELECT v.after FROM audit_event e JOIN audit_value v ON v.event_id = e.id WHERE e.action = 'session.started' ORDER BY e.id DESC LIMIT 1`);
    expect(event!.after).toEqual({ singleSignOn: issuer, secondFactor: false });
  });

  it('X-AC-2 opens nothing for a stranger, nor for an office that needs a second factor which the server did not ask for', async () => {
    expect((await finish(await signOn('asing'))).headers.location).toBe('/masuk?sso=unknown');
    expect((await finish(await signOn('super'))).headers.location).toBe('/masuk?sso=second-factor');
    await test.db.execute(`UPDATE account SET disabled_at = now() WHERE id = $1`, [gov.accounts.siti]);
    expect((await finish(await signOn('siti'))).headers.location).toBe('/masuk?sso=unknown');
  });

  it('X-AC-2 opens the session of an office that needs a second factor when the server says that it asked for one', async () => {
    // A password alone, named as such, is none.
    expect((await finish(await signOn('super', ['pwd']))).headers.location).toBe('/masuk?sso=second-factor');
    const answer = await finish(await signOn('super', ['pwd', 'otp']));
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/']);
    const refresh = answer.cookies.find(({ name }) => name === 'ekinerja_refresh')!;
    const session = await test.app.inject({ method: 'POST', url: '/api/v1/auth/refresh', cookies: { ekinerja_refresh: refresh.value }, headers: { 'x-requested-with': 'ekinerja' } });
    const { profile, accessToken } = session.json<SessionAnswer>();
    expect(profile).toMatchObject({ username: 'super', mustEnrolSecondFactor: false });
    // What the office opens is open, without a second code of this system.
    expect((await test.call('GET', '/setup/roles', { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(200);
    const [event] = await test.db.query<{ after: object }>(`SELECT v.after FROM audit_event e JOIN audit_value v ON v.event_id = e.id WHERE e.action = 'session.started' ORDER BY e.id DESC LIMIT 1`);
    expect(event!.after).toEqual({ singleSignOn: issuer, secondFactor: true });
  });

  it('X-AC-2 refuses an answer that this browser did not ask for, one that comes twice, and one that was changed', async () => {
    const one = await signOn('super');
    expect((await test.app.inject({ url: one.callback })).headers.location).toBe('/masuk?sso=failed');
    const other = await signOn('super');
    expect((await finish({ callback: one.callback, cookies: other.cookies })).headers.location).toBe('/masuk?sso=failed');
    expect((await finish({ callback: one.callback.replace('code=', 'code=x'), cookies: one.cookies })).headers.location).toBe('/masuk?sso=failed');
    await finish(other);
    expect((await finish(other)).headers.location).toBe('/masuk?sso=failed');
  });
});

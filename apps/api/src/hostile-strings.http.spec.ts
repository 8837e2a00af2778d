import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { GRANTED_ROLES, ROLES_OF_A_UNIT } from '@ekinerja/contracts/access';
import type { ErrorCode } from '@ekinerja/contracts/errors';
import { AbuseStory } from './testing/abuse-story.js';
import { FOREIGN_ROWS } from './testing/foreign-rows.js';
import { declaredRoutes, type DeclaredRoute } from './access-routes.js';
import { concretePath } from './testing/concrete-path.js';
import { propertiesOf } from './testing/route-properties.js';
import { TEST_PASSWORD, type Answer } from './testing/test-app.js';
import { entry } from './testing/work.js';

/** What the common scanners send: SQL, patterns, templates, paths, markup, headers, numbers, other encodings. */
const PAYLOADS: string[] = [
  `'`, `"`, '`', `\\`, `' OR '1'='1' -- -`, `1) OR (1=1`, `'; SELECT pg_sleep(6); --`, `1 AND 1=(SELECT 1 FROM pg_sleep(6))`, `' UNION SELECT NULL,NULL,version()--`,
  `$$; DROP TABLE account; $$`, `%`, `_%`, `(((((((((((`, `[`, `*`, `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `{{7*7}}`, '${7*7}', `#{7*7}`,
  `../../../../etc/passwd`, `..%2f..%2fetc%2fpasswd`, `file:///etc/passwd`, `http://169.254.169.254/latest/meta-data`, `; cat /etc/passwd`, `| sleep 6`, '$(sleep 6)',
  `a\r\nSet-Cookie: x=1`, `\u202e\u0000`, `\ud800`, `İ`, `‮`, `💥`.repeat(50), 'a'.repeat(5000), `-1`, `0`, `NaN`, `Infinity`, `1e400`, `99999999999999999999`, `0x7fffffff`,
  `9999-12-31`, `0000-00-00`, `2026-02-30`, `2026-13`, `-infinity`, `true`, `null`, `undefined`, `[object Object]`, `{"$gt":""}`, `__proto__`, `constructor`,
];
const SHAPES: unknown[] = [null, true, -1, 1e308, 2 ** 53, [], [null], {}, { $gt: '' }, { toString: 'x' }, { length: -1 }];
/** Fields in which one already signed in is asked for a secret again, and the refusals that say it was compared. */
const SECRETS = ['currentPassword', 'code'];
const WRONG_SECRET: ErrorCode[] = ['sign-in-failed', 'second-factor-wrong'];

/**
 * Every property meets one string in eight, in turn, so that the walk stays short. `EKINERJA_ALL_PAYLOADS=1` sends
 * them all (`scripts/long/strings.long.mjs`).
 */
const SHARE = process.env.EKINERJA_ALL_PAYLOADS ? 1 : 8;
const LONGEST = (300_000 * 8) / SHARE;
let turn = 0;
function inTurn<T>(all: readonly T[]): T[] {
  turn += 1;
  return all.filter((_, index) => (index + turn) % SHARE === 0);
}

let story: AbuseStory;
let routes: DeclaredRoute[];
beforeAll(async () => {
  story = await AbuseStory.tell();
  // One who holds every role, so that nothing is refused before it is read.
  for (const role of GRANTED_ROLES) await story.grant('kasi', role, ROLES_OF_A_UNIT.includes(role) ? 'dinkes' : null);
  // Signing out would end the session that the walk goes on with.
  routes = declaredRoutes().filter((route) => !route.path.startsWith('/auth/sign-'));
});
afterAll(() => story.close());
// A token of its own for each walk: one that sends everything takes longer than a token lives.
beforeEach(() => story.test.setClock('2026-11-23T09:00:00+08:00'));

const wrong: string[] = [];
afterEach(async () => {
  wrong.splice(0);
  // Nothing that was sent ended the session, locked the account or changed its password.
  expect((await story.test.call('GET', '/auth/me', { as: 'kasi' })).status).toBe(200);
  const again = await story.test.call('POST', '/auth/sign-in', { body: { username: 'kasi', password: TEST_PASSWORD } });
  expect(again.status).toBe(200);
});

async function send(route: DeclaredRoute, path: string, options: { body?: unknown; headers?: Record<string, string> }, what: string): Promise<void> {
  const secret = SECRETS.some((name) => propertiesOf(route, [RouteParamtypes.BODY]).includes(name));
  // A wrong secret counts towards the lock of the account; forgotten, so that the next payload is compared as well.
  if (secret) await story.test.db.execute('DELETE FROM sign_in_failure');
  const started = performance.now();
  const answer: Answer<unknown> = await story.test.call(route.method, path, { as: 'kasi', ifMatch: 1, ...options });
  const spent = performance.now() - started;
  const text = answer.raw.subarray(0, 2000).toString();
  if (answer.status >= 500) wrong.push(`${route.name} ${what}: ${answer.status}`);
  if (/syntax error at|QueryFailedError|unterminated|node_modules|root:x:0/.test(text)) wrong.push(`${route.name} ${what}: tells of its inside: ${text.slice(0, 120)}`);
  if (String(answer.headers['content-type'] ?? '').startsWith('text/html') && text.includes('onerror=')) wrong.push(`${route.name} ${what}: markup comes back as a page`);
  const compared = secret && WRONG_SECRET.includes(answer.body instanceof Object && 'code' in answer.body ? (answer.body.code as ErrorCode) : 'internal');
  if (!route.access?.public && [401, 429].includes(answer.status) && !compared) wrong.push(`${route.name} ${what}: never reached, ${answer.status}`);
  if (String(answer.headers['set-cookie'] ?? '').includes('x=1')) wrong.push(`${route.name} ${what}: a header was added`);
  if (spent > 5500) wrong.push(`${route.name} ${what}: waited ${Math.round(spent)} ms`);
}

describe('whatever string arrives', () => {
  it('X-AC-1 in a query, no route breaks on it', async () => {
    for (const route of routes) {
      const usual = { month: '2026-10', year: '2026' };
      const properties = propertiesOf(route, [RouteParamtypes.QUERY]);
      const needed = Object.fromEntries(Object.entries(usual).filter(([name]) => properties.includes(name)));
      for (const name of properties) {
        for (const payload of inTurn(PAYLOADS)) {
          const query = new URLSearchParams({ ...needed, [name]: payload });
          await send(route, `${concretePath(route.path)}?${query}`, { body: route.method === 'GET' ? undefined : {} }, `query ${name}=${payload.slice(0, 30)}`);
        }
        await send(route, `${concretePath(route.path)}?${name}[]=1&${name}[x]=2&${name}=3`, {}, `query ${name} thrice`);
      }
    }
    expect(wrong).toEqual([]);
  }, LONGEST);

  it('X-AC-1 in the path or a header, no route breaks on it', async () => {
    for (const route of routes) {
      const names = [...route.path.matchAll(/:\w+/g)].map(([name]) => name);
      for (const name of names) {
        for (const payload of inTurn(PAYLOADS)) {
          const path = concretePath(route.path.replace(name, encodeURIComponent(Buffer.from(payload).toString()).slice(0, 190)));
          await send(route, path, { body: route.method === 'GET' ? undefined : {} }, `path ${name}=${payload.slice(0, 30)}`);
        }
      }
    }
    const [own] = routes.filter((route) => route.path === '/auth/me');
    for (const payload of PAYLOADS.map((text) => text.replace(/[^\x20-\x7e]/g, '?'))) {
      for (const header of ['x-forwarded-for', 'x-request-id', 'accept-language', 'user-agent', 'if-match', 'if-none-match', 'range', 'origin', 'cookie', 'x-forwarded-host']) {
        await send(own!, '/auth/me', { headers: { [header]: payload } }, `header ${header}`);
      }
    }
    expect(wrong).toEqual([]);
  }, LONGEST);

  it('X-AC-1 in a body, alone or in a form otherwise right, no route breaks on it', async () => {
    const right: Record<string, object> = {
      'ActivitiesController.save': entry(story.results.siti),
      'EvaluationsController.determine': { employmentId: story.gov.people.siti, month: '2026-11', inputs: { workRating: 'meets', behaviourRating: 'meets' }, note: 'catatan' },
      'RolesController.grant': { employmentId: story.gov.people.budi, role: 'auditor', unitId: null, reason: 'untuk mencoba' },
      'UnitPerformanceController.set': { unitId: story.gov.units.bidang, month: '2026-11', predicate: 'baik', basis: 'laporan kinerja' },
      'PayRunsController.waive': { employmentId: story.gov.people.siti, kind: 'presence', reason: 'tidak ada mesin presensi' },
      'PayRunsController.open': { month: '2026-11' },
      'AuthController.changePassword': { currentPassword: 'bukan-kata-sandinya', newPassword: 'kata-sandi-uji-2' },
      'OwnAccountController.begin': { currentPassword: 'bukan-kata-sandinya' },
      ...Object.fromEntries(Object.entries(FOREIGN_ROWS).flatMap(([name, { body }]) => (body ? [[name, body]] : []))),
    };
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const form = right[route.name] ?? {};
      const properties = [...new Set([...propertiesOf(route, [RouteParamtypes.BODY]), ...Object.keys(form)])];
      for (const name of properties) {
        for (const value of inTurn<unknown>([...PAYLOADS, ...SHAPES, ...PAYLOADS.slice(0, 12).map((text) => [text]), ...PAYLOADS.slice(0, 12).map((text) => ({ [text]: text }))])) {
          await send(route, concretePath(route.path), { body: { ...form, [name]: value } }, `body ${name}=${String(JSON.stringify(value)).slice(0, 40)}`);
        }
      }
      for (const whole of [[], 'text', 7, null, [[]], { __proto__: null }]) await send(route, concretePath(route.path), { body: whole }, `body ${JSON.stringify(whole)}`);
    }
    expect(wrong).toEqual([]);
  }, LONGEST);
});

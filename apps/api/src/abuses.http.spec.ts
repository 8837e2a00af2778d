import { createHmac, randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import { zip } from './testing/zip.js';
import { AbuseStory, CLOSED_MONTH } from './testing/abuse-story.js';
import { changedTables, databaseState } from './testing/database-state.js';
import { declaredRoutes } from './access-routes.js';
import { TEST_PASSWORD, type Answer } from './testing/test-app.js';
import { entry } from './testing/work.js';

let story: AbuseStory;
beforeAll(async () => {
  story = await AbuseStory.tell();
  // The unit admin of another SKPD than the one whose rows are tried.
  await story.grant('kasubBk', 'unit-admin', 'bkpsdm');
});
afterAll(() => story.close());

const UNCHANGED = { changed: [] };
const call = (...args: Parameters<AbuseStory['test']['call']>) => story.test.call(...args);

describe('somebody else’s subordinate', () => {
  it('X-AC-1 is not rated by id', async () => {
    const body = { employmentId: story.gov.people.rina, month: CLOSED_MONTH, inputs: { workRating: 'above', behaviourRating: 'above' }, note: null };
    expect(await story.attempt('POST', '/evaluations', { as: 'kasi', body, ifMatch: 1 })).toMatchObject({ status: 404, ...UNCHANGED });
    expect(await story.attempt('POST', '/evaluations', { as: 'siti', body, ifMatch: 1 })).toMatchObject({ status: 403, code: 'permission-denied', ...UNCHANGED });
  });

  it('X-AC-1 has no activity approved or refused, alone or hidden among own ones', async () => {
    const foreign = await story.enter('rina');
    const own = await story.enter('siti');
    for (const step of ['accept', 'refuse'] as const) {
      const options = { as: 'kasi', ifMatch: foreign.version, body: step === 'refuse' ? { reason: 'tidak sesuai' } : undefined };
      expect(await story.attempt('POST', `/activities/${foreign.id}/${step}`, options)).toMatchObject({ status: 404, ...UNCHANGED });
    }
    expect(await story.attempt('POST', '/activities/accept', { as: 'kasi', body: { entries: [{ id: foreign.id, version: foreign.version }] } })).toMatchObject({ status: 200, ...UNCHANGED });
    const mixed = await call('POST', '/activities/accept', { as: 'kasi', body: { entries: [foreign, own].map(({ id, version }) => ({ id, version })) } });
    expect(mixed.body).toMatchObject({ accepted: [own.id], skipped: [{ id: foreign.id, code: 'not-found' }] });
    expect(await story.test.db.one(`SELECT status FROM activity WHERE id = $1`, [foreign.id])).toEqual({ status: 'submitted' });
  });

  it('X-AC-1 has no SKP determined or sent back', async () => {
    const skp = await story.idOf('skp', 'budi');
    for (const [step, body] of [['determine', undefined], ['return', { reason: 'kurang lengkap' }]] as const) {
      expect(await story.attempt('POST', `/skp/${skp}/${step}`, { as: 'kapus', ifMatch: 1, body })).toMatchObject({ status: 404, ...UNCHANGED });
    }
  });
});

describe('one’s own matter', () => {
  it('X-AC-1 nobody decides their own entry or SKP, nor rates themselves', async () => {
    const own = await story.enter('siti', { startTime: '10:00', endTime: '11:00' });
    expect(await story.attempt('POST', `/activities/${own.id}/accept`, { as: 'siti', ifMatch: own.version })).toMatchObject({ status: 403, ...UNCHANGED });
    const skp = await story.idOf('skp', 'kasi');
    expect(await story.attempt('POST', `/skp/${skp}/determine`, { as: 'kasi', ifMatch: 1 })).toMatchObject({ status: 403, code: 'not-yours-to-decide', ...UNCHANGED });
    const body = { employmentId: story.gov.people.kasi, month: CLOSED_MONTH, inputs: { workRating: 'above', behaviourRating: 'above' }, note: null };
    expect(await story.attempt('POST', '/evaluations', { as: 'kasi', body, ifMatch: 1 })).toMatchObject({ status: 403, ...UNCHANGED });
  });

  it('X-AC-1 whoever acts for their own superior does not decide their own SKP in that place', async () => {
    await story.gov.assign('kasi', 'kabid', 'plh', '2026-11-20', '2026-11-27');
    const skp = await story.idOf('skp', 'kasi');
    expect(await story.attempt('POST', `/skp/${skp}/determine`, { as: 'kasi', ifMatch: 1 })).toMatchObject({ status: 403, code: 'not-yours-to-decide', ...UNCHANGED });
  });

  it('X-AC-1 a superadmin grants themselves nothing, and nobody else grants at all', async () => {
    const { people, units } = story.gov;
    const grant = (employmentId: string) => ({ employmentId, role: 'treasurer', unitId: units.dinkes, reason: 'untuk mencoba' });
    expect(await story.attempt('POST', '/setup/roles', { as: 'super', body: grant(people.super) })).toMatchObject({ status: 403, code: 'not-yours-to-decide', ...UNCHANGED });
    for (const as of ['siti', 'umpeg', 'kadis', 'auditor', 'bupati']) {
      expect(await story.attempt('POST', '/setup/roles', { as, body: grant(people.siti) })).toMatchObject({ status: 403, code: 'permission-denied', ...UNCHANGED });
    }
  });

  it('X-AC-1 nobody makes a way into the account of one who stands above them, or of another SKPD', async () => {
    const { people } = story.gov;
    const recover = (employmentId: string) => ({ employmentId, secondFactor: false, reason: 'lupa kata sandi' });
    // The superadmins serve in the SKPD of this unit admin.
    expect(await story.attempt('POST', '/accounts/recoveries', { as: 'kasubBk', body: recover(people.super) })).toMatchObject({ status: 403, ...UNCHANGED });
    expect(await story.attempt('POST', '/accounts/recoveries', { as: 'kasubBk', body: recover(people.siti) })).toMatchObject({ status: 404, ...UNCHANGED });
    expect(await story.attempt('POST', '/accounts/recoveries', { as: 'siti', body: recover(people.budi) })).toMatchObject({ status: 403, ...UNCHANGED });
  });
});

describe('somebody else’s papers', () => {
  it('X-AC-1 are a 404 by id: slip, its paper, SKP, evaluation, history, person', async () => {
    const activity = await story.enter('rina', { startTime: '13:00', endTime: '14:00' });
    const paths = [
      `/payslips/${await story.idOf('payslip', 'rina')}`,
      `/payslips/${await story.idOf('payslip', 'rina')}/slip.pdf`,
      `/skp/${await story.idOf('skp', 'rina')}`,
      `/evaluations/${await story.idOf('evaluation', 'rina')}`,
      `/activities/${activity.id}/history`,
      `/employees/${story.gov.people.rina}`,
      `/employees/${story.gov.people.rina}/evaluator`,
    ];
    // A colleague, a superior of others, the unit admin and the head of another SKPD.
    for (const as of ['siti', 'kasi', 'kasubBk', 'kaban']) {
      for (const path of paths) expect({ as, path, ...(await story.attempt('GET', path, { as })) }).toMatchObject({ as, path, status: 404, ...UNCHANGED });
    }
  });

  it('X-AC-1 another SKPD’s pay is neither read, checked, closed nor handed over', async () => {
    const unit = `/pay-runs/${story.run.id}/units/${story.gov.units.dinkes}`;
    for (const path of [unit, `${unit}/recap.pdf`, `${unit}/recap.xlsx`]) expect(await story.attempt('GET', path, { as: 'kasubBk' })).toMatchObject({ status: 404, ...UNCHANGED });
    for (const step of ['check', 'reopen']) expect(await story.attempt('POST', `${unit}/${step}`, { as: 'kasubBk', ifMatch: 1 })).toMatchObject({ status: 404, ...UNCHANGED });
    expect(await story.attempt('POST', `${unit}/hand-over`, { as: 'kasubBk', body: { step: 'signed', date: '2026-11-20' } })).toMatchObject({ status: 404, ...UNCHANGED });
    expect(await story.attempt('POST', `${unit}/close`, { as: 'umpeg', ifMatch: 1 })).toMatchObject({ status: 403, ...UNCHANGED });
  });
});

describe('what is settled', () => {
  it('stays: a determined SKP, a decided entry; a unit closed twice is closed once', async () => {
    const skp = await story.idOf('skp', 'siti');
    const version = await story.versionOf('skp', skp);
    for (const [method, path, body] of [['PUT', '', { results: [] }], ['POST', '/submit', undefined], ['POST', '/withdraw', undefined]] as const) {
      expect((await story.attempt(method, `/skp/${skp}${path}`, { as: 'siti', ifMatch: version, body })).changed).toEqual([]);
    }
    const entered = await story.enter('siti', { startTime: '14:00', endTime: '15:00' });
    const decided = (await call('POST', `/activities/${entered.id}/accept`, { as: 'kasi', ifMatch: entered.version })).body as unknown as Activity;
    const edit = { as: 'siti', ifMatch: decided.version, body: entry(story.results.siti, { startTime: '14:00', endTime: '16:00' }) };
    expect(await story.attempt('PUT', `/activities/${entered.id}`, edit)).toMatchObject({ status: 409, code: 'state-refused', ...UNCHANGED });
    expect(await story.attempt('POST', `/activities/${entered.id}/withdraw`, edit)).toMatchObject({ status: 409, ...UNCHANGED });
    const unit = `/pay-runs/${story.run.id}/units/${story.gov.units.dinkes}`;
    const { version: closed } = (await call('GET', unit, { as: 'super' })).body as unknown as { version: number };
    expect(await story.attempt('POST', `${unit}/close`, { as: 'super', ifMatch: closed })).toMatchObject({ status: 200, ...UNCHANGED });
    expect(await story.attempt('POST', `${unit}/reopen`, { as: 'super', ifMatch: closed })).toMatchObject({ status: 409, ...UNCHANGED });
  });

  it('takes no entry for a closed month, none before the window, none for a day to come', async () => {
    const tries = [
      ['2026-10-30', 'siti'],
      ['2026-09-15', 'siti'],
      ['2027-01-04', 'siti'],
      ['2026-11-24', 'siti'],
    ] as const;
    for (const [date, as] of tries) {
      const tried = await story.attempt('PUT', `/activities/${randomUUID()}`, { as, body: entry(story.results.siti, { date, startTime: '16:00', endTime: '16:30' }) });
      expect({ date, ...tried }).toMatchObject({ date, ...UNCHANGED });
      expect([409, 422]).toContain(tried.status);
    }
  });

  it('X-AC-1 no GET changes anything for anybody, the register of printed papers, the day an entry was seen and the record of taking out one’s own data aside', async () => {
    const callers = ['siti', 'kasi', 'kapus', 'umpeg', 'kadis', 'super', 'auditor', 'bupati'];
    for (const as of callers) await call('GET', '/auth/me', { as });
    for (const as of ['kasi', 'kapus']) await call('GET', '/activities/waiting', { as });
    const person = { siti: await story.idOf('skp', 'siti'), slip: await story.idOf('payslip', 'siti') };
    const before = await databaseState(story.test);
    const gets = declaredRoutes().filter((route) => route.method === 'GET' && !/\.(pdf|xlsx)$|^\/personal-data\/own\./.test(route.path));
    for (const as of callers) {
      for (const route of gets) {
        const path = route.path
          .replace(':skpdId', story.gov.units.dinkes)
          .replace(':employmentId', story.gov.people.siti)
          .replace(':kind', 'performance')
          .replace(/:\w+/, route.path.startsWith('/payslips') ? person.slip : route.path.startsWith('/pay-runs') ? story.run.id : person.siti);
        await call('GET', `${path}?month=2026-11&year=2026&accept=true&approve=1&_method=POST`, { as });
        await call('GET', `${path}?month=2026-11`, { as, headers: { 'x-http-method-override': 'DELETE', 'idempotency-key': 'k' } });
      }
    }
    expect(changedTables(before, await databaseState(story.test))).toEqual([]);
  });
});

describe('the same request again', () => {
  it('with another content under its key is refused, also when the content is a file', async () => {
    const first = { as: 'super', idempotencyKey: 'kunci-berkas', file: { field: 'file', name: 'a.csv', mediaType: 'text/csv', content: Buffer.from('nip;tanggal\n') } };
    const path = '/attendance/imports?month=2026-11';
    const taken = await call('POST', path, first);
    expect([201, 422]).toContain(taken.status);
    if (taken.status === 201) expect((await call('POST', path, first)).headers['idempotency-replayed']).toBe('true');
    const other = { ...first, file: { ...first.file, content: Buffer.from('nip;tanggal;masuk\n199003052015032004;2026-11-02;07:30\n') } };
    if (taken.status === 201) expect(await story.attempt('POST', path, other)).toMatchObject({ status: 409, code: 'idempotency-key-reused', ...UNCHANGED });
    const entered = await story.enter('siti', { startTime: '11:00', endTime: '11:30' });
    const refuse = (reason: string) => ({ as: 'kasi', ifMatch: entered.version, idempotencyKey: 'kunci-tolak', body: { reason } });
    expect((await call('POST', `/activities/${entered.id}/refuse`, refuse('uraian kurang jelas'))).status).toBe(200);
    expect(await story.attempt('POST', `/activities/${entered.id}/refuse`, refuse('alasan yang lain'))).toMatchObject({ status: 409, code: 'idempotency-key-reused', ...UNCHANGED });
    expect(await story.attempt('POST', `/activities/${entered.id}/refuse`, refuse('uraian kurang jelas'))).toMatchObject({ status: 200, ...UNCHANGED });
    // A key is its owner's: nobody reads another's answer with it.
    expect(await story.attempt('POST', `/activities/${entered.id}/refuse`, { ...refuse('uraian kurang jelas'), as: 'kapus' })).toMatchObject({ status: 404, ...UNCHANGED });
  });

  it('racing its first success is done once and answered alike', async () => {
    const entered = await story.enter('siti', { startTime: '11:30', endTime: '12:00' });
    const options = { as: 'kasi', ifMatch: entered.version, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', `/activities/${entered.id}/accept`, options)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
    const events = await story.test.db.query(`SELECT 1 FROM activity_event WHERE activity_id = $1 AND action = 'accepted'`, [entered.id]);
    expect(events).toHaveLength(1);
  });

  it('without the version it saw, or with an old one, changes nothing', async () => {
    const entered = await story.enter('siti', { startTime: '15:00', endTime: '15:30', submit: false });
    const body = entry(story.results.siti, { startTime: '15:00', endTime: '15:45' });
    const path = `/activities/${entered.id}`;
    expect(await story.attempt('PUT', path, { as: 'siti', ifMatch: 99, body })).toMatchObject({ status: 412, code: 'stale-version', ...UNCHANGED });
    expect(await story.attempt('POST', `${path}/submit`, { as: 'siti' })).toMatchObject({ status: 428, code: 'precondition-required', ...UNCHANGED });
    for (const header of ['*', '"1" OR 1=1', '1', '"-1"', '"1e9"', '"99999999999"']) {
      expect(await story.attempt('POST', `${path}/submit`, { as: 'siti', headers: { 'if-match': header } })).toMatchObject({ status: 400, ...UNCHANGED });
    }
  });
});

describe('what a form never sends', () => {
  it('fields of the server’s own — owner, status, amount, version — are refused by name', async () => {
    const extra = { employmentId: story.gov.people.budi, ownerId: story.gov.people.budi, status: 'accepted', amount: 1_000_000, version: 7, decidedBy: 'x', __proto__: { admin: true } };
    const body = { ...entry(story.results.siti, { startTime: '15:30', endTime: '15:45' }), ...extra };
    const tried = await story.attempt('PUT', `/activities/${randomUUID()}`, { as: 'siti', body });
    expect(tried).toMatchObject({ status: 400, ...UNCHANGED });
    expect((tried.answer.body as { fields: { field: string }[] }).fields.map(({ field }) => field).sort()).toEqual(['amount', 'decidedBy', 'employmentId', 'ownerId', 'status', 'version']);
    expect(await story.attempt('POST', '/skp', { as: 'siti', body: { year: 2027, employmentId: story.gov.people.budi } })).toMatchObject({ status: 400, ...UNCHANGED });
    const skp = { results: [{ id: randomUUID(), task: 'main', kind: 'output', title: 'Judul', superiorResultId: null, indicators: [], skpId: randomUUID(), removedAt: null }] };
    expect(await story.attempt('PUT', `/skp/${await story.idOf('skp', 'budi')}`, { as: 'budi', ifMatch: 1, body: skp })).toMatchObject({ status: 400, ...UNCHANGED });
  });

  it('signs of SQL, patterns and paths in a search are letters like any other', async () => {
    const all = ((await call('GET', '/employees', { as: 'super' })).body as unknown as { items: unknown[] }).items.length;
    expect(all).toBeGreaterThan(10);
    for (const q of ['%', '_', '%%', '\\', "' OR '1'='1", "'; DROP TABLE person; --", '../../etc/passwd', '%27', '${7*7}', '{{7*7}}', '.*', '[a-z]']) {
      const tried = await story.attempt('GET', `/employees?q=${encodeURIComponent(q)}`, { as: 'super' });
      expect({ q, ...tried }).toMatchObject({ q, status: 200, ...UNCHANGED });
      expect({ q, items: (tried.answer.body as { items: unknown[] }).items }).toEqual({ q, items: [] });
    }
    for (const path of ['/skp/..%2f..%2fauth%2fme', '/payslips/%2e%2e/mine', '/../../etc/passwd', "/skp/1' OR '1'='1"]) {
      expect([400, 404]).toContain((await story.attempt('GET', path, { as: 'siti' })).status);
    }
  });

  it('pages without end, numbers out of range and cursors of one’s own making are refused', async () => {
    for (const limit of ['0', '-1', '201', '1e9', '1.5', 'Infinity', 'NaN', '99999999999999999999', '']) {
      expect({ limit, ...(await story.attempt('GET', `/employees?limit=${limit}`, { as: 'super' })) }).toMatchObject({ limit, status: 400, ...UNCHANGED });
    }
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const cursors = ['x', made(['a']), made(["' OR 1=1 --", 'x']), made([{ $gt: '' }, story.gov.people.siti]), made(['a', story.gov.people.siti, 'b'])];
    for (const cursor of cursors) expect(await story.attempt('GET', `/employees?cursor=${cursor}`, { as: 'super' })).toMatchObject({ status: 400, ...UNCHANGED });
    for (const outputQuantity of ['-1', '1e3', '99999999999', '1.005', '0x10', 'NaN', 1, null]) {
      const body = { ...entry(story.results.siti), outputQuantity };
      expect({ outputQuantity, ...(await story.attempt('PUT', `/activities/${randomUUID()}`, { as: 'siti', body })) }).toMatchObject({ outputQuantity, status: 400, ...UNCHANGED });
    }
    for (const year of [-1, 0, 1e9, 2026.5, '2026', 2 ** 60]) {
      expect({ year, ...(await story.attempt('POST', '/skp', { as: 'siti', body: { year } })) }).toMatchObject({ year, status: 400, ...UNCHANGED });
    }
  });
});

describe('the session', () => {
  const signIn = () => call('POST', '/auth/sign-in', { body: { username: 'siti', password: TEST_PASSWORD } }) as unknown as Promise<Answer<SessionAnswer>>;
  const cookieOf = (answer: Answer<unknown>) => String(answer.headers['set-cookie']).split(';')[0]!;
  const refresh = (cookie: string, headers: Record<string, string> = { 'x-requested-with': 'ekinerja' }) => call('POST', '/auth/refresh', { headers: { cookie, ...headers } });

  it('is not made by a token without signature, of another key, or with another’s name in it', async () => {
    const { accessToken } = (await signIn()).body;
    const [head, payload, signature] = accessToken.split('.') as [string, string, string];
    const of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const super_ = of({ ...claims, sub: story.gov.accounts.super });
    const otherKey = createHmac('sha256', 'kunci-lain').update(`${head}.${super_}`).digest('base64url');
    const forged = [
      `${of({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${of({ alg: 'none', typ: 'JWT' })}.${super_}.x`,
      `${head}.${super_}.${signature}`,
      `${head}.${super_}.${otherKey}`,
      `${of({ alg: 'HS512', typ: 'JWT' })}.${payload}.${signature}`,
      `${of({ alg: 'HS256', typ: 'JWT', kid: '../../dev/null' })}.${payload}.${createHmac('sha256', '').update('x').digest('base64url')}`,
    ];
    for (const token of forged) expect(await story.attempt('GET', '/auth/me', { headers: { authorization: `Bearer ${token}` } })).toMatchObject({ status: 401, ...UNCHANGED });
  });

  it('ends for both when a used-up refresh token is shown, and is not renewed from another site', async () => {
    const stolen = cookieOf(await signIn());
    expect((await refresh(stolen, {})).status).toBe(403);
    expect((await refresh(stolen, { 'x-requested-with': 'XMLHttpRequest', origin: 'https://jahat.example' })).status).toBe(403);
    const renewed = cookieOf(await refresh(stolen));
    const latest = cookieOf(await refresh(renewed));
    expect((await refresh(stolen)).body.code).toBe('session-ended');
    expect((await refresh(latest)).body.code).toBe('session-ended');
  });
});

describe('another site', () => {
  it('X-AC-1 reads no answer and starts no request: no origin is let in, and the cookie alone opens nothing but its renewal', async () => {
    const { headers } = await call('POST', '/auth/sign-in', { body: { username: 'siti', password: TEST_PASSWORD } });
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    const evil = { origin: 'https://jahat.example', cookie };
    for (const path of ['/auth/me', '/skp/mine', '/personal-data/own.xlsx', '/employees', '/notifications/stream']) {
      const tried = await story.attempt('GET', path, { headers: evil });
      expect({ path, ...tried }).toMatchObject({ path, status: 401, ...UNCHANGED });
      expect(tried.answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(tried.answer.headers['access-control-allow-credentials']).toBeUndefined();
    }
    const form = { ...evil, 'content-type': 'application/x-www-form-urlencoded' };
    expect([401, 415]).toContain((await story.attempt('POST', `/activities/${randomUUID()}/accept`, { headers: form, body: {} })).status);
    const answer = await story.test.app.inject({ method: 'OPTIONS', url: '/api/v1/auth/refresh', headers: { ...evil, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-requested-with' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    // A page's own answers stay out of every cache, also of the proxy on the way.
    for (const path of ['/auth/me', '/skp/mine', '/objections/mine']) expect((await call('GET', path, { as: 'siti' })).headers['cache-control']).toContain('no-store');
  });

  it('X-AC-1 a name of a host or a forwarded address sent along changes no link and no limit', async () => {
    const tried = await call('POST', '/auth/sign-in', { body: { username: 'tak-ada', password: 'x' }, headers: { host: 'jahat.example', 'x-forwarded-host': 'jahat.example', 'x-forwarded-for': '1.2.3.4' } });
    expect(JSON.stringify(tried)).not.toContain('jahat.example');
    expect(await story.test.db.query(`SELECT 1 FROM audit_event WHERE ip = '1.2.3.4'`)).toEqual([]);
  });
});

describe('what hangs on somebody’s entry', () => {
  it('X-AC-1 evidence is neither read, replaced nor taken away through another’s id, alone or under an own entry', async () => {
    const entered = await story.enter('siti', { startTime: '16:00', endTime: '16:15', submit: false });
    const own = await story.enter('rina', { startTime: '16:00', endTime: '16:15', submit: false });
    const id = randomUUID();
    const file = { field: 'file', name: '../../etc/passwd.jpg', mediaType: 'image/jpeg', content: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64)]) };
    const kept = await call('PUT', `/activities/${entered.id}/evidence/${id}`, { as: 'siti', file });
    expect(kept.status).toBeLessThan(300);
    expect(JSON.stringify(kept.body)).not.toContain('../');
    for (const as of ['rina', 'kapus', 'kasubbk', 'bendahara']) {
      for (const activity of as === 'rina' ? [entered.id, own.id] : [entered.id]) {
        const read = await story.attempt('GET', `/activities/${activity}/evidence/${id}`, { as });
        expect({ as, ...read }).toMatchObject({ as, ...UNCHANGED });
        expect([403, 404]).toContain(read.status);
        const replaced = await story.attempt('PUT', `/activities/${activity}/evidence/${id}`, { as, file });
        expect({ as, status: replaced.status, changed: replaced.changed.filter((table) => table === 'activity_evidence') }).toMatchObject({ as, changed: [] });
        expect([403, 404, 409]).toContain(replaced.status);
        expect([403, 404]).toContain((await story.attempt('DELETE', `/activities/${activity}/evidence/${id}`, { as })).status);
      }
    }
    expect((await call('GET', `/activities/${entered.id}/evidence/${id}`, { as: 'siti' })).status).toBe(200);
  });
});

describe('files', () => {
  const path = '/attendance/imports?month=2026-11';
  const upload = (name: string, mediaType: string, content: Buffer) => story.attempt('POST', path, { as: 'super', file: { field: 'file', name, mediaType, content } });

  it('that are pages, pictures with scripts or programs are not taken for a workbook', async () => {
    for (const [name, type, content] of [
      ['presensi.html', 'text/html', '<script>fetch("/api/v1/auth/me")</script>'],
      ['presensi.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['presensi.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '<html><script>alert(1)</script></html>'],
      ['presensi.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'MZ\u0090 program'],
    ] as const) {
      const { status, answer, changed } = await upload(name, type, Buffer.from(content));
      expect({ name, status, kept: (answer.body as { status?: unknown }).status }).not.toMatchObject({ kept: 'previewed' });
      expect(changed).not.toContain('presence_day');
    }
  });

  it('that call a page or a script a picture are not kept as a decision letter', async () => {
    for (const [name, mediaType, content] of [
      ['sk.pdf', 'application/pdf', '<!doctype html><script>alert(1)</script>'],
      ['sk.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['sk.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['sk.html', 'text/html', '<script>alert(1)</script>'],
    ] as const) {
      const file = { field: 'file', name, mediaType, content: Buffer.from(content) };
      expect({ name, ...(await story.attempt('POST', '/decrees', { as: 'super', file })) }).toMatchObject({ name, status: 422, ...UNCHANGED });
    }
  });

  it('that grow on opening are refused before they are opened', async () => {
    const bomb = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await upload('bom.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bomb)).toMatchObject({ status: 422, ...UNCHANGED });
  });

  it('carry a name that stays a name: no header, no folder', async () => {
    const name = 'a\\"; filename=b\u0085Set-Cookie: x=1 ../../../etc/passwd.csv';
    const { answer } = await upload(name, 'text/csv', Buffer.from('nip;tanggal\n'));
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('of ours are downloads of their own type, never read as a page', async () => {
    const unit = `/pay-runs/${story.run.id}/units/${story.gov.units.dinkes}`;
    for (const file of [`${unit}/recap.xlsx`, '/imports/template.xlsx']) {
      const { status, headers } = await call('GET', file, { as: 'super' });
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w. -]+"/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

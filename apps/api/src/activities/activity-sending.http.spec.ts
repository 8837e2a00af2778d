import { randomUUID } from 'node:crypto';
import type { Activity, ActivityEvent, ActivityMonth } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { SendActivitiesAnswer, SentActivity } from '@ekinerja/contracts/sent-activities';
import { createHttpApplication } from '../http-application.js';
import { readConfig } from '../platform/config.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { openDatabase } from '../platform/database/data-source.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { testApp, TEST_PASSWORD, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenPresence, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;

const sent = (change: Partial<SentActivity> = {}): SentActivity => ({ ...entry(result), id: randomUUID(), version: null, ...change });
const send = (as: PersonName, entries: SentActivity[], change: { together?: boolean; check?: boolean; accountId?: Uuid } = {}) =>
  test.call<OrProblem<SendActivitiesAnswer>>('POST', '/activities/send', {
    as, body: { accountId: gov.accounts[as], together: false, check: false, ...change, entries },
  });
const outcomes = (answer: { body: SendActivitiesAnswer }) => answer.body.receipts.map(({ outcome }) => outcome);
const count = async () => (await test.db.one<{ n: number }>(`SELECT count(*)::int AS n FROM activity`))!.n;

describe('many entries at once', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'barito-kuala', clock: '2026-11-23T09:00:00+08:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });

  it('X-IN-2 answers every row by itself: stored, the same again, conflict, refused; none is lost', async () => {
    const stored = sent();
    const later = sent({ startTime: '13:00', endTime: '14:00', submit: false });
    expect(outcomes(await send('siti', [stored, later]))).toEqual(['stored', 'stored']);
    await test.call('PUT', `/activities/${later.id}`, { as: 'siti', ifMatch: 1, body: { ...entry(result), startTime: '13:00', endTime: '14:30', submit: false } });

    const broken = { ...sent(), date: '2026-02-30', surprise: 1 } as SentActivity;
    const answer = await send('siti', [stored, { ...later, version: 1, description: 'Ditulis di telepon tanpa sinyal' }, broken, sent({ date: '2026-11-24' })]);
    expect(outcomes(answer)).toEqual(['same', 'conflict', 'refused', 'refused']);
    expect(answer.body.receipts[1]).toMatchObject({ id: later.id, current: { endTime: '14:30', version: 2 }, problem: { code: 'stale-version' } });
    expect(answer.body.receipts[2]).toMatchObject({ problem: { code: 'validation-failed', fields: expect.arrayContaining([expect.objectContaining({ field: 'date' })]) } });
    expect(answer.body.receipts[3]).toMatchObject({ problem: { rule: { code: 'entry.future', cite: { source: expect.any(String) } } } });
    expect(await count()).toBe(2);
  });

  it('X-IN-2 one device id is one entry, sent twice, by two tabs at once, or after the superior has decided', async () => {
    const one = sent();
    const twins = await Promise.all([send('siti', [one]), send('siti', [one]), send('siti', [one])]);
    expect(twins.map((answer) => outcomes(answer)[0]).sort()).toEqual(['same', 'same', 'stored']);
    const { body } = await test.call<Activity>('POST', `/activities/${one.id}/refuse`, { as: 'kasi', ifMatch: 1, body: { reason: 'Tidak sesuai bukti' } });
    expect(body.status).toBe('refused');
    const again = await send('siti', [one]);
    // A late copy of the first sending does not hand the refused entry in again.
    expect(again.body.receipts[0]).toMatchObject({ outcome: 'same', activity: { status: 'refused' } });
    expect(await count()).toBe(1);
  });

  it('X-IN-2 two replicas on one database make one entry of one id', async () => {
    const config = readConfig(
      { EKINERJA_DATA: '/tmp', DATABASE_URL: test.url, EKINERJA_CLOCK: '2026-11-23T09:00:00+08:00', EKINERJA_SECRET: 'hanya-untuk-uji-0123456789-abcdefghijkl', EKINERJA_WEB: '/nowhere', PUBLIC_URL: 'http://ekinerja.test' },
      '/tmp',
    );
    const source = await openDatabase(test.url, 4);
    const replica = await createHttpApplication(config, source, true);
    try {
      await replica.init();
      await replica.getHttpAdapter().getInstance().ready();
      const signedIn = await replica.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username: 'siti', password: TEST_PASSWORD } });
      const headers = { authorization: `Bearer ${signedIn.json<{ accessToken: string }>().accessToken}` };
      const entries = Array.from({ length: 5 }, (_, at) => sent({ startTime: `0${at + 1}:00`, endTime: `0${at + 1}:30` }));
      const payload = { accountId: gov.accounts.siti, together: false, check: false, entries };
      const [here, there] = await Promise.all([
        send('siti', entries), replica.inject({ method: 'POST', url: '/api/v1/activities/send', headers, payload }),
      ]);
      const both = [...outcomes(here), ...outcomes({ body: there.json<SendActivitiesAnswer>() })];
      expect(both.filter((outcome) => outcome === 'stored')).toHaveLength(5);
      expect(both.filter((outcome) => outcome === 'same')).toHaveLength(5);
      expect(await count()).toBe(5);
    } finally {
      await replica.close();
      if (source.isInitialized) await source.destroy();
    }
  });

  it('X-IN-2 a queue is never sent as another: the session must be that of its owner', async () => {
    await givenSkp(test, gov, 'budi');
    const answer = await send('budi', [sent()], { accountId: gov.accounts.siti });
    expect(answer).toMatchObject({ status: 409, body: { code: 'other-account' } });
    const mine = sent();
    await send('siti', [mine]);
    expect((await send('budi', [mine])).body.receipts[0]).toMatchObject({ outcome: 'refused', problem: { code: 'not-found' } });
    expect(await count()).toBe(1);
  });

  it('X-IN-3 an import is whole or not at all, with every bad row named', async () => {
    const good = [sent(), sent({ startTime: '10:00', endTime: '11:00' })];
    const bad = sent({ startTime: '09:30', endTime: '10:30' });
    const refused = await send('siti', [...good, bad], { together: true });
    expect([outcomes(refused), refused.body.written, await count()]).toEqual([['ready', 'ready', 'refused'], false, 0]);
    expect(refused.body.receipts[2]).toMatchObject({ problem: { rule: { code: 'entry.overlap', cite: { source: expect.any(String) } } } });
    expect(outcomes(await send('siti', good, { together: true, check: true }))).toEqual(['ready', 'ready']);
    expect(await count()).toBe(0);
    expect((await send('siti', good, { together: true })).body.written).toBe(true);
    expect(await count()).toBe(2);
  });

  it('BK-2.2 an entry leans on a result of its owner’s SKP of that year; another’s is refused with the article', async () => {
    const foreign = await givenSkp(test, gov, 'rina');
    const [receipt] = (await send('siti', [sent({ skpResultId: foreign })])).body.receipts;
    expect(receipt).toMatchObject({ outcome: 'refused', problem: { rule: { code: 'entry.result', cite: { source: 'barito-kuala-74-2021', ref: 'Pasal 2 ayat (2)' } } } });
    expect(outcomes(await send('siti', [sent()]))).toEqual(['stored']);
  });

  it('BK-3.4 the month says day by day what is empty, waits, is leave or holiday, and what is missing', async () => {
    await send('siti', [sent({ date: '2026-11-19' }), sent({ date: '2026-11-18', submit: false })]);
    await givenPresence(test, gov, 'siti', '2026-11-17', 'leave-annual');
    const { body } = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    const day = (date: string) => body.days.find((one) => one.date === date)!;
    expect(['2026-11-19', '2026-11-18', '2026-11-17', '2026-11-20', '2026-11-22'].map((date) => [day(date).state, day(date).gap])).toEqual([
      ['waiting', false], ['draft', true], ['leave', false], ['empty', true], ['off', false],
    ]);
    expect(body.minimumCite).toMatchObject({ ref: 'Pasal 3 ayat (4)' });
    expect(body.skpResults).toEqual([expect.objectContaining({ id: result, used: 2 })]);
    expect(body.rhythm.period).toBe('daily');
    const refused = await send('siti', [sent({ date: '2026-11-17' })]);
    expect(refused.body.receipts[0]).toMatchObject({ problem: { rule: { code: 'entry.leave', cite: { source: expect.any(String) } } } });
  });

  it('KS-18.a a refused entry is mended and handed in again: a new window, the whole history kept', async () => {
    const first = sent();
    await send('siti', [first]);
    const { body: refused } = await test.call<Activity>('POST', `/activities/${first.id}/refuse`, { as: 'kasi', ifMatch: 1, body: { reason: 'Jumlahnya keliru' } });
    test.setClock('2026-11-24T10:00:00+08:00');
    const mended = await send('siti', [{ ...first, version: refused.version, outputQuantity: '2' }]);
    test.setClock('2026-11-23T09:00:00+08:00');
    expect(mended.body.receipts[0]).toMatchObject({ outcome: 'stored', activity: { status: 'submitted', reason: null, submittedAt: expect.stringMatching(/^2026-11-24T02:00/) } });
    const history = await test.call<ActivityEvent[]>('GET', `/activities/${first.id}/history`, { as: 'siti' });
    expect(history.body.map(({ action, reason }) => [action, reason])).toEqual([['submitted', null], ['refused', 'Jumlahnya keliru'], ['submitted', null]]);
    expect(history.body[2]!.changes).toContainEqual({ field: 'outputQuantity', before: '1', after: '2' });
  });

  it('KS-21.2 an entry carries the post of its day, whose duties it serves', async () => {
    const [receipt] = (await send('siti', [sent()])).body.receipts;
    expect(receipt).toMatchObject({ activity: { postOfDay: 'Pengelola Promosi Kesehatan' } });
  });
});

describe('KS: main or additional, and the unit admin', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi', clock: '2026-11-23T09:00:00+07:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });

  it('KS-23.6 each entry says whether it is a main or an additional task', async () => {
    const answer = await send('siti', [sent({ task: 'additional' }), { ...sent({ startTime: '13:00', endTime: '14:00' }), task: undefined } as never]);
    expect(answer.body.receipts[0]).toMatchObject({ outcome: 'stored', activity: { task: 'additional' } });
    expect(answer.body.receipts[1]).toMatchObject({ outcome: 'refused', problem: { fields: [expect.objectContaining({ field: 'task' })] } });
  });

  it('KS-16.b the unit admin adds and mends entries of the unit; the owner reads who and why', async () => {
    const id = randomUUID();
    const of = (person: PersonName) => `/activities/of/${gov.people[person]}/${id}`;
    const body = { ...entry(result), reason: 'Pegawai dirawat, menurut surat keterangan' };
    const made = await test.call<Activity>('PUT', of('siti'), { as: 'umpeg', body });
    expect(made).toMatchObject({ status: 200, body: { employmentId: gov.people.siti, status: 'submitted', byUnit: { name: 'Mariani', reason: body.reason } } });
    const mended = await test.call<Activity>('PUT', of('siti'), { as: 'umpeg', ifMatch: 1, body: { ...body, outputQuantity: '3', reason: 'Jumlah menurut daftar hadir' } });
    expect(mended.body).toMatchObject({ outputQuantity: '3', byUnit: { reason: 'Jumlah menurut daftar hadir' } });

    const month = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect(month.body.activities[0]!.byUnit).toMatchObject({ name: 'Mariani', reason: 'Jumlah menurut daftar hadir' });
    const history = await test.call<ActivityEvent[]>('GET', `/activities/${id}/history`, { as: 'siti' });
    expect(history.body.map(({ actorName, capacity, reason }) => [actorName, capacity, reason])).toEqual([
      ['Mariani', 'unit-admin', body.reason], ['Mariani', 'unit-admin', 'Jumlah menurut daftar hadir'],
    ]);
    // What it serves is read by its title, and the owner is told each time.
    expect(history.body[0]!.changes).toContainEqual(expect.objectContaining({ field: 'skpResultId', before: null, after: made.body.skpResultTitle }));
    await test.app.get(WorkQueue).runDue();
    const notices = await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'siti' });
    expect(notices.body.items.filter(({ topic }) => topic === 'entry-by-unit').map(({ params, path }) => [params, path])).toEqual(
      Array.from({ length: 2 }, () => [{ by: 'Mariani', date: body.date }, `/kegiatan?bulan=2026-11&tanggal=${body.date}`]),
    );
    const audit = await test.db.query(`SELECT 1 FROM audit_event WHERE subject_id = $1 AND action IN ('activity.submitted', 'activity.edited')`, [id]);
    expect(audit.length).toBeGreaterThanOrEqual(2);

    expect((await test.call('PUT', of('siti'), { as: 'umpeg', ifMatch: 2, body: { ...body, reason: '' } })).status).toBe(400);
    expect((await test.call('PUT', of('kasubBk'), { as: 'umpeg', body })).status).toBe(404);
    expect((await test.call('PUT', of('siti'), { as: 'kasi', ifMatch: 2, body })).status).toBe(403);
    expect((await test.call<ActivityMonth>('GET', `/activities/of/${gov.people.siti}/month?month=2026-11`, { as: 'umpeg' })).body.activities).toHaveLength(1);

    // Her October is another unit's: an entry of it is not moved into November by the admin who knows its id.
    await test.db.query(`UPDATE activity SET date = '2026-10-20' WHERE id = $1`, [id]);
    await test.db.query(`UPDATE assignment SET valid_from = '2026-11-01' WHERE employment_id = $1`, [gov.people.siti]);
    test.app.get(OrganisationService).recheck();
    const { version } = (await test.db.one<{ version: number }>(`SELECT version FROM activity WHERE id = $1`, [id]))!;
    expect((await test.call('PUT', of('siti'), { as: 'umpeg', ifMatch: version, body })).status).toBe(404);
    expect(await test.db.one(`SELECT date::text AS date FROM activity WHERE id = $1`, [id])).toEqual({ date: '2026-10-20' });
  });
});

import { randomUUID } from 'node:crypto';
import type { Activity, ActivityMonth, GapItem, SaveActivityRequest, WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenPresence, givenSkp } from '../testing/work.js';
import { ActivityLapseService } from './activity-lapse.service.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;

const put = (as: PersonName, body: SaveActivityRequest, id: Uuid = randomUUID(), ifMatch: number | null = null) =>
  test.call<OrProblem<Activity>>('PUT', `/activities/${id}`, { as, body, ifMatch });
const waiting = async (as: PersonName) => (await test.call<WaitingActivitiesPage>('GET', '/activities/waiting', { as })).body;
const lapse = () => test.app.get(ActivityLapseService).approveLapsed();
const gaps = async (as: PersonName) => (await test.call<Page<GapItem>>('GET', '/activities/gaps?month=2026-11&limit=200', { as })).body.items;

describe('activities (Barito Kuala)', () => {
  const NOW = '2026-11-23T09:00:00+08:00';
  beforeAll(async () => {
    test = await testApp({ daerah: 'barito-kuala' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock(NOW);
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });

  it('BK-2.2 ties each entry to the owner’s own SKP of that day', async () => {
    expect((await put('siti', entry(result))).status).toBe(200);
    const foreign = await givenSkp(test, gov, 'rina');
    expect(await put('siti', entry(foreign, { startTime: '13:00', endTime: '14:00' }))).toMatchObject({ status: 422, body: { rule: { code: 'entry.result' } } });
    expect(await put('budi', entry(result))).toMatchObject({ status: 422, body: { code: 'no-skp-for-date', params: { date: '2026-11-20' } } });
    const draft = await givenSkp(test, gov, 'budi', 'draft');
    expect((await put('budi', entry(draft))).status).toBe(200);
  });

  it('BK-3.4 asks at least one entry each working day and shows the days without, excused ones left out', async () => {
    await put('siti', entry(result));
    await put('siti', entry(result, { date: '2026-11-19', submit: false }));
    await givenPresence(test, gov, 'siti', '2026-11-18', 'sick');
    await givenPresence(test, gov, 'siti', '2026-11-17', 'official-travel');
    const { body } = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    const missing = body.days.filter(({ gap }) => gap).map(({ date }) => date);
    expect(missing).toContain('2026-11-19');
    expect(missing).toContain('2026-11-16');
    for (const date of ['2026-11-20', '2026-11-18', '2026-11-17', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']) expect(missing).not.toContain(date);
    expect(body.gaps).toBe(missing.length);
    expect(body.minimumCite).toMatchObject({ source: 'barito-kuala-74-2021', ref: 'Pasal 3 ayat (4)' });
    expect(body.days.find(({ date }) => date === '2026-11-18')).toMatchObject({ state: 'leave', presence: 'sick' });

    const list = await gaps('umpeg');
    expect(list.find(({ employmentId }) => employmentId === gov.people.siti)).toMatchObject({ gaps: missing.length, waiting: 1, nip: gov.nips.siti });
    expect(list.map(({ personName }) => personName)).not.toContain('Sofyan Noor');
  });

  it('BK-3.4 judges a month gone by by the law of that month, whatever is in force when somebody asks', async () => {
    const month = async (of: string) => (await test.call<ActivityMonth>('GET', `/activities/month?month=${of}`, { as: 'siti' })).body;
    // Barito Kuala asks one entry a working day since 13 October 2021; before it no minimum was named.
    expect((await month('2021-09')).minimumCite).toBeNull();
    expect((await month('2021-11')).minimumCite).toMatchObject({ source: 'barito-kuala-74-2021', ref: 'Pasal 3 ayat (4)' });
    expect((await month('2021-09')).entryWindow.to).toBe('2026-11-23');
  });

  it('BK-4.1 shows the direct superior what waits for an assessment', async () => {
    const { body } = await put('siti', entry(result));
    expect(await waiting('kasi')).toMatchObject({ total: 1, items: [{ id: body.id, personName: 'Siti Aminah', actions: ['accept', 'refuse', 'correct'] }] });
    expect((await waiting('kabid')).total).toBe(0);
  });

  it('BK-4.2 is due the same working day; late ones are shown, nothing is approved by lapse', async () => {
    const { body } = await put('siti', entry(result));
    expect(body.dueAt).toBe('2026-11-23T16:00:00.000Z');
    test.setClock('2026-11-24T08:00:00+08:00');
    await lapse();
    expect(await waiting('kasi')).toMatchObject({ total: 1, overdue: 1, items: [{ id: body.id, status: 'submitted', overdue: true }] });
    const own = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect(own.body.activities[0]).toMatchObject({ overdue: true });
  });

  it('BK-4.2 counts from the next working day when handed in on a day off', async () => {
    test.setClock('2026-11-21T10:00:00+08:00');
    expect((await put('siti', entry(result))).body.dueAt).toBe('2026-11-23T16:00:00.000Z');
  });

  it('BK-4.3 lets the superior refuse with a reason, and the employee mend and hand in again, also after the window of the day', async () => {
    test.setClock('2026-12-05T10:00:00+08:00');
    const { id } = (await put('siti', entry(result))).body;
    const path = `/activities/${id}/refuse`;
    expect((await test.call('POST', path, { as: 'kasi', ifMatch: 1, body: { reason: '' } })).status).toBe(400);
    const refused = await test.call<Activity>('POST', path, { as: 'kasi', ifMatch: 1, body: { reason: 'Bukti tidak ada' } });
    expect(refused.body).toMatchObject({ status: 'refused', reason: 'Bukti tidak ada' });
    test.setClock('2026-12-08T10:00:00+08:00');
    expect((await put('siti', entry(result, { startTime: '13:00', endTime: '14:00' }))).body.rule!.code).toBe('entry.window');
    const mended = await put('siti', entry(result, { evidenceLink: 'https://contoh.go.id/bukti' }), id, refused.body.version);
    expect(mended.body).toMatchObject({ status: 'submitted', reason: null, decidedBy: null, dueAt: '2026-12-08T16:00:00.000Z' });
    const accepted = await test.call<Activity>('POST', `/activities/${id}/accept`, { as: 'kasi', ifMatch: mended.body.version });
    expect(accepted.body.status).toBe('accepted');
    expect((await put('siti', entry(result), id, accepted.body.version)).status).toBe(409);
  });
});

describe('activities (Kuantan Singingi)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-23T09:00:00+07:00');
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });

  const find = async (id: Uuid) => (await test.db.one<{ status: string; decision_mode: string | null }>(`SELECT status, decision_mode FROM activity WHERE id = $1`, [id]))!;

  it('KS-23.1 takes entries from the signed-in employee only, and lists who enters nothing', async () => {
    expect((await test.call('PUT', `/activities/${randomUUID()}`, { as: null, body: entry(result) })).status).toBe(401);
    expect((await put('siti', entry(result))).body.employmentId).toBe(gov.people.siti);
    const list = await gaps('umpeg');
    const gapsOf = (id: Uuid) => list.find(({ employmentId }) => employmentId === id)!.gaps;
    expect(gapsOf(gov.people.budi)).toBeGreaterThan(10);
    // One rule: what her own calendar counts, the list of the unit counts too.
    const own = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect([gapsOf(gov.people.siti), own.body.gaps]).toEqual([gapsOf(gov.people.budi) - 1, gapsOf(gov.people.budi) - 1]);
    // A journey is no empty day, also where the regulation names no minimum.
    await givenPresence(test, gov, 'siti', '2026-11-19', 'official-travel');
    const travelled = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect(travelled.body.gaps).toBe(own.body.gaps - 1);
  });

  it('KS-23.5 is due within seven working days; overdue is shown to both', async () => {
    const { body } = await put('siti', entry(result));
    expect(body.dueAt).toBe('2026-12-02T17:00:00.000Z');
    await waiting('kasi');
    test.setClock('2026-12-03T08:00:00+07:00');
    await lapse();
    expect(await waiting('kasi')).toMatchObject({ overdue: 1 });
    const own = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect(own.body.activities[0]).toMatchObject({ overdue: true, status: 'submitted' });
  });

  it('KS-23.6 asks whether it is a main or an additional task', async () => {
    const { task: _, ...without } = entry(result);
    expect((await put('siti', without as SaveActivityRequest)).status).toBe(400);
    expect((await put('siti', entry(result, { task: 'additional' }))).body.task).toBe('additional');
  });

  it('KS-23.7 approves once what the evaluator never opened in the window, marked as such, also with several replicas', async () => {
    const { id } = (await put('siti', entry(result))).body;
    test.setClock('2026-12-02T23:00:00+07:00');
    await lapse();
    expect((await find(id)).status).toBe('submitted');
    test.setClock('2026-12-03T00:01:00+07:00');
    await Promise.all([lapse(), lapse(), lapse()]);
    await lapse();
    expect(await find(id)).toEqual({ status: 'accepted', decision_mode: 'lapse' });
    const shown = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    expect(shown.body.activities[0]).toMatchObject({ decisionMode: 'lapse', decidedBy: null });
    const events = await test.db.query(`SELECT 1 FROM activity_event WHERE activity_id = $1 AND action = 'lapsed'`, [id]);
    const audited = await test.db.query(`SELECT 1 FROM audit_event WHERE subject_id = $1 AND action = 'activity.lapsed'`, [id]);
    expect([events.length, audited.length]).toEqual([1, 1]);
  });

  it('KS-23.7 approves once after a run that broke down in the middle, and after days on which the server was off', async () => {
    const { id } = (await put('siti', entry(result))).body;
    // Off since before the time limit; a week later the first run breaks down after the entry was decided.
    test.setClock('2026-12-10T08:00:00+07:00');
    await test.db.query(`CREATE FUNCTION uji_gagal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'mati'; END $$`);
    await test.db.query(`CREATE TRIGGER uji_gagal BEFORE INSERT ON activity_event FOR EACH ROW EXECUTE FUNCTION uji_gagal()`);
    await expect(lapse()).rejects.toThrow('mati');
    expect((await find(id)).status).toBe('submitted');
    await test.db.query(`DROP TRIGGER uji_gagal ON activity_event`);
    await test.db.query(`DROP FUNCTION uji_gagal`);
    await Promise.all([lapse(), lapse()]);
    expect(await find(id)).toEqual({ status: 'accepted', decision_mode: 'lapse' });
    expect(await test.db.query(`SELECT 1 FROM activity_event WHERE activity_id = $1 AND action = 'lapsed'`, [id])).toHaveLength(1);
  });

  it('KS-23.7 leaves waiting what was opened in the window, and approves what was opened only after it', async () => {
    const opened = (await put('siti', entry(result))).body.id;
    await waiting('kasi');
    test.setClock('2026-11-24T09:00:00+07:00');
    const unopened = (await put('siti', entry(result, { date: '2026-11-23' }))).body.id;
    test.setClock('2026-12-10T00:01:00+07:00');
    await waiting('kasi');
    await lapse();
    expect((await find(opened)).status).toBe('submitted');
    expect(await find(unopened)).toEqual({ status: 'accepted', decision_mode: 'lapse' });
  });

  it('KS-23.7 a list fetched ahead opens nothing; only what was shown to the evaluator counts, and only to that evaluator', async () => {
    const shown = (await put('siti', entry(result))).body.id;
    const fetched = (await put('siti', entry(result, { startTime: '13:00', endTime: '14:00' }))).body.id;
    expect((await test.call<WaitingActivitiesPage>('GET', '/activities/waiting?quiet=true', { as: 'kasi' })).body.total).toBe(2);
    const say = (as: PersonName, ids: string[]) => test.call('POST', '/activities/seen', { as, body: { ids } });
    expect((await say('siti', [fetched])).status).toBe(403);
    expect((await say('kapus', [fetched])).status).toBe(204);
    expect((await say('kasi', [shown])).status).toBe(204);
    test.setClock('2026-12-10T00:01:00+07:00');
    await lapse();
    expect((await find(shown)).status).toBe('submitted');
    expect(await find(fetched)).toEqual({ status: 'accepted', decision_mode: 'lapse' });
  });

  it('KS-23.8 withholds with a note of reasons; what is withheld is never approved by lapse', async () => {
    const { id } = (await put('siti', entry(result))).body;
    expect((await test.call('POST', `/activities/${id}/refuse`, { as: 'kasi', ifMatch: 1, body: {} })).status).toBe(400);
    await test.call('POST', `/activities/${id}/refuse`, { as: 'kasi', ifMatch: 1, body: { reason: 'Tidak sesuai keadaan' } });
    test.setClock('2027-01-20T08:00:00+07:00');
    await lapse();
    expect(await find(id)).toEqual({ status: 'refused', decision_mode: 'evaluator' });
  });
});

describe('what was withheld (Kuantan Singingi)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi', clock: '2026-11-23T09:00:00+07:00' });
    gov = await tinyGovernment(test);
    result = await givenSkp(test, gov, 'siti');
  });
  afterAll(() => test.close());

  it('KS-23.8 is handed in again only when text or proof was changed', async () => {
    const { id } = (await put('siti', entry(result))).body;
    const refuse = (ifMatch: number) => test.call<Activity>('POST', `/activities/${id}/refuse`, { as: 'kasi', ifMatch, body: { reason: 'Tidak sesuai keadaan' } });
    const submit = (ifMatch: number) => test.call<OrProblem<Activity>>('POST', `/activities/${id}/submit`, { as: 'siti', ifMatch });
    const refused = (await refuse(1)).body;
    expect((await submit(refused.version)).body.rule).toMatchObject({ code: 'entry.unchanged', cite: { ref: 'Pasal 23 ayat (8)' } });
    expect((await put('siti', entry(result), id, refused.version)).body.rule?.code).toBe('entry.unchanged');
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60, 1)]);
    await test.call('PUT', `/activities/${id}/evidence/${randomUUID()}`, { as: 'siti', file: { field: 'file', name: 'foto.jpg', mediaType: 'image/jpeg', content: photo } });
    const again = await submit(refused.version);
    expect(again).toMatchObject({ status: 200, body: { status: 'submitted' } });
    const twice = (await refuse(again.body.version)).body;
    const draft = await put('siti', entry(result, { outputQuantity: '4', submit: false }), id, twice.version);
    expect((await submit(draft.body.version)).body.status).toBe('submitted');
  });
});

describe('activities (Banjarnegara)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'banjarnegara', clock: '2026-11-23T09:00:00+07:00' });
    gov = await tinyGovernment(test);
    result = await givenSkp(test, gov, 'siti');
  });
  afterAll(() => test.close());

  it('BN-14.2 is due two days after it was handed in; late ones are shown, not approved', async () => {
    const { body } = await put('siti', entry(result));
    expect(body.dueAt).toBe('2026-11-25T17:00:00.000Z');
    test.setClock('2026-11-26T00:01:00+07:00');
    await lapse();
    expect(await waiting('kasi')).toMatchObject({ total: 1, overdue: 1 });
  });
});

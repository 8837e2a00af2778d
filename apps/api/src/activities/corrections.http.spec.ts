import { randomUUID } from 'node:crypto';
import type { AcceptActivitiesAnswer, Activity, ActivityEvent, ActivityMonth, CorrectActivityRequest, DayLacking, PlanLine, Reopening, UndoDecisionsAnswer, UnitDays } from '@ekinerja/contracts/activities';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { Outbox } from '../platform/jobs/outbox.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenPresence, givenSkp } from '../testing/work.js';
import { ActivityLapseService } from './activity-lapse.service.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;
const told: string[] = [];

const put = async (change = {}, as: PersonName = 'siti') => (await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as, body: entry(result, change) })).body;
const correct = (as: PersonName, { id, version }: Activity, change: Partial<CorrectActivityRequest> = {}) => {
  const { startTime, description, outputUnit, skpResultId, task } = entry(result);
  const body: CorrectActivityRequest = { startTime, endTime: '09:00', description, outputQuantity: '2', outputUnit, skpResultId, task, reason: 'Rapat selesai pukul 09.00', ...change };
  return test.call<OrProblem<Activity>>('POST', `/activities/${id}/correct`, { as, ifMatch: version, body });
};
const undo = (as: PersonName, ids: Uuid[]) => test.call<UndoDecisionsAnswer>('POST', '/activities/undo', { as, body: { ids } });
const mine = async () => (await test.call<ActivityMonth>('GET', '/activities/month?month=2026-11', { as: 'siti' })).body;

beforeAll(async () => {
  test = await testApp({ daerah: 'kuantan-singingi' });
  gov = await tinyGovernment(test);
  test.app.get(Outbox).subscribe('activity.decided', 'uji', async ({ activityId }) => void told.push(activityId));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.setClock('2026-11-23T09:00:00+08:00');
  await clearWork(test);
  await test.db.query(`DELETE FROM entry_reopening`);
  await test.deliver();
  told.splice(0);
  result = await givenSkp(test, gov, 'siti');
});

describe('the evaluator corrects', () => {
  it('KS-17.c an entry is put right and accepted so; the original stays visible to both, with who, why and when', async () => {
    const { body } = await correct('kasi', await put());
    expect(body).toMatchObject({
      status: 'accepted', endTime: '09:00', minutes: 60, outputQuantity: '2', reason: 'Rapat selesai pukul 09.00',
      original: { endTime: '10:00', outputQuantity: '1', correctedBy: 'Ahmad Fauzi', reason: 'Rapat selesai pukul 09.00', capacity: 'definitive' },
    });
    expect((await mine()).activities[0]).toMatchObject({ endTime: '09:00', original: { endTime: '10:00', skpResultTitle: 'Laporan promosi kesehatan tersusun' } });
    const history = await test.call<ActivityEvent[]>('GET', `/activities/${body.id}/history`, { as: 'siti' });
    expect(history.body.at(-1)).toMatchObject({ action: 'corrected', changes: expect.arrayContaining([{ field: 'endTime', before: '10:00', after: '09:00' }]) });
  });

  it('KS-17.c with another result the step of the plan falls away: it belonged to the first one', async () => {
    const waiting = await put();
    const step = randomUUID();
    await test.db.query(`UPDATE activity SET month_plan_id = $2 WHERE id = $1`, [waiting.id, step]);
    const kept = await correct('kasi', waiting);
    expect(kept.body.monthPlanId).toBe(step);
    const other = await put({ startTime: '13:00', endTime: '14:00' });
    await test.db.query(`UPDATE activity SET month_plan_id = $2 WHERE id = $1`, [other.id, step]);
    const second = randomUUID();
    await test.db.query(`INSERT INTO skp_result (id, skp_id, position, task, kind, title) SELECT $2, skp_id, 1, 'main', 'output', 'Hasil kedua' FROM skp_result WHERE id = $1`, [result, second]);
    expect((await correct('kasi', other, { skpResultId: second, startTime: '13:00', endTime: '14:00' })).body).toMatchObject({ skpResultId: second, monthPlanId: null });
  });

  it('KS-17.c only the evaluator, only with a reason, only what is possible, and not in a closed month', async () => {
    const waiting = await put();
    expect((await correct('kasi', waiting, { reason: '' })).status).toBe(400);
    expect((await correct('kasi', waiting, { endTime: '07:00' })).body.rule?.code).toBe('entry.length');
    expect((await correct('kasi', waiting, { skpResultId: await givenSkp(test, gov, 'budi') })).body.rule?.code).toBe('entry.result');
    await put({ startTime: '10:00', endTime: '11:00' });
    expect((await correct('kasi', waiting, { endTime: '10:30' })).body.rule?.code).toBe('entry.overlap');
    expect((await correct('budi', waiting)).status).toBe(403);
    expect((await correct('kabid', waiting)).body.code).toBe('not-yours-to-decide');
    await test.db.query(`INSERT INTO closed_month (skpd_id, month, closed_at) VALUES ($1, '2026-11', now())`, [gov.units.dinkes]);
    expect((await correct('kasi', waiting)).body.code).toBe('month-closed');
    expect((await mine()).activities[0]).toMatchObject({ status: 'submitted', original: null });
  });
});

describe('a decision is taken back', () => {
  it('X-AP-1 within some seconds the entries wait as before, and nobody is told what was taken back', async () => {
    const entries = [await put(), await put({ startTime: '10:00', endTime: '11:00' }), await put({ startTime: '13:00', endTime: '14:00' })];
    const ids = entries.map(({ id }) => id);
    const { body } = await test.call<AcceptActivitiesAnswer>('POST', '/activities/accept', { as: 'kasi', body: { entries: entries.map(({ id, version }) => ({ id, version })) } });
    expect(body.accepted).toHaveLength(3);
    test.setClock('2026-11-23T09:00:05+08:00');
    expect((await undo('kasi', ids.slice(0, 2))).body).toEqual({ undone: expect.arrayContaining(ids.slice(0, 2)), skipped: [] });
    const now = (await mine()).activities.map(({ id, status, dueAt }) => [id === ids[2], status, dueAt]);
    expect(now).toEqual([[false, 'submitted', entries[0]!.dueAt], [false, 'submitted', entries[1]!.dueAt], [true, 'accepted', entries[2]!.dueAt]]);
    await test.deliver();
    expect(told).toEqual([ids[2]]);
  });

  it('X-AP-1 not by another, not after the seconds, and every id is answered', async () => {
    const waiting = await put();
    await test.call('POST', `/activities/${waiting.id}/refuse`, { as: 'kasi', ifMatch: 1, body: { reason: 'Bukti tidak ada' } });
    const unknown = randomUUID();
    expect((await undo('kabid', [waiting.id, unknown])).body.skipped).toEqual(
      expect.arrayContaining([{ id: waiting.id, code: 'not-yours-to-decide' }, { id: unknown, code: 'not-found' }]),
    );
    test.setClock('2026-11-23T09:05:00+08:00');
    expect((await undo('kasi', [waiting.id])).body).toEqual({ undone: [], skipped: [{ id: waiting.id, code: 'state-refused' }] });
    expect((await mine()).activities[0]!.status).toBe('refused');
  });
});

describe('the owner is told', () => {
  const notices = async () => (await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'siti' })).body.items.filter(({ topic }) => topic.startsWith('activity'));
  const refuse = ({ id, version }: Activity, reason: string) => test.call<Activity>('POST', `/activities/${id}/refuse`, { as: 'kasi', ifMatch: version, body: { reason } });
  beforeEach(() => test.db.query(`DELETE FROM notification`));

  it('KS-23.8 of each refusal with its reason, also the second one of an entry and one after an acceptance on the same day', async () => {
    const [first, second] = [await put(), await put({ startTime: '13:00', endTime: '14:00' })];
    await test.call('POST', `/activities/${second.id}/accept`, { as: 'kasi', ifMatch: second.version });
    await test.deliver();
    await refuse(first, 'Bukti tidak ada');
    await test.deliver();
    const refused = (await mine()).activities.find(({ id }) => id === first.id)!;
    const mended = await test.call<Activity>('PUT', `/activities/${first.id}`, { as: 'siti', ifMatch: refused.version, body: entry(result, { outputQuantity: '3' }) });
    await refuse(mended.body, 'Jumlahnya belum sesuai');
    await test.deliver();
    expect((await notices()).map(({ topic, params }) => [topic, params.reason]).sort()).toEqual([
      ['activity-decided', undefined], ['activity-refused', 'Bukti tidak ada'], ['activity-refused', 'Jumlahnya belum sesuai'],
    ]);
    // Read a month later, the notice still opens the day it is about.
    expect(new Set((await notices()).map(({ path }) => path))).toEqual(new Set([`/kegiatan?bulan=2026-11&tanggal=${first.date}`]));
  });

  it('KS-23.7 KS-17.c of a lapse as a lapse, once for the day, and of a correction with its reason', async () => {
    await put();
    await put({ startTime: '13:00', endTime: '14:00' });
    await correct('kasi', await put({ date: '2026-11-19' }));
    test.setClock('2026-12-10T09:00:00+08:00');
    await test.app.get(ActivityLapseService).approveLapsed();
    await test.deliver();
    expect((await notices()).map(({ topic, params }) => [topic, params.date, params.reason]).sort()).toEqual([
      ['activity-corrected', '2026-11-19', 'Rapat selesai pukul 09.00'], ['activity-lapsed', '2026-11-20', undefined],
    ]);
  });
});

describe('the unit', () => {
  it('opens days again for a person as a recorded act, until a day, and may revoke it', async () => {
    test.setClock('2026-12-10T09:00:00+08:00');
    const late = () => test.call<OrProblem<Activity>>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result) });
    expect((await late()).body.rule?.code).toBe('entry.window');
    const body = { employmentId: gov.people.siti, from: '2026-11-19', to: '2026-11-20', until: '2026-12-12', reason: 'Sakit sejak 23 November' };
    const grant = (as: PersonName, change = {}) => test.call<OrProblem<Reopening>>('PUT', `/activities/reopenings/${randomUUID()}`, { as, body: { ...body, ...change } });
    expect((await grant('kasi')).status).toBe(403);
    expect((await grant('umpeg', { employmentId: gov.people.kasubBk })).status).toBe(404);
    expect((await grant('umpeg', { employmentId: gov.people.umpeg })).status).toBe(403);
    expect((await grant('umpeg', { until: '2026-12-09' })).body.rule?.code).toBe('reopening.until');
    const granted = await grant('umpeg');
    expect(granted.body).toMatchObject({ personName: 'Siti Aminah', grantedBy: 'Mariani', reason: body.reason, revokedAt: null });
    expect((await mine()).reopened).toEqual(['2026-11-19', '2026-11-20']);
    expect((await late()).status).toBe(200);
    expect((await test.call<OrProblem<Activity>>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result, { date: '2026-11-18' }) })).body.rule?.code).toBe('entry.window');
    const list = await test.call<Page<Reopening>>('GET', '/activities/reopenings', { as: 'umpeg' });
    const ofSkpd = async (skpdId: string) => (await test.call<Page<Reopening>>('GET', `/activities/reopenings?skpdId=${skpdId}`, { as: 'umpeg' })).body.items.length;
    expect([await ofSkpd(gov.units.dinkes), await ofSkpd(gov.units.bkpsdm)]).toEqual([list.body.items.length, 0]);
    expect(list.body.items.map(({ id }) => id)).toEqual([granted.body.id]);
    await test.call('POST', `/activities/reopenings/${granted.body.id}/revoke`, { as: 'umpeg' });
    expect((await mine()).reopened).toEqual([]);
  });

  it('BK-3.4 BK-4.1 sees day by day who lacks entries, what waits, and which evaluator is silent', async () => {
    await put();
    await givenPresence(test, gov, 'budi', '2026-11-20', 'sick');
    const { body } = await test.call<UnitDays>('GET', `/activities/unit-days?month=2026-11&skpdId=${gov.units.dinkes}`, { as: 'umpeg' });
    const friday = body.days.find(({ date }) => date === '2026-11-20')!;
    expect(friday).toMatchObject({ entered: 1, excused: 1, waiting: 1, overdue: 0 });
    expect(friday.people).toBeGreaterThan(8);
    expect(friday.missing).toBe(friday.people - 2);
    const lacking = async (query: string, as: PersonName = 'umpeg') => (await test.call<Page<DayLacking>>('GET', `/activities/unit-day?date=2026-11-20&skpdId=${gov.units.dinkes}${query}`, { as })).body;
    const everybody = (await lacking('&limit=200')).items;
    expect(everybody).toHaveLength(friday.missing);
    const names = everybody.map(({ personName }) => personName);
    expect([names.includes('Ahmad Fauzi'), names.includes('Siti Aminah'), names.includes('Budi Santoso')]).toEqual([true, false, false]);
    expect(everybody.every(({ unitName }) => unitName !== null)).toBe(true);
    const first = await lacking('&limit=3');
    const next = await lacking(`&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...next.items]).toEqual(everybody.slice(0, 6));
    expect((await test.call('GET', `/activities/unit-day?date=2026-11-20&skpdId=${gov.units.bkpsdm}`, { as: 'umpeg' })).status).toBe(404);
    expect(body.evaluators).toEqual([expect.objectContaining({ personName: 'Ahmad Fauzi', waiting: 1, unopened: 1, overdue: 0, lapsed: 0 })]);
    expect((await test.call('GET', `/activities/unit-days?month=2026-11&skpdId=${gov.units.bkpsdm}`, { as: 'umpeg' })).status).toBe(404);
    const plan = await test.call<PlanLine[]>('GET', `/activities/plan-of/${gov.people.siti}?month=2026-11`, { as: 'kasi' });
    expect(plan.body).toEqual([expect.objectContaining({ title: 'Laporan promosi kesehatan tersusun', entries: 1, minutes: 120, indicators: [expect.objectContaining({ target: '12' })] })]);
  });
});

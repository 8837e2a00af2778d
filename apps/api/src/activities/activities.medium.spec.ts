import { randomUUID } from 'node:crypto';
import type { Activity, SaveActivityRequest } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { OrganisationService } from '../organisation/organisation.service.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenSkp } from '../testing/work.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityLapseService } from './activity-lapse.service.js';
import { ActivityRerouteService } from './activity-reroute.service.js';

let test: TestApp;
let gov: TinyGovernment;
let result: Uuid;

const put = async (as: PersonName, body: SaveActivityRequest) => (await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as, body })).body;
const accept = (as: PersonName, { id, version }: Activity) => test.call('POST', `/activities/${id}/accept`, { as, ifMatch: version });
const evaluatorOf = async (id: Uuid) => (await test.db.one<{ e: Uuid }>(`SELECT evaluator_employment_id AS e FROM activity WHERE id = $1`, [id]))!.e;
const recheck = () => test.app.get(OrganisationService).recheck();

async function reroute(): Promise<void> {
  recheck();
  await test.app.get(ActivityRerouteService).reroute();
}

describe('entries and the organisation', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi', clock: '2026-11-23T09:00:00+07:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-23T09:00:00+07:00');
    await clearWork(test);
    result = await givenSkp(test, gov, 'siti');
  });
  afterEach(async () => {
    await test.db.query(`DELETE FROM assignment WHERE kind <> 'definitive'`);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE kind = 'definitive'`);
    recheck();
  });

  it('counts a month by employee in one answer', async () => {
    const first = await put('siti', entry(result));
    await put('siti', entry(result, { startTime: '13:00', endTime: '14:00' }));
    await put('siti', entry(result, { date: '2026-11-19' }));
    await put('siti', entry(result, { date: '2026-11-18', submit: false }));
    await put('rina', entry(await givenSkp(test, gov, 'rina')));
    await accept('kasi', first);
    const service = test.app.get(ActivitiesService);
    const counts = await service.monthCounts('2026-11', gov.units.dinkes);
    expect(counts.get(gov.people.siti)).toEqual({ acceptedCount: 1, acceptedMinutes: 120, daysWithEntry: 2, openEntries: 2 });
    expect(counts.size).toBe(2);
    expect(await service.monthCounts('2026-11', gov.units.bkpsdm)).toEqual(new Map());
    expect(await service.monthCounts('2026-10', gov.units.dinkes)).toEqual(new Map());
    expect([...(await service.countsOf('2026-11', [gov.people.rina])).keys()]).toEqual([gov.people.rina]);
  });

  it('sends open entries to who decides now when a post falls vacant, decided ones never', async () => {
    const open = await put('siti', entry(result));
    const decided = await put('siti', entry(result, { date: '2026-11-19' }));
    await accept('kasi', decided);
    await gov.vacate('kasi', '2026-11-15');
    await reroute();
    expect(await evaluatorOf(open.id)).toBe(gov.people.kabid);
    expect(await evaluatorOf(decided.id)).toBe(gov.people.kasi);
    const events = await test.db.query<{ changes: unknown }>(`SELECT changes FROM activity_event WHERE action = 'rerouted' AND activity_id = $1`, [open.id]);
    expect(events).toEqual([{ changes: [{ field: 'evaluator', before: gov.people.kasi, after: gov.people.kabid }] }]);
    await reroute();
    expect(await test.db.query(`SELECT 1 FROM activity_event WHERE action = 'rerouted'`)).toHaveLength(1);
    expect((await accept('kabid', open)).status).toBe(200);
  });

  it('KS-23.7 whoever gets an entry later has not opened it, and has the whole window', async () => {
    const open = await put('siti', entry(result));
    await test.call('POST', '/activities/seen', { as: 'kasi', body: { ids: [open.id] } });
    // The last day of the window: the post falls vacant.
    test.setClock('2026-12-02T09:00:00+07:00');
    await gov.vacate('kasi', '2026-11-15');
    await reroute();
    const row = await test.db.one<{ seen: boolean; due: Date }>(`SELECT seen_at IS NOT NULL AS seen, due_at AS due FROM activity WHERE id = $1`, [open.id]);
    expect([row!.seen, row!.due > new Date(open.dueAt!)]).toEqual([false, true]);
    test.setClock('2026-12-04T09:00:00+07:00');
    expect(await test.app.get(ActivityLapseService).approveLapsed()).toBe(0);
    test.setClock('2026-12-20T09:00:00+07:00');
    expect(await test.app.get(ActivityLapseService).approveLapsed()).toBe(1);
  });

  it('the Plt of the day of work decides while the approval window of the ended term runs, then the definitive one', async () => {
    await gov.vacate('kasi', '2026-10-31');
    await gov.assign('umpeg', 'kasi', 'plt', '2026-11-01', '2026-11-20');
    await gov.assign('kasi', 'kasi', 'definitive', '2026-11-21');
    recheck();
    const early = await put('siti', entry(result));
    const late = await put('siti', entry(result, { date: '2026-11-19' }));
    expect(await evaluatorOf(early.id)).toBe(gov.people.umpeg);
    expect((await accept('kasi', early)).status).toBe(403);
    const decision = await accept('umpeg', early);
    expect(decision).toMatchObject({ status: 200, body: { decisionCapacity: 'plt' } });
    // Seven working days after 20 November end on 1 December.
    test.setClock('2026-12-02T09:00:00+07:00');
    await reroute();
    expect(await evaluatorOf(late.id)).toBe(gov.people.kasi);
    expect((await accept('umpeg', late)).status).toBe(403);
    expect((await accept('kasi', late)).status).toBe(200);
    await test.db.query(`DELETE FROM assignment WHERE employment_id = $1 AND valid_from = '2026-11-21'`, [gov.people.kasi]);
  });
});

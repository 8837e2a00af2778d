import { randomUUID } from 'node:crypto';
import type { Activity, ActivityMonth } from '@ekinerja/contracts/activities';
import type { Page } from '@ekinerja/contracts/basics';
import type { MissingPlanItem, PlanMonth, PlanStepInput, WaitingPlanItem, WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenSkp } from '../testing/work.js';
import { PlansService } from './plans.service.js';

type View = OrProblem<WorkPlanView>;
const FEBRUARY = '2026-02-10T09:00:00+08:00';
const EMPTY: WorkPlanContent = { targets: [], steps: [] };

class PlanDesk {
  constructor(readonly test: TestApp, readonly gov: TinyGovernment) {}
  async skpOf(person: PersonName): Promise<{ skpId: string; result: string }> {
    const result = await givenSkp(this.test, this.gov, person);
    return { skpId: (await this.test.db.one<{ id: string }>(`SELECT skp_id AS id FROM skp_result WHERE id = $1`, [result]))!.id, result };
  }
  get = (as: string, skpId: string) => this.test.call<View>('GET', `/work-plans/${skpId}`, { as });
  save = (as: string, skpId: string, version: number | null, { targets, steps }: WorkPlanContent) =>
    this.test.call<View>('PUT', `/work-plans/${skpId}`, { as, ifMatch: version, body: { targets, steps } });
  step = (as: string, skpId: string, version: number, step: string, body?: object) =>
    this.test.call<View>('POST', `/work-plans/${skpId}/${step}`, { as, ifMatch: version, body });
  suggestion = async (as: string, skpId: string, method = 'even') =>
    (await this.test.call<WorkPlanContent>('GET', `/work-plans/${skpId}/suggestion?method=${method}`, { as })).body;
  /** Filled in by the machine and handed in. */
  async handedIn(as: string, skpId: string): Promise<WorkPlanView> {
    const saved = await this.save(as, skpId, 0, await this.suggestion(as, skpId));
    return (await this.step(as, skpId, saved.body.version, 'submit')).body;
  }
  missing = async (as: string) => (await this.test.call<Page<MissingPlanItem>>('GET', '/work-plans/missing?year=2026&limit=200', { as })).body.items;
}

describe('timeline and action plan under Tanah Laut 2024', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let desk: PlanDesk;
  beforeAll(async () => {
    test = await testApp({ clock: FEBRUARY });
    gov = await tinyGovernment(test);
    desk = new PlanDesk(test, gov);
  });
  afterAll(() => test.close());
  afterEach(() => clearWork(test));

  it('TL-15.a asks for duration, months, type of activity and assignment pattern of each step, over twelve months', async () => {
    const { skpId, result } = await desk.skpOf('siti');
    const begun = (await desk.get('siti', skpId)).body;
    expect(begun).toMatchObject({ status: null, version: 0, actions: ['save'], demands: { timeline: { source: 'tanah-laut-2024', ref: 'Pasal 15 huruf a' } } });
    expect(begun.months).toHaveLength(12);
    const bare: PlanStepInput = { id: randomUUID(), resultId: result, title: 'Menyusun laporan', kind: null, pattern: null, months: [], days: null, output: '' };
    const saved = (await desk.save('siti', skpId, 0, { targets: [], steps: [bare] })).body;
    expect(saved.findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code)).toEqual(['plan.step-no-days', 'plan.step-no-months', 'plan.step-no-kind', 'plan.step-no-pattern']);
    expect(await desk.step('siti', skpId, saved.version, 'submit')).toMatchObject({ status: 422, body: { rule: { code: 'plan.step-no-days', cite: { ref: 'Pasal 15 huruf a' } } } });
    const whole = { ...bare, kind: 'periodic' as const, pattern: 'team' as const, months: ['2026-03', '2026-06'], days: 10 };
    const again = (await desk.save('siti', skpId, saved.version, { targets: [], steps: [whole] })).body;
    expect(again.steps).toEqual([whole]);
    const outside = (await desk.save('siti', skpId, again.version, { targets: [], steps: [{ ...whole, months: ['2027-01'] }] })).body;
    expect(outside.findings.map(({ code }) => code)).toContain('plan.outside-period');
  });

  it('TL-15.b asks for an action plan of each result; TL-15.a TL-15.b who has none is listed', async () => {
    const siti = await desk.skpOf('siti');
    const budi = await desk.skpOf('budi');
    await givenSkp(test, gov, 'kasi', 'submitted');
    const names = async () => (await desk.missing('umpeg')).map(({ personName, state, lacks }) => [personName, state, lacks]);
    // Not the head whose SKP is not determined yet.
    expect(await names()).toEqual([['Budi Santoso', 'none', ['timeline', 'actions']], ['Siti Aminah', 'none', ['timeline', 'actions']]]);
    const empty = (await desk.save('siti', siti.skpId, 0, EMPTY)).body;
    expect(await desk.step('siti', siti.skpId, empty.version, 'submit')).toMatchObject({ status: 422, body: { rule: { code: 'plan.no-step', cite: { ref: 'Pasal 15 huruf b' } } } });
    expect((await names())[1]).toEqual(['Siti Aminah', 'draft', ['timeline', 'actions']]);
    const filled = (await desk.save('siti', siti.skpId, empty.version, await desk.suggestion('siti', siti.skpId))).body;
    expect((await desk.step('siti', siti.skpId, filled.version, 'submit')).status).toBe(200);
    await desk.handedIn('budi', budi.skpId);
    expect(await names()).toEqual([]);
    // A result that joins later has no step yet.
    await test.db.query(`INSERT INTO skp_result (id, skp_id, position, task, kind, title) VALUES ($1, $2, 1, 'main', 'output', 'Kelas ibu hamil')`, [randomUUID(), budi.skpId]);
    expect(await names()).toEqual([['Budi Santoso', 'incomplete', ['timeline', 'actions']]]);
    expect((await test.call('GET', '/work-plans/missing?year=2026', { as: 'siti' })).status).toBe(403);
    // The admin of another SKPD sees none of them.
    expect(await desk.missing('kaban')).toEqual([]);
  });

  it('is begun only once the SKP is determined, by its owner, on results of that SKP', async () => {
    const { skpId, result } = await desk.skpOf('siti');
    const step = { id: randomUUID(), resultId: result, title: 'Menyusun', kind: null, pattern: null, months: [], days: null, output: '' };
    expect((await desk.save('kasi', skpId, 0, { targets: [], steps: [step] })).status).toBe(403);
    expect((await desk.save('rina', skpId, 0, EMPTY)).status).toBe(404);
    expect((await desk.save('siti', skpId, null, EMPTY)).status).toBe(428);
    const foreign = await desk.skpOf('budi');
    expect((await desk.save('siti', skpId, 0, { targets: [], steps: [{ ...step, resultId: foreign.result }] })).body.rule).toMatchObject({ code: 'plan.foreign-result' });
    await test.db.query(`UPDATE skp SET status = 'submitted' WHERE id = $1`, [skpId]);
    expect((await desk.get('siti', skpId)).body.actions).toEqual([]);
    expect((await desk.save('siti', skpId, 0, EMPTY)).body.rule).toMatchObject({ code: 'plan.skp-not-in-force' });
  });

  it('gives two who edit at once a conflict with the plan as it stands', async () => {
    const { skpId } = await desk.skpOf('siti');
    const filled = await desk.suggestion('siti', skpId);
    expect((await desk.save('siti', skpId, 0, filled)).body.version).toBe(1);
    const late = await desk.save('siti', skpId, 0, EMPTY);
    expect(late).toMatchObject({ status: 412, body: { code: 'stale-version', current: { version: 1 } } });
    expect((late.body.current as WorkPlanView).steps).toHaveLength(1);
  });
});

describe('breakdown under Barito Kuala 74/2021', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let desk: PlanDesk;
  beforeAll(async () => {
    test = await testApp({ daerah: 'barito-kuala', clock: FEBRUARY });
    gov = await tinyGovernment(test);
    desk = new PlanDesk(test, gov);
  });
  afterAll(() => test.close());

  it('BK-3.1 BK-3.2 BK-3.3 annual activities are those of the SKP, divided over months, with the days below', async () => {
    const { skpId, result } = await desk.skpOf('siti');
    // January is over: closed where the SKP stood in it already, open where it was determined in this month.
    expect((await desk.get('siti', skpId)).body).toMatchObject({ closedMonths: ['2026-01'], closedCite: { ref: 'Pasal 8 ayat (2)', reading: true } });
    expect((await desk.suggestion('siti', skpId)).targets.map(({ period, quantity }) => `${period} ${quantity}`)).toEqual(expect.not.arrayContaining([expect.stringContaining('2026-01')]));
    await test.db.execute(`UPDATE skp SET determined_at = '2026-02-02' WHERE id = $1`, [skpId]);
    const begun = (await desk.get('siti', skpId)).body;
    expect(begun.closedMonths).toEqual([]);
    // The annual level: the results of the SKP, none beside them.
    expect(begun.results).toEqual([expect.objectContaining({ id: result, indicators: [expect.objectContaining({ target: '12', divided: '0', difference: '12', unit: 'laporan' })] })]);
    expect(begun.demands).toMatchObject({ levels: ['month'], breakdown: { source: 'barito-kuala-74-2021', ref: 'Pasal 3 ayat (3)' }, timeline: null, actions: null });
    const none = (await desk.save('siti', skpId, 0, EMPTY)).body;
    expect((await desk.step('siti', skpId, none.version, 'submit')).body.rule).toMatchObject({ code: 'plan.no-breakdown', cite: { ref: 'Pasal 3 ayat (3)' } });
    const filled = await desk.suggestion('siti', skpId);
    expect(filled.targets.map(({ period, quantity }) => [period, quantity])).toEqual(begun.months.map((month) => [month, '1']));
    // By hand: two in February, and one too few in all.
    const byHand = filled.targets.map((target) => (target.period === '2026-02' ? { ...target, quantity: '2' } : target.period >= '2026-11' ? { ...target, quantity: '0' } : target));
    const saved = (await desk.save('siti', skpId, none.version, { ...filled, targets: byHand })).body;
    expect(saved.results[0]!.indicators[0]).toMatchObject({ target: '12', divided: '11', difference: '1' });
    expect(saved.findings.find(({ code }) => code === 'plan.not-reconciled')).toMatchObject({ severity: 'hint', params: { target: '12', divided: '11', difference: '1' }, cite: { ref: 'Pasal 3 ayat (3)' } });
    // What does not reconcile is shown, and does not keep it from the evaluator.
    expect((await desk.step('siti', skpId, saved.version, 'submit')).status).toBe(200);
    // The daily level: what was done on a day stands against the month's target.
    test.setClock('2026-02-10T09:00:00+08:00');
    const work = await test.call<{ id: string; version: number }>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result, { date: '2026-02-10', startTime: '07:30', endTime: '08:30', outputUnit: 'laporan' }) });
    expect(work.status).toBeLessThan(300);
    const month = async () => (await test.call<PlanMonth>('GET', '/work-plans/month?month=2026-02', { as: 'siti' })).body;
    expect((await month()).lines).toEqual([expect.objectContaining({ resultId: result, target: '2', done: '0', waiting: 1 })]);
    const accepted = await test.call('POST', `/activities/${work.body.id}/accept`, { as: 'kasi', ifMatch: work.body.version });
    expect(accepted.status).toBe(200);
    expect((await month()).lines).toEqual([expect.objectContaining({ target: '2', done: '1', waiting: 0 })]);
    expect((await desk.get('siti', skpId)).body.results[0]!.done).toEqual([{ month: '2026-02', unit: 'laporan', quantity: '1' }]);
  });
});

describe('breakdown down to the day under Kuantan Singingi 65/2019', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let desk: PlanDesk;
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi', clock: '2026-02-10T09:00:00+07:00' });
    gov = await tinyGovernment(test);
    desk = new PlanDesk(test, gov);
  });
  afterAll(() => test.close());
  afterEach(() => clearWork(test));

  it('KS-17.b the evaluator verifies what was broken down into months, weeks and days, beside the entries', async () => {
    const { skpId, result } = await desk.skpOf('siti');
    await test.db.query(`UPDATE skp_indicator SET target = '240' WHERE result_id = $1`, [result]);
    const handedIn = await desk.handedIn('siti', skpId);
    expect(handedIn.demands).toMatchObject({ levels: ['month', 'week', 'day'], verification: { ref: 'Pasal 17 huruf b' } });
    const waiting = async () => (await test.call<Page<WaitingPlanItem>>('GET', '/work-plans/waiting', { as: 'kasi' })).body.items;
    expect(await waiting()).toEqual([expect.objectContaining({ skpId, personName: 'Siti Aminah' })]);
    const { body } = await test.call<PlanMonth>('GET', `/work-plans/month?month=2026-02&employmentId=${gov.people.siti}`, { as: 'kasi' });
    const [line] = body.lines;
    expect(line).toMatchObject({ target: '20', unit: 'laporan' });
    const sum = (level: string) => line!.periods.filter((period) => period.level === level).reduce((total, { target }) => total + Number(target), 0);
    expect([sum('week'), sum('day')]).toEqual([20, 20]);
    expect(line!.periods.filter(({ level }) => level === 'day').length).toBeGreaterThan(15);
    expect((await test.call('GET', `/work-plans/month?month=2026-02&employmentId=${gov.people.siti}`, { as: 'rina' })).status).toBe(404);
    expect((await desk.step('siti', skpId, handedIn.version, 'verify')).status).toBe(403);
    const returned = (await desk.step('kasi', skpId, handedIn.version, 'return', { reason: 'Target Februari terlalu rendah' })).body;
    expect(returned).toMatchObject({ status: 'returned', returnReason: 'Target Februari terlalu rendah' });
    // The owner types the weeks of a month; what does not add up is shown.
    const weeks = [1, 2].map((number) => ({ resultId: result, indicator: 0, level: 'week' as const, period: `2026-02-W${number}`, quantity: '8' }));
    const saved = (await desk.save('siti', skpId, returned.version, { ...returned, targets: [...returned.targets, ...weeks] })).body;
    expect(saved.findings.map(({ code }) => code)).toContain('plan.period-not-reconciled');
    const resubmitted = (await desk.step('siti', skpId, saved.version, 'submit')).body;
    const verified = (await desk.step('kasi', skpId, resubmitted.version, 'verify')).body;
    expect(verified).toMatchObject({ status: 'verified', verifier: { name: 'Ahmad Fauzi' } });
    expect(await waiting()).toEqual([]);
    expect((await desk.step('siti', skpId, verified.version, 'revise')).body).toMatchObject({ status: 'draft', verifier: null });
  });

  it('KS-17.b offers the steps of the month to the entries of the day, the most used first, and no others', async () => {
    const { skpId, result } = await desk.skpOf('budi');
    const { steps } = await desk.handedIn('budi', skpId);
    const plans = test.app.get(PlansService);
    expect(await plans.isStepOf(gov.people.budi, steps[0]!.id, result)).toBe(true);
    expect(await plans.isStepOf(gov.people.siti, steps[0]!.id, result)).toBe(false);
    const { body } = await test.call<PlanMonth>('GET', '/work-plans/month?month=2026-02', { as: 'budi' });
    expect(body.lines[0]!.steps).toEqual([{ id: steps[0]!.id, title: steps[0]!.title }]);

    const more = [1, 2].map((n) => ({ ...steps[0]!, id: randomUUID(), title: `Langkah ke-${n}`, months: n === 1 ? ['2026-02'] : ['2026-03'] }));
    const plan = (await desk.get('budi', skpId)).body;
    await test.db.query(`UPDATE work_plan SET status = 'draft' WHERE skp_id = $1`, [skpId]);
    const saved = await desk.save('budi', skpId, plan.version, { targets: plan.targets, steps: [...plan.steps, ...more] });
    expect(saved.status).toBe(200);
    const write = (monthPlanId: string) =>
      test.call<OrProblem<Activity>>('PUT', `/activities/${randomUUID()}`, { as: 'budi', body: { ...entry(result, { date: '2026-02-09', outputUnit: 'laporan' }), monthPlanId } });
    expect(await write(more[0]!.id)).toMatchObject({ status: 200, body: { monthPlanId: more[0]!.id } });
    const own = await test.call<ActivityMonth>('GET', '/activities/month?month=2026-02', { as: 'budi' });
    // March's step waits for March.
    expect(own.body.planSteps).toEqual([
      { id: more[0]!.id, resultId: result, title: 'Langkah ke-1', used: 1 }, { id: steps[0]!.id, resultId: result, title: steps[0]!.title, used: 0 },
    ]);
    const { skpId: other } = await desk.skpOf('siti');
    const foreign = (await desk.handedIn('siti', other)).steps[0]!.id;
    expect(await write(foreign)).toMatchObject({ status: 422, body: { rule: { code: 'entry.step' } } });
  });
});

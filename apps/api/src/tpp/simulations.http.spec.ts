import type { Page } from '@ekinerja/contracts/basics';
import type { Simulation, SimulationItem, SimulationPerson, SimulationPersonDetail, StartSimulationRequest } from '@ekinerja/contracts/pay-simulations';
import { loadPreset } from '@ekinerja/regulations/presets';
import { closeUnit, fillMonth, openRun, presence, unitOf } from '../testing/pay-month.js';
import { DraftStory } from '../testing/regulation-drafts.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const amounts = loadPreset('tanah-laut').find((document) => document.kind === 'amounts')!.raw.replace('id: tanah-laut-besaran-contoh', 'id: besaran-baru');
/** Class 6 gains 100,000, class 9 loses 8,000, class 14 is forgotten. */
const newAmounts = amounts.replace("'6': 1729200", "'6': 1829200").replace("'9': 2808000", "'9': 2800000").replace(/ {2}'14'.*\n/, '');

describe('what a regulation would have paid', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    await fillMonth(test, gov, '2026-10');
    await presence(test, gov.people.siti, '2026-10-05', { status: 'absent' });
    const run = await openRun(test, '2026-10');
    await closeUnit(test, run.id, gov.units.dinkes);
  });
  afterAll(() => test?.close());

  const NOTHING = { month: null, drafts: [], amounts: [], postClasses: [], skpdIds: [], employeeKinds: [], employmentIds: [] };
  const ask = (question: Partial<StartSimulationRequest>, as = 'super') =>
    test.call<OrProblem<Simulation>>('POST', '/pay-simulations', { as, body: { name: 'Uji', ...NOTHING, ...question } });
  const done = async (question: Partial<StartSimulationRequest>) => {
    const started = await ask(question);
    expect([started.status, started.body.status]).toEqual([202, 'queued']);
    await test.deliver();
    return (await test.call<Simulation>('GET', `/pay-simulations/${started.body.id}`, { as: 'super2' })).body;
  };
  const books = async () => ({
    slips: await test.db.query(`SELECT id, content_hash FROM payslip ORDER BY id`),
    corrections: await test.db.query(`SELECT id FROM adjustment`),
    documents: await test.db.query(`SELECT id FROM regulation_document ORDER BY enactment`),
    unit: (await unitOf(test, (await openRun(test, '2026-10')).id, gov.units.dinkes)).totals,
  });

  it('X-REG-1 X-TPP-4 a draft over the last closed month: sums, units, who gains and loses, and what cannot be calculated', async () => {
    const before = await books();
    const { body: draft } = await new DraftStory(test).upload(newAmounts);
    const simulation = await done({ drafts: [draft.id], name: 'Besaran baru' });
    expect(simulation).toMatchObject({ name: 'Besaran baru', month: '2026-10', status: 'done', percent: 100, createdBy: 'Arif Rahman', documents: [{ id: 'besaran-baru' }] });
    // siti and budi of class 6; kasi, umpeg and kasubBk of class 9; kadis and kaban of class 14 have no amount any more.
    expect(simulation.totals).toMatchObject({ people: 15, gaining: 2, losing: 3, uncalculated: 2, same: 8 });
    // siti was absent a day: 3 % of 40 % of the 90 % that performance touches.
    expect(simulation.up.map(({ name, difference }) => [name, difference])).toEqual([['Budi Santoso', 100_000], ['Siti Aminah', 98_920]]);
    expect(simulation.down.map(({ difference }) => difference)).toEqual([-8000, -8000, -8000]);
    expect(simulation.totals!.difference).toBe(198_920 - 24_000);
    expect(simulation.units.map(({ skpdName, difference }) => [skpdName, difference])).toEqual([
      ['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', -8000], ['Dinas Kesehatan', 182_920],
    ]);
    expect(simulation.units.reduce((sum, unit) => sum + unit.after, 0)).toBe(simulation.totals!.after);
    expect(await books()).toEqual(before);
  });

  it('X-REG-1 X-REG-2 anybody can be looked up, old and new amount line by line with its article', async () => {
    const [{ id }] = (await test.call<[SimulationItem]>('GET', '/pay-simulations', { as: 'super' })).body;
    const found = (await test.call<Page<SimulationPerson>>('GET', `/pay-simulations/${id}/people?q=siti`, { as: 'super' })).body.items;
    expect(found).toHaveLength(1);
    const { body } = await test.call<SimulationPersonDetail>('GET', `/pay-simulations/${id}/people/${found[0]!.employmentId}`, { as: 'super' });
    expect([body.sides.before.totals!.net, body.sides.after.totals!.net]).toEqual([body.before, body.after]);
    expect(body).toMatchObject({ before: 1_710_525, after: 1_809_445, factsChanged: false });
    expect(body.sides.after.lines.every((line) => line.title !== '')).toBe(true);
    expect(body.sides.after.lines.find(({ section }) => section === 'gross')?.cite).not.toBeNull();
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<SimulationPerson> = (await test.call<Page<SimulationPerson>>('GET', `/pay-simulations/${id}/people?limit=4${cursor && `&cursor=${cursor}`}`, { as: 'super' })).body;
      pages.push(...page.items.map(({ employmentId }) => employmentId));
      cursor = page.nextCursor;
    }
    expect([pages.length, new Set(pages).size]).toEqual([15, 15]);
    const head = (await test.call<Page<SimulationPerson>>('GET', `/pay-simulations/${id}/people?q=Hasanuddin`, { as: 'super' })).body.items[0]!;
    expect(head).toMatchObject({ after: null, difference: null, missing: ['amount'] });
    expect((await test.call('GET', `/pay-simulations/${id}/people?q=${encodeURIComponent("%_\\'")}`, { as: 'super' })).status).toBe(200);
  });

  it('X-TPP-4 supposes another amount, another class of a post, and only some people', async () => {
    expect((await done({ amounts: [{ class: '6', amount: '2000000' }] })).totals).toMatchObject({ gaining: 2, losing: 0 });
    // The executor's post goes from class 6 to 7: 1,729,200 → 1,989,900.
    const promoted = await done({ postClasses: [{ postId: gov.posts.staf, class: '7' }] });
    expect(promoted.up.map(({ name, difference }) => [name, difference])).toEqual([['Budi Santoso', 260_700], ['Siti Aminah', 257_884]]);
    const one = await done({ amounts: [{ class: '6', amount: '2000000' }], employmentIds: [gov.people.budi] });
    expect(one.totals).toMatchObject({ people: 1, difference: 270_800 });
    const elsewhere = await done({ amounts: [{ class: '6', amount: '2000000' }], skpdIds: [gov.units.bkpsdm] });
    expect(elsewhere.totals).toMatchObject({ people: 5, gaining: 0, same: 5 });
    expect((await done({ amounts: [{ class: '7', amount: '1' }], employeeKinds: ['cpns'] })).totals).toMatchObject({ people: 1, losing: 1 });
  });

  it('answers what it cannot do in words, and nobody but a superadmin asks', async () => {
    expect((await ask({})).body.rule?.code).toBe('simulation.nothing-changed');
    expect((await ask({ month: '2026-11', amounts: [{ class: '6', amount: '1' }] })).body.code).toBe('month-not-over');
    const { body: draft } = await new DraftStory(test).upload(newAmounts);
    expect((await ask({ drafts: [draft.id, draft.id] })).body.rule?.code).toBe('simulation.one-of-a-kind');
    expect((await ask({ drafts: [gov.people.siti] })).status).toBe(404);
    expect((await ask({ amounts: [{ class: '6', amount: '1' }] }, 'umpeg')).status).toBe(403);
    expect((await ask({ amounts: [{ class: '6', amount: 'banyak' }] })).status).toBe(400);
  });

  it('goes on after the process that did it is gone, and counts nobody twice', async () => {
    const { body } = await ask({ amounts: [{ class: '6', amount: '2000000' }] });
    await test.db.execute(`UPDATE pay_simulation SET status = 'running', percent = 40 WHERE id = $1`, [body.id]);
    await test.db.query(
      `INSERT INTO pay_simulation_person (simulation_id, employment_id, skpd_id, name, post_name, before, after) VALUES ($1,$2,$3,'setengah jalan','x',1,9)`,
      [body.id, gov.people.siti, gov.units.dinkes],
    );
    await test.deliver();
    const again = (await test.call<Simulation>('GET', `/pay-simulations/${body.id}`, { as: 'super' })).body;
    expect(again).toMatchObject({ status: 'done', totals: { people: 15, gaining: 2 } });
    expect(again.up.map(({ name }) => name)).not.toContain('setengah jalan');
  });

  it('KS-1.29 a factor by unit can be set: the allowance follows it, unit by unit, to the rupiah', async () => {
    const policy = loadPreset('tanah-laut').find((document) => document.kind === 'allowance' && document.family === null)!.raw;
    const { body: draft } = await new DraftStory(test).upload(`${policy.replace('id: tanah-laut-tpp-contoh', 'id: tpp-faktor')}\nunitFactors: { cite: Pasal 9, dinas: 90, badan: 80 }\n`);
    const simulation = await done({ drafts: [draft.id], name: 'Faktor unit' });
    const agency = simulation.units.find(({ skpdName }) => skpdName.startsWith('Badan'))!;
    expect(agency.before).toBeGreaterThan(0);
    expect(agency.after).toBe(agency.before * 0.8);
    const people = (await test.call<Page<SimulationPerson>>('GET', `/pay-simulations/${simulation.id}/people?q=Budi`, { as: 'super' })).body.items;
    expect(people[0]).toMatchObject({ name: 'Budi Santoso', before: 1_729_200, after: 1_556_280 });
  });
});

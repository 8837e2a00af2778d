import { randomUUID } from 'node:crypto';
import type { Evaluation, EvaluationInputs, EvaluationsDue, UnitPerformance } from '@ekinerja/contracts/evaluations';
import type { Problem } from '@ekinerja/contracts/errors';
import type { Page } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { OrganisationService } from '../organisation/organisation.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { aspects, clearWork, entry, givenSkp } from '../testing/work.js';
import { EvaluationsService } from './evaluations.service.js';

let test: TestApp;
let gov: TinyGovernment;

const RATINGS: EvaluationInputs = { workRating: 'meets', behaviourRating: 'above' };
const rate = (as: PersonName, whom: PersonName, inputs: EvaluationInputs = RATINGS, ifMatch: number | null = null, month = '2026-11') =>
  test.call<Evaluation & Problem>('POST', '/evaluations', { as, ifMatch, body: { employmentId: gov.people[whom], month, inputs, note: null } });
const due = async (as: PersonName, month = '2026-11') => (await test.call<EvaluationsDue>('GET', `/evaluations/due?month=${month}`, { as })).body;
const stored = async () => (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM evaluation`))!.n;

describe('evaluations (Tanah Laut)', () => {
  beforeAll(async () => {
    test = await testApp({ clock: '2026-11-30T09:00:00+08:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-30T09:00:00+08:00');
    await clearWork(test);
  });

  it('TL-21.2 TL-1.14 rates work result and behaviour, and the predicate follows from the quadrant with its derivation', async () => {
    await givenSkp(test, gov, 'siti');
    const { body, status } = await rate('kasi', 'siti');
    expect(status).toBe(200);
    expect(body).toMatchObject({ method: 'quadrant', resultRating: 'meets', behaviourRating: 'above', predicate: 'baik', score: null, version: 1 });
    expect(body.derivation).toEqual([
      { rule: 'predicate.quadrant', inputs: { work: 'meets', behaviour: 'above' }, result: 'baik', cite: expect.objectContaining({ ref: 'Kuadran kinerja' }) },
    ]);
    expect(body.references.map(({ kind, id }) => `${kind} ${id}`)).toContain('performance tanah-laut-2024');
    expect(body.evaluator).toMatchObject({ employmentId: gov.people.kasi, capacity: 'definitive' });
    expect((await rate('kasi', 'budi', { workRating: 'above', behaviourRating: 'above' })).body.predicate).toBe('sangat-baik');
    const mine = await test.call<Evaluation[]>('GET', '/evaluations/mine', { as: 'siti' });
    expect(mine.body.map(({ month, predicate }) => [month, predicate])).toEqual([['2026-11', 'baik']]);
    const skp = await test.db.one<{ skp_id: string | null }>(`SELECT skp_id FROM evaluation WHERE employment_id = $1`, [gov.people.siti]);
    expect(skp!.skp_id).not.toBeNull();
  });

  it('TL-21.2 presets nothing: without both ratings there is no evaluation', async () => {
    for (const inputs of [{}, { workRating: 'meets' }, { workRating: 'meets', behaviourRating: null }, { behaviourRating: 'above' }] as EvaluationInputs[]) {
      expect(await rate('kasi', 'siti', inputs)).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.missing' } } });
    }
    expect((await rate('kasi', 'siti', { ...RATINGS, workRating: 'great' })).status).toBe(400);
    expect((await rate('kasi', 'siti', { ...RATINGS, bonus: 'above' })).body.fields).toEqual([{ field: 'inputs.bonus', rule: 'unknown' }]);
    expect((await due('kasi')).items.map(({ evaluation }) => evaluation)).toEqual([null, null]);
    expect(await stored()).toBe(0);
  });

  it('TL-22.2 evaluates month by month, from the last working day of the month', async () => {
    test.setClock('2026-11-29T09:00:00+08:00');
    const early = await rate('kasi', 'siti');
    expect(early).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.not-open' }, params: { opensOn: '2026-11-30' } } });
    expect(early.body.rule!.cite).toMatchObject({ source: 'tanah-laut-2024', ref: 'Pasal 22 ayat (2)' });
    expect((await rate('kasi', 'siti', RATINGS, null, '2026-10')).status).toBe(200);
    test.setClock('2026-11-30T09:00:00+08:00');
    expect((await rate('kasi', 'siti')).status).toBe(200);
    expect(await stored()).toBe(2);
  });

  it('lists the subordinates with their work and the form to fill in', async () => {
    const result = await givenSkp(test, gov, 'siti');
    await test.call('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result) });
    const list = await due('kasi');
    expect(list).toMatchObject({ opensOn: '2026-11-30', dueAt: '2026-12-05T16:00:00.000Z', late: false, closed: false });
    expect(list.items.map(({ personName }) => personName)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(list.items[1]).toMatchObject({ waitingCount: 1, acceptedCount: 0, postName: 'Pengelola Promosi Kesehatan', form: { method: 'quadrant' } });
    expect(list.items[1]!.form.fields.map(({ name }) => name)).toEqual(['workRating', 'behaviourRating']);
    test.setClock('2026-12-06T00:01:00+08:00');
    expect((await due('kasi')).late).toBe(true);
  });

  it('only the evaluator evaluates: not the subordinate, not another superior, not oneself', async () => {
    expect((await rate('siti', 'budi')).status).toBe(403);
    expect((await rate('kapus', 'siti')).status).toBe(404);
    expect(await rate('kabid', 'siti')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    expect(await rate('umpeg', 'siti')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    expect(await rate('kasi', 'kasi')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    expect(await stored()).toBe(0);
    const { id } = (await rate('kasi', 'siti')).body;
    expect((await test.call('GET', `/evaluations/${id}`, { as: 'kapus' })).status).toBe(404);
    expect((await test.call('GET', `/evaluations/${id}`, { as: 'siti' })).status).toBe(200);
  });

  it('changes a known version only, and two first evaluations at once give one', async () => {
    const both = await Promise.all([rate('kasi', 'siti'), rate('kasi', 'siti', { workRating: 'below', behaviourRating: 'below' })]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([409, 428]).toContain(both.find(({ status }) => status !== 200)!.status);
    expect((await rate('kasi', 'siti')).status).toBe(428);
    expect(await rate('kasi', 'siti', RATINGS, 9)).toMatchObject({ status: 412, body: { current: { version: 1 } } });
    expect((await rate('kasi', 'siti', { workRating: 'above', behaviourRating: 'above' }, 1)).body).toMatchObject({ version: 2, predicate: 'sangat-baik' });
    expect(await stored()).toBe(1);
    const changed = await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'evaluation.changed'`);
    expect(changed).toHaveLength(1);
  });

  it('a closed month still takes an evaluation and only announces it', async () => {
    const heard: unknown[] = [];
    test.app.get(Outbox).subscribe('evaluation.determined', 'uji', (payload) => Promise.resolve(void heard.push(payload)));
    await test.app.get(PeriodsService).markClosed(gov.units.dinkes, '2026-11');
    expect((await due('kasi')).closed).toBe(true);
    expect((await rate('kasi', 'siti')).status).toBe(200);
    await test.deliver();
    expect(heard).toEqual([{ employmentId: gov.people.siti, month: '2026-11', version: 1 }]);
  });

  it('the evaluator of the last day of the month rates it; one who has left hands over', async () => {
    await gov.vacate('kasi', '2026-12-01');
    test.setClock('2026-12-03T09:00:00+08:00');
    test.app.get(OrganisationService).recheck();
    expect((await due('kabid')).items.map(({ personName }) => personName)).toEqual(['Ahmad Fauzi', 'Budi Santoso', 'Siti Aminah']);
    expect((await rate('kabid', 'siti')).status).toBe(200);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE employment_id = $1`, [gov.people.kasi]);
    test.app.get(OrganisationService).recheck();
  });

  it('gives the month’s evaluations of many in one answer', async () => {
    await rate('kasi', 'siti');
    await rate('kasi', 'budi', RATINGS, null, '2026-10');
    const found = await test.app.get(EvaluationsService).ofMonth('2026-11', [gov.people.siti, gov.people.budi]);
    expect([...found.keys()]).toEqual([gov.people.siti]);
    expect(found.get(gov.people.siti)).toMatchObject({ predicate: 'baik', score: null, qualityScore: null, month: '2026-11' });
  });

  describe('attainment of an organisation', () => {
    const sign = (as: PersonName, predicate: string, ifMatch: number | null = null, unit: 'dinkes' | 'puskesmas' | 'bidang' = 'dinkes') =>
      test.call<UnitPerformance & Problem>('PUT', '/unit-performance', {
        as, ifMatch, body: { unitId: gov.units[unit], month: '2026-11', predicate, basis: 'Perjanjian kinerja 2026' },
      });

    it('TL-22.1 is signed one level up, and the distribution of predicates is checked against it', async () => {
      expect((await due('bupati')).organisations.map(({ unitName, predicate, distribution }) => [unitName, predicate, distribution])).toEqual([
        ['Dinas Kesehatan', null, null], ['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', null, null],
      ]);
      expect(await sign('kadis', 'baik')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
      expect((await sign('kadis', 'baik', null, 'bidang')).status).toBe(404);
      await rate('kasi', 'siti', { workRating: 'above', behaviourRating: 'above' });
      await rate('kasi', 'budi', { workRating: 'above', behaviourRating: 'above' });
      const signed = await sign('bupati', 'sangat-kurang');
      expect(signed.body).toMatchObject({ predicate: 'sangat-kurang', signedBy: 'H. Rahmad Saleh', version: 1, basis: 'Perjanjian kinerja 2026' });
      expect(signed.body.distribution!.counts['sangat-baik']).toBe(2);
      expect(signed.body.distribution!.findings.map(({ code, severity }) => [code, severity])).toContainEqual(['too-many', 'warning']);
      expect((await sign('bupati', 'istimewa')).status).toBe(428);
      const better = await sign('bupati', 'istimewa', 1);
      expect(better.body).toMatchObject({ version: 2, predicate: 'istimewa' });
    });

    it('TL-22.1 the leader takes the attainment of the organisation as the rating of work result', async () => {
      await sign('kadis', 'istimewa', null, 'puskesmas');
      expect(await rate('kadis', 'kapus', { workRating: 'meets', behaviourRating: 'meets' })).toMatchObject({
        status: 422, body: { rule: { code: 'evaluation.organisation-rating' }, params: { rating: 'above' } },
      });
      expect((await rate('kadis', 'kapus', { workRating: 'above', behaviourRating: 'meets' })).status).toBe(200);
    });

    it('TL-22.1 an attainment signed after its leader was rated names the difference and tells the evaluator, until it is rated anew', async () => {
      const first = (await rate('kadis', 'kapus', { workRating: 'meets', behaviourRating: 'meets' })).body;
      expect((await sign('kadis', 'baik', null, 'puskesmas')).body.leader).toBeNull();
      const changed = (await sign('kadis', 'istimewa', 1, 'puskesmas')).body;
      expect(changed.leader).toMatchObject({ employmentId: gov.people.kapus, rated: 'meets', follows: 'above', evaluatorName: 'dr. Hasanuddin' });
      await test.deliver();
      const told = (await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'kadis' })).body.items.filter(({ topic }) => topic === 'leader-result');
      expect(told).toMatchObject([{ params: { name: changed.leader!.personName, unit: changed.unitName }, path: '/penilaian?bulan=2026-11' }]);
      await rate('kadis', 'kapus', { workRating: 'above', behaviourRating: 'meets' }, first.version);
      expect((await due('kadis')).organisations.find(({ unitId }) => unitId === gov.units.puskesmas)!.leader).toBeNull();
    });

    it('TL-22.1 an attainment is of the whole period: it is not signed before the period ends, nor for one that does not come to its end', async () => {
      test.setClock('2026-11-27T09:00:00+08:00');
      expect(await sign('bupati', 'baik')).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.not-open' }, params: { opensOn: '2026-11-30' } } });
    });
  });
});

describe('evaluations (Barito Kuala)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'barito-kuala', clock: '2026-11-30T09:00:00+08:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(() => clearWork(test));

  it('BK-5.1 asks a quality score of 0 to 100 of each subordinate each month', async () => {
    const form = (await due('kasi')).items[0]!.form;
    expect(form.fields.find(({ name }) => name === 'qualityScore')).toMatchObject({ type: 'score', min: '0', max: '100', required: true });
    expect(await rate('kasi', 'siti', RATINGS)).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.missing' }, params: { field: 'qualityScore' } } });
    expect(await rate('kasi', 'siti', { ...RATINGS, qualityScore: '100.5' })).toMatchObject({ status: 422, body: { rule: { code: 'quality.range' } } });
    const { body } = await rate('kasi', 'siti', { ...RATINGS, qualityScore: '87.5' });
    expect(body.derivation.map(({ rule, result }) => [rule, result])).toEqual([['predicate.quadrant', 'baik'], ['quality.monthly', '87.5']]);
    const found = await test.app.get(EvaluationsService).ofMonth('2026-11', [gov.people.siti]);
    expect(found.get(gov.people.siti)!.qualityScore).toBe('87.5');
  });

  it('BK-5.2 opens at the end of the month', async () => {
    test.setClock('2026-11-29T23:00:00+08:00');
    expect(await rate('kasi', 'siti', { ...RATINGS, qualityScore: '80' })).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.not-open' } } });
    test.setClock('2026-11-30T00:01:00+08:00');
    expect((await rate('kasi', 'siti', { ...RATINGS, qualityScore: '80' })).status).toBe(200);
  });

  it('BK-5.3 is due on day 5 of the next month; late ones are shown and still taken', async () => {
    test.setClock('2026-12-05T23:59:00+08:00');
    expect(await due('kasi')).toMatchObject({ dueAt: '2026-12-05T16:00:00.000Z', late: false, dueCite: { ref: 'Pasal 5 ayat (3)' } });
    test.setClock('2026-12-06T00:01:00+08:00');
    expect((await due('kasi')).late).toBe(true);
    for (const whom of ['siti', 'budi'] as const) expect((await rate('kasi', whom, { ...RATINGS, qualityScore: '80' })).status).toBe(200);
    expect((await due('kasi')).late).toBe(false);
  });
});

describe('evaluations (Banjarnegara)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'banjarnegara', clock: '2026-11-30T09:00:00+07:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());

  it('BN-12.1 scores PNS by 70 and 30, while PPPK follow the national form', async () => {
    expect((await due('kasi')).items[0]!.form).toMatchObject({ method: 'weighted' });
    const scored = await rate('kasi', 'siti', { workScore: '100', ...aspects('siti', '90') });
    expect(scored.body).toMatchObject({ method: 'weighted', score: '97', predicate: 'baik', resultRating: null });
    expect((await rate('kasi', 'budi', RATINGS)).status).toBe(400);
    expect((await rate('kasi', 'budi', { workScore: '121', ...aspects('budi', '90') })).body.rule!.code).toBe('evaluation.range');
    const rina = await rate('kapus', 'rina');
    expect(rina.body).toMatchObject({ method: 'quadrant', predicate: 'baik', score: null });
  });

  it('BN-6.8 evaluates on an SKP that is in force only: one not determined is not among the ground', async () => {
    await clearWork(test);
    await givenSkp(test, gov, 'siti', 'submitted');
    await givenSkp(test, gov, 'budi', 'determined');
    await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '90') });
    await rate('kasi', 'budi', { workScore: '90', ...aspects('budi', '90') });
    const rows = await test.db.query<{ employment_id: string; skp_id: string | null }>(`SELECT employment_id, skp_id FROM evaluation`);
    const ground = new Map(rows.map((row) => [row.employment_id, row.skp_id]));
    expect(ground.get(gov.people.siti)).toBeNull();
    expect(ground.get(gov.people.budi)).not.toBeNull();
  });
});

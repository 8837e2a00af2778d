import type { Page } from '@ekinerja/contracts/basics';
import type { Calibration, Curve, RankedEmployee } from '@ekinerja/contracts/evaluation-lists';
import type { BulkEvaluationsAnswer, Evaluation, EvaluationInputs, EvaluationPart, EvaluationsDue, UnitPerformance } from '@ekinerja/contracts/evaluations';
import type { Measurement } from '@ekinerja/contracts/measurements';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { OrganisationService } from '../organisation/organisation.service.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;

const RATINGS: EvaluationInputs = { workRating: 'meets', behaviourRating: 'meets' };
const BEST: EvaluationInputs = { workRating: 'above', behaviourRating: 'above' };
const rate = (as: PersonName, whom: PersonName, kind: 'periodic' | 'annual', month: string, inputs = RATINGS, words: object = {}) =>
  test.call<OrProblem<Evaluation>>('POST', '/evaluations', { as, body: { employmentId: gov.people[whom], month, kind, inputs, note: null, ...words } });
const sign = (as: PersonName, predicate: string, kind: 'periodic' | 'annual', month = '2026-12', basis = 'Capaian perjanjian kinerja 2026, LKjIP') =>
  test.call<OrProblem<UnitPerformance>>('PUT', '/unit-performance', { as, body: { unitId: gov.units.dinkes, month, kind, predicate, basis } });
const due = async (as: PersonName, kind = 'annual', month = '2026-12') => (await test.call<EvaluationsDue>('GET', `/evaluations/due?month=${month}&kind=${kind}`, { as })).body;
const siti = async (kind = 'annual', month = '2026-12') => (await due('kasi', kind, month)).items.find(({ personName }) => personName === 'Siti Aminah')!;

describe('annual evaluation and evaluations of many (Tanah Laut)', () => {
  beforeAll(async () => {
    test = await testApp({ clock: '2026-12-31T09:00:00+08:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-12-31T09:00:00+08:00');
    await clearWork(test);
    await givenSkp(test, gov, 'siti');
  });

  it('TL-24.1 TL-24.2 the organisation’s annual attainment is signed first, with its basis; then the pattern, then the people', async () => {
    expect(await rate('kasi', 'siti', 'annual', '2026-12')).toMatchObject({
      status: 422, body: { rule: { code: 'evaluation.organisation-first', cite: { ref: 'Pasal 24 ayat (1)' } }, params: { unit: 'Dinas Kesehatan' } },
    });
    expect((await sign('bupati', 'baik', 'annual', '2026-12', '')).status).toBe(400);
    expect((await sign('bupati', 'baik', 'annual', '2026-11')).status).toBe(422);
    expect((await sign('kadis', 'baik', 'annual')).status).toBe(403);
    expect((await sign('bupati', 'baik', 'annual')).body).toMatchObject({ kind: 'annual', predicate: 'baik', basis: 'Capaian perjanjian kinerja 2026, LKjIP', signedBy: 'H. Rahmad Saleh' });
    const { body } = await rate('kasi', 'siti', 'annual', '2026-12', BEST);
    expect(body).toMatchObject({ kind: 'annual', predicate: 'sangat-baik', month: '2026-12' });
    // The periodic attainment of December is another one, and still open.
    expect((await due('bupati', 'periodic')).organisations[0]).toMatchObject({ kind: 'periodic', predicate: null });
    expect((await due('bupati')).organisations[0]!.distribution!.counts['sangat-baik']).toBe(1);
  });

  it('TL-25.1 TL-35.f December’s result and the year’s are announced each, and every change of either; nothing twice', async () => {
    await sign('bupati', 'baik', 'annual');
    await rate('kasi', 'siti', 'periodic', '2026-12');
    await rate('kasi', 'siti', 'annual', '2026-12');
    const again = (kind: 'periodic' | 'annual') =>
      test.call<OrProblem<Evaluation>>('POST', '/evaluations', { as: 'kasi', ifMatch: 1, body: { employmentId: gov.people.siti, month: '2026-12', kind, inputs: BEST, note: null } });
    expect((await again('annual')).body).toMatchObject({ version: 2 });
    const told = async () => {
      await test.deliver();
      const { items } = (await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'siti' })).body;
      return items.filter(({ topic }) => topic.startsWith('evaluation-')).map(({ topic, params }) => `${topic} ${params.month}`).toSorted();
    };
    const first = ['evaluation-changed 2026', 'evaluation-determined 2026-12', 'evaluation-determined-annual 2026'];
    expect(await told()).toEqual(first);
    expect((await again('periodic')).body).toMatchObject({ version: 2 });
    expect(await told()).toEqual(['evaluation-changed 2026', 'evaluation-changed 2026-12', ...first.slice(1)]);
  });

  it('TL-22.4 without the signed periodic attainment and its basis there is no distribution pattern', async () => {
    const curve = async () => (await test.call<Curve[]>('POST', '/evaluations/curve', { as: 'kasi', body: { month: '2026-12', kind: 'periodic', drafts: [] } })).body;
    expect((await curve())[0]).toMatchObject({ unitName: 'Dinas Kesehatan', predicate: null, distribution: null });
    expect((await sign('bupati', 'baik', 'periodic', '2026-12', '   ')).status).toBeGreaterThanOrEqual(400);
    await sign('bupati', 'baik', 'periodic');
    expect((await curve())[0]!.distribution).not.toBeNull();
  });

  it('TL-24.1 is judged anew by the quadrant: periodic results stand beside it and are never averaged into it', async () => {
    await rate('kasi', 'siti', 'periodic', '2026-10', { workRating: 'below', behaviourRating: 'below' });
    await rate('kasi', 'siti', 'periodic', '2026-11', BEST);
    await sign('bupati', 'baik', 'annual');
    expect((await siti()).periodic.map(({ month, predicate }) => [month, predicate])).toEqual([['2026-11', 'sangat-baik'], ['2026-10', 'sangat-kurang']]);
    expect(await rate('kasi', 'siti', 'annual', '2026-12', {})).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.missing' } } });
    expect((await rate('kasi', 'siti', 'annual', '2026-12')).body).toMatchObject({ predicate: 'baik' });
    test.setClock('2026-12-30T09:00:00+08:00');
    expect(await rate('kasi', 'budi', 'annual', '2026-12')).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.not-open' } } });
  });

  it('TL-23.3 TL-25.3 notes and recommendations stand before employee and evaluator in the next period', async () => {
    await rate('kasi', 'siti', 'periodic', '2026-11', RATINGS, { note: 'Laporan sering terlambat', recommendation: 'Susun jadwal mingguan' });
    expect((await siti('periodic')).previous).toMatchObject({ month: '2026-11', note: 'Laporan sering terlambat', recommendation: 'Susun jadwal mingguan', evaluatorName: 'Ahmad Fauzi' });
    const own = await test.call<Measurement>('GET', '/measurements/mine?rhythm=monthly&month=2026-12', { as: 'siti' });
    expect(own.body.previous).toMatchObject({ recommendation: 'Susun jadwal mingguan' });
    await sign('bupati', 'baik', 'annual');
    await rate('kasi', 'siti', 'annual', '2026-12', RATINGS, { recommendation: 'Ikuti pelatihan penulisan' });
    test.setClock('2027-01-29T09:00:00+08:00');
    await givenSkp(test, gov, 'siti', 'determined', 2027);
    expect((await siti('periodic', '2027-01')).previous).toMatchObject({ kind: 'annual', recommendation: 'Ikuti pelatihan penulisan' });
    const next = await test.call<Measurement>('GET', '/measurements/mine?rhythm=monthly&month=2027-01', { as: 'siti' });
    expect(next.body.previous).toMatchObject({ kind: 'annual', recommendation: 'Ikuti pelatihan penulisan' });
  });

  it('TL-22.1 while rating, the curve moves with what is on screen and names what is out of bounds; a small unit is warned, never blocked', async () => {
    await sign('bupati', 'sangat-kurang', 'periodic');
    const curve = async (drafts: object[]) => (await test.call<Curve[]>('POST', '/evaluations/curve', { as: 'kasi', body: { month: '2026-12', kind: 'periodic', drafts } })).body[0]!;
    const before = await curve([]);
    expect(before).toMatchObject({ rated: 0, people: 10 });
    const drafts = [{ employmentId: gov.people.siti, inputs: BEST }, { employmentId: gov.people.budi, inputs: { workRating: 'meets' } }, { employmentId: gov.people.rina, inputs: BEST }];
    const moved = await curve(drafts);
    expect(moved.counts['sangat-baik']).toBe(1);
    expect(moved.distribution!.findings.find(({ code }) => code === 'too-many')).toMatchObject({ severity: 'warning', params: { predicates: 'sangat-baik', count: 1, bound: 0 } });
    expect((await curve([])).counts['sangat-baik']).toBe(0);
    expect((await rate('kasi', 'siti', 'periodic', '2026-12', BEST)).status).toBe(200);
    expect((await curve([{ employmentId: gov.people.siti, inputs: RATINGS }])).counts).toMatchObject({ 'sangat-baik': 0, baik: 1 });
  });

  it('rates many at once with nothing preset: each is answered by itself, none holds another up', async () => {
    const item = (whom: PersonName, inputs: EvaluationInputs, version: number | null = null) => ({ employmentId: gov.people[whom], version, inputs, note: null, recommendation: null });
    const many = (items: object[]) => test.call<BulkEvaluationsAnswer>('POST', '/evaluations/bulk', { as: 'kasi', body: { month: '2026-12', kind: 'periodic', items } });
    const { body } = await many([item('siti', RATINGS), item('budi', {}), item('rina', RATINGS)]);
    expect(body.outcomes.map((one) => [one.outcome, one.outcome === 'refused' ? (one.problem.rule?.code ?? one.problem.code) : one.evaluation.predicate])).toEqual([
      ['saved', 'baik'], ['refused', 'evaluation.missing'], ['refused', 'not-found'],
    ]);
    expect((await many([item('siti', BEST)])).body.outcomes[0]).toMatchObject({ outcome: 'refused', problem: { code: 'precondition-required' } });
    expect((await many([item('siti', BEST, 1)])).body.outcomes[0]).toMatchObject({ outcome: 'saved', evaluation: { version: 2 } });
    expect((await many([])).status).toBe(400);
  });

  it('TL-29 ranks by predicate, not by a separate score, and shows each evaluator of the unit beside its pattern', async () => {
    await sign('bupati', 'baik', 'periodic');
    await rate('kasi', 'siti', 'periodic', '2026-12', { workRating: 'below', behaviourRating: 'meets' });
    await rate('kasi', 'budi', 'periodic', '2026-12', BEST);
    await rate('kapus', 'rina', 'periodic', '2026-12');
    await rate('kapus', 'dewi', 'periodic', '2026-12');
    const path = `?month=2026-12&limit=3`;
    const first = (await test.call<Page<RankedEmployee>>('GET', `/evaluations/ranking${path}`, { as: 'kadis' })).body;
    const second = (await test.call<Page<RankedEmployee>>('GET', `/evaluations/ranking${path}&cursor=${first.nextCursor}`, { as: 'kadis' })).body;
    expect([...first.items, ...second.items].map(({ personName, predicate }) => [personName, predicate])).toEqual([
      ['Budi Santoso', 'sangat-baik'], ['Dewi Sartika', 'baik'], ['Rina Wati', 'baik'], ['Siti Aminah', 'butuh-perbaikan'],
    ]);
    expect(first.items[0]).not.toHaveProperty('score');
    const [unit] = (await test.call<Calibration[]>('GET', '/evaluations/calibration?month=2026-12', { as: 'kadis' })).body;
    expect(unit).toMatchObject({ unitName: 'Dinas Kesehatan', predicate: 'baik', counts: { baik: 2, 'sangat-baik': 1, 'butuh-perbaikan': 1 } });
    expect(unit!.evaluators.map(({ name, total }) => [name, total])).toEqual([['Ahmad Fauzi', 2], ['Lestari', 2]]);
    expect((await test.call('GET', `/evaluations/ranking${path}&skpdId=${gov.units.bkpsdm}`, { as: 'kadis' })).status).toBe(404);
    expect((await test.call('GET', `/evaluations/ranking${path}`, { as: 'siti' })).status).toBe(403);
  });

  it('BK-6.1 whose annual appraisal the superior has not made is listed by name', async () => {
    await sign('bupati', 'baik', 'annual');
    await rate('kasi', 'siti', 'annual', '2026-12');
    const { body } = await test.call<Page<{ personName: string; evaluatorName: string }>>('GET', '/evaluations/missing?month=2026-12&kind=annual', { as: 'umpeg' });
    const names = body.items.map(({ personName }) => personName);
    expect(names).not.toContain('Siti Aminah');
    expect(body.items.find(({ personName }) => personName === 'Budi Santoso')).toMatchObject({ evaluatorName: 'Ahmad Fauzi' });
  });

  it('on a transfer each evaluator judges their part; the last one sees the earlier and sets the whole', async () => {
    await gov.vacate('siti', '2026-12-14');
    await gov.assign('siti', 'stafUmum', 'definitive', '2026-12-15', null, 4);
    const kasi = await due('kasi', 'periodic');
    expect(kasi.items.map(({ personName }) => personName)).toEqual(['Budi Santoso']);
    expect(kasi.parts).toMatchObject([{ personName: 'Siti Aminah', from: '2026-12-01', to: '2026-12-14', evaluatorNow: 'Mariani', part: null }]);
    const part = { employmentId: gov.people.siti, month: '2026-12', inputs: { workRating: 'below', behaviourRating: 'meets' }, note: 'Dua laporan belum selesai saat pindah' };
    expect((await test.call('POST', '/evaluations/parts', { as: 'umpeg', body: part })).status).toBe(403);
    expect((await test.call('POST', '/evaluations/parts', { as: 'kapus', body: part })).status).toBe(404);
    expect((await test.call<EvaluationPart>('POST', '/evaluations/parts', { as: 'kasi', body: part })).body).toMatchObject({ predicate: 'butuh-perbaikan', from: '2026-12-01', to: '2026-12-14' });
    const umpeg = (await due('umpeg', 'periodic')).items.find(({ personName }) => personName === 'Siti Aminah')!;
    expect(umpeg.earlier).toMatchObject([{ evaluatorName: 'Ahmad Fauzi', predicate: 'butuh-perbaikan', note: part.note }]);
    expect((await rate('umpeg', 'siti', 'periodic', '2026-12')).body).toMatchObject({ predicate: 'baik' });
    await test.db.query(`DELETE FROM assignment WHERE employment_id = $1 AND post_id = $2`, [gov.people.siti, gov.posts.stafUmum]);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE employment_id = $1`, [gov.people.siti]);
    test.app.get(OrganisationService).recheck();
  });
});

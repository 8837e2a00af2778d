import { randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { Page } from '@ekinerja/contracts/basics';
import type { MissingEvaluation } from '@ekinerja/contracts/evaluation-lists';
import type { Evaluation, EvaluationInputs, EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { Creativity, Measurement, MeasurementRhythm } from '@ekinerja/contracts/measurements';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import { Outbox } from '../platform/jobs/outbox.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { aspects, clearWork, entry } from '../testing/work.js';
import { EvaluationsJobs } from './evaluations.jobs.js';

let test: TestApp;
let gov: TinyGovernment;
let result: string;

const view = (as: PersonName, path: string, rhythm: MeasurementRhythm = 'monthly', month = '2026-11') =>
  test.call<OrProblem<Measurement>>('GET', `/measurements/${path}?rhythm=${rhythm}&month=${month}`, { as });
const state = (lines: [indicator: number, realised: string][], submit = true, ifMatch: number | null = null, rhythm: MeasurementRhythm = 'monthly', month = '2026-11') =>
  test.call<OrProblem<Measurement>>('PUT', '/measurements/mine', {
    as: 'siti', ifMatch,
    body: { rhythm, month, submit, lines: lines.map(([indicator, realised]) => ({ resultId: result, indicator, realised, source: 'Rekap laporan bidang' })) },
  });
const confirm = (
  as: PersonName, { id, version }: { id: string | null; version: number }, lines: [indicator: number, confirmed: string, note?: string][],
  creativity: Creativity | null = null,
) =>
  test.call<OrProblem<Measurement>>('POST', `/measurements/${id}/confirmation`, {
    as, ifMatch: version, body: { lines: lines.map(([indicator, confirmed, note = '']) => ({ resultId: result, indicator, confirmed, note })), creativity },
  });
const due = async (as: PersonName, month = '2026-11', kind = 'periodic') =>
  (await test.call<EvaluationsDue>('GET', `/evaluations/due?month=${month}&kind=${kind}`, { as })).body;
const rate = (as: PersonName, whom: PersonName, inputs: EvaluationInputs, month = '2026-11') =>
  test.call<OrProblem<Evaluation>>('POST', '/evaluations', { as, body: { employmentId: gov.people[whom], month, inputs, note: null } });

/** An SKP of the old form: quantity, quality, time. */
async function activitiesSkp(person: PersonName): Promise<string> {
  const id = randomUUID();
  await test.db.query(
    `WITH s AS (
       INSERT INTO skp (employment_id, post_id, unit_id, year, period_from, period_to, status, submitted_at, determined_at, created_at)
       SELECT $1, a.post_id, p.unit_id, 2026, '2026-01-01', '2026-12-31', 'determined', '2026-01-10', '2026-01-20', '2026-01-05'
       FROM assignment a JOIN post p ON p.id = a.post_id WHERE a.employment_id = $1 AND a.kind = 'definitive' LIMIT 1 RETURNING id
     ), r AS (
       INSERT INTO skp_result (id, skp_id, position, task, kind, title) SELECT $2, s.id, 0, 'main', 'output', 'Menyusun laporan promosi kesehatan' FROM s RETURNING id
     )
     INSERT INTO skp_indicator (result_id, position, aspect, indicator, target, unit)
     SELECT r.id, v.position, v.aspect, v.indicator, v.target, v.unit FROM r,
       (VALUES (0, 'quantity', 'Jumlah laporan', '12', 'laporan'), (1, 'quality', 'Mutu laporan', '100', 'persen'), (2, 'time', 'Waktu', '12', 'bulan')) v(position, aspect, indicator, target, unit)`,
    [gov.people[person], id],
  );
  return id;
}

describe('realisation and scores (Banjarnegara)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'banjarnegara', clock: '2026-11-30T09:00:00+07:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-30T09:00:00+07:00');
    await clearWork(test);
    result = await activitiesSkp('siti');
  });

  it('BN-10.1 the system proposes what the accepted entries come to, the employee states it, the evaluator confirms it against the target', async () => {
    for (const date of ['2026-11-20', '2026-11-23', '2026-11-24']) {
      const made = await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(result, { date, outputQuantity: '4', outputUnit: 'Laporan' }) });
      if (date !== '2026-11-24') await test.call('POST', `/activities/${made.body.id}/accept`, { as: 'kasi', ifMatch: made.body.version });
    }
    const first = (await view('siti', 'mine')).body;
    expect(first).toMatchObject({ status: 'none', actions: ['state'], rhythmCite: { ref: 'Pasal 10 ayat (2)' } });
    expect(first.lines.map(({ aspect, gathered }) => [aspect, gathered.proposal, gathered.entries])).toEqual([['quantity', '8', 2], ['quality', null, 2], ['time', null, 2]]);
    expect(await state([[0, '8'], [1, '90']])).toMatchObject({ status: 422, body: { rule: { code: 'measurement.missing' } } });
    expect(await state([[0, 'delapan'], [1, '90'], [2, '11']])).toMatchObject({ status: 422, body: { rule: { code: 'measurement.number' } } });
    const draft = (await state([[0, '8']], false)).body;
    expect(draft).toMatchObject({ status: 'draft', version: 1 });
    expect((await confirm('kasi', draft, [[0, '8']])).status).toBe(409);
    expect((await state([[0, '8'], [1, '90'], [2, '11']], true, 1)).body).toMatchObject({ status: 'stated', version: 2 });
    expect((await view('budi', `of/${gov.people.siti}`)).status).toBe(404);
    const asked = (await view('kasi', `of/${gov.people.siti}`)).body;
    expect(asked.actions).toEqual(['confirm']);
    expect((await confirm('kabid', asked, [[0, '8'], [1, '90'], [2, '11']])).status).toBe(403);
    const done = (await confirm('kasi', asked, [[0, '6', 'Dua laporan bulan lalu'], [1, '90'], [2, '12']])).body;
    expect(done).toMatchObject({ status: 'confirmed', confirmedBy: 'Ahmad Fauzi' });
    expect(done.lines[0]).toMatchObject({ realised: '8', confirmed: '6', note: 'Dua laporan bulan lalu', attainment: '50' });
    expect((await state([[0, '8'], [1, '90'], [2, '11']], true, done.version)).status).toBe(409);
  });

  it('BN-10.2 measures monthly, quarterly, by semester and yearly; a period ends with its own last month', async () => {
    for (const [rhythm, month] of [['monthly', '2026-10'], ['quarterly', '2026-09'], ['semesterly', '2026-06'], ['yearly', '2026-12']] as const) {
      expect((await view('siti', 'mine', rhythm, month)).body).toMatchObject({ rhythm, rhythms: ['monthly', 'quarterly', 'semesterly', 'yearly'] });
    }
    expect(await view('siti', 'mine', 'quarterly', '2026-11')).toMatchObject({ status: 422, body: { rule: { code: 'measurement.period' } } });
  });

  it('BN-10.3 a realisation may exceed its target, and its score counts in full', async () => {
    const stated = (await state([[0, '18'], [1, '100'], [2, '12']])).body;
    const done = (await confirm('kasi', stated, [[0, '18'], [1, '100'], [2, '12']])).body;
    expect(done.lines[0]!.attainment).toBe('150');
    // Perka BKN 1/2013: (150 + 100 + 76) ÷ 3.
    expect(done.score).toBe('108.67');
  });

  it('BN-12.1 the measured score is the SKP’s value: it is not typed anew, and its derivation stands in the evaluation', async () => {
    const stated = (await state([[0, '12'], [1, '100'], [2, '12']])).body;
    await confirm('kasi', stated, [[0, '12'], [1, '100'], [2, '12']]);
    const field = (await due('kasi')).items.find(({ personName }) => personName === 'Siti Aminah')!.form.fields[0];
    expect(field).toMatchObject({ name: 'workScore', value: '92', required: false, cite: { source: 'perka-bkn-1-2013' } });
    expect(await rate('kasi', 'siti', { workScore: '99', ...aspects('siti', '90') })).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.measured-score' } } });
    const { body } = await rate('kasi', 'siti', { workScore: null, ...aspects('siti', '90') });
    // 92 × 70 % + 90 × 30 %
    expect(body).toMatchObject({ score: '91.4', predicate: 'baik' });
    expect(body.derivation.map(({ rule }) => rule)).toEqual(['work.activity', 'work.score', 'behaviour.average', 'score.weighted', 'predicate.band']);
  });

  it('BN-11.2 BN-11.3 behaviour is judged by its five aspects, leadership only where the post leads', async () => {
    const names = async (as: PersonName, whom: string) =>
      (await due(as)).items.find(({ personName }) => personName === whom)!.form.fields.map(({ name }) => name).filter((name) => name.startsWith('behaviour.'));
    const four = ['behaviour.orientasi-pelayanan', 'behaviour.komitmen', 'behaviour.inisiatif-kerja', 'behaviour.kerja-sama'];
    expect(await names('kasi', 'Siti Aminah')).toEqual(four);
    expect(await names('kabid', 'Ahmad Fauzi')).toEqual([...four, 'behaviour.kepemimpinan']);
    expect(await names('kadis', 'Lestari')).toEqual([...four, 'behaviour.kepemimpinan']);
    const { 'behaviour.komitmen': _, ...three } = aspects('siti', '90');
    expect(await rate('kasi', 'siti', { workScore: '90', ...three })).toMatchObject({ status: 422, body: { params: { field: 'behaviour.komitmen' } } });
    expect((await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '90'), 'behaviour.kepemimpinan': '90' })).status).toBe(400);
    const { body } = await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '90'), 'behaviour.komitmen': '70' });
    expect(body.derivation.find(({ rule }) => rule === 'behaviour.average')).toMatchObject({ result: '85', cite: { ref: 'Pasal 11 ayat (2)' } });
  });

  it('BN-11.1 the annual form shows what was observed of behaviour over the year, and takes nothing over from it', async () => {
    await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '80') }, '2026-10');
    await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '100') }, '2026-11');
    test.setClock('2026-12-31T09:00:00+07:00');
    const siti = (await due('kasi', '2026-12', 'annual')).items.find(({ personName }) => personName === 'Siti Aminah')!;
    expect(siti.periodic.map(({ month, score }) => [month, score])).toEqual([['2026-11', '93'], ['2026-10', '87']]);
    expect(siti.evaluation).toBeNull();
    expect(siti.form.fields.every(({ value }) => value === undefined)).toBe(true);
  });

  it('BK-6.2 the year’s measurement is the SKP attainment of the annual evaluation', async () => {
    test.setClock('2026-12-31T09:00:00+07:00');
    const stated = (await state([[0, '12'], [1, '100'], [2, '12']], true, null, 'yearly', '2026-12')).body;
    await confirm('kasi', stated, [[0, '12'], [1, '100'], [2, '12']]);
    const siti = (await due('kasi', '2026-12', 'annual')).items.find(({ personName }) => personName === 'Siti Aminah')!;
    expect(siti.measurement).toMatchObject({ status: 'confirmed', score: '92' });
    const annual = await test.call<OrProblem<Evaluation>>('POST', '/evaluations', {
      as: 'kasi', body: { employmentId: gov.people.siti, month: '2026-12', kind: 'annual', inputs: { workScore: null, ...aspects('siti', '100') }, note: null },
    });
    expect(annual.body).toMatchObject({ kind: 'annual', score: '94.4' });
  });

  it('BN-12.1 creativity that a letter proves adds to the year’s score by its level, and to no other period', async () => {
    const year = [[0, '12'], [1, '100'], [2, '12']] as [number, string][];
    const letter = { level: 'organisation', title: 'Aplikasi rekap posyandu', letterNumber: '800/12/2026', letterDate: '2026-12-01' } as const;
    const monthly = (await state(year)).body;
    expect(monthly.creativityScores).toEqual([]);
    expect((await confirm('kasi', monthly, year, { ...letter, letterDate: '2026-11-02' })).status).toBe(400);
    test.setClock('2026-12-31T09:00:00+07:00');
    const stated = (await state(year, true, null, 'yearly', '2026-12')).body;
    expect(stated.creativityScores).toEqual([{ level: 'unit', score: '3' }, { level: 'organisation', score: '6' }, { level: 'state', score: '12' }]);
    expect(stated.creativityCite).toMatchObject({ source: 'perka-bkn-1-2013' });
    expect((await confirm('kasi', stated, year, { ...letter, letterDate: '2027-01-02' })).body.fields).toEqual([expect.objectContaining({ field: 'letterDate' })]);
    expect((await confirm('kasi', stated, year, { ...letter, letterNumber: '' })).status).toBe(400);
    const { body } = await confirm('kasi', stated, year, letter);
    expect(body).toMatchObject({ score: '98', creativity: letter });
    expect(body.derivation.map(({ rule }) => rule)).toContain('work.creativity');
    expect((await due('kasi', '2026-12', 'annual')).items.find(({ personName }) => personName === 'Siti Aminah')!.measurement).toMatchObject({ score: '98' });
  });

  it('BN-14.2 results are of the whole period: handed in from its last working day, and then never a draft again', async () => {
    test.setClock('2026-11-20T09:00:00+07:00');
    const whole: [number, string][] = [[0, '12'], [1, '100'], [2, '12']];
    expect(await state(whole)).toMatchObject({ status: 422, body: { rule: { code: 'measurement.not-open' }, params: { opensOn: '2026-11-30' } } });
    expect((await state(whole, false)).body).toMatchObject({ status: 'draft', opensOn: '2026-11-30', version: 1 });
    // No time runs for the evaluator who cannot rate yet.
    expect((await due('kasi')).items.map(({ dueAt }) => dueAt)).toEqual(['2026-12-02T17:00:00.000Z', '2026-12-02T17:00:00.000Z']);
    test.setClock('2026-11-30T09:00:00+07:00');
    const stated = (await state(whole, true, 1)).body;
    expect(stated).toMatchObject({ status: 'stated', statedAt: expect.stringContaining('2026-11-30T02:00') });
    expect(await state(whole, false, stated.version)).toMatchObject({ status: 409, body: { code: 'state-refused' } });
    expect((await view('siti', 'mine')).body).toMatchObject({ status: 'stated', statedAt: stated.statedAt });
    await test.deliver();
    const told = (await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'kasi' })).body.items.find(({ topic }) => topic === 'measurement-stated');
    expect(told).toMatchObject({ params: { name: 'Siti Aminah', month: '2026-11' }, path: `/penilaian/realisasi/${gov.people.siti}?periode=monthly&bulan=2026-11` });
  });

  it('BN-14.2 two days from the handing in of results: late is shown, and still taken', async () => {
    test.setClock('2026-12-07T10:00:00+07:00');
    await state([[0, '12'], [1, '100'], [2, '12']]);
    const of = async () => (await due('kasi')).items.map(({ personName, dueAt, late }) => [personName, dueAt, late]);
    expect(await of()).toEqual([['Budi Santoso', '2026-12-02T17:00:00.000Z', true], ['Siti Aminah', '2026-12-09T17:00:00.000Z', false]]);
    test.setClock('2026-12-10T00:01:00+07:00');
    expect((await of())[1]![2]).toBe(true);
    expect((await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '90') })).status).toBe(200);
  });

  it('BN-14.1 BN-14.3 who is not evaluated is listed with the evaluator; after the limit that is read, a case on record, once', async () => {
    const cases: { employmentId: string; evaluatorEmploymentId: string }[] = [];
    const reminded: { evaluatorEmploymentId: string; open: number; stage: string; month: string }[] = [];
    test.app.get(Outbox).subscribe('evaluation.neglected', 'uji', (payload) => Promise.resolve(void cases.push(payload)));
    test.app.get(Outbox).subscribe('evaluation.reminder', 'uji', (payload) => Promise.resolve(void reminded.push(payload)));
    const missing = async (as: PersonName, query = '') => test.call<Page<MissingEvaluation>>('GET', `/evaluations/missing?month=2026-11${query}`, { as });
    await rate('kasi', 'siti', { workScore: '90', ...aspects('siti', '90') });
    const jobs = test.app.get(EvaluationsJobs);
    // Opened on 30 November, due on 2 December: ahead while the month still runs, on the last day, and once it is late.
    for (const [day, stage] of [['2026-11-29', null], ['2026-11-30', 'ahead'], ['2026-12-03', 'late'], ['2026-12-02', 'last']] as const) {
      test.setClock(`${day}T09:00:00+07:00`);
      reminded.length = 0;
      await jobs.look();
      await test.deliver();
      expect(reminded.filter(({ evaluatorEmploymentId, month }) => evaluatorEmploymentId === gov.people.kasi && month === '2026-11')).toEqual(
        stage ? [{ evaluatorEmploymentId: gov.people.kasi, kind: 'periodic', month: '2026-11', open: 1, dueDate: '2026-12-02', stage }] : [],
      );
    }
    expect(cases.filter(({ employmentId }) => employmentId === gov.people.budi)).toEqual([]);
    const listed = (await missing('umpeg')).body.items;
    expect(listed.map(({ personName }) => personName)).not.toContain('Siti Aminah');
    expect(listed.find(({ personName }) => personName === 'Budi Santoso')).toMatchObject({ evaluatorName: 'Ahmad Fauzi', late: false, neglected: false });
    expect((await missing('umpeg', `&skpdId=${gov.units.bkpsdm}`)).status).toBe(404);
    expect((await missing('siti')).status).toBe(403);
    // Thirty calendar days after 2 December: lateness alone is no case.
    test.setClock('2027-01-01T09:00:00+07:00');
    await jobs.look();
    expect(await test.db.query(`SELECT 1 FROM evaluation_neglect WHERE employment_id = $1 AND month = '2026-11'`, [gov.people.budi])).toEqual([]);
    test.setClock('2027-01-02T09:00:00+07:00');
    await jobs.look();
    await jobs.look();
    await test.deliver();
    const november = (await missing('umpeg')).body.items.find(({ personName }) => personName === 'Budi Santoso');
    expect(november).toMatchObject({ late: true, neglected: true });
    const told = (await test.call<Page<NotificationItem>>('GET', '/notifications', { as: 'kasi' })).body.items.filter(({ topic }) => topic === 'evaluation-neglected');
    expect(told.map(({ params }) => params.month)).toContain('2026-11');
    const ofBudi = cases.filter(({ employmentId }) => employmentId === gov.people.budi).map((one) => ({ ...one }));
    expect(ofBudi.filter((one) => (one as { month?: string }).month === '2026-11')).toEqual([
      { employmentId: gov.people.budi, evaluatorEmploymentId: gov.people.kasi, kind: 'periodic', month: '2026-11', dueDate: '2026-12-02' },
    ]);
  });
});

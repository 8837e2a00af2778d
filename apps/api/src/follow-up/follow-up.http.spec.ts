import type { Page } from '@ekinerja/contracts/basics';
import type { CaseCandidate, CaseDetail, CaseItem, MapPerson, PerformanceMap, PerformanceReport, ReportDraft, Reward } from '@ekinerja/contracts/follow-up';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
import { givenEvaluation } from '../testing/evaluated.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let annual: string;
beforeAll(async () => {
  test = await testApp({ clock: '2027-02-01T09:00:00+08:00' });
  gov = await tinyGovernment(test);
  for (const person of ['siti', 'budi'] as const) await givenSkp(test, gov, person);
  annual = await givenEvaluation(test, gov, 'siti', 'kasi', { receivedAt: '2027-01-15T03:00:00Z' });
  await givenEvaluation(test, gov, 'budi', 'kasi', { predicate: 'sangat-baik', work: 'above', behaviour: 'above', receivedAt: '2027-01-15T03:00:00Z' });
  await givenEvaluation(test, gov, 'rina', 'kapus', { predicate: 'kurang', receivedAt: '2027-01-15T03:00:00Z' });
  await givenEvaluation(test, gov, 'kadis', 'bupati', { predicate: 'butuh-perbaikan', receivedAt: '2027-01-20T03:00:00Z' });
  await givenEvaluation(test, gov, 'kasi', 'kabid', { predicate: 'kurang' });
});
afterAll(() => test.close());

const letter = { number: '800/7/2027', date: '2027-07-20', signatory: 'Bupati' };
const open = (as: string, body: object) =>
  test.call<OrProblem<CaseDetail>>('POST', '/follow-up/cases', { as, body: { kind: 'sanction', evaluationId: null, month: null, grounds: 'Target kinerja 2026 tidak terpenuhi', ...body } });
const step = (as: string, { id, version }: { id: string; version: number }, action: string, document: object | null = null) =>
  test.call<OrProblem<CaseDetail>>('POST', `/follow-up/cases/${id}/steps`, { as, ifMatch: version, body: { action, note: `Langkah ${action} dicatat`, document } });

describe('sanctions', () => {
  it('TL-32.1 TL-32.2 TL-33.a TL-34.a who can enter a ladder is shown with its article; nothing opens by itself', async () => {
    const candidates = (await test.call<CaseCandidate[]>('GET', '/follow-up/candidates/sanctions?year=2026', { as: 'super' })).body;
    expect(candidates.map(({ personName, ladder, cite }) => [personName, ladder, cite.ref])).toEqual([
      ['Ahmad Fauzi', 'administrasi-fungsional', 'Pasal 34'], ['Siti Aminah', 'administrasi-fungsional', 'Pasal 34'], ['dr. Hasanuddin', 'pimpinan-tinggi', 'Pasal 33'],
    ]);
    expect((await test.call<Page<CaseItem>>('GET', '/follow-up/cases', { as: 'super' })).body.items).toEqual([]);
    expect((await open('kasi', { employmentId: gov.people.siti, evaluationId: annual })).status).toBe(403);
    const undelivered = candidates[0]!;
    expect((await open('super', { employmentId: gov.people.kasi, evaluationId: undelivered.evaluationId })).body.rule).toMatchObject({ code: 'case.not-delivered' });
    expect((await open('super', { employmentId: gov.people.rina, evaluationId: annual })).body.rule).toMatchObject({ code: 'case.no-ladder' });
  });

  it('TL-33.b TL-34.b force majeure excludes, recorded', async () => {
    const leader = (await test.call<CaseCandidate[]>('GET', '/follow-up/candidates/sanctions?year=2026', { as: 'super' })).body[2]!;
    const opened = (await open('super', { employmentId: leader.employmentId, evaluationId: leader.evaluationId })).body;
    expect(opened).toMatchObject({ status: 'improving', dueOn: '2027-07-20', ladder: 'pimpinan-tinggi' });
    expect(opened.open.map(({ action, cite }) => [action, cite?.ref])).toEqual([['exclude', 'Pasal 33 huruf b'], ['improved', 'Pasal 33 huruf a'], ['withdraw', undefined]]);
    const excluded = (await step('super', opened, 'exclude')).body;
    expect(excluded).toMatchObject({ status: 'excluded', open: [] });
    expect(excluded.steps.at(-1)).toMatchObject({ action: 'exclude', note: 'Langkah exclude dicatat', by: 'Arif Rahman', cite: { ref: 'Pasal 33 huruf b' } });
    expect((await step('super', excluded, 'improved')).body.rule).toMatchObject({ code: 'case.step' });
  });

  it('TL-34.c TL-34.d TL-34.e TL-34.f six months, the test, one year of temporary placement, dismissal by decision', async () => {
    let one = (await open('super', { employmentId: gov.people.siti, evaluationId: annual })).body;
    expect(one).toMatchObject({ status: 'improving', dueOn: '2027-07-15', predicate: 'kurang' });
    expect((await open('super', { employmentId: gov.people.siti, evaluationId: annual })).status).toBe(422);
    expect((await step('super', one, 'not-improved')).body).toMatchObject({ rule: { code: 'case.time-not-over' }, params: { date: '2027-07-15' } });
    expect((await step('siti', one, 'improved')).status).toBe(403);
    expect((await step('super', { id: one.id, version: 9 }, 'improved')).status).toBe(412);
    test.setClock('2027-06-20T09:00:00+08:00');
    expect((await test.call<Page<CaseItem>>('GET', '/follow-up/cases?open=true', { as: 'super' })).body.items[0]).toMatchObject({ dueSoon: true, overdue: false });
    test.setClock('2027-07-16T09:00:00+08:00');
    one = (await step('super', one, 'not-improved')).body;
    expect(one).toMatchObject({ status: 'testing', dueOn: null });
    one = (await step('super', one, 'tested-unfit')).body;
    expect(one.open.map(({ action, decree }) => [action, decree])).toEqual([['move', true], ['lower', true], ['temporary', true], ['withdraw', false]]);
    expect((await step('super', one, 'temporary')).body.fields).toEqual([expect.objectContaining({ field: 'document' })]);
    one = (await step('super', one, 'temporary', letter)).body;
    expect(one).toMatchObject({ status: 'temporary', dueOn: '2028-07-16' });
    expect((await step('super', one, 'dismiss', letter)).body.rule).toMatchObject({ code: 'case.time-not-over' });
    test.setClock('2028-07-17T09:00:00+08:00');
    expect((await test.call<CaseDetail>('GET', `/follow-up/cases/${one.id}`, { as: 'siti' })).body).toMatchObject({ overdue: true, open: [] });
    one = (await step('super', one, 'dismiss', letter)).body;
    expect(one).toMatchObject({ status: 'dismissed', open: [] });
    expect(one.steps.at(-1)).toMatchObject({ action: 'dismiss', document: letter, cite: { ref: 'Pasal 34 huruf f' } });
    test.setClock('2027-02-01T09:00:00+08:00');
  });

  it('TL-33.c TL-33.d a top official is tested again, then moved, placed lower or, where fit, kept, by decision', async () => {
    await test.db.query(`UPDATE follow_up_case SET status = 'testing', closed = false, due_on = NULL WHERE employment_id = $1`, [gov.people.kadis]);
    const id = (await test.db.one<{ id: string }>(`SELECT id FROM follow_up_case WHERE employment_id = $1`, [gov.people.kadis]))!.id;
    let one = (await test.call<CaseDetail>('GET', `/follow-up/cases/${id}`, { as: 'super' })).body;
    one = (await step('super', one, 'tested-fit')).body;
    expect(one).toMatchObject({ status: 'placing' });
    expect(one.open.map(({ action }) => action)).toEqual(['keep', 'move', 'lower', 'withdraw']);
    expect((await step('super', one, 'keep')).body.fields).toEqual([expect.objectContaining({ field: 'document' })]);
    expect((await step('super', one, 'lower', letter)).body).toMatchObject({ status: 'placed', open: [] });
  });

  it('a stranger does not find a case; the treasurer of the unit neither', async () => {
    const { items } = (await test.call<Page<CaseItem>>('GET', '/follow-up/cases', { as: 'super' })).body;
    expect(items).toHaveLength(2);
    const of = (as: string) => test.call('GET', `/follow-up/cases/${items.find(({ personName }) => personName === 'Siti Aminah')!.id}`, { as });
    expect([(await of('rina')).status, (await of('kasubbk')).status, (await of('bendahara')).status, (await of('umpeg')).status]).toEqual([404, 404, 404, 200]);
    expect((await test.call<Page<CaseItem>>('GET', '/follow-up/cases', { as: 'rina' })).body.items).toEqual([]);
  });
});

describe('a case and the result that it rests on', () => {
  const set = (sql: string) => test.db.query(`UPDATE evaluation SET ${sql} WHERE employment_id = $1 AND kind = 'annual'`, [gov.people.kasi]);
  const candidate = async () => (await test.call<CaseCandidate[]>('GET', '/follow-up/candidates/sanctions?year=2026', { as: 'super' })).body.find(({ employmentId }) => employmentId === gov.people.kasi);
  const of = async (id: string) => (await test.call<CaseDetail>('GET', `/follow-up/cases/${id}`, { as: 'super' })).body;

  it('TL-35.d nothing is opened on a result under objection; one changed since is flagged, and the case taken back with a reason', async () => {
    const { evaluationId } = (await candidate())!;
    const open_ = () => open('super', { employmentId: gov.people.kasi, evaluationId });
    await test.db.query(`INSERT INTO evaluation_receipt (evaluation_id, version, received_at, mode, recorded_by_employment_id) VALUES ($1, 1, '2027-01-15', 'confirmed', $2)`, [evaluationId, gov.people.kasi]);
    await set(`objection_id = gen_random_uuid()`);
    expect((await open_()).body.rule).toMatchObject({ code: 'case.under-objection' });
    await set(`objection_id = NULL`);
    const opened = (await open_()).body;
    expect(opened).toMatchObject({ status: 'improving', basis: { changed: false, predicate: 'kurang', underObjection: false } });
    await set(`version = 2, predicate = 'baik'`);
    const changed = await of(opened.id);
    expect(changed.basis).toEqual({ changed: true, predicate: 'baik', underObjection: false });
    const withdrawn = (await step('super', changed, 'withdraw')).body;
    expect(withdrawn).toMatchObject({ status: 'withdrawn', open: [], dueOn: null });
    expect(withdrawn.steps.at(-1)).toMatchObject({ action: 'withdraw', cite: null, note: 'Langkah withdraw dicatat' });
    expect(await candidate()).toBeUndefined();
    // It leads into the ladder again: a case of its own.
    await set(`version = 1, predicate = 'kurang'`);
    expect((await candidate())?.evaluationId).toBe(evaluationId);
    expect((await open_()).status).toBe(201);
  });

  it('TL-34.a the results since stand beside the case, with what is read as improvement; the decision stays a person’s', async () => {
    const { id } = (await test.db.one<{ id: string }>(`SELECT id FROM follow_up_case WHERE employment_id = $1 AND NOT closed`, [gov.people.kasi]))!;
    expect((await of(id)).improvement).toMatchObject({ predicate: 'butuh-perbaikan', cite: { ref: 'Pasal 34 huruf a', reading: true }, later: [], suggestion: null });
    await givenEvaluation(test, gov, 'kasi', 'kabid', { kind: 'periodic', month: '2027-02', predicate: 'kurang' });
    test.setClock('2027-07-16T09:00:00+08:00');
    expect((await of(id)).improvement).toMatchObject({ later: [{ month: '2027-02', predicate: 'kurang', reached: false }], suggestion: 'not-improved' });
    await givenEvaluation(test, gov, 'kasi', 'kabid', { kind: 'periodic', month: '2027-06', predicate: 'butuh-perbaikan' });
    const { improvement, open: moves } = await of(id);
    expect(improvement).toMatchObject({ suggestion: 'improved', later: [{ reached: false }, { month: '2027-06', reached: true }] });
    expect(moves.map(({ action }) => action)).toEqual(['exclude', 'improved', 'not-improved', 'withdraw']);
    test.setClock('2027-02-01T09:00:00+08:00');
  });
});

describe('rewards', () => {
  const give = (as: string, body: object) =>
    test.call<OrProblem<Reward>>('POST', '/follow-up/rewards', { as, body: { employmentId: gov.people.budi, pool: 'succession', name: 'Kelompok rencana suksesi', year: 2026, note: 'Predikat sangat baik', document: null, ...body } });
  it('TL-30.1 succession and development pools rest on an annual result', async () => {
    expect((await give('super', { year: 2025 })).body.rule).toMatchObject({ code: 'reward.no-result' });
    const given = await give('super', {});
    expect(given.body).toMatchObject({ pool: 'succession', predicate: 'sangat-baik', cite: { ref: 'Pasal 30 ayat (1) huruf a' } });
    expect((await give('super', {})).status).toBe(409);
    expect((await give('super', { pool: 'competence', name: 'Pengembangan kompetensi' })).status).toBe(201);
    const pool = (await test.call<Page<Reward>>('GET', '/follow-up/rewards?pool=succession', { as: 'umpeg' })).body.items;
    expect(pool.map(({ personName }) => personName)).toEqual(['Budi Santoso']);
    expect((await test.call<Page<Reward>>('GET', '/follow-up/rewards', { as: 'rina' })).body.items).toEqual([]);
    expect((await give('kasi', {})).status).toBe(403);
  });
  it('TL-30.3 other rewards are given by the PPK, or by the PPK’s letter', async () => {
    expect((await give('super', { pool: 'other', name: 'Satyalancana' })).body.rule).toMatchObject({ code: 'reward.ppk', cite: { ref: 'Pasal 30 ayat (3)' } });
    expect((await give('bupati', { pool: 'other', name: 'Penghargaan Bupati' })).status).toBe(201);
    const byLetter = await give('super', { pool: 'other', name: 'Satyalancana', document: letter });
    expect(byLetter.status).toBe(201);
    const ended = await test.call<OrProblem<Reward>>('POST', `/follow-up/rewards/${byLetter.body.id}/end`, { as: 'super', ifMatch: 1, body: { reason: 'Salah orang' } });
    expect(ended.body).toMatchObject({ endReason: 'Salah orang' });
  });
});

it('BN-15.1 cases step by step and rewards stand in the timeline of the person', async () => {
  const of = async (person: 'siti' | 'budi', as: string) => (await test.call<PersonTimeline>('GET', `/employees/${gov.people[person]}/timeline?year=2027`, { as })).body.lines;
  const steps = (await of('siti', 'umpeg')).filter(({ code }) => code === 'case.step');
  expect(steps.at(-1)).toMatchObject({ area: 'follow-up', params: { case: 'sanction', step: 'opened' }, target: { kind: 'follow-up' } });
  expect((await of('budi', 'budi')).filter(({ code }) => code === 'reward').map(({ params }) => params.name)).toContain('Kelompok rencana suksesi');
  expect((await test.call('GET', `/employees/${gov.people.siti}/timeline?year=2027`, { as: 'bendahara' })).status).toBe(404);
});

describe('tiered reporting', () => {
  it('TL-27.1 TL-27.2 goes from the evaluator to the superior and up to the PyB, with evaluations and SKP attached', async () => {
    await test.db.query(
      `INSERT INTO authority (kind, employment_id, valid_from, decree_number, decree_date) VALUES ('pyb', $1, '2026-01-01', '1/2026', '2026-01-01')`,
      [gov.people.kaban],
    );
    const draft = (await test.call<ReportDraft>('GET', '/performance-reports/draft?kind=annual&month=2026-12', { as: 'kasi' })).body;
    expect(draft).toMatchObject({ people: 2, evaluated: 2, dueOn: '2027-01-20', late: true, to: { name: 'Nurhayati', tier: 'superior' }, sent: false, cite: { ref: 'Pasal 27 ayat (1)' } });
    const send = () => test.call<OrProblem<PerformanceReport>>('POST', '/performance-reports', { as: 'kasi', body: { kind: 'annual', month: '2026-12', note: null } });
    const sent = (await send()).body;
    expect(sent).toMatchObject({ mine: 'sent', status: 'under-way', holderName: 'Nurhayati', people: 2 });
    expect(sent.items.map(({ personName, predicate, skpId }) => [personName, predicate, typeof skpId])).toEqual([['Budi Santoso', 'sangat-baik', 'string'], ['Siti Aminah', 'kurang', 'string']]);
    expect((await send()).status).toBe(409);
    const pass = (as: string, version: number) => test.call<OrProblem<PerformanceReport>>('POST', `/performance-reports/${sent.id}/pass`, { as, ifMatch: version, body: { note: 'Diteruskan' } });
    expect((await pass('kasi', 1)).status).toBe(403);
    expect((await pass('kadis', 1)).status).toBe(404);
    expect((await pass('kabid', 1)).body).toMatchObject({ holderName: 'dr. Hasanuddin' });
    expect((await pass('kadis', 2)).body).toMatchObject({ holderName: 'Sofyan Noor', status: 'under-way' });
    const received = (await pass('kaban', 3)).body;
    expect(received).toMatchObject({ status: 'received', holderName: null });
    expect(received.steps.map(({ fromName, toName, tier }) => [fromName, toName, tier])).toEqual([
      ['Ahmad Fauzi', 'Nurhayati', 'superior'], ['Nurhayati', 'dr. Hasanuddin', 'superior'], ['dr. Hasanuddin', 'Sofyan Noor', 'pyb'], ['Sofyan Noor', null, 'pyb'],
    ]);
    expect((await test.call('GET', `/performance-reports/${sent.id}`, { as: 'rina' })).status).toBe(404);
  });
});

describe('the performance map', () => {
  it('KS-3.d shows people by results and behaviour over the list, as far as the role reaches', async () => {
    const map = (await test.call<PerformanceMap>('GET', '/follow-up/map?kind=annual&month=2026-12', { as: 'umpeg' })).body;
    expect(map.counts).toMatchObject({ 'sangat-baik': 1, kurang: 3, 'butuh-perbaikan': 1 });
    expect(map.cells).toContainEqual({ result: 'above', behaviour: 'above', predicate: 'sangat-baik', people: 1 });
    const people = (await test.call<Page<MapPerson>>('GET', '/follow-up/map/people?kind=annual&month=2026-12&work=above', { as: 'umpeg' })).body.items;
    expect(people).toEqual([expect.objectContaining({ personName: 'Budi Santoso', pools: expect.arrayContaining(['succession', 'competence']) as string[], openCases: 0 })]);
    expect((await test.call('GET', '/follow-up/map?kind=annual&month=2026-12', { as: 'siti' })).status).toBe(403);
    expect((await test.call('GET', `/follow-up/map?kind=annual&month=2026-12&skpdId=${gov.units.bkpsdm}`, { as: 'umpeg' })).status).toBe(404);
  });
});

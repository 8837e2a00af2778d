import { randomUUID } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { Calibration } from '@ekinerja/contracts/evaluation-lists';
import type { Evaluation, EvaluationVersion } from '@ekinerja/contracts/evaluations';
import type { ReportDraft } from '@ekinerja/contracts/follow-up';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { Objection, ObjectionItem, ObjectionWindow } from '@ekinerja/contracts/objections';
import type { PersonTimeline } from '@ekinerja/contracts/person-timeline';
import { Outbox } from '../platform/jobs/outbox.js';
import { closeUnit, fillMonth, openRun, unitOf } from '../testing/pay-month.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, givenSkp } from '../testing/work.js';
import { ObjectionsJobs } from './objections.jobs.js';

let test: TestApp;
let gov: TinyGovernment;

const REASONS = 'Laporan triwulan sudah selesai seluruhnya dan buktinya ada pada berkas terlampir.';
const rate = async (work: string, month = '2026-10', as: PersonName = 'kasi', whom: PersonName = 'siti') => {
  const answer = await test.call<OrProblem<Evaluation>>('POST', '/evaluations', {
    as, body: { employmentId: gov.people[whom], month, inputs: { workRating: work, behaviourRating: 'meets' }, note: null },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const receive = (id: string, as: PersonName = 'siti') => test.call('POST', `/evaluations/${id}/receipt`, { as, ifMatch: 1 });
const file = (evaluationId: string, as: PersonName = 'siti', reasons = REASONS) =>
  test.call<OrProblem<Objection>>('POST', '/objections', { as, body: { evaluationId, reasons } });
const get = (as: PersonName, id: string) => test.call<OrProblem<Objection>>('GET', `/objections/${id}`, { as });
const explain = (as: PersonName, id: string, side: string, text = 'Penjelasan saya ada pada berkas kegiatan.', questionId?: string) =>
  test.call<OrProblem<Objection>>('POST', `/objections/${id}/explanations`, { as, body: { side, text, ...(questionId ? { questionId } : {}) } });
const ask = (as: PersonName, id: string, side: string) =>
  test.call<OrProblem<Objection>>('POST', `/objections/${id}/questions`, { as, body: { side, question: 'Apa dasar penilaian ini?' } });
const decide = async (as: PersonName, id: string, body: object, ifMatch?: number | null) =>
  test.call<OrProblem<Objection>>('POST', `/objections/${id}/decision`, {
    as, ifMatch: ifMatch === undefined ? (await test.db.one<{ version: number }>(`SELECT version FROM objection WHERE id = $1`, [id]))!.version : ifMatch,
    body: { reason: 'Setelah diperiksa dengan saksama', ...body },
  });
const CHANGE = { outcome: 'change', inputs: { workRating: 'meets', behaviourRating: 'meets' }, recommendation: 'Ikuti bimbingan penyusunan laporan' };
const heard = async (id: string, examiner: PersonName = 'kabid') => {
  await explain('siti', id, 'employee');
  await explain(examiner, id, 'evaluator', 'Disampaikan lisan pada sidang pemeriksaan.');
};
const cases = async (as: PersonName) => (await test.call<Page<ObjectionItem>>('GET', '/objections/cases', { as })).body.items;

async function start(daerah: 'tanah-laut' | 'kuantan-singingi' | 'banjarnegara', clock: string) {
  test = await testApp({ daerah, clock });
  gov = await tinyGovernment(test);
}
const clear = () => test.db.query(`TRUNCATE objection CASCADE`).then(() => clearWork(test));

describe('objections (Tanah Laut)', () => {
  beforeAll(() => start('tanah-laut', '2026-11-02T09:00:00+08:00'));
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-02T09:00:00+08:00');
    await clear();
    await givenSkp(test, gov, 'siti');
  });

  it('TL-28 TL-35.a is filed by the employee with reasons and evidence, to the evaluator’s superior, who hears of it', async () => {
    const heardOf: { employmentIds: string[] }[] = [];
    test.app.get(Outbox).subscribe('objection.filed', 'uji', (payload) => Promise.resolve(void heardOf.push(payload)));
    const evaluation = await rate('below');
    await receive(evaluation.id);
    const [window] = (await test.call<ObjectionWindow[]>('GET', '/objections/windows', { as: 'siti' })).body;
    expect(window).toMatchObject({ evaluationId: evaluation.id, until: '2026-11-20T16:00:00.000Z', examiner: { employmentId: gov.people.kabid }, refusal: null });
    expect((await file(evaluation.id, 'siti', 'Tidak setuju')).status).toBe(400);
    expect((await file(evaluation.id, 'budi')).status).toBe(404);
    expect(await file(evaluation.id, 'kasi')).toMatchObject({ status: 403 });
    const { body } = await file(evaluation.id);
    expect(body).toMatchObject({
      status: 'filed', part: 'employee', reasons: REASONS, evaluatorName: 'Ahmad Fauzi', examinerName: 'Nurhayati', predicateBefore: 'butuh-perbaikan',
      decideDueAt: '2026-11-11T16:00:00.000Z', decideDueDate: '2026-11-11', decideCite: { ref: 'Pasal 35 huruf e' }, fileCite: { ref: 'Pasal 35 huruf a' },
    });
    const content = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(64)]);
    const proof = { field: 'file', name: 'laporan.jpg', mediaType: 'image/jpeg', content };
    const evidenceId = randomUUID();
    const put = (as: PersonName) => test.call<OrProblem<Objection>>('PUT', `/objections/${body.id}/evidence/${evidenceId}`, { as, file: proof });
    expect((await put('budi')).status).toBe(404);
    expect((await put('siti')).body.evidence).toMatchObject([{ id: evidenceId, name: 'laporan.jpg', side: 'employee' }]);
    expect((await put('siti')).body.evidence).toHaveLength(1);
    expect((await test.call('GET', `/objections/${body.id}/evidence/${evidenceId}`, { as: 'kabid' })).raw.equals(content)).toBe(true);
    expect((await test.call('GET', `/objections/${body.id}/evidence/${evidenceId}`, { as: 'budi' })).status).toBe(404);
    expect(await cases('kabid')).toMatchObject([{ id: body.id, part: 'examiner', news: true, personName: 'Siti Aminah' }]);
    expect(await cases('kasi')).toMatchObject([{ id: body.id, part: 'evaluator', news: true }]);
    expect(await cases('kadis')).toEqual([]);
    expect((await get('kadis', body.id)).status).toBe(404);
    await test.deliver();
    expect(heardOf[0]!.employmentIds).toEqual([gov.people.siti, gov.people.kasi, gov.people.kabid]);
    expect((await file(evaluation.id)).status).toBe(409);
  });

  it('an open objection stands on the SKPD’s pay list with its month and limit, never among what blocks', async () => {
    const { id } = (await file((await rate('below')).id)).body;
    const run = await openRun(test, '2026-10');
    const unit = async () => unitOf(test, run.id, gov.units.dinkes);
    const open = await unit();
    expect(open.openObjections).toEqual([{ employmentId: gov.people.siti, name: 'Siti Aminah', month: '2026-10', filedAt: expect.any(String), decideDueAt: expect.any(String) }]);
    expect(JSON.stringify(open.people)).not.toContain('objection');
    await heard(id);
    expect((await decide('kabid', id, { outcome: 'uphold' })).status).toBe(200);
    expect((await unit()).openObjections).toEqual([]);
  });

  it('TL-35.a the fourteenth working day still counts; the day after is refused with the date that passed', async () => {
    const evaluation = await rate('below');
    await receive(evaluation.id);
    test.setClock('2026-11-21T00:01:00+08:00');
    expect(await file(evaluation.id)).toMatchObject({
      status: 422, body: { rule: { code: 'objection.late', cite: { ref: 'Pasal 35 huruf a' } }, params: { received: '2026-11-02', passed: '2026-11-20' } },
    });
    expect((await test.call<ObjectionWindow[]>('GET', '/objections/windows', { as: 'siti' })).body[0]!.refusal).toBe('late');
    expect((await test.db.one<{ held: string | null }>(`SELECT objection_id AS held FROM evaluation WHERE id = $1`, [evaluation.id]))!.held).toBeNull();
    test.setClock('2026-11-20T23:59:00+08:00');
    expect((await file(evaluation.id)).status).toBe(200);
  });

  it('TL-35.a TL-35.c each is told in their own words: who examines, who is a party, each question, each answer, and the withdrawal', async () => {
    const told = async (as: PersonName, id: string) => {
      await test.deliver();
      const { items } = (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body;
      return items.filter(({ path }) => path === `/keberatan/${id}`).map(({ topic }) => topic.replace('objection-', '')).toSorted();
    };
    const { id, version } = (await file((await rate('below')).id)).body;
    expect([await told('kabid', id), await told('kasi', id), await told('siti', id)]).toEqual([['filed'], ['known'], ['known']]);
    await ask('kabid', id, 'evaluator');
    await ask('kabid', id, 'evaluator');
    expect(await told('kasi', id)).toEqual(['asked', 'asked', 'known']);
    await explain('kasi', id, 'evaluator');
    // What the examiner writes down is no news to them.
    await explain('kabid', id, 'employee');
    expect(await told('kabid', id)).toEqual(['explained', 'filed']);
    const now = (await get('siti', id)).body.version;
    expect(now).toBeGreaterThan(version);
    expect((await test.call('POST', `/objections/${id}/withdrawal`, { as: 'siti', ifMatch: now, body: { reason: 'Sudah dijelaskan' } })).status).toBe(200);
    expect([await told('kabid', id), await told('kasi', id)]).toEqual([['explained', 'filed', 'withdrawn'], ['asked', 'asked', 'known', 'withdrawn']]);
  });

  it('TL-35.b TL-35.c the superior asks both sides in the case file, and decides only once both were heard', async () => {
    const { id } = (await file((await rate('below')).id)).body;
    expect(await decide('kabid', id, { outcome: 'uphold' })).toMatchObject({ status: 422, body: { rule: { code: 'objection.unheard', cite: { ref: 'Pasal 35 huruf c' } } } });
    expect((await ask('kasi', id, 'employee')).status).toBe(403);
    expect((await ask('kadis', id, 'employee')).status).toBe(404);
    const asked = (await ask('kabid', id, 'evaluator')).body;
    const questionId = asked.statements[0]!.id;
    expect((await explain('siti', id, 'evaluator', 'Saya menjawab untuk penilai')).status).toBe(403);
    const answered = (await explain('kasi', id, 'evaluator', 'Dua laporan belum diserahkan', questionId)).body;
    expect(answered.statements).toMatchObject([{ side: 'evaluator', question: 'Apa dasar penilaian ini?', askedBy: 'Nurhayati', text: 'Dua laporan belum diserahkan', recordedBy: null }]);
    expect((await explain('kasi', id, 'evaluator', 'Jawaban kedua', questionId)).status).toBe(409);
    expect((await get('kabid', id)).body.unheard).toEqual(['employee']);
    expect((await decide('kabid', id, { outcome: 'uphold' })).status).toBe(422);
    const recorded = (await explain('kabid', id, 'employee', 'Pegawai hadir dan menunjukkan laporan')).body;
    expect(recorded.statements[1]).toMatchObject({ side: 'employee', recordedBy: 'Nurhayati' });
    expect((await decide('kabid', id, { outcome: 'uphold' }, null)).status).toBe(428);
    expect(await decide('kabid', id, { outcome: 'uphold' }, 1)).toMatchObject({ status: 412 });
    const done = await decide('kabid', id, { outcome: 'uphold' });
    expect(done.body).toMatchObject({ status: 'decided', outcome: 'uphold', predicateAfter: 'butuh-perbaikan', decision: { late: false, decider: { personName: 'Nurhayati', capacity: 'definitive' } } });
    const trail = await test.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE subject_type = 'objection' AND subject_id = $1 ORDER BY id`, [id]);
    expect(trail.map(({ action }) => action)).toEqual(['objection.filed', 'objection.asked', 'objection.explained', 'objection.explained', 'objection.decided']);
  });

  it('TL-35.d TL-35.f BN-15.1 a change makes a new version with a new recommendation, marks the old one, and all three are told', async () => {
    const told: { employmentIds: string[]; outcome: string }[] = [];
    test.app.get(Outbox).subscribe('objection.decided', 'uji', (payload) => Promise.resolve(void told.push(payload)));
    const evaluation = await rate('below');
    const { id } = (await file(evaluation.id)).body;
    await heard(id);
    for (const as of ['siti', 'kasi', 'kabid'] as const) await get(as, id);
    expect((await cases('kasi'))[0]!.news).toBe(false);
    expect(await decide('kabid', id, { ...CHANGE, recommendation: ' ' })).toMatchObject({ status: 422, body: { rule: { code: 'objection.recommendation' } } });
    expect(await decide('kabid', id, { ...CHANGE, inputs: { workRating: 'meets' } })).toMatchObject({ status: 422, body: { rule: { code: 'evaluation.missing' } } });
    expect((await decide('kabid', id, CHANGE)).body).toMatchObject({ outcome: 'change', predicateBefore: 'butuh-perbaikan', predicateAfter: 'baik' });
    const now = (await test.call<Evaluation>('GET', `/evaluations/${evaluation.id}`, { as: 'siti' })).body;
    expect(now).toMatchObject({
      version: 2, predicate: 'baik', origin: 'objection', recommendation: CHANGE.recommendation, receipt: null,
      evaluator: { employmentId: gov.people.kasi, personName: 'Ahmad Fauzi' }, decidedBy: { employmentId: gov.people.kabid, personName: 'Nurhayati' },
    });
    // TL 27: the evaluator reports it upwards as theirs, and their row of the calibration keeps it.
    expect((await test.call<ReportDraft>('GET', '/performance-reports/draft?kind=periodic&month=2026-10', { as: 'kasi' })).body).toMatchObject({ evaluated: 1 });
    const [unit] = (await test.call<Calibration[]>('GET', '/evaluations/calibration?month=2026-10', { as: 'umpeg' })).body;
    expect(unit!.evaluators.map(({ name, total }) => [name, total])).toEqual([['Ahmad Fauzi', 1]]);
    const [former] = (await test.call<EvaluationVersion[]>('GET', `/evaluations/${evaluation.id}/versions`, { as: 'siti' })).body;
    expect(former).toMatchObject({ version: 1, predicate: 'butuh-perbaikan', replacedBy: 'objection' });
    expect((await cases('kasi'))[0]).toMatchObject({ news: true, status: 'decided', predicateAfter: 'baik' });
    expect((await test.call<ObjectionItem[]>('GET', '/objections/mine', { as: 'siti' })).body[0]).toMatchObject({ news: true, outcome: 'change' });
    await test.deliver();
    expect(told).toEqual([{ objectionId: id, outcome: 'change', employmentIds: [gov.people.siti, gov.people.kasi, gov.people.kabid] }]);
    expect(await file(evaluation.id)).toMatchObject({ status: 409, body: { code: 'evaluation-decided-by-objection' } });
    // BN 15(1): in the timeline of the person, for the three of the case only.
    const timeline = async (as: PersonName) => (await test.call<PersonTimeline>('GET', `/employees/${gov.people.siti}/timeline`, { as })).body.lines.filter((line) => line.code.startsWith('objection.'));
    expect((await timeline('siti')).map(({ code }) => code)).toEqual(['objection.change', 'objection.filed']);
    expect((await timeline('kabid'))[0]).toMatchObject({ params: { predicate: 'baik' }, target: { kind: 'objection', id } });
    expect(await timeline('umpeg')).toEqual([]);
  });

  it('TL-35.e overdue is shown and goes up tier by tier; the result stays; the next superior may then decide as well, once', async () => {
    const passed: number[] = [];
    test.app.get(Outbox).subscribe('objection.overdue', 'uji', ({ tier }) => Promise.resolve(void passed.push(tier)));
    const evaluation = await rate('below');
    const { id } = (await file(evaluation.id)).body;
    await heard(id);
    expect((await decide('kadis', id, { outcome: 'uphold' })).status).toBe(404);
    // Seven working days from Monday the 2nd: Wednesday the 11th; three more: Monday the 16th.
    test.setClock('2026-11-12T00:01:00+08:00');
    expect((await get('kabid', id)).body.overdue).toBe(true);
    await test.app.get(ObjectionsJobs).pass();
    expect(await cases('kadis')).toMatchObject([{ id, part: 'examiner', overdue: true, tier: 1 }]);
    expect(await cases('bupati')).toEqual([]);
    const overdue = await test.call<Page<ObjectionItem>>('GET', '/objections?state=overdue', { as: 'super' });
    expect(overdue.body.items.map((item) => item.id)).toEqual([id]);
    test.setClock('2026-11-17T00:01:00+08:00');
    await test.app.get(ObjectionsJobs).pass();
    expect((await cases('bupati')).map(({ tier }) => tier)).toEqual([2]);
    expect((await test.call<Evaluation>('GET', `/evaluations/${evaluation.id}`, { as: 'siti' })).body).toMatchObject({ predicate: 'butuh-perbaikan', underObjection: true });
    const { version } = (await get('kadis', id)).body;
    const both = await Promise.all([decide('kabid', id, CHANGE, version), decide('kadis', id, { outcome: 'uphold' }, version)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // The one who came second is told that it is decided, and nothing of theirs is in the result.
    const [won, lost] = both[0].status === 200 ? both : [both[1], both[0]];
    expect(lost.body).toMatchObject({ code: 'state-refused', params: { status: 'decided' } });
    expect((await test.call<Evaluation>('GET', `/evaluations/${evaluation.id}`, { as: 'siti' })).body.predicate).toBe(won.body.predicateAfter);
    expect((await get('siti', id)).body.decision).toMatchObject({ late: true });
    expect((await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'objection.decided' AND subject_id = $1`, [id]))).toHaveLength(1);
    await test.deliver();
    expect(passed).toEqual([1, 2]);
  });

  it('TL-28 nobody decides a case in which they were evaluator or employee: it is forwarded up, also from a vacant post', async () => {
    await gov.vacate('kabid', '2026-11-01');
    await gov.assign('kasi', 'kabid', 'plt', '2026-11-02');
    const { body } = await file((await rate('below')).id);
    expect(body).toMatchObject({ examinerName: 'dr. Hasanuddin' });
    expect(body.chain.map(({ outcome }) => outcome)).toEqual(['self', 'taken']);
    await heard(body.id, 'kadis');
    expect((await decide('kasi', body.id, CHANGE)).status).toBe(403);
    expect((await decide('siti', body.id, CHANGE)).status).toBe(403);
    expect((await decide('kadis', body.id, CHANGE)).status).toBe(200);
    await test.db.query(`DELETE FROM assignment WHERE kind = 'plt'`);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE employment_id = $1`, [gov.people.kabid]);
    test.app.get(OrganisationService).recheck();
  });

  it('BN-13.1 no decision goes above the regent: an evaluation by the regent names that no superior stands above', async () => {
    const evaluation = await rate('below', '2026-10', 'bupati', 'kadis');
    expect(await file(evaluation.id, 'kadis')).toMatchObject({ status: 422, body: { rule: { code: 'objection.no-superior' } } });
  });

  it('may be withdrawn, and filed again in time; the evaluator changes nothing meanwhile', async () => {
    const evaluation = await rate('below');
    const first = (await file(evaluation.id)).body;
    const again = await test.call('POST', '/evaluations', { as: 'kasi', ifMatch: 1, body: { employmentId: gov.people.siti, month: '2026-10', inputs: { workRating: 'meets', behaviourRating: 'meets' }, note: null } });
    expect(again).toMatchObject({ status: 409, body: { code: 'evaluation-under-objection' } });
    const withdrawn = await test.call<OrProblem<Objection>>('POST', `/objections/${first.id}/withdrawal`, { as: 'siti', ifMatch: first.version, body: { reason: 'Sudah dijelaskan' } });
    expect(withdrawn.body).toMatchObject({ status: 'withdrawn', actions: [] });
    expect((await ask('kabid', first.id, 'employee')).status).toBe(409);
    expect((await file(evaluation.id)).status).toBe(200);
  });
});

describe('objections and pay', () => {
  beforeAll(() => start('tanah-laut', '2026-11-02T09:00:00+08:00'));
  afterAll(() => test.close());
  const net = async (runId: string) => (await unitOf(test, runId, gov.units.dinkes)).people.find(({ employmentId }) => employmentId === gov.people.siti)!.totals!.net;
  const adjustments = () => test.db.query<{ month: string; amount: number }>(`SELECT month, amount FROM adjustment`);

  it('TL-35.f the run in progress is recomputed, and a closed month gets its difference to the rupiah', async () => {
    for (const month of ['2026-09', '2026-10']) await fillMonth(test, gov, month);
    await test.db.query(`DELETE FROM evaluation WHERE employment_id = $1`, [gov.people.siti]);
    const september = await rate('below', '2026-09');
    const october = await rate('below', '2026-10');
    const closed = await openRun(test, '2026-09');
    await closeUnit(test, closed.id, gov.units.dinkes);
    const running = await openRun(test, '2026-10');
    const before = await net(running.id);
    for (const { id: evaluationId } of [september, october]) {
      const { id } = (await file(evaluationId)).body;
      await heard(id);
      expect((await decide('kabid', id, CHANGE)).status).toBe(200);
    }
    await test.deliver();
    // 1,729,200 × 90 %: the performance part 60 %, of which Butuh Perbaikan pays 80 and Baik 100 %: once for October
    // itself, once for the difference of September that this run settles.
    expect(before).toBe(1_542_446);
    expect(await net(running.id)).toBe(1_542_446 + 186_754 + 186_754);
    expect(await adjustments()).toEqual([{ month: '2026-09', amount: 186_754 }]);
  });
});

describe('objections over Lebaran and the year’s end', () => {
  beforeAll(() => start('tanah-laut', '2026-03-12T10:00:00+08:00'));
  afterAll(() => test.close());
  beforeEach(clear);

  it('TL-35.a TL-35.e fourteen and seven working days run around Nyepi, Lebaran and collective leave', async () => {
    test.setClock('2026-03-12T10:00:00+08:00');
    const evaluation = await rate('below', '2026-02');
    await receive(evaluation.id);
    const [window] = (await test.call<ObjectionWindow[]>('GET', '/objections/windows', { as: 'siti' })).body;
    expect(window!.until).toBe('2026-04-09T16:00:00.000Z');
    test.setClock('2026-03-16T08:00:00+08:00');
    expect((await file(evaluation.id)).body.decideDueAt).toBe('2026-04-01T16:00:00.000Z');
  });

  it('TL-35.a received on 22 December, the last day lies in January', async () => {
    test.setClock('2026-12-22T10:00:00+08:00');
    const evaluation = await rate('below', '2026-11');
    await receive(evaluation.id);
    const [window] = (await test.call<ObjectionWindow[]>('GET', '/objections/windows', { as: 'siti' })).body;
    expect(window!.until).toBe('2027-01-15T16:00:00.000Z');
    // 24 and 25 December, 1 January and 5 January (Isra Mikraj) are no working days.
    test.setClock('2027-01-16T00:00:30+08:00');
    expect(await file(evaluation.id)).toMatchObject({ status: 422, body: { params: { passed: '2027-01-15' } } });
  });
});

describe('objections where the regulation is silent', () => {
  beforeAll(() => start('kuantan-singingi', '2026-11-02T09:00:00+07:00'));
  afterAll(() => test.close());

  it('TL-35.a the national rule holds: fourteen calendar days, and no limit or hearing that nobody enacted', async () => {
    const evaluation = await rate('below');
    await receive(evaluation.id);
    test.setClock('2026-11-16T23:59:00+07:00');
    const { body } = await file(evaluation.id);
    expect(body).toMatchObject({ status: 'filed', decideDueAt: null, overdue: false, unheard: [], fileCite: { source: 'pp-30-2019', reading: true } });
    expect((await decide('kabid', body.id, { outcome: 'uphold' })).status).toBe(200);
  });
});

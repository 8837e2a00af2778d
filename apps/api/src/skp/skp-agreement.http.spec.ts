import { randomUUID } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpChangeDetail, SkpComparison, SkpEvent, SkpVersionItem } from '@ekinerja/contracts/skp-record';
import type { MissingDocumentItem, MissingSkpItem } from '@ekinerja/contracts/skp-year';
import { aPlan, aResult, SkpDesk } from '../testing/skp-writing.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let desk: SkpDesk;

async function start(daerah: 'banjarnegara' | 'kuantan-singingi', clock: string): Promise<void> {
  test = await testApp({ daerah, clock });
  gov = await tinyGovernment(test);
  desk = new SkpDesk(test);
  // Budi is the performance manager of the dinas (pengelola kinerja).
  await test.db.query(`INSERT INTO account_role (account_id, role, unit_id, valid_from, reason) VALUES ($1,'performance-manager',$2,'2024-01-01','uji')`, [
    gov.accounts.budi, gov.units.dinkes,
  ]);
}
const stops = (skp: SkpDetail) => skp.findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code);

/** Handed in, reviewed and agreed by both. */
async function agreed(): Promise<SkpDetail> {
  let skp = await desk.submitted('siti');
  await desk.talk('kasi', skp, '2026-01-12');
  skp = await desk.good('budi', skp, 'review', { remarks: 'Sudah sesuai', ticks: desk.ticks(skp) });
  skp = await desk.good('siti', skp, 'agree');
  return desk.good('kasi', skp, 'agree');
}

describe('SKP under Banjarnegara 37/2020', () => {
  beforeAll(() => start('banjarnegara', '2026-01-20T09:00:00+07:00'));
  afterAll(() => test.close());
  afterEach(() => clearWork(test));

  it('BN-6.3 BN-6.8 is reviewed, agreed by both, and in force only once determined', async () => {
    const inForce = async () => {
      const { body } = await test.call<Page<MissingSkpItem>>('GET', '/skp/missing?year=2026&limit=200', { as: 'umpeg' });
      return !body.items.some(({ employmentId }) => employmentId === gov.people.siti);
    };
    let skp = await desk.submitted('siti');
    await test.deliver();
    const told = async (as: string) => (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body.items.filter(({ topic, path }) => topic === 'skp-waiting' && path === `/skp/${skp.id}`);
    expect([(await told('budi')).map(({ params }) => params.name), await told('kasi')]).toEqual([['Siti Aminah'], []]);
    expect(await desk.step('kasi', skp, 'determine', {})).toMatchObject({ status: 409, body: { code: 'state-refused' } });
    expect(await desk.step('siti', skp, 'agree')).toMatchObject({ status: 409 });
    expect(await desk.step('kasi', skp, 'review', { remarks: '', ticks: [] })).toMatchObject({ status: 403 });
    const waiting = await test.call<Page<SkpItem>>('GET', '/skp/to-review', { as: 'budi' });
    expect(waiting.body.items.map(({ id }) => id)).toEqual([skp.id]);
    skp = await desk.good('budi', skp, 'review', { remarks: 'Indikator terukur', ticks: [] });
    expect(skp.status).toBe('reviewed');
    skp = await desk.good('siti', skp, 'agree');
    expect(skp).toMatchObject({ status: 'reviewed' });
    expect(await desk.step('siti', skp, 'agree')).toMatchObject({ status: 409 });
    skp = await desk.good('kasi', skp, 'agree');
    expect(skp.status).toBe('agreed');
    expect(await inForce()).toBe(false);
    skp = await desk.good('kasi', skp, 'determine', {});
    expect(skp).toMatchObject({ status: 'determined', late: false, dueCite: { source: 'banjarnegara-37-2020', ref: 'Pasal 9 ayat (1)' } });
    expect(await inForce()).toBe(true);
    expect(skp.signatures.map(({ act, capacity, person }) => [act, capacity, person.name])).toEqual([
      ['submit', 'owner', 'Siti Aminah'], ['review', 'performance-manager', 'Budi Santoso'], ['agree', 'owner', 'Siti Aminah'],
      ['agree', 'evaluator', 'Ahmad Fauzi'], ['determine', 'evaluator', 'Ahmad Fauzi'],
    ]);
    expect(new Set(skp.signatures.map(({ contentHash }) => contentHash))).toEqual(new Set([skp.contentHash]));
    expect(skp.signatures[1]!.remarks).toBe('Indikator terukur');
  });

  it('BN-6.3 an agreement holds for the words that were agreed', async () => {
    let skp = await desk.submitted('siti');
    skp = await desk.good('budi', skp, 'review', { remarks: '', ticks: [] });
    skp = await desk.good('kasi', skp, 'agree');
    skp = await desk.good('siti', skp, 'withdraw');
    const changed = [{ ...skp.results[0]!, title: 'Laporan promosi kesehatan triwulanan' }];
    skp = (await desk.save('siti', skp, changed.map(({ superiorResultTitle: _, objectiveTitle: __, attainment: ___, ...result }) => result))).body;
    skp = await desk.good('siti', skp, 'submit');
    skp = await desk.good('budi', skp, 'review', { remarks: '', ticks: [] });
    expect(await desk.good('siti', skp, 'agree')).toMatchObject({ status: 'reviewed' });
  });

  it('BN-6.2 evaluator and performance manager write along, and who wrote what is kept', async () => {
    let skp = await desk.draft('siti');
    const written = (target: string) => [aResult({ id: skp.results[0]!.id, indicators: [{ ...skp.results[0]!.indicators[0]!, target }, ...skp.results[0]!.indicators.slice(1)] })];
    const byEvaluator = await desk.save('kasi', skp, written('24'));
    expect(byEvaluator.status).toBe(200);
    skp = byEvaluator.body;
    skp = (await desk.save('budi', skp, written('36'))).body;
    expect(skp.results[0]!.indicators[0]!.target).toBe('36');
    expect(await desk.save('kabid', skp, written('48'))).toMatchObject({ status: 403 });
    expect(await desk.save('rina', skp, written('48'))).toMatchObject({ status: 404 });
    const { body } = await test.call<SkpEvent[]>('GET', `/skp/${skp.id}/events`, { as: 'siti' });
    const wrote = body.filter(({ action }) => action === 'saved').map(({ actorName, capacity, changes }) => [actorName, capacity, changes.at(-1)?.after]);
    expect(wrote.slice(0, 2)).toEqual([
      ['Budi Santoso', 'performance-manager', 'Jumlah laporan: 36 laporan'], ['Ahmad Fauzi', 'evaluator', 'Jumlah laporan: 24 laporan'],
    ]);
  });

  it('BN-6.9 what the evaluator refuses is decided by the evaluator’s superior, and that is final', async () => {
    let skp = await agreed();
    skp = await desk.good('kasi', skp, 'refuse', { reason: 'Target terlalu rendah bagi jabatannya' });
    expect(skp.status).toBe('disputed');
    expect(await desk.step('kasi', skp, 'settle', { outcome: 'determine', reason: 'Tetap' })).toMatchObject({ status: 403 });
    const waiting = await test.call<SkpItem[]>('GET', '/skp/disputes', { as: 'kabid' });
    expect(waiting.body.map(({ id }) => id)).toEqual([skp.id]);
    expect((await desk.get('kabid', skp.id)).dispute).toMatchObject({ reason: 'Target terlalu rendah bagi jabatannya', byName: 'Ahmad Fauzi', outcome: null });
    const settled = await desk.good('kabid', skp, 'settle', { outcome: 'determine', reason: 'Target sudah wajar' });
    expect(settled).toMatchObject({ status: 'determined', disputeSettled: true, dispute: { outcome: 'determine', decision: 'Target sudah wajar' }, evaluator: { employmentId: gov.people.kabid } });
    expect(settled.signatures.at(-1)).toMatchObject({ act: 'settle', capacity: 'evaluator-superior', remarks: 'Target sudah wajar' });
  });

  it('BN-6.9 the superior may have it amended; afterwards nobody refuses or returns it again', async () => {
    let skp = await agreed();
    skp = await desk.good('kasi', skp, 'refuse', { reason: 'Target terlalu rendah bagi jabatannya' });
    const place = `results.${skp.results[0]!.id}.indicators.0.target`;
    skp = await desk.good('kabid', skp, 'settle', { outcome: 'amend', reason: 'Naikkan target', notes: [{ place, text: 'Menjadi 24' }] });
    expect(skp).toMatchObject({ status: 'returned', returnReason: 'Naikkan target', notes: [{ place, text: 'Menjadi 24' }] });
    skp = await desk.good('siti', await desk.get('siti', skp.id), 'submit');
    skp = await desk.good('budi', skp, 'review', { remarks: '', ticks: [] });
    expect(await desk.step('kasi', skp, 'refuse', { reason: 'Masih tidak setuju' })).toMatchObject({ status: 409 });
    expect(await desk.step('kasi', skp, 'return', { reason: 'Masih tidak setuju' })).toMatchObject({ status: 409 });
  });

  it('BN-6.1 BN-7.4 refers to the sources of its kind of post', async () => {
    const skp = await desk.begin('siti');
    expect(skp.form.sources!.list.filter(({ required }) => required).map(({ code }) => code)).toEqual(['organisation', 'job-description', 'superior-skp']);
    expect(skp.form.sources!.list.find(({ code }) => code === 'superior-skp')!.cite).toMatchObject({ ref: 'Pasal 7 ayat (4)' });
    const bare = await desk.save('siti', skp, [aResult()], aPlan(skp, { sources: [{ code: 'superior-skp', number: '', date: null }] }));
    expect(stops(bare.body)).toEqual(['skp.no-source', 'skp.no-source']);
    const refused = await desk.step('siti', bare.body, 'submit');
    expect(refused).toMatchObject({ status: 422, body: { rule: { code: 'skp.no-source', cite: { ref: 'Pasal 7 ayat (4)' } } } });
  });

  /** The sources a post of that kind must lean on; leaving one out keeps the SKP from being handed in, with the paragraph. */
  const leansOn = async (person: 'kadis' | 'kabid' | 'kasi' | 'kapus', codes: string[], paragraph: number, from: string[]) => {
    const begun = await desk.begin(person);
    const needed = begun.form.sources!.list.filter(({ required }) => required);
    expect(needed.map(({ code }) => code)).toEqual(codes);
    expect(begun.plan.sources.map(({ code }) => code)).toEqual(codes);
    expect(begun.form.cascade).toMatchObject({ from, cite: { ref: `Pasal 7 ayat (${paragraph})` } });
    for (const left of codes) {
      const plan = { ...begun.plan, sources: begun.plan.sources.filter(({ code }) => code !== left) };
      const { body } = await desk.save(person, await desk.get(person, begun.id), [aResult()], plan);
      expect(body.findings.filter(({ place }) => place === 'plan.sources')).toMatchObject([{ code: 'skp.no-source', severity: 'stop', cite: { ref: `Pasal 7 ayat (${paragraph})` } }]);
      expect((await desk.step(person, body, 'submit')).status).toBe(422);
    }
  };
  it('BN-7.1 a top official leans on the performance agreement, with strategic plan and annual work plan', () =>
    leansOn('kadis', ['strategic-plan', 'performance-agreement', 'annual-work-plan'], 1, ['objectives']));
  it('BN-7.2 an administrator leans on the superior’s SKP, with organisation and procedures and job description', () =>
    leansOn('kabid', ['organisation', 'job-description', 'superior-skp'], 2, ['superior']));
  it('BN-7.3 a supervisor leans on the superior’s SKP, with organisation and procedures and job description', () =>
    leansOn('kasi', ['organisation', 'job-description', 'superior-skp'], 3, ['superior']));
  it('BN-7.5 a functional official leans on superior and unit, with the plans named, and on the points of the post', () =>
    leansOn('kapus', ['performance-agreement', 'organisation', 'job-description', 'superior-skp', 'annual-work-plan', 'functional-points'], 5, ['points', 'superior', 'objectives']));

  it('BN-6.5 BN-6.6 BN-6.7 asks a clear description, a number, quality and a time target', async () => {
    const vague = aResult({ title: 'Laporan', indicators: [{ aspect: 'quantity', indicator: 'Jumlah', target: 'banyak', unit: 'laporan' }] });
    const skp = await desk.draft('siti', [vague]);
    expect(stops(skp)).toEqual(['skp.unclear', 'skp.not-a-number', 'skp.no-quality', 'skp.no-time-target']);
    const cites = skp.findings.filter(({ severity }) => severity === 'stop').map(({ cite }) => cite!.ref);
    expect(cites).toEqual(['Pasal 6 ayat (5)', 'Pasal 6 ayat (6)', 'Pasal 6 ayat (6)', 'Pasal 6 ayat (7)']);
    expect((await desk.step('siti', skp, 'submit')).status).toBe(422);
    expect(stops((await desk.save('siti', skp, [aResult()])).body)).toEqual([]);
  });

  it('BN-6.4 BN-8.2 an additional task has a letter and its characteristics, and is never alone', async () => {
    const task = { task: 'additional' as const, title: 'Panitia hari jadi kabupaten' };
    let skp = await desk.draft('siti', [aResult(task)]);
    expect(stops(skp)).toContain('skp.only-additional');
    skp = (await desk.attach('siti', skp, 'additional-task')).body;
    const assignment = {
      givenBy: 'Kepala Dinas Kesehatan', decisionNumber: '800/12/2026', decisionDate: '2026-01-05', signatory: 'Kepala Dinas',
      documentId: skp.documents[0]!.id, conditions: ['agreed', 'formalised', 'outside-duties'],
    };
    const save = async (conditions: string[]) => {
      skp = (await desk.save('siti', skp, [aResult(), aResult({ ...task, assignment: { ...assignment, conditions } })])).body;
      return stops(skp);
    };
    expect(await save(assignment.conditions)).toEqual(['skp.condition']);
    expect(await save([...assignment.conditions.slice(1), 'capacity'])).toEqual(['skp.condition']);
    expect(await save([...assignment.conditions, 'organisation'])).toEqual([]);
    expect((await desk.step('siti', skp, 'submit')).status).toBe(200);
  });

  it('BN-9.2 a transfer ends the SKP of the former post; the new one begins with the month of the letter', async () => {
    const old = await agreed().then((skp) => desk.good('kasi', skp, 'determine', {}));
    await gov.vacate('siti', '2026-06-16');
    await gov.assign('siti', 'stafUmum', 'definitive', '2026-06-17', null, 4);
    test.setClock('2026-06-18T09:00:00+07:00');
    const letter = { kind: 'spmt', number: '800/77/2026', date: '2026-06-17' };
    const { body } = await test.call<SkpDetail>('POST', '/skp', { as: 'siti', body: { year: 2026, letter } });
    expect(body).toMatchObject({ periodFrom: '2026-06-01', periodTo: '2026-12-31', letter, dueDate: '2026-06-30' });
    expect(await desk.get('siti', old.id)).toMatchObject({ periodTo: '2026-05-31' });
    test.setClock('2026-01-20T09:00:00+07:00');
    await test.db.query(`DELETE FROM assignment WHERE employment_id = $1 AND valid_from = '2026-06-17'`, [gov.people.siti]);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE employment_id = $1`, [gov.people.siti]);
    await gov.vacate('siti', '2099-12-31');
  });

  it('BN-9.1 lists those determined late or not at all', async () => {
    const late = () => test.call<Page<SkpItem>>('GET', '/skp?year=2026&late=true', { as: 'umpeg' }).then(({ body }) => body.items.map(({ personName }) => personName));
    await desk.draft('siti');
    await givenSkp(test, gov, 'kasi');
    expect(await late()).toEqual([]);
    test.setClock('2026-02-01T09:00:00+07:00');
    expect(await late()).toEqual(['Siti Aminah']);
    test.setClock('2026-01-20T09:00:00+07:00');
  });
});

describe('SKP under Kuantan Singingi 65/2019', () => {
  beforeAll(() => start('kuantan-singingi', '2026-01-20T09:00:00+07:00'));
  afterAll(() => test.close());
  afterEach(() => clearWork(test));

  it('KS-5.3 KS-5.4 KS-7.2 the reviewer ticks each criterion of each indicator before both agree', async () => {
    let skp = await desk.submitted('siti');
    const [first, ...others] = desk.ticks(skp);
    expect(first!.criteria).toEqual(['specific', 'measurable', 'realistic', 'time-bound', 'fitted']);
    const partly = [{ ...first!, criteria: ['specific', 'measurable'] }, ...others];
    expect(await desk.step('budi', skp, 'review', { remarks: '', ticks: partly })).toMatchObject({
      status: 422, body: { rule: { code: 'skp.criterion', cite: { ref: 'Pasal 7 ayat (2)' } }, params: { criterion: 'Realistis' } },
    });
    skp = await desk.good('budi', skp, 'review', { remarks: 'Lengkap', ticks: [first!, ...others] });
    await desk.talk('kasi', skp, '2026-01-12');
    skp = await desk.good('siti', skp, 'agree');
    expect(await desk.step('kasi', skp, 'determine', {})).toMatchObject({ status: 409 });
    expect(await desk.good('kasi', skp, 'agree')).toMatchObject({ status: 'agreed' });
  });

  it('KS-8.2 each main result was discussed before it is agreed', async () => {
    let skp = await desk.submitted('siti', [aResult(), aResult({ title: 'Penyuluhan gizi terlaksana baik' })]);
    skp = await desk.good('budi', skp, 'review', { remarks: '', ticks: desk.ticks(skp) });
    expect(await desk.step('siti', skp, 'agree')).toMatchObject({ status: 422, body: { rule: { code: 'skp.no-dialogue', cite: { ref: 'Pasal 8 ayat (2)' } } } });
    await desk.talk('kasi', skp, '2026-01-12', [skp.results[0]!.id]);
    expect((await desk.step('siti', skp, 'agree')).status).toBe(422);
    const { dialogues } = await desk.talk('budi', skp, '2026-01-13', [skp.results[1]!.id]);
    expect(dialogues.map(({ heldOn, recordedBy, capacity }) => [heldOn, recordedBy, capacity])).toEqual([
      ['2026-01-12', 'Ahmad Fauzi', 'evaluator'], ['2026-01-13', 'Budi Santoso', 'performance-manager'],
    ]);
    expect((await desk.step('siti', skp, 'agree')).status).toBe(200);
  });

  it('KS-17.a the evaluator verifies it against the documents before determining it', async () => {
    const skp = await agreed();
    expect(await desk.step('kasi', skp, 'determine', {})).toMatchObject({ status: 422, body: { rule: { code: 'skp.not-verified', cite: { ref: 'Pasal 17 huruf a' } } } });
    expect((await desk.step('kasi', skp, 'verify', { remarks: '', documentsChecked: false })).status).toBe(422);
    expect((await desk.step('budi', skp, 'verify', { remarks: '', documentsChecked: true })).status).toBe(403);
    const verified = await desk.good('kasi', skp, 'verify', { remarks: 'Sesuai uraian jabatan', documentsChecked: true });
    expect(await desk.good('kasi', verified, 'determine', {})).toMatchObject({ status: 'determined' });
  });

  it('KS-5.1 KS-5.2 KS-6.1 KS-6.2 KS-7.1 KS-7.3 the plan holds what the regulation names', async () => {
    const begun = await desk.begin('siti');
    expect(begun.form.sources!.list.map(({ code }) => code)).toEqual(['strategic-plan', 'performance-agreement', 'organisation', 'job-description', 'superior-skp']);
    expect(begun.form.results.aspects).toEqual(['quantity', 'quality', 'time', 'cost']);
    expect(begun.form.behaviour!.values).toHaveLength(7);
    const expectation = { code: 'akuntabel', expectation: 'Melapor tepat waktu' };
    const bare = (await desk.save('siti', begun, [aResult({ indicators: [] })], { ...aPlan(begun), sources: [] })).body;
    expect(stops(bare)).toEqual(['skp.no-indicator', 'skp.no-source']);
    expect(bare.findings.filter(({ severity }) => severity === 'stop').map(({ cite }) => cite!.ref)).toEqual(['Pasal 7 ayat (1)', 'Pasal 5 ayat (2)']);
    const additional = aResult({ task: 'additional' });
    expect(stops((await desk.save('siti', bare, [additional], aPlan(begun))).body)).toContain('skp.only-additional');
    const again = await desk.get('siti', begun.id);
    const whole = (await desk.save('siti', again, [aResult()], aPlan(begun, { behaviour: [expectation] }))).body;
    expect(stops(whole)).toEqual([]);
    expect(whole.plan.behaviour).toEqual([expectation]);
    expect(whole.plan.sources.map(({ code }) => code)).toEqual(['strategic-plan']);
  });

  it('KS-1.7 KS-1.8 KS-9.2 an additional task points to its letter, with number, date and signatory', async () => {
    let skp = await desk.draft('siti');
    expect(await desk.attach('siti', skp, 'additional-task', '<script>')).toMatchObject({ status: 422, body: { code: 'file-unreadable' } });
    const unsigned = `/skp/${skp.id}/documents?use=additional-task&kind=SK&number=1&date=2026-01-05`;
    const file = { field: 'file', name: 'sk.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') };
    expect((await test.call('POST', unsigned, { as: 'siti', file })).status).toBe(400);
    skp = (await desk.attach('siti', skp, 'additional-task')).body;
    const [document] = skp.documents;
    expect(document).toMatchObject({ number: '800/12/2026', date: '2026-01-05', signatory: 'Kepala Dinas', fileName: 'sk.pdf' });
    const assignment = {
      givenBy: 'Kepala Dinas', decisionNumber: '800/12/2026', decisionDate: '2026-01-05', signatory: 'Kepala Dinas', documentId: randomUUID() as string,
      conditions: ['agreed', 'formalised', 'outside-duties', 'capacity'],
    };
    const withLetter = (documentId: string) => desk.save('siti', skp, [aResult(), aResult({ task: 'additional', title: 'Panitia hari jadi', assignment: { ...assignment, documentId } })]);
    skp = (await withLetter(assignment.documentId)).body;
    expect(stops(skp)).toEqual(['skp.no-decision']);
    expect(skp.findings.find(({ code }) => code === 'skp.no-decision')!.cite).toMatchObject({ ref: 'Pasal 9 ayat (2)' });
    skp = (await withLetter(document!.id)).body;
    expect(stops(skp)).toEqual([]);
    const copy = await test.call('GET', `/skp/${skp.id}/documents/${document!.id}`, { as: 'kasi' });
    expect(copy.raw.toString()).toBe('%PDF-1.7 surat');
    expect((await test.call('GET', `/skp/${skp.id}/documents/${document!.id}`, { as: 'rina' })).status).toBe(404);
  });

  it('KS-23.3 lists whose copies of supporting documents are missing', async () => {
    const missing = () => test.call<Page<MissingDocumentItem>>('GET', '/skp/missing-documents?year=2026', { as: 'umpeg' }).then(({ body }) => body.items);
    const skp = await desk.draft('siti');
    expect(await missing()).toEqual([expect.objectContaining({ personName: 'Siti Aminah', use: 'start-of-year', dueDate: '2026-01-31', overdue: false })]);
    test.setClock('2026-02-02T09:00:00+07:00');
    expect((await missing())[0]!.overdue).toBe(true);
    await desk.attach('siti', skp, 'start-of-year');
    expect(await missing()).toEqual([]);
    test.setClock('2026-01-20T09:00:00+07:00');
  });

  it('KS-23.2 KS-23.4 a change is reported with its documents, due in seven working days, and never lapses into acceptance', async () => {
    let skp = await agreed();
    skp = await desk.good('kasi', skp, 'verify', { remarks: '', documentsChecked: true });
    skp = await desk.good('kasi', skp, 'determine', {});
    test.setClock('2026-10-05T10:00:00+07:00');
    const call = (as: 'siti' | 'kasi', id: string, version: number, step: string, body?: object) =>
      test.call<OrProblem<SkpChangeDetail>>('POST', `/skp-changes/${id}/${step}`, { as, ifMatch: version, body });
    const started = (await test.call<SkpChangeDetail>('POST', `/skp/${skp.id}/changes`, { as: 'siti', body: { reason: 'Target naik menurut DPA perubahan' } })).body;
    expect((await call('siti', started.id, started.version, 'submit')).body.rule).toMatchObject({ code: 'skp.nothing-changed' });
    const results = [aResult({ id: skp.results[0]!.id, indicators: [{ ...skp.results[0]!.indicators[0]!, target: '24' }, ...skp.results[0]!.indicators.slice(1)] })];
    const saved = (await test.call<SkpChangeDetail>('PUT', `/skp-changes/${started.id}`, { as: 'siti', ifMatch: started.version, body: { results } })).body;
    expect(saved.differences).toEqual([expect.objectContaining({ before: 'Jumlah laporan: 12 laporan', after: 'Jumlah laporan: 24 laporan' })]);
    expect((await call('siti', saved.id, saved.version, 'submit')).body.rule).toMatchObject({ code: 'skp.no-change-document', cite: { ref: 'Pasal 23 ayat (2)' } });
    await desk.attach('siti', skp, 'change');
    const reported = (await call('siti', saved.id, saved.version, 'submit')).body;
    expect(reported).toMatchObject({ status: 'submitted', dueAt: '2026-10-14T17:00:00.000Z', overdue: false, cite: { ref: 'Pasal 23 ayat (4)' } });

    test.setClock('2026-10-30T10:00:00+07:00');
    const waiting = await test.call<Page<{ id: string; overdue: boolean; status: string }>>('GET', '/skp-changes', { as: 'kasi' });
    expect(waiting.body.items).toEqual([expect.objectContaining({ id: saved.id, overdue: true, status: 'submitted' })]);
    expect((await desk.get('siti', skp.id)).results[0]!.indicators[0]!.target).toBe('12');
    expect((await call('siti', saved.id, reported.version, 'accept')).status).toBe(403);
    expect((await call('kasi', saved.id, reported.version, 'accept')).status).toBe(200);
    const after = await desk.get('siti', skp.id);
    expect(after).toMatchObject({ status: 'determined', change: null });
    expect(after.results[0]!.indicators[0]!.target).toBe('24');
    expect(after.signatures.slice(-2).map(({ act, content }) => [act, content])).toEqual([['change', 2], ['accept-change', 2]]);
    const versions = await test.call<SkpVersionItem[]>('GET', `/skp/${skp.id}/versions`, { as: 'siti' });
    expect(versions.body.map(({ number }) => number)).toEqual([1, 2]);
    const { body } = await test.call<SkpComparison>('GET', `/skp/${skp.id}/comparison?from=1&to=2`, { as: 'kasi' });
    expect(body.differences).toEqual(saved.differences);
    test.setClock('2026-01-20T09:00:00+07:00');
  });

  it('KS-33 lists who has not made the initial entry in time', async () => {
    const missing = () => test.call<Page<{ personName: string; dueDate: string; overdue: boolean }>>('GET', '/skp/initial-entries?year=2026&limit=200', { as: 'umpeg' }).then(({ body }) => body.items);
    await desk.begin('siti');
    const of = async (name: string) => (await missing()).find(({ personName }) => personName === name);
    // Both came after promulgation: one month from the first session, or from the day they came while there is none.
    expect(await of('Siti Aminah')).toMatchObject({ dueDate: '2026-02-20', overdue: false });
    expect(await of('Yusuf Effendi')).toMatchObject({ dueDate: '2024-02-01', overdue: true });
    test.setClock('2026-02-21T09:00:00+07:00');
    expect(await of('Siti Aminah')).toMatchObject({ overdue: true });
    await clearWork(test);
    await desk.submitted('siti');
    expect(await of('Siti Aminah')).toBeUndefined();
    test.setClock('2026-01-20T09:00:00+07:00');
  });
});

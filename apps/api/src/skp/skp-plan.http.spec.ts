import { randomUUID } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { NotificationItem } from '@ekinerja/contracts/notifications';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { SkpChangeDetail, SkpComparison, SkpVersionItem } from '@ekinerja/contracts/skp-record';
import type { SkpSuggestions, SkpYearAnswer, SkpYearProgress } from '@ekinerja/contracts/skp-year';
import { aPlan, aResult, SkpDesk } from '../testing/skp-writing.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenSkp } from '../testing/work.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { SkpClosingService } from './skp-closing.service.js';

let test: TestApp;
let gov: TinyGovernment;
let desk: SkpDesk;
const JANUARY = '2026-01-20T09:00:00+08:00';
const TALK = { dialogue: { heldOn: '2026-01-12', notes: 'Target dan sumber daya dibahas', resultIds: [] } };
const stops = (skp: SkpDetail) => skp.findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code);
const determined = async (results = [aResult()]) => desk.good('kasi', await desk.submitted('siti', results), 'determine', TALK);

beforeAll(async () => {
  test = await testApp({ clock: JANUARY });
  gov = await tinyGovernment(test);
  desk = new SkpDesk(test);
});
afterAll(() => test.close());
afterEach(async () => {
  await clearWork(test);
  test.setClock(JANUARY);
});

describe('what a plan holds under Tanah Laut 2024', () => {
  it('TL-6.3 TL-10.1 TL-11 TL-12 holds results, behaviour, resources, accountability and consequences', async () => {
    const begun = await desk.begin('siti');
    expect(begun.form.resources!.kinds.map(({ code }) => code)).toEqual(['people', 'budget', 'equipment', 'guidance', 'facilities']);
    expect(begun.form.accountability).toMatchObject({ rhythms: ['daily', 'weekly', 'monthly', 'quarterly', 'semester'], evidence: ['progress', 'final'], cite: { ref: 'Pasal 11' } });
    const without = (await desk.save('siti', begun, [aResult()], { ...begun.plan, accountability: null })).body;
    expect(stops(without)).toEqual(['skp.no-resources', 'skp.no-accountability']);
    const plan = {
      ...begun.plan,
      // A kind of one's own beside those of the article.
      resources: [{ kind: 'guidance', need: 'Konsultasi tiap pekan' }, { kind: 'Kendaraan dinas', need: 'Dua kali sebulan' }],
      accountability: { rhythm: 'quarterly' as const, progress: 'Laporan kemajuan', final: 'Laporan akhir' },
      consequences: { positive: 'Diusulkan pelatihan', negative: 'Pembinaan berkala' },
    };
    const whole = (await desk.save('siti', without, [aResult()], plan)).body;
    expect(stops(whole)).toEqual([]);
    expect(whole.plan).toEqual(plan);
  });

  it('TL-7.1 refers to all six sources', async () => {
    const begun = await desk.begin('siti');
    expect(begun.plan.sources.map(({ code }) => code)).toEqual(['strategic-plan', 'performance-agreement', 'organisation', 'superior-plan', 'competence', 'priorities']);
    const five = await desk.save('siti', begun, [aResult()], aPlan(begun, { sources: begun.plan.sources.slice(0, 5) }));
    expect(stops(five.body)).toEqual(['skp.no-source']);
    expect((await desk.step('siti', five.body, 'submit')).body.rule).toMatchObject({ code: 'skp.no-source', cite: { source: 'tanah-laut-2024', ref: 'Pasal 7 ayat (1)' } });
  });

  it('TL-7.2 asks a PPPK for the work agreement', async () => {
    const begun = await desk.begin('rina');
    const bare = await desk.save('rina', begun, [aResult()], aPlan(begun));
    expect(stops(bare.body)).toEqual(['skp.no-work-agreement']);
    expect((await desk.step('rina', bare.body, 'submit')).body.rule!.cite).toMatchObject({ ref: 'Pasal 7 ayat (2)' });
    const sources = begun.plan.sources.map((source) => (source.code === 'work-agreement' ? { ...source, number: '813/77/2024', date: '2024-12-01' } : source));
    expect(stops((await desk.save('rina', bare.body, [aResult()], aPlan(begun, { sources }))).body)).toEqual([]);
  });

  it('TL-8.1 TL-8.3 each result says its kind; targets are numbers or qualities, with a direction', async () => {
    const kinds = ['outcome', 'intermediate-outcome', 'output', 'service'] as const;
    const quality = { aspect: 'quality' as const, approach: 'qualitative' as const, indicator: 'Kepuasan pengguna', target: 'Tidak ada keluhan', unit: '' };
    const span = { aspect: 'time' as const, direction: 'range' as const, indicator: 'Waktu layanan', target: '2', targetTo: '4', unit: 'hari' };
    const skp = await desk.draft('siti', kinds.map((kind) => aResult({ kind, indicators: [quality, span] })));
    expect(stops(skp)).toEqual([]);
    expect(skp.results.map(({ kind }) => kind)).toEqual(kinds);
    expect(skp.results[0]!.indicators).toEqual([expect.objectContaining({ ...quality, direction: 'bigger' }), expect.objectContaining({ ...span, approach: 'quantitative' })]);
    const open = await desk.save('siti', skp, [aResult({ indicators: [{ ...span, targetTo: '' }] })]);
    expect(stops(open.body)).toEqual(['skp.range']);
    const wrong = aResult({ kind: 'wish' as 'output' });
    expect((await desk.save('siti', skp, [wrong])).status).toBe(400);
  });

  it('TL-9.1 TL-9.2 TL-9.3 TL-9.4 expects the seven values with three standards each, and special expectations', async () => {
    const begun = await desk.begin('siti');
    const behaviour = begun.form.behaviour!;
    expect(behaviour.aspects.map(({ name }) => name)).toEqual(['Orientasi pelayanan', 'Komitmen', 'Inisiatif kerja', 'Kerja sama', 'Kepemimpinan']);
    expect(behaviour.values.map(({ standards }) => standards.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(behaviour.values.every(({ aspect }) => behaviour.aspects.some(({ code }) => code === aspect))).toBe(true);
    expect(behaviour.values.find(({ code }) => code === 'adaptif')!.standards).toEqual([
      'cepat menyesuaikan diri menghadapi perubahan', 'terus berinovasi dan mengembangkan kreativitas', 'bertindak proaktif',
    ]);
    const special = [{ code: 'kolaboratif', expectation: 'Membagi jadwal kepada puskesmas' }];
    const saved = await desk.save('siti', begun, [aResult()], aPlan(begun, { behaviour: special }));
    expect(saved.body.plan.behaviour).toEqual(special);
  });

  it('TL-6.2 is determined only after the performance dialogue is on record', async () => {
    const skp = await desk.submitted('siti');
    expect(await desk.step('kasi', skp, 'determine', {})).toMatchObject({ status: 422, body: { rule: { code: 'skp.no-dialogue', cite: { ref: 'Pasal 6 ayat (2)' } } } });
    const ahead = { dialogue: { ...TALK.dialogue, heldOn: '2026-01-21' } };
    expect((await desk.step('kasi', skp, 'determine', ahead)).body.rule).toMatchObject({ code: 'skp.dialogue-ahead' });
    const done = await desk.good('kasi', skp, 'determine', TALK);
    expect(done).toMatchObject({ status: 'determined', dialogues: [{ heldOn: '2026-01-12', recordedBy: 'Ahmad Fauzi', notes: TALK.dialogue.notes }] });
  });

  it('TL-6.4 can be begun before the superior’s SKP stands, and is linked when it does', async () => {
    let skp = await desk.draft('siti', [aResult({ linkLater: true })]);
    expect(stops(skp)).toEqual([]);
    expect(skp.findings.map(({ code }) => code)).toContain('skp.hint-link-later');
    const above = await givenSkp(test, gov, 'kasi');
    skp = await desk.get('siti', skp.id);
    expect(skp.findings.find(({ code }) => code === 'skp.no-superior-result')).toMatchObject({ severity: 'hint' });
    skp = (await desk.save('siti', skp, [aResult({ id: skp.results[0]!.id, superiorResultId: above })])).body;
    expect(skp.results[0]).toMatchObject({ superiorResultId: above, superiorResultTitle: 'Laporan promosi kesehatan tersusun' });
    // What was done in January on the draft stays on the same result when it is determined.
    const work = await test.call<{ id: string }>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(skp.results[0]!.id, { date: '2026-01-19', submit: true }) });
    expect(work.status).toBeLessThan(300);
    const bound = await desk.good('kasi', await desk.good('siti', skp, 'submit'), 'determine', TALK);
    expect(bound.results[0]!.id).toBe(skp.results[0]!.id);
  });
});

describe('what becomes of a determined plan', () => {
  const change = (as: 'siti' | 'kasi', row: { id: string; version: number }, step: string, body?: object) =>
    test.call<OrProblem<SkpChangeDetail>>('POST', `/skp-changes/${row.id}/${step}`, { as, ifMatch: row.version, body });
  const begin = (as: 'siti' | 'kasi' | 'rina', skp: SkpDetail, body: object) => test.call<OrProblem<SkpChangeDetail>>('POST', `/skp/${skp.id}/changes`, { as, body });

  it('TL-13.2 TL-13.3 develops in versions, each signed by the employee and determined by the evaluator', async () => {
    const skp = await determined();
    expect(await begin('rina', skp, { reason: 'Penugasan baru' })).toMatchObject({ status: 404 });
    const started = (await begin('siti', skp, { reason: 'Penugasan baru dari kepala bidang' })).body;
    expect((await begin('siti', skp, { reason: 'Sekali lagi' })).status).toBe(409);
    const results = [aResult({ id: skp.results[0]!.id }), aResult({ title: 'Kelas ibu hamil terlaksana' })];
    const saved = (await test.call<SkpChangeDetail>('PUT', `/skp-changes/${started.id}`, { as: 'siti', ifMatch: started.version, body: { results } })).body;
    expect(saved.differences.map(({ field, of }) => [field, of])).toContainEqual(['title', 'Kelas ibu hamil terlaksana']);
    expect((await test.call('PUT', `/skp-changes/${started.id}`, { as: 'siti', ifMatch: started.version, body: { results } })).status).toBe(412);
    const reported = (await change('siti', saved, 'submit')).body;
    expect(reported).toMatchObject({ status: 'submitted', dueAt: null });
    const returned = (await change('kasi', reported, 'return', { reason: 'Tambahkan target waktu' })).body;
    expect(returned).toMatchObject({ status: 'returned', returnReason: 'Tambahkan target waktu' });
    const again = (await change('siti', returned, 'submit')).body;
    expect((await change('kasi', again, 'accept')).status).toBe(200);
    const { body: versions } = await test.call<SkpVersionItem[]>('GET', `/skp/${skp.id}/versions`, { as: 'siti' });
    expect(versions.map(({ number, signatures }) => [number, [...new Set(signatures.map(({ capacity }) => capacity))]])).toEqual([
      [1, ['owner', 'evaluator']], [2, ['owner', 'evaluator']],
    ]);
    const { body } = await test.call<SkpComparison>('GET', `/skp/${skp.id}/comparison?from=1&to=2`, { as: 'kasi' });
    expect(body.differences.some(({ of, before }) => of === 'Kelas ibu hamil terlaksana' && before === '')).toBe(true);
  });

  it('TL-10.2 expectations follow resources that were not agreed or not delivered, on record', async () => {
    const skp = await determined();
    const started = (await begin('kasi', skp, { reason: 'Anggaran cetak tidak tersedia', resources: ['budget'] })).body;
    expect(started).toMatchObject({ resources: ['budget'], status: 'draft' });
    expect(started.actions).toEqual(['save', 'drop']);
    expect((await desk.get('siti', skp.id)).change).toMatchObject({ resources: ['budget'], reason: 'Anggaran cetak tidak tersedia' });
    expect((await change('kasi', started, 'submit')).status).toBe(403);
    expect((await change('siti', started, 'drop')).body).toMatchObject({ status: 'dropped' });
  });

  it('is opened again by the unit’s admin only, with a reason, and keeps the version that stood', async () => {
    const skp = await determined();
    expect((await desk.step('kasi', skp, 'reopen', { reason: 'Salah jabatan' })).status).toBe(403);
    expect((await desk.step('umpeg', skp, 'reopen', { reason: '' })).status).toBe(400);
    const open = await desk.good('umpeg', skp, 'reopen', { reason: 'Salah jabatan pada saat disusun' });
    expect(open).toMatchObject({ status: 'returned', returnReason: 'Salah jabatan pada saat disusun' });
    expect((await test.call<SkpVersionItem[]>('GET', `/skp/${skp.id}/versions`, { as: 'siti' })).body).toHaveLength(1);
  });

  it('BN-9.2 on transfer the former one is closed, and takes its results so far', async () => {
    const skp = await determined();
    const closing = test.app.get(SkpClosingService);
    expect(await closing.closeForTransfer(gov.people.siti, '2026-06-17', 'SPMT 800/77/2026')).toEqual([skp.id]);
    expect(await closing.closeForTransfer(gov.people.siti, '2026-06-17', 'SPMT 800/77/2026')).toEqual([]);
    const closed = await desk.get('kasi', skp.id);
    expect(closed).toMatchObject({ status: 'closed', periodTo: '2026-05-31' });
    const so = { reason: 'Pindah tugas', attainments: [{ resultId: skp.results[0]!.id, attainment: '5 dari 12 laporan' }] };
    expect(closed.actions).toContain('attain');
    const attained = await desk.good('kasi', closed, 'attainments', so);
    expect(attained.results[0]!.attainment).toBe('5 dari 12 laporan');
    expect(attained.actions).not.toContain('attain');
  });
});

describe('starting a plan', () => {
  it('KS-21.2 suggests the duties of the post; copies last year’s or a template of the unit', async () => {
    const duties = ['Menyusun bahan promosi kesehatan', 'Melaksanakan penyuluhan'];
    expect((await test.call('PUT', `/posts/${gov.posts.staf}/duties`, { as: 'siti', body: { duties } })).status).toBe(403);
    await test.call('PUT', `/posts/${gov.posts.staf}/duties`, { as: 'umpeg', body: { duties } });
    await givenSkp(test, gov, 'siti', 'determined', 2025);
    const suggestions = (await test.call<SkpSuggestions>('GET', '/skp/suggestions?year=2026', { as: 'siti' })).body;
    expect(suggestions).toMatchObject({ duties, lastYear: { year: 2025, results: 1 }, templates: [] });
    const { body } = await test.call<SkpDetail>('POST', '/skp', { as: 'siti', body: { year: 2026, copySkpId: suggestions.lastYear!.skpId } });
    expect(body.results.map(({ title, superiorResultId }) => [title, superiorResultId])).toEqual([['Laporan promosi kesehatan tersusun', null]]);
    expect(body.plan.sources).toHaveLength(6);
    const made = await test.call<SkpSuggestions['templates']>('POST', '/skp-templates', { as: 'umpeg', body: { name: 'Pengelola promosi', skpId: body.id } });
    expect(made.body).toEqual([expect.objectContaining({ name: 'Pengelola promosi', results: 1 })]);
    const copy = await test.call<SkpDetail>('POST', '/skp', { as: 'budi', body: { year: 2026, copyTemplateId: made.body[0]!.id } });
    expect(copy.body.results).toHaveLength(1);
    expect((await test.call('POST', '/skp', { as: 'super', body: { year: 2026, copyTemplateId: made.body[0]!.id } })).status).toBe(404);
  });

  it('KS-21.2 offers the results of the post with their indicators, most used first, and no paper is typed twice', async () => {
    // Siti and two more in the post: one result is written by two of them.
    await givenSkp(test, gov, 'siti', 'determined', 2026);
    await givenSkp(test, gov, 'budi', 'determined', 2025);
    const other = await desk.draft('rina', [aResult({ title: 'Asuhan keperawatan terlaksana' })]);
    const { examples } = (await test.call<SkpSuggestions>('GET', '/skp/suggestions?year=2026', { as: 'budi' })).body;
    expect(examples).toEqual([{ title: 'Laporan promosi kesehatan tersusun', kind: 'output', uses: 2, indicators: [expect.objectContaining({ aspect: 'quantity', direction: 'bigger' })] }]);
    // A draft of another post is nobody's example.
    expect((await test.call<SkpSuggestions>('GET', '/skp/suggestions?year=2026', { as: 'dewi' })).body.examples).toEqual([]);
    // The work agreement of a PPPK stands in the next SKP by itself (TL 7(2)).
    const sources = other.plan.sources.map((source) => (source.code === 'work-agreement' ? { ...source, number: '813/77/2024', date: '2024-12-01' } : source));
    await desk.save('rina', other, [aResult()], aPlan(other, { sources }));
    const next = await desk.begin('rina', 2027);
    expect(next.plan.sources.find(({ code }) => code === 'work-agreement')).toEqual({ code: 'work-agreement', number: '813/77/2024', date: '2024-12-01' });
  });

  it('BK-2.1 the unit’s admin opens the year, sees how far each unit is, and reminds', async () => {
    const at = { year: 2026, skpdId: gov.units.dinkes };
    expect((await test.call('POST', '/skp-years/open', { as: 'umpeg', body: { ...at, skpdId: gov.units.bkpsdm } })).status).toBe(404);
    const opened = (await test.call<SkpYearAnswer>('POST', '/skp-years/open', { as: 'umpeg', body: at })).body;
    expect(opened.created).toBeGreaterThan(5);
    expect((await test.call<SkpYearAnswer>('POST', '/skp-years/open', { as: 'umpeg', body: at })).body.created).toBe(0);
    const [mine] = (await test.call<SkpItem[]>('GET', '/skp/mine?year=2026', { as: 'siti' })).body;
    const skp = await desk.get('siti', mine!.id);
    await desk.good('siti', (await desk.save('siti', skp, [aResult()], aPlan(skp))).body, 'submit');
    expect((await test.call<SkpYearAnswer>('POST', '/skp-years/remind', { as: 'umpeg', body: at })).body.reminded).toBe(opened.created - 1);
    // Pressed twice it is told once; who handed one in is left alone, and the evaluator learns that it waits.
    await test.call('POST', '/skp-years/remind', { as: 'umpeg', body: at });
    await test.app.get(WorkQueue).runDue();
    const told = async (as: string) => (await test.call<Page<NotificationItem>>('GET', '/notifications', { as })).body.items.map(({ topic, params, path }) => [topic, params, path]);
    expect((await told('budi')).filter(([topic]) => topic === 'skp-due')).toEqual([['skp-due', { date: '2026-01-31' }, '/skp?tahun=2026']]);
    expect((await told('siti')).filter(([topic]) => topic === 'skp-due')).toEqual([]);
    expect(await told('kasi')).toContainEqual(['skp-waiting', { name: 'Siti Aminah' }, `/skp/${skp.id}`]);
    const back = await desk.good('kasi', await desk.get('kasi', skp.id), 'return', { reason: 'Target belum terukur' });
    await test.app.get(WorkQueue).runDue();
    expect(await told('siti')).toContainEqual(['skp-moved', { by: 'Ahmad Fauzi' }, `/skp/${back.id}`]);
    await desk.good('siti', back, 'submit');
    const { body } = await test.call<SkpYearProgress>('GET', `/skp/progress?year=2026&skpdId=${gov.units.dinkes}`, { as: 'umpeg' });
    expect(body.remindedAt).not.toBeNull();
    expect(body.units.find(({ unitId }) => unitId === gov.units.bidang)).toMatchObject({ none: 0, waiting: 1, determined: 0 });
    expect(body.units.reduce((sum, { people }) => sum + people, 0)).toBe(opened.created);
  });

  it('TL-13.1 pages through the SKPs of a year by status and name', async () => {
    await givenSkp(test, gov, 'siti');
    await givenSkp(test, gov, 'budi', 'submitted');
    await givenSkp(test, gov, 'super');
    const names = (query: string, as: 'umpeg' | 'super' = 'umpeg') =>
      test.call<Page<SkpItem>>('GET', `/skp?year=2026${query}`, { as }).then(({ body }) => body.items.map(({ personName }) => personName));
    expect(await names('')).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(await names('&status=submitted')).toEqual(['Budi Santoso']);
    expect(await names('&q=siti')).toEqual(['Siti Aminah']);
    expect(await names('', 'super')).toEqual(['Arif Rahman', 'Budi Santoso', 'Siti Aminah']);
    const first = (await test.call<Page<SkpItem>>('GET', '/skp?year=2026&limit=1', { as: 'umpeg' })).body;
    expect(await names(`&limit=1&cursor=${first.nextCursor}`)).toEqual(['Siti Aminah']);
    expect((await test.call('GET', '/skp?year=2026', { as: 'siti' })).status).toBe(403);
  });
});

import { randomUUID } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { GivenExpectation, RoleMatrix, TreeNode, UnitAgreement, UnitAgreementItem, UnsupportedItem, WaitingExpectation, WithoutRoleItem } from '@ekinerja/contracts/skp-cascade';
import { OrganisationService } from '../organisation/organisation.service.js';
import { aPlan, aResult, SkpDesk } from '../testing/skp-writing.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const JANUARY = '2026-01-12T09:00:00+08:00';
const TALK = { dialogue: { heldOn: '2026-01-12', notes: 'Target dibahas', resultIds: [] } };

/** An agreement with two objectives, as draft. */
async function agreement(test: TestApp, unitId: string): Promise<UnitAgreement> {
  const begun = await test.call<UnitAgreement>('POST', '/unit-agreements', { as: 'umpeg', body: { unitId, year: 2026 } });
  const targets = ['Meningkatnya derajat kesehatan masyarakat', 'Meningkatnya mutu layanan puskesmas'].map((objective) => ({
    id: randomUUID(), objective, indicator: 'Indeks keluarga sehat', target: '0,8', unit: 'indeks',
  }));
  return (await test.call<UnitAgreement>('PUT', `/unit-agreements/${begun.body.id}`, { as: 'umpeg', ifMatch: begun.body.version, body: { targets } })).body;
}
const tree = async (test: TestApp, as: PersonName, query: string) => (await test.call<OrProblem<Page<TreeNode>>>('GET', `/skp-cascade/tree?year=2026${query}`, { as })).body.items;

describe('cascade under Kuantan Singingi 65/2019', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let desk: SkpDesk;
  beforeAll(async () => {
    test = await testApp({ daerah: 'kuantan-singingi', clock: JANUARY });
    gov = await tinyGovernment(test);
    desk = new SkpDesk(test);
  });
  afterAll(() => test.close());

  it('KS-4 the plan of a unit holds targets, and takes attainment, result and benefit beside them', async () => {
    const draft = await agreement(test, gov.units.bidang);
    expect((await test.call('POST', '/unit-agreements', { as: 'kaban', body: { unitId: gov.units.dinkes, year: 2026 } })).status).toBe(404);
    expect((await test.call('PUT', `/unit-agreements/${draft.id}`, { as: 'siti', ifMatch: draft.version, body: { targets: [] } })).status).toBe(403);
    const early = { items: [{ targetId: draft.targets[0]!.id, attainment: '0,82', result: 'Tercapai', benefit: 'Keluarga lebih sehat' }] };
    expect((await test.call('PUT', `/unit-agreements/${draft.id}/attainments`, { as: 'kadis', ifMatch: draft.version, body: early })).status).toBe(409);
    const final = (await test.call<UnitAgreement>('POST', `/unit-agreements/${draft.id}/finalise`, { as: 'kadis', ifMatch: draft.version, body: { number: '050/1/2026', signedOn: '2026-01-12' } })).body;
    expect(final).toMatchObject({ status: 'final', number: '050/1/2026', actions: ['redraft', 'attain'] });
    const attained = (await test.call<UnitAgreement>('PUT', `/unit-agreements/${draft.id}/attainments`, { as: 'kadis', ifMatch: final.version, body: early })).body;
    expect(attained.targets[0]).toMatchObject({ target: '0,8', attainment: '0,82', result: 'Tercapai', benefit: 'Keluarga lebih sehat' });
    expect((await test.call('PUT', `/unit-agreements/${draft.id}/attainments`, { as: 'kadis', ifMatch: final.version, body: early })).status).toBe(412);
    const { body } = await test.call<Page<UnitAgreementItem>>('GET', `/unit-agreements?year=2026&skpdId=${gov.units.dinkes}`, { as: 'siti' });
    expect(body.items.map(({ unitName, status, targets }) => [unitName, status, targets])).toEqual([
      ['Bidang Kesehatan Masyarakat', 'final', 2], ['Dinas Kesehatan', null, 0], ['Puskesmas Sungai Danau', null, 0],
    ]);
  });

  it('KS-8.1 the top official leans on objectives, officials on the superior, functional officials on points; the tree shows it', async () => {
    const above = await agreement(test, gov.units.dinkes);
    // Top official: the unit's objectives.
    const begun = await desk.begin('kadis');
    expect(begun.form.cascade).toMatchObject({ from: ['objectives'], cite: { ref: 'Pasal 8 ayat (1) huruf a' } });
    expect(begun.objectives.map(({ title, final }) => [title, final])).toEqual([['Meningkatnya derajat kesehatan masyarakat', false], ['Meningkatnya mutu layanan puskesmas', false]]);
    const loose = (await desk.save('kadis', begun, [aResult()], aPlan(begun))).body;
    expect(loose.findings.find(({ code }) => code === 'skp.no-objective')).toMatchObject({ severity: 'stop', cite: { ref: 'Pasal 8 ayat (1) huruf a' } });
    const top = aResult({ title: 'Derajat kesehatan meningkat', objectiveId: above.targets[0]!.id });
    const foreign = await desk.save('kadis', loose, [aResult({ objectiveId: randomUUID() })]);
    expect(foreign.body.rule).toMatchObject({ code: 'skp.foreign-objective' });
    const kadis = (await desk.save('kadis', loose, [top])).body;
    expect(kadis.findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
    expect(kadis.results[0]).toMatchObject({ objectiveTitle: 'Meningkatnya derajat kesehatan masyarakat' });
    // Administration official: the superior's activities. It is linked by the superior's expectation, still a draft.
    const given = await test.call<GivenExpectation[]>('POST', '/skp-expectations', { as: 'kadis', body: { superiorResultId: top.id, employmentIds: [gov.people.kabid, gov.people.kapus], title: 'Layanan kesehatan masyarakat berjalan' } });
    expect(given.body.map(({ place }) => place)).toEqual(['draft', 'draft']);
    const [kabid] = (await test.call<{ id: string }[]>('GET', '/skp/mine?year=2026', { as: 'kabid' })).body;
    const below = await desk.get('kabid', kabid!.id);
    expect(below.form.cascade).toMatchObject({ from: ['superior'], cite: { ref: 'Pasal 8 ayat (1) huruf b' } });
    expect(below.results).toEqual([expect.objectContaining({ title: 'Layanan kesehatan masyarakat berjalan', superiorResultId: top.id })]);
    // Functional official: the accumulated value of points, fitting objectives or the superior's activities.
    const points = [{ code: 'I.A.1', activity: 'Melakukan asuhan keperawatan', unit: 'laporan', credit: '0.015' }, { code: 'I.A.2', activity: 'Menyuluh keluarga', unit: 'kegiatan', credit: '0.2' }];
    expect((await test.call('PUT', `/posts/${gov.posts.staf}/points`, { as: 'umpeg', body: { points } })).status).toBe(422);
    expect((await test.call('PUT', `/posts/${gov.posts.perawat}/points`, { as: 'rina', body: { points } })).status).toBe(403);
    expect((await test.call('PUT', `/posts/${gov.posts.perawat}/points`, { as: 'umpeg', body: { points } })).status).toBe(200);
    const rina = await desk.begin('rina');
    expect(rina.form.cascade).toMatchObject({ from: ['points', 'objectives', 'superior'], cite: { ref: 'Pasal 8 ayat (1) huruf c' } });
    const nurse = aResult({ title: 'Asuhan keperawatan terlaksana', objectiveId: above.targets[1]!.id });
    const without = (await desk.save('rina', rina, [nurse], aPlan(rina))).body;
    expect(without.findings.find(({ code }) => code === 'skp.no-points')).toMatchObject({ severity: 'stop' });
    expect((await desk.save('rina', without, [{ ...nurse, points: [{ code: 'X', quantity: '1' }] }])).body.rule).toMatchObject({ code: 'skp.foreign-point' });
    const carried = (await desk.save('rina', without, [{ ...nurse, points: [{ code: 'I.A.1', quantity: '100' }, { code: 'I.A.2', quantity: '12' }] }])).body;
    expect(carried.findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
    // The tree, from the objective to the nurse.
    const roots = await tree(test, 'umpeg', `&skpdId=${gov.units.dinkes}`);
    expect(roots.filter(({ unitName }) => unitName === 'Dinas Kesehatan').map(({ kind, title, children, status }) => [kind, title, children, status])).toEqual([
      ['objective', 'Meningkatnya derajat kesehatan masyarakat', 1, 'draft'], ['objective', 'Meningkatnya mutu layanan puskesmas', 1, 'draft'],
    ]);
    const [head] = await tree(test, 'umpeg', `&objectiveId=${above.targets[0]!.id}`);
    expect(head).toMatchObject({ title: 'Derajat kesehatan meningkat', personName: 'dr. Hasanuddin', children: 2 });
    expect((await tree(test, 'umpeg', `&resultId=${top.id}`)).map(({ personName }) => personName)).toEqual(['Lestari', 'Nurhayati']);
    const [functional] = await tree(test, 'umpeg', `&objectiveId=${above.targets[1]!.id}`);
    // 100 × 0.015 + 12 × 0.2
    expect(functional).toMatchObject({ personName: 'Rina Wati', points: '3.9', children: 0 });
    // An evaluator sees what stands below the own results, nobody else's.
    expect((await tree(test, 'kabid', '')).map(({ title }) => title)).toEqual(['Layanan kesehatan masyarakat berjalan']);
    expect((await test.call('GET', `/skp-cascade/tree?year=2026&resultId=${top.id}`, { as: 'kabid' })).status).toBe(404);
    expect((await test.call('GET', `/skp-cascade/tree?year=2026&objectiveId=${above.targets[0]!.id}`, { as: 'kasubBk' })).status).toBe(404);
    // What falls through: nobody carries the head of division's result; most have no main role.
    const unsupported = (await test.call<Page<UnsupportedItem>>('GET', '/skp-cascade/unsupported?year=2026', { as: 'umpeg' })).body.items;
    expect(unsupported.map(({ personName }) => personName)).toEqual(['Lestari', 'Nurhayati']);
    const without2 = (await test.call<Page<WithoutRoleItem>>('GET', '/skp-cascade/without-role?year=2026', { as: 'umpeg' })).body.items;
    expect(without2.map(({ personName }) => personName)).toEqual(expect.arrayContaining(['Siti Aminah', 'Budi Santoso']));
    expect(without2.map(({ personName }) => personName)).not.toContain('Nurhayati');
    expect((await test.call<Page<WithoutRoleItem>>('GET', '/skp-cascade/without-role?year=2026', { as: 'kaban' })).body.items.every(({ unitName }) => unitName.startsWith('Badan'))).toBe(true);
  });
});

describe('cascade under Tanah Laut 2024', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  let desk: SkpDesk;
  beforeAll(async () => {
    test = await testApp({ clock: JANUARY });
    gov = await tinyGovernment(test);
    desk = new SkpDesk(test);
  });
  afterAll(() => test.close());

  it('TL-6.4 expectations are set on the draft agreement, and the links follow it to the final one', async () => {
    const draft = await agreement(test, gov.units.dinkes);
    const objective = draft.targets[0]!;
    const begun = await desk.begin('kadis');
    const skp = (await desk.save('kadis', begun, [aResult({ objectiveId: objective.id })], aPlan(begun))).body;
    expect(skp.objectives[0]).toMatchObject({ id: objective.id, final: false });
    // The final words differ; the link stays with the objective.
    const mended = draft.targets.map(({ id, indicator, target, unit }, at) => ({ id, indicator, target, unit, objective: at === 0 ? 'Meningkatnya umur harapan hidup' : 'Mutu layanan' }));
    const saved = (await test.call<UnitAgreement>('PUT', `/unit-agreements/${draft.id}`, { as: 'kadis', ifMatch: draft.version, body: { targets: mended } })).body;
    expect(saved.targets.map(({ links }) => links)).toEqual([1, 0]);
    await test.call('POST', `/unit-agreements/${draft.id}/finalise`, { as: 'kadis', ifMatch: saved.version, body: { number: '050/2/2026', signedOn: '2026-01-12' } });
    expect((await desk.get('kadis', skp.id)).results[0]).toMatchObject({ objectiveId: objective.id, objectiveTitle: 'Meningkatnya umur harapan hidup' });
    expect((await desk.get('kadis', skp.id)).objectives[0]).toMatchObject({ final: true });
  });

  it('TL-6.2 what the superior expects becomes a draft of each subordinate, wherever their SKP stands', async () => {
    const above = await desk.draft('kasi', [aResult({ title: 'Promosi kesehatan terlaksana' }), aResult({ title: 'Data promosi tersedia' })]);
    const [first, second] = above.results;
    const give = (body: object, as: PersonName = 'kasi') => test.call<OrProblem<GivenExpectation[]>>('POST', '/skp-expectations', { as, body });
    const both = { superiorResultId: first!.id, employmentIds: [gov.people.siti, gov.people.budi], title: 'Penyuluhan terlaksana' };
    expect((await give(both, 'kabid')).status).toBe(404);
    expect((await give({ ...both, employmentIds: [gov.people.rina] })).status).toBe(404);
    expect((await give({ ...both, employmentIds: [gov.people.kadis] })).status).toBe(404);
    // Nobody has an SKP yet: drafts begin.
    expect((await give({ ...both, indicator: { indicator: 'Jumlah penyuluhan', target: '24', unit: 'kegiatan' } })).body.map(({ place }) => place)).toEqual(['draft', 'draft']);
    const [mine] = (await test.call<{ id: string }[]>('GET', '/skp/mine?year=2026', { as: 'siti' })).body;
    const drafted = await desk.get('siti', mine!.id);
    expect(drafted.results).toEqual([expect.objectContaining({ title: 'Penyuluhan terlaksana', superiorResultId: first!.id, indicators: [expect.objectContaining({ target: '24' })] })]);
    // Somebody who writes at the same time is told, and loses nothing.
    expect((await give({ superiorResultId: second!.id, employmentIds: [gov.people.siti], title: 'Data sasaran mutakhir' })).status).toBe(200);
    const late = await desk.save('siti', drafted, [aResult()]);
    expect(late).toMatchObject({ status: 412, body: { current: { results: [{}, { title: 'Data sasaran mutakhir' }] } } });
    // Handed in: it waits, and the owner takes it in once the SKP comes back.
    const written = (await desk.save('siti', await desk.get('siti', mine!.id), [aResult({ linkLater: true })], aPlan(drafted))).body;
    const handedIn = await desk.good('siti', written, 'submit');
    const [waits] = (await give({ superiorResultId: second!.id, employmentIds: [gov.people.siti], title: 'Laporan triwulan tersusun' })).body;
    expect(waits!.place).toBe('waits');
    const list = async () => (await test.call<WaitingExpectation[]>('GET', '/skp-expectations?year=2026', { as: 'siti' })).body;
    expect(await list()).toEqual([expect.objectContaining({ title: 'Laporan triwulan tersusun', superiorResultTitle: 'Data promosi tersedia', givenBy: 'Ahmad Fauzi' })]);
    expect((await test.call('POST', `/skp-expectations/${waits!.id}/take`, { as: 'siti' })).status).toBe(409);
    expect((await test.call('POST', `/skp-expectations/${waits!.id}/take`, { as: 'budi' })).status).toBe(404);
    const back = await desk.good('kasi', handedIn, 'return', { reason: 'Tambahkan laporan triwulan' });
    expect((await test.call('POST', `/skp-expectations/${waits!.id}/take`, { as: 'siti' })).status).toBe(200);
    expect(await list()).toEqual([]);
    const again = await desk.get('siti', back.id);
    expect(again.results.map(({ title }) => title)).toContain('Laporan triwulan tersusun');
    // In force: it becomes a change beside the version that stands.
    const ready = (await desk.save('siti', again, [aResult({ id: again.results[0]!.id, linkLater: true })])).body;
    const bound = await desk.good('kasi', await desk.good('siti', ready, 'submit'), 'determine', TALK);
    expect((await give({ superiorResultId: first!.id, employmentIds: [gov.people.siti], title: 'Kampanye imunisasi terlaksana' })).body[0]!.place).toBe('change');
    expect((await desk.get('siti', bound.id)).change).toMatchObject({ status: 'draft', reason: 'Kampanye imunisasi terlaksana' });
    // The matrix shows where each stands.
    const { body } = await test.call<RoleMatrix>('GET', '/skp-cascade/matrix?year=2026', { as: 'kasi' });
    expect(body.results.map(({ title }) => title)).toEqual(['Promosi kesehatan terlaksana', 'Data promosi tersedia']);
    expect(body.people.map(({ personName, skpStatus }) => [personName, skpStatus])).toEqual([['Budi Santoso', 'draft'], ['Siti Aminah', 'determined']]);
    const cell = (person: string, result: string) => body.cells.find(({ employmentId, superiorResultId }) => employmentId === person && superiorResultId === result)?.items.map(({ title, pending }) => [title, pending]);
    expect(cell(gov.people.budi, first!.id)).toEqual([['Penyuluhan terlaksana', null]]);
    expect(cell(gov.people.siti, first!.id)).toEqual([['Kampanye imunisasi terlaksana', 'change']]);
    expect(body.people[1]!.loose.map(({ title }) => title)).toEqual(['Laporan promosi kesehatan tersusun']);
  });

  it('a result begun before the superior’s SKP stood is linked later, by the superior in the matrix', async () => {
    const loose = await desk.draft('dewi', [aResult({ linkLater: true })]);
    const above = await desk.draft('kapus', [aResult({ title: 'Layanan rawat jalan berjalan' })]);
    const link = (as: PersonName) => test.call('PUT', `/skp-results/${loose.results[0]!.id}/superior/${above.results[0]!.id}`, { as });
    expect((await link('kasi')).status).toBe(404);
    expect((await link('kapus')).status).toBe(204);
    expect((await desk.get('dewi', loose.id)).results[0]).toMatchObject({ superiorResultTitle: 'Layanan rawat jalan berjalan', linkLater: false });
  });

  it('KS-8.1 everybody below is given one expectation in one step', async () => {
    const above: SkpDetail = await desk.draft('kaban', [aResult({ title: 'Data pegawai mutakhir' })]);
    const { body } = await test.call<RoleMatrix>('GET', '/skp-cascade/matrix?year=2026', { as: 'kaban' });
    const people = body.people.map(({ employmentId }) => employmentId);
    expect(people.length).toBeGreaterThan(0);
    const given = await test.call<GivenExpectation[]>('POST', '/skp-expectations', { as: 'kaban', body: { superiorResultId: above.results[0]!.id, employmentIds: people, title: 'Berkas pegawai lengkap' } });
    expect(given.body).toHaveLength(people.length);
    const after = (await test.call<RoleMatrix>('GET', '/skp-cascade/matrix?year=2026', { as: 'kaban' })).body;
    expect(after.results[0]!.people).toBe(people.length);
  });

  it('TL-6.2 KS-8.1 the head of a dinas cascades to forty people: a request a result, nobody left out, and the tree holds them all', async () => {
    const post = (await test.db.one<{ id: string }>(
      `INSERT INTO post (unit_id, name, kind, superior_post_id, seats, valid_from) VALUES ($1,'Penelaah Kebijakan','pelaksana',$2,40,'2024-01-01') RETURNING id`, [gov.units.dinkes, gov.posts.kadis],
    ))!.id;
    await test.db.query(
      `WITH p AS (INSERT INTO person (name) SELECT 'Pegawai ' || to_char(n, 'FM00') FROM generate_series(1, 40) n RETURNING id, name),
            e AS (INSERT INTO employment (person_id, kind, valid_from) SELECT id, 'pns', '2024-01-01' FROM p RETURNING id, person_id)
       INSERT INTO assignment (employment_id, post_id, kind, seat, valid_from) SELECT e.id, $1, 'definitive', right(p.name, 2)::int, '2024-01-01' FROM e JOIN p ON p.id = e.person_id`,
      [post],
    );
    test.app.get(OrganisationService).recheck();
    const [kadis] = (await test.call<{ id: string }[]>('GET', '/skp/mine?year=2026', { as: 'kadis' })).body;
    const own = await desk.get('kadis', kadis!.id);
    const three = ['Umur harapan hidup meningkat', 'Mutu layanan puskesmas meningkat', 'Tata kelola dinas tertib'].map((title, at) => aResult({ ...(at === 0 ? { id: own.results[0]!.id } : {}), title, objectiveId: own.objectives[0]!.id }));
    await desk.save('kadis', own, three);
    const before = (await test.call<RoleMatrix>('GET', '/skp-cascade/matrix?year=2026', { as: 'kadis' })).body;
    const forty = before.people.filter(({ postName }) => postName === 'Penelaah Kebijakan').map(({ employmentId }) => employmentId);
    expect(forty).toHaveLength(40);
    const titles = ['Telaahan angka harapan hidup tersusun', 'Pembinaan puskesmas terlaksana', 'Laporan tata kelola tersusun'];
    let requests = 1;
    for (const [at, title] of titles.entries()) {
      const given = await test.call<GivenExpectation[]>('POST', '/skp-expectations', { as: 'kadis', body: { superiorResultId: three[at]!.id, employmentIds: forty, title, indicator: { indicator: 'Jumlah laporan', target: '12', unit: 'laporan' } } });
      requests += 1;
      expect(given.body.map(({ place }) => place)).toEqual(forty.map(() => 'draft'));
    }
    // 120 drafts in four requests; the evaluator types three lines.
    expect(requests).toBe(4);
    const { body } = await test.call<RoleMatrix>('GET', '/skp-cascade/matrix?year=2026', { as: 'kadis' });
    expect(body.results.map(({ people }) => people)).toEqual([40, 40, 40]);
    expect(body.people.filter(({ employmentId }) => forty.includes(employmentId)).every(({ skpStatus, loose }) => skpStatus === 'draft' && loose.length === 0)).toBe(true);
    const below: TreeNode[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<TreeNode> = (await test.call<Page<TreeNode>>('GET', `/skp-cascade/tree?year=2026&resultId=${three[1]!.id}&limit=15${cursor ? `&cursor=${cursor}` : ''}`, { as: 'umpeg' })).body;
      below.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(new Set(below.map(({ personName }) => personName)).size).toBe(40);
    expect(below.every(({ title }) => title === titles[1])).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import type { Page } from '@ekinerja/contracts/basics';
import type { Problem } from '@ekinerja/contracts/errors';
import type { SkpItem, SkpResultInput } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { MissingSkpItem } from '@ekinerja/contracts/skp-year';
import { OrganisationService } from '../organisation/organisation.service.js';
import { aResult, SkpDesk } from '../testing/skp-writing.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, entry, givenSkp } from '../testing/work.js';

let test: TestApp;
let gov: TinyGovernment;
let desk: SkpDesk;

const result = aResult;
const draft = (as: PersonName, results?: SkpResultInput[]) => desk.draft(as, results);
const submitted = (as: PersonName) => desk.submitted(as);
const TALK = { dialogue: { heldOn: '2026-01-12', notes: 'Ekspektasi dibahas', resultIds: [] } };

const stops = (skp: SkpDetail) => skp.findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code);
const clear = () => clearWork(test);

describe('SKP (Tanah Laut)', () => {
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
    desk = new SkpDesk(test);
  });
  afterAll(() => test.close());
  afterEach(clear);

  it('TL-13.1 BN-6.8 is in force once the evaluator determines it, late ones marked, and binds from then on', async () => {
    const mine = await submitted('siti');
    expect(mine.status).toBe('submitted');
    expect(mine.owner).toMatchObject({ name: 'Siti Aminah', nip: gov.nips.siti });

    const waiting = await test.call<Page<SkpItem>>('GET', '/skp/waiting', { as: 'kasi' });
    expect(waiting.body.items.map((item) => item.id)).toEqual([mine.id]);

    const determined = await test.call<SkpDetail>('POST', `/skp/${mine.id}/determine`, { as: 'kasi', ifMatch: mine.version, body: TALK });
    expect(determined.status).toBe(200);
    expect(determined.body).toMatchObject({ status: 'determined', dueDate: '2026-01-31', late: true });
    expect(determined.body.dueCite).toMatchObject({ source: 'tanah-laut-2024', ref: 'Pasal 13 ayat (1)' });
    expect(determined.body.evaluator).toMatchObject({ employmentId: gov.people.kasi, capacity: 'definitive' });
    const stored = await test.db.one<{ law: { id: string; hash: string }[] }>(`SELECT law FROM skp WHERE id = $1`, [mine.id]);
    expect(stored!.law.map(({ id }) => id)).toContain('tanah-laut-2024');

    const edit = await test.call('PUT', `/skp/${mine.id}`, { as: 'siti', ifMatch: determined.body.version, body: { results: [] } });
    expect(edit).toMatchObject({ status: 409, body: { code: 'state-refused' } });
    const { n } = (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM audit_event WHERE action = 'skp.determined' AND subject_id = $1`, [mine.id]))!;
    expect(n).toBe(1);
  });

  it('TL-13.1 is not late when it is determined in January', async () => {
    test.setClock('2026-01-15T09:00:00+08:00');
    const mine = await submitted('siti');
    const determined = await test.call<SkpDetail>('POST', `/skp/${mine.id}/determine`, { as: 'kasi', ifMatch: mine.version, body: TALK });
    test.setClock('2026-11-23T09:00:00+08:00');
    expect(determined.body.late).toBe(false);
    expect((await test.call<SkpItem[]>('GET', '/skp/mine?year=2026', { as: 'siti' })).body[0]!.late).toBe(false);
  });

  it('TL-8.2 asks an indicator with a target of each result, in the four aspects only', async () => {
    const bare = await draft('siti', [result({ indicators: [] }), result({ indicators: [{ aspect: 'time', indicator: 'Tepat waktu', target: ' ', unit: 'hari' }] })]);
    expect(stops(bare)).toEqual(['skp.no-indicator', 'skp.no-target']);
    const refused = await test.call<Problem>('POST', `/skp/${bare.id}/submit`, { as: 'siti', ifMatch: bare.version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'rule-refused', rule: { code: 'skp.no-indicator' } } });

    const aspects = (['quantity', 'quality', 'time', 'cost'] as const).map((aspect) => ({ aspect, indicator: aspect, target: '1', unit: 'x' }));
    const all = await test.call<SkpDetail>('PUT', `/skp/${bare.id}`, { as: 'siti', ifMatch: bare.version, body: { results: [result({ indicators: aspects })] } });
    expect(stops(all.body)).toEqual([]);
    expect(all.body.results[0]!.indicators.map(({ aspect }) => aspect)).toEqual(['quantity', 'quality', 'time', 'cost']);

    const other = result({ indicators: [{ aspect: 'mood' as 'cost', indicator: 'x', target: '1', unit: 'x' }] });
    expect((await test.call('PUT', `/skp/${bare.id}`, { as: 'siti', ifMatch: all.body.version, body: { results: [other] } })).status).toBe(400);
  });

  it('asks a result of the superior once the superior has a determined SKP, and takes no other', async () => {
    const above = await givenSkp(test, gov, 'kasi');
    const stranger = await givenSkp(test, gov, 'kapus');
    const alone = await draft('siti');
    expect(alone.superiorResults.map(({ id }) => id)).toEqual([above]);
    expect(stops(alone)).toEqual(['skp.no-superior-result']);
    const save = (superiorResultId: string) =>
      test.call<OrProblem<SkpDetail>>('PUT', `/skp/${alone.id}`, { as: 'siti', ifMatch: alone.version, body: { results: [result({ superiorResultId })] } });
    expect(await save(stranger)).toMatchObject({ status: 422, body: { rule: { code: 'skp.superior-result' } } });
    expect(stops((await save(above)).body)).toEqual([]);
  });

  it('comes back with a reason and can be handed in again', async () => {
    const mine = await submitted('siti');
    const bare = await test.call('POST', `/skp/${mine.id}/return`, { as: 'kasi', ifMatch: mine.version, body: { reason: '' } });
    expect(bare.status).toBe(400);
    const back = await test.call<SkpDetail>('POST', `/skp/${mine.id}/return`, { as: 'kasi', ifMatch: mine.version, body: { reason: 'Target belum terukur' } });
    expect(back.body).toMatchObject({ status: 'returned', returnReason: 'Target belum terukur' });
    const again = await test.call<SkpDetail>('POST', `/skp/${mine.id}/submit`, { as: 'siti', ifMatch: back.body.version });
    expect(again.body).toMatchObject({ status: 'submitted', returnReason: null });
  });

  it('is decided by the derived evaluator alone', async () => {
    const mine = await submitted('siti');
    const determine = (as: PersonName) => test.call('POST', `/skp/${mine.id}/determine`, { as, ifMatch: mine.version, body: TALK });
    expect(await determine('siti')).toMatchObject({ status: 403, body: { code: 'permission-denied' } });
    expect(await determine('kapus')).toMatchObject({ status: 404 });
    expect(await determine('umpeg')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    expect(await determine('kabid')).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    const own = await submitted('kasi');
    expect(await test.call('POST', `/skp/${own.id}/determine`, { as: 'kasi', ifMatch: own.version, body: TALK })).toMatchObject({ status: 403, body: { code: 'not-yours-to-decide' } });
    const { n } = (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM skp WHERE status = 'determined'`))!;
    expect(n).toBe(0);
  });

  it('KS-23.1 is written by its owner alone', async () => {
    const mine = await draft('siti');
    const write = (as: PersonName) => test.call('PUT', `/skp/${mine.id}`, { as, ifMatch: mine.version, body: { results: [] } });
    expect((await write('dewi')).status).toBe(404);
    expect(await write('kasi')).toMatchObject({ status: 403, body: { code: 'permission-denied' } });
    expect((await test.call('GET', `/skp/${mine.id}`, { as: 'dewi' })).status).toBe(404);
    expect((await test.call('GET', `/skp/${mine.id}`, { as: null })).status).toBe(401);
    const read = await test.call<SkpDetail>('GET', `/skp/${mine.id}`, { as: 'kasi' });
    expect(read.body.results).toHaveLength(1);
    const { n } = (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM read_log WHERE subject_id = $1 AND account_id = $2`, [mine.id, gov.accounts.kasi]))!;
    expect(n).toBe(1);
  });

  it('refuses a stale version with the current row, and a change without one', async () => {
    const mine = await draft('siti');
    const stale = await test.call<Problem>('PUT', `/skp/${mine.id}`, { as: 'siti', ifMatch: 1, body: { results: [] } });
    expect(stale).toMatchObject({ status: 412, body: { current: { id: mine.id, version: mine.version } } });
    expect((await test.call('PUT', `/skp/${mine.id}`, { as: 'siti', body: { results: [] } })).status).toBe(428);
  });

  it('two determinations at once give one', async () => {
    const mine = await submitted('siti');
    const both = await Promise.all([1, 2].map(() => test.call('POST', `/skp/${mine.id}/determine`, { as: 'kasi', ifMatch: mine.version, body: TALK })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('keeps a removed result that entries lean on, under its own id', async () => {
    const kept = result();
    const mine = await draft('siti', [kept, result()]);
    await test.call('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(kept.id, { submit: false }) });
    const saved = await test.call<SkpDetail>('PUT', `/skp/${mine.id}`, { as: 'siti', ifMatch: mine.version, body: { results: [result()] } });
    expect(saved.body.results.map(({ id }) => id)).not.toContain(kept.id);
    const row = await test.db.one<{ removed_at: Date | null }>(`SELECT removed_at FROM skp_result WHERE id = $1`, [kept.id]);
    expect(row!.removed_at).not.toBeNull();
    const taken = await draft('budi', []);
    const theft = await test.call('PUT', `/skp/${taken.id}`, { as: 'budi', ifMatch: taken.version, body: { results: [kept] } });
    expect(theft).toMatchObject({ status: 409, body: { code: 'duplicate' } });
  });

  it('gives one SKP a post and year; a transfer ends the former one the day before', async () => {
    const first = await draft('budi');
    expect(first).toMatchObject({ periodFrom: '2026-01-01', periodTo: '2026-12-31' });
    expect(await test.call('POST', '/skp', { as: 'budi', body: { year: 2026 } })).toMatchObject({ status: 409, body: { code: 'duplicate' } });
    expect(await test.call('POST', '/skp', { as: 'budi', body: { year: 2028 } })).toMatchObject({ status: 400, body: { fields: [{ field: 'year', rule: 'max', params: { max: 2027 } }] } });
    await gov.vacate('budi', '2026-06-30');
    const assignment = await gov.assign('budi', 'stafUmum', 'definitive', '2026-07-01', null, 3);
    test.app.get(OrganisationService).recheck();
    const second = await test.call<SkpDetail>('POST', '/skp', { as: 'budi', body: { year: 2026 } });
    expect(second.body).toMatchObject({ periodFrom: '2026-07-01', periodTo: '2026-12-31', postName: 'Pengadministrasi Umum', late: true, dueDate: '2026-07-31' });
    const mine = await test.call<SkpItem[]>('GET', '/skp/mine', { as: 'budi' });
    expect(mine.body.map(({ periodFrom, periodTo }) => [periodFrom, periodTo])).toEqual([['2026-07-01', '2026-12-31'], ['2026-01-01', '2026-06-30']]);
    await test.db.query(`DELETE FROM assignment WHERE id = $1`, [assignment]);
    await test.db.query(`UPDATE assignment SET valid_to = NULL WHERE employment_id = $1`, [gov.people.budi]);
    test.app.get(OrganisationService).recheck();
  });
});

describe('SKP (Barito Kuala)', () => {
  beforeAll(async () => {
    test = await testApp({ daerah: 'barito-kuala' });
    gov = await tinyGovernment(test);
    desk = new SkpDesk(test);
  });
  afterAll(() => test.close());
  afterEach(clear);

  const missing = (as: PersonName, query = '') => test.call<Page<MissingSkpItem>>('GET', `/skp/missing?year=2026${query}`, { as });

  it('BK-2.1 lists who has no determined SKP, in the SKPDs the caller answers for', async () => {
    await givenSkp(test, gov, 'kasi');
    await givenSkp(test, gov, 'siti', 'submitted');
    const { body } = await missing('umpeg');
    const names = body.items.map(({ personName }) => personName);
    expect(names).toContain('Budi Santoso');
    expect(names).toContain('Rina Wati');
    expect(names).not.toContain('Ahmad Fauzi');
    expect(names).not.toContain('Sofyan Noor');
    expect(names).not.toContain('H. Rahmad Saleh');
    expect(body.items.find(({ personName }) => personName === 'Siti Aminah')!.status).toBe('submitted');
    expect((await missing('umpeg', `&skpdId=${gov.units.bkpsdm}`)).body.items).toEqual([]);
    expect((await missing('super')).body.items.map(({ personName }) => personName)).toContain('Sofyan Noor');
    expect((await missing('siti')).status).toBe(403);
  });

  it('BK-2.1 pages through the list without losing anybody', async () => {
    const all = (await missing('super', '&limit=200')).body.items.map(({ employmentId }) => employmentId);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<MissingSkpItem> = (await missing('super', `&limit=4${cursor ? `&cursor=${cursor}` : ''}`)).body;
      paged.push(...page.items.map(({ employmentId }) => employmentId));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });
});

import { randomUUID } from 'node:crypto';
import type { Activity } from '@ekinerja/contracts/activities';
import type { Page } from '@ekinerja/contracts/basics';
import type { PaperDecision, PaperDecisionRequest, PaperSigner, PaperWaiting } from '@ekinerja/contracts/paper-decisions';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import { SkpDesk } from '../testing/skp-writing.js';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { entry, givenSkp } from '../testing/work.js';

/** Monday 23 November 2026. The regent has an account nobody uses; the heads of the agencies answer to him. */
describe('decisions recorded from signed paper over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  let scan: string;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
    await test.db.query(`INSERT INTO account_role (account_id, role, valid_from, reason) VALUES ($1,'staffing-manager','2024-01-01','uji')`, [tiny.accounts.kasubBk]);
    const file = { field: 'file', name: 'surat.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 ditandatangani') };
    scan = (await test.call<{ fileId: string }>('POST', '/paper-decisions/files', { as: 'kasubbk', file })).body.fileId;
  });
  afterAll(() => test?.close());

  const paper = () => ({ number: '800/7/BUP', signedOn: '2026-11-20', fileId: scan });
  const record = (change: Partial<PaperDecisionRequest>, as = 'kasubbk') =>
    test.call<OrProblem<PaperDecision[]>>('POST', '/paper-decisions', {
      as,
      body: { act: 'skp.determine', signerEmploymentId: tiny.people.bupati, paper: paper(), subjectIds: [], version: null, evaluation: null, dialogue: null, reason: null, ...change },
    });

  it('BN-13.1 the regent, who never signs in, determines the plan of an agency head on paper; who wrote it down is shown with it', async () => {
    const desk = new SkpDesk(test);
    const given = await desk.submitted('kadis');
    const signers = (await test.call<PaperSigner[]>('GET', '/paper-decisions/signers', { as: 'kasubbk' })).body;
    expect(signers).toEqual([expect.objectContaining({ personName: 'H. Rahmad Saleh', nip: null, because: 'non-asn', subordinates: 2 })]);
    const waiting = (await test.call<PaperWaiting>('GET', `/paper-decisions/signers/${tiny.people.bupati}/waiting?month=2026-10`, { as: 'kasubbk' })).body;
    expect(waiting.skps.map(({ id }) => id)).toEqual([given.id]);
    expect(waiting.evaluations.map(({ personName }) => personName).sort()).toEqual(['Sofyan Noor', 'dr. Hasanuddin']);

    const without = await record({ subjectIds: [given.id], version: given.version });
    expect(without.body.rule?.code).toBe('skp.no-dialogue');
    const dialogue = { heldOn: '2026-11-19', notes: 'Arah kinerja dinas dibahas di pendopo', resultIds: [] };
    const { status, body } = await record({ subjectIds: [given.id], version: given.version, dialogue });
    expect([status, JSON.stringify(body)]).toEqual([201, expect.stringContaining('"recordedBy":"Fitriani"')]);
    const skp = (await test.call<SkpDetail>('GET', `/skp/${given.id}`, { as: 'kadis' })).body;
    expect(skp.status).toBe('determined');
    const shown = await test.call<PaperDecision[]>('GET', `/paper-decisions/of/${given.id}`, { as: 'kadis' });
    expect(shown.body).toEqual([expect.objectContaining({ act: 'skp.determine', signerName: 'H. Rahmad Saleh', recordedBy: 'Fitriani', signedOn: '2026-11-20', number: '800/7/BUP' })]);
    expect((await test.call('GET', `/paper-decisions/${shown.body[0]!.id}/file`, { as: 'kadis' })).raw.toString()).toBe('%PDF-1.7 ditandatangani');
    expect((await test.call('GET', `/paper-decisions/of/${given.id}`, { as: 'rina' })).status).toBe(404);
    const trail = await test.db.query<{ name: string }>(`SELECT actor_name AS name FROM audit_event WHERE action = 'skp.determined'`);
    expect(trail.map(({ name }) => name)).toEqual(['H. Rahmad Saleh (dicatat Fitriani dari surat bertanda tangan)']);
    const history = await test.call('GET', `/skp/${given.id}/events`, { as: 'kadis' });
    expect(JSON.stringify(history.body)).toContain('dicatat Fitriani dari surat bertanda tangan');
  });

  it('the evaluation and the entries of an agency head are decided on paper as well, all of a paper or nothing', async () => {
    const result = await givenSkp(test, tiny, 'kaban');
    const enter = async () => (await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as: 'kaban', body: entry(result) })).body;
    const own = await enter();
    const foreign = await givenSkp(test, tiny, 'siti');
    const other = (await test.call<Activity>('PUT', `/activities/${randomUUID()}`, { as: 'siti', body: entry(foreign) })).body;
    expect((await record({ act: 'activities.accept', subjectIds: [own.id, other.id] })).body.code).toBe('not-yours-to-decide');
    expect((await test.db.one<{ status: string }>(`SELECT status FROM activity WHERE id = $1`, [own.id]))?.status).toBe('submitted');
    expect((await record({ act: 'activities.accept', subjectIds: [own.id] })).status).toBe(201);
    expect((await test.db.one<{ status: string }>(`SELECT status FROM activity WHERE id = $1`, [own.id]))?.status).toBe('accepted');

    const inputs = { workRating: 'meets', behaviourRating: 'above' };
    const rated = await record({ act: 'evaluation', evaluation: { employmentId: tiny.people.kaban, month: '2026-10', inputs, note: null } });
    expect([rated.status, rated.body[0]]).toEqual([201, expect.objectContaining({ subjectType: 'evaluation', personName: 'Sofyan Noor' })]);
    const list = await test.call<Page<PaperDecision>>('GET', '/paper-decisions?limit=1', { as: 'kasubbk' });
    expect([list.body.items.length, list.body.nextCursor === null]).toEqual([1, false]);
  });

  it('X-AC-1 nobody is decided for who signs in, nobody decides for themselves, and without a scan nothing is recorded', async () => {
    await test.call('GET', '/auth/me', { as: 'kadis' });
    const kabid = await givenSkp(test, tiny, 'kabid', 'submitted');
    void kabid;
    const skp = await test.db.one<{ id: string; version: number }>(`SELECT id, version FROM skp WHERE employment_id = $1`, [tiny.people.kabid]);
    const asHead = await record({ signerEmploymentId: tiny.people.kadis, subjectIds: [skp!.id], version: skp!.version });
    expect([asHead.status, asHead.body.rule?.code]).toEqual([422, 'paper.signs-in']);
    expect((await record({ subjectIds: [skp!.id], version: skp!.version })).body.code).toBe('not-yours-to-decide');
    expect((await record({ subjectIds: [skp!.id], version: 1 }, 'umpeg')).body.code).toBe('permission-denied');
    expect((await record({ subjectIds: [skp!.id], version: 1, paper: { ...paper(), fileId: randomUUID() } })).status).toBe(404);
    expect((await record({ subjectIds: [skp!.id], version: 1, paper: { ...paper(), signedOn: '2026-12-01' } })).body.rule?.code).toBe('paper.signed-later');
  });
});

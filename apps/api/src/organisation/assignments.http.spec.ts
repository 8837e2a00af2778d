import type { AssignmentView, DecreeFile } from '@ekinerja/contracts/assignments';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type PostName, type TinyGovernment } from '../testing/tiny-government.js';

const DECREE = { number: '821/10/BKPSDM/2026', date: '2026-10-30', fileId: null };

describe('assignments over HTTP', () => {
  const shared = sharedApp({}, tinyGovernment);
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const open = (person: PersonName, post: PostName, change: object = {}, as = 'super') =>
    test.call<OrProblem<AssignmentView>>('POST', '/assignments', {
      as,
      body: {
        employmentId: tiny.people[person], postId: tiny.posts[post], kind: 'plt', validFrom: '2026-11-02', validTo: null, classOverride: null, decree: DECREE,
        reason: 'Jabatan kosong', ...change,
      },
    });
  const end = (id: string, lastDay: string, version = 1) =>
    test.call<OrProblem<AssignmentView>>('POST', `/assignments/${id}/end`, { as: 'super', ifMatch: version, body: { lastDay, reason: 'Promosi jabatan' } });
  const heldBy = async (person: PersonName) =>
    (await test.db.one<{ id: string }>(`SELECT id FROM assignment WHERE employment_id = $1 AND kind = 'definitive'`, [tiny.people[person]]))!.id;
  const evaluatorOf = async (person: PersonName, date: string) =>
    (await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as: 'super' })).body.evaluator?.personName;

  it('BN-13.4 BN-13.5 a post is vacated and an acting head appointed: the evaluator follows at once, on each date', async () => {
    expect((await end(await heldBy('kasi'), '2026-10-31')).body).toMatchObject({ validTo: '2026-10-31', version: 2 });
    expect(await evaluatorOf('siti', '2026-11-01')).toBe('Nurhayati');
    const acting = await open('umpeg', 'kasi', { validTo: '2026-11-20' });
    expect(acting).toMatchObject({ status: 200, body: { personName: 'Mariani', postName: 'Kepala Seksi Promosi Kesehatan', decreeNumber: DECREE.number, version: 1 } });
    expect(acting.headers.etag).toBe('"1"');
    expect(await evaluatorOf('siti', '2026-11-20')).toBe('Mariani');
    expect(await evaluatorOf('siti', '2026-11-21')).toBe('Nurhayati');
  });

  it('refuses a second holder, a second acting one and a second definitive post, each time naming the other', async () => {
    const definitive = { kind: 'definitive', validFrom: '2026-12-01' };
    expect((await open('super', 'kasi', definitive)).body).toMatchObject({
      status: 422, rule: { code: 'assignment.person-holds-open' }, params: { person: 'Arif Rahman', post: 'Analis Sumber Daya Manusia', start: '2024-01-01' },
    });
    await end(await heldBy('super2'), '2026-11-30');
    expect((await open('super2', 'kasi', definitive)).body).toMatchObject({
      status: 422, rule: { code: 'assignment.post-taken-open' }, params: { person: 'Ahmad Fauzi', start: '2024-01-01' },
    });
    expect((await open('umpeg', 'kasi', { validTo: '2026-11-20' })).status).toBe(200);
    expect((await open('kabid', 'kasi', { kind: 'plh', validFrom: '2026-11-20' })).body).toMatchObject({
      status: 422, rule: { code: 'assignment.acting-taken' }, params: { person: 'Mariani', end: '2026-11-20' },
    });
    expect((await open('kabid', 'kasi', { kind: 'plh', validFrom: '2026-11-21' })).status).toBe(200);
  });

  it('two letters at once for one seat: the database lets one in', async () => {
    await end(await heldBy('super2'), '2026-11-30');
    await end(await heldBy('super'), '2026-11-30');
    await end(await heldBy('kasi'), '2026-11-30');
    const definitive = { kind: 'definitive', validFrom: '2026-12-01' };
    const answers = await Promise.all([open('super2', 'kasi', definitive), open('kasi', 'kasi', definitive)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('moves from post to post without a day between', async () => {
    const body = { employmentId: tiny.people.siti, postId: tiny.posts.stafUmum, validFrom: '2026-11-16', classOverride: null, decree: DECREE, reason: 'Mutasi' };
    const moved = await test.call<AssignmentView>('POST', '/assignments/move', { as: 'super', body });
    expect(moved).toMatchObject({ status: 200, body: { postName: 'Pengadministrasi Umum', kind: 'definitive', seat: 2 } });
    expect(await evaluatorOf('siti', '2026-11-15')).toBe('Ahmad Fauzi');
    expect(await evaluatorOf('siti', '2026-11-16')).toBe('Mariani');
    expect(await test.db.query(`SELECT action, reason FROM audit_event WHERE subject_type = 'assignment' ORDER BY id`)).toEqual([
      { action: 'assignment.ended', reason: 'Mutasi' },
      { action: 'assignment.opened', reason: 'Mutasi' },
    ]);
  });

  it('asks for the version seen, and corrects dates and letter', async () => {
    const { body: acting } = await open('umpeg', 'kasi');
    const correct = (ifMatch: number | null) =>
      test.call<OrProblem<AssignmentView>>('PUT', `/assignments/${acting.id}`, {
        as: 'super', ifMatch, body: { validFrom: '2026-11-03', validTo: '2026-11-30', classOverride: null, decree: { ...DECREE, number: '821/11' }, reason: 'Salah ketik' },
      });
    expect((await correct(null)).status).toBe(428);
    expect((await correct(7)).body).toMatchObject({ status: 412, current: { version: 1 } });
    expect((await correct(1)).body).toMatchObject({ validFrom: '2026-11-03', decreeNumber: '821/11', version: 2 });
  });

  it('refuses days outside the service and outside the post, and an end before the start', async () => {
    await test.db.execute(`UPDATE employment SET valid_to = '2026-12-31' WHERE id = $1`, [tiny.people.umpeg]);
    expect((await open('umpeg', 'kasi')).body).toMatchObject({ rule: { code: 'assignment.after-service' }, params: { end: '2026-12-31' } });
    expect((await open('umpeg', 'kasi', { validFrom: '2023-12-31', validTo: '2024-02-01' })).body.rule?.code).toBe('assignment.before-service');
    expect((await open('umpeg', 'kasi', { validTo: '2026-11-01' })).body.rule?.code).toBe('assignment.end-before-start');
    await test.db.execute(`UPDATE post SET valid_to = '2026-11-30' WHERE id = $1`, [tiny.posts.kasi]);
    expect((await open('kabid', 'kasi')).body.rule?.code).toBe('assignment.after-post');
    expect((await open('umpeg', 'kasi', { decree: undefined })).body.code).toBe('validation-failed');
    expect((await open('umpeg', 'kasi', {}, 'umpeg')).status).toBe(403);
  });

  it('keeps the decision letter and shows it to whoever may see the person', async () => {
    const send = (content: Buffer) => test.call<OrProblem<DecreeFile>>('POST', '/decrees', { as: 'super', file: { field: 'file', name: 'sk.pdf', mediaType: 'application/pdf', content } });
    expect((await send(Buffer.from('<script>'))).body.rule?.code).toBe('decree.file-type');
    const { body: file } = await send(Buffer.from('%PDF-1.4 keputusan'));
    const { body: acting } = await open('umpeg', 'kasi', { decree: { ...DECREE, fileId: file.fileId } });
    const letter = (as: string) => test.call('GET', `/assignments/${acting.id}/decree`, { as });
    expect((await letter('auditor')).raw.toString()).toBe('%PDF-1.4 keputusan');
    expect((await letter('umpeg')).status).toBe(200);
    expect((await letter('siti')).status).toBe(403);
    expect((await letter('kadis')).status).toBe(200);
    await test.db.execute(`UPDATE account_role SET unit_id = $2 WHERE account_id = $1`, [tiny.accounts.umpeg, tiny.units.bkpsdm]);
    const { body: other } = await open('rina', 'stafUmum', { kind: 'additional' });
    expect((await test.call('GET', `/assignments/${other.id}/decree`, { as: 'auditor' })).status).toBe(404);
  });
});

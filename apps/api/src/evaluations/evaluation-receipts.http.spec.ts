import { randomUUID } from 'node:crypto';
import type { Evaluation, EvaluationVersion } from '@ekinerja/contracts/evaluations';
import type { Problem } from '@ekinerja/contracts/errors';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { clearWork, givenSkp } from '../testing/work.js';
import { EvaluationVersionsService } from './evaluation-versions.service.js';

let test: TestApp;
let gov: TinyGovernment;

const rate = (work: string, ifMatch: number | null = null) =>
  test.call<Evaluation & Problem>('POST', '/evaluations', {
    as: 'kasi', ifMatch,
    body: { employmentId: gov.people.siti, month: '2026-11', inputs: { workRating: work, behaviourRating: 'meets' }, note: 'Tertib', recommendation: 'Ikuti pelatihan promosi kesehatan' },
  });
const receive = (as: PersonName, id: string, ifMatch: number | null) => test.call<Evaluation & Problem>('POST', `/evaluations/${id}/receipt`, { as, ifMatch });
const handOver = (as: PersonName, id: string, ifMatch: number | null, note = 'Diserahkan di ruang kerja, disaksikan Budi') =>
  test.call<Evaluation & Problem>('POST', `/evaluations/${id}/hand-over`, { as, ifMatch, body: { note } });
const history = async (as: PersonName, id: string) => (await test.call<EvaluationVersion[]>('GET', `/evaluations/${id}/versions`, { as })).body;

describe('the document of an evaluation and its receipt', () => {
  beforeAll(async () => {
    test = await testApp({ clock: '2026-11-30T09:00:00+08:00' });
    gov = await tinyGovernment(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.setClock('2026-11-30T09:00:00+08:00');
    await clearWork(test);
    await givenSkp(test, gov, 'siti');
  });

  it('TL-35.a the employee confirms the receipt once; the first moment counts, for that version only', async () => {
    const heard: unknown[] = [];
    test.app.get(Outbox).subscribe('evaluation.received', 'uji', (payload) => Promise.resolve(void heard.push(payload)));
    const { id } = (await rate('meets')).body;
    test.setClock('2026-12-01T10:00:00+08:00');
    expect((await receive('budi', id, 1)).status).toBe(404);
    expect((await receive('kasi', id, 1)).status).toBe(403);
    expect((await receive('siti', id, null)).status).toBe(428);
    const { receipt } = (await receive('siti', id, 1)).body;
    expect(receipt).toMatchObject({ version: 1, receivedAt: expect.stringContaining('2026-12-01T02:00'), mode: 'confirmed', note: null });
    test.setClock('2026-12-02T10:00:00+08:00');
    expect((await receive('siti', id, 1)).body.receipt).toEqual(receipt);
    await test.deliver();
    expect(heard).toEqual([{ evaluationId: id, employmentId: gov.people.siti, version: 1 }]);
    expect((await rate('above', 1)).body).toMatchObject({ version: 2, receipt: null });
    expect((await history('siti', id)).map((former) => [former.version, former.predicate, former.receipt])).toEqual([
      [1, 'baik', receipt],
    ]);
  });

  it('a paper handed over is recorded by the evaluator of record, with how', async () => {
    const { id } = (await rate('meets')).body;
    expect((await handOver('kabid', id, 1)).status).toBe(403);
    expect((await handOver('kasi', id, 1, '')).status).toBe(400);
    expect((await handOver('kasi', id, 1)).body.receipt).toMatchObject({ mode: 'handed-over', note: expect.stringContaining('Budi') });
  });

  it('TL-23.2 TL-25.2 notes and recommendation stand on the document', async () => {
    expect((await rate('meets')).body).toMatchObject({ note: 'Tertib', recommendation: 'Ikuti pelatihan promosi kesehatan', kind: 'periodic', origin: 'evaluator' });
  });

  it('TL-35.d TL-35.f an objection holds the evaluation, and replaces it once with the former version kept', async () => {
    const { id } = (await rate('below')).body;
    const versions = test.app.get(EvaluationVersionsService);
    const objectionId = randomUUID();
    await test.db.transaction(() => versions.hold(id, objectionId));
    expect(await rate('meets', 1)).toMatchObject({ status: 409, body: { code: 'evaluation-under-objection' } });
    const { evaluator } = await test.app.get(OrganisationService).evaluatorSuperiorOn(gov.people.siti, '2026-11-30');
    const decision = {
      evaluationId: id, objectionId, inputs: { workRating: 'meets', behaviourRating: 'meets' }, note: null, recommendation: 'Lanjutkan', reason: 'Bukti cukup',
      decider: { person: evaluator!, signedAs: await test.app.get(OrganisationService).snapshotOf(evaluator!.employmentId, '2026-11-30'), chain: [] },
    };
    const actor = { accountId: gov.accounts.kabid, personName: 'Nurhayati', username: 'kabid', today: '2026-11-30' } as Actor;
    const both = await Promise.allSettled([versions.replaceByObjection(actor, decision), versions.replaceByObjection(actor, decision)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const now = (await test.call<Evaluation>('GET', `/evaluations/${id}`, { as: 'siti' })).body;
    expect(now).toMatchObject({ predicate: 'baik', origin: 'objection', version: 2, recommendation: 'Lanjutkan', underObjection: false });
    expect(await history('kasi', id)).toMatchObject([{ version: 1, predicate: 'butuh-perbaikan', replacedBy: 'objection', reason: 'Bukti cukup' }]);
    expect(await rate('above', 2)).toMatchObject({ status: 409, body: { code: 'evaluation-decided-by-objection' } });
  });
});

import type { AuthorityView, DelegationView, LeadersOfPerson, LeaderView, OverrideView } from '@ekinerja/contracts/evaluator-acts';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { LeadersService } from './leaders.service.js';
import { OrganisationService } from './organisation.service.js';

const DECREE = { number: '188.45/77/2026', date: '2026-09-28', fileId: null };
const TERM = { validFrom: '2026-10-01', validTo: '2026-10-31', reason: 'Keputusan PPK', decree: DECREE };

describe('delegation, override, authorities and leaders over HTTP', () => {
  const shared = sharedApp({}, tinyGovernment);
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const send = <T>(path: string, body: object, as = 'super') => test.call<OrProblem<T>>('POST', path, { as, body });
  const ask = async (person: PersonName, date: string) =>
    (await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as: 'super' })).body;
  const delegation = (delegate: PersonName, change: object) =>
    send<DelegationView>('/evaluator-delegations', { delegateEmploymentId: tiny.people[delegate], postId: null, unitId: null, ...TERM, ...change });

  it('BN-13.2 the PPK names a supervisor or administrator who signs for functional officials, within the dates of the decision', async () => {
    expect((await delegation('kasi', { postId: tiny.posts.perawat })).body).toMatchObject({ delegateName: 'Ahmad Fauzi', postName: 'Perawat Terampil', decreeNumber: DECREE.number });
    const answer = await ask('rina', '2026-10-15');
    expect(answer.evaluator).toMatchObject({ employmentId: tiny.people.kasi, capacity: 'delegate' });
    expect(answer.chain).toMatchObject([{ outcome: 'delegated', cite: { ref: expect.stringMatching(/Pasal/) as string } }]);
    expect((await ask('rina', '2026-09-30')).evaluator?.employmentId).toBe(tiny.people.kapus);
    expect((await ask('rina', '2026-11-01')).evaluator?.employmentId).toBe(tiny.people.kapus);
    expect((await delegation('kabid', { postId: tiny.posts.perawat, validFrom: '2026-10-20' })).body).toMatchObject({
      status: 422, rule: { code: 'delegation.taken' }, params: { person: 'Ahmad Fauzi', decree: DECREE.number },
    });
  });

  it('BN-13.3 BN-1.9 a functional official evaluates only while the recorded delegation is in force; below a supervisor without one they are passed over', async () => {
    await test.db.execute(`UPDATE post SET standing_delegate = false WHERE id = $1`, [tiny.posts.kapus]);
    test.app.get(OrganisationService).recheck();
    const without = await ask('rina', '2026-09-30');
    expect(without.evaluator?.employmentId).toBe(tiny.people.kadis);
    expect(without.chain.map(({ outcome }) => outcome)).toEqual(['below-supervisor', 'taken']);
    const { body } = await delegation('kapus', { validTo: null });
    expect((await ask('rina', '2026-10-01')).evaluator).toMatchObject({ employmentId: tiny.people.kapus });
    const ended = await test.call<DelegationView>('POST', `/evaluator-delegations/${body.id}/end`, { as: 'super', ifMatch: 1, body: { lastDay: '2026-11-10', reason: 'Dicabut PPK' } });
    expect(ended.body).toMatchObject({ validTo: '2026-11-10', version: 2 });
    expect((await ask('rina', '2026-11-10')).evaluator?.employmentId).toBe(tiny.people.kapus);
    expect((await ask('rina', '2026-11-11')).evaluator?.employmentId).toBe(tiny.people.kadis);
    expect((await delegation('siti', {})).body).toMatchObject({ status: 422, rule: { code: 'delegation.executor', cite: { ref: expect.stringMatching(/Pasal/) as string } } });
  });

  it('TL-1.15 an override is a recorded act with dates, reason, grantor and letter, and nobody is made their own evaluator', async () => {
    const override = (evaluator: PersonName, change: object = {}) =>
      send<OverrideView>('/evaluator-overrides', { employmentId: tiny.people.siti, evaluatorEmploymentId: tiny.people[evaluator], grantor: 'Bupati', ...TERM, ...change });
    expect((await override('umpeg')).body).toMatchObject({ personName: 'Siti Aminah', evaluatorName: 'Mariani', grantor: 'Bupati', reason: 'Keputusan PPK' });
    expect((await ask('siti', '2026-10-31')).evaluator).toMatchObject({ employmentId: tiny.people.umpeg, capacity: 'override' });
    expect((await ask('siti', '2026-11-01')).evaluator?.employmentId).toBe(tiny.people.kasi);
    expect((await override('kabid', { validFrom: '2026-10-31', validTo: null })).body).toMatchObject({ rule: { code: 'override.taken' }, params: { evaluator: 'Mariani' } });
    expect((await override('siti', { validFrom: '2026-11-01', validTo: null })).body.rule?.code).toBe('override.self');
    expect((await override('kabid', { reason: '' })).body.code).toBe('validation-failed');
    expect((await test.call('POST', '/evaluator-overrides', { as: 'umpeg', body: {} })).status).toBe(403);
    expect((await test.call<OverrideView[]>('GET', '/evaluator-overrides', { as: 'umpeg' })).body).toHaveLength(1);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'override.granted' AND reason = 'Keputusan PPK'`)).toHaveLength(1);
  });

  it('TL-1.9 TL-1.10 PyB and PPK are named from a date to a date, one of each on a day; unnamed, the PPK is the regent', async () => {
    const leaders = test.app.get(LeadersService, { strict: false });
    expect(await leaders.authorityOn('ppk', '2026-11-23')).toMatchObject({ personName: 'H. Rahmad Saleh', source: 'regent' });
    expect(await leaders.authorityOn('pyb', '2026-11-23')).toBeNull();
    const name = (kind: string, person: PersonName) => send<AuthorityView>('/authorities', { kind, employmentId: tiny.people[person], ...TERM });
    expect((await name('pyb', 'kaban')).status).toBe(200);
    expect((await name('pyb', 'kadis')).body).toMatchObject({ rule: { code: 'authority.taken' }, params: { person: 'Sofyan Noor' } });
    expect((await name('ppk', 'kadis')).status).toBe(200);
    expect(await leaders.authorityOn('pyb', '2026-10-31')).toMatchObject({ employmentId: tiny.people.kaban, source: 'recorded' });
    expect(await leaders.authorityOn('pyb', '2026-11-01')).toBeNull();
    expect(await leaders.authorityOn('ppk', '2026-10-01')).toMatchObject({ employmentId: tiny.people.kadis });
    expect((await test.call<AuthorityView[]>('GET', '/authorities', { as: 'auditor' })).body).toHaveLength(2);
  });

  it('TL-1.16 other officials lead without evaluating: of another unit, another agency, outside government, for their dates', async () => {
    const leader = (change: object) =>
      send<LeaderView>('/leaders', {
        employmentId: tiny.people.siti, scope: 'other-unit', leaderEmploymentId: tiny.people.kasubBk, outsideName: null, outsideOffice: null, validFrom: '2026-10-01',
        validTo: '2026-12-31', reason: 'Tim percepatan stunting', ...change,
      });
    expect((await leader({})).body).toMatchObject({ leaderName: 'Fitriani', leaderOffice: 'Kepala Subbidang Data' });
    const outside = { scope: 'outside-government', leaderEmploymentId: null, outsideName: 'dr. Maria', outsideOffice: 'Ketua IDI Cabang' };
    expect((await leader(outside)).body).toMatchObject({ leaderName: 'dr. Maria', leaderEmploymentId: null });
    expect((await leader({ ...outside, outsideName: null })).body.rule?.code).toBe('leader.who');
    expect((await leader({ leaderEmploymentId: tiny.people.siti })).body.rule?.code).toBe('leader.self');
    const of = (as: string, date: string) => test.call<LeadersOfPerson>('GET', `/employees/${tiny.people.siti}/leaders?date=${date}`, { as });
    const { body } = await of('siti', '2026-11-23');
    expect(body.evaluator?.employmentId).toBe(tiny.people.kasi);
    expect(body.others.map(({ leaderName }) => leaderName)).toEqual(expect.arrayContaining(['Fitriani', 'dr. Maria']));
    expect((await of('kasi', '2027-01-01')).body.others).toEqual([]);
    expect((await of('budi', '2026-11-23')).status).toBe(404);
    expect((await ask('siti', '2026-11-23')).evaluator?.employmentId).toBe(tiny.people.kasi);
    const first = body.others[0]!;
    expect((await test.call<LeaderView>('POST', `/leaders/${first.id}/end`, { as: 'super', ifMatch: 1, body: { lastDay: '2026-11-20', reason: 'Tim selesai' } })).status).toBe(200);
    expect((await of('siti', '2026-11-23')).body.others).toHaveLength(1);
  });
});

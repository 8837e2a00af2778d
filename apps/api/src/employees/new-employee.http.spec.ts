import type { CheckNipAnswer, EmployeeDetail, NewEmployeeAnswer, NewEmployeeRequest } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { testApp, type OrProblem, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';

const someone = (more: Partial<NewEmployeeRequest> = {}): NewEmployeeRequest => ({
  name: 'Rizky Maulana', frontTitle: null, backTitle: 'S.Kom.', kind: 'cpns', nip: '20000817 202512 1 003', code: null, birthDate: '2000-08-17', sex: 'male', rank: 'III/a',
  sharePercent: null, validFrom: '2025-12-01', validTo: null, postId: null, decree: { number: '813/1/2025', date: '2025-11-20', fileId: null }, account: true,
  reason: 'Formasi tahun 2025', ...more,
});

describe('somebody enters service over HTTP', () => {
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    tiny = await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const enter = (body: NewEmployeeRequest, as = 'super') => test.call<OrProblem<NewEmployeeAnswer>>('POST', '/employees', { as, body });

  it('BK-1.9 CPNS, PNS and PPPK, also part-time, are taken in as what they are, with post, rank and a closed account', async () => {
    const cpns = await enter(someone({ postId: tiny.posts.staf }));
    expect(cpns.status).toBe(201);
    expect(cpns.body.employee).toMatchObject({ name: 'Rizky Maulana, S.Kom.', nip: '200008172025121003', kind: 'cpns', rank: 'III/a', postName: 'Pengelola Promosi Kesehatan', class: '6' });
    expect(cpns.body.warnings).toEqual([]);
    const answer = await test.call<EvaluatorAnswerView>('GET', `/employees/${cpns.body.employee.employmentId}/evaluator`, { as: 'super' });
    expect(answer.body.evaluator?.employmentId).toBe(tiny.people.kasi);
    const part = await enter(someone({ kind: 'pppk-part-time', nip: '199001022025212004', name: 'Yuni', sex: 'female', birthDate: '1990-01-02', rank: 'V', sharePercent: 60, validFrom: '2025-10-01', validTo: '2026-12-31' }));
    expect(part.body.employee).toMatchObject({ kind: 'pppk-part-time', validTo: '2026-12-31' });
    expect(await test.db.query(`SELECT share_percent FROM employment_kind WHERE employment_id = $1`, [part.body.employee.employmentId])).toEqual([{ share_percent: 60 }]);
    const account = await test.db.one<{ must: boolean }>(`SELECT must_change_password AS must FROM account WHERE username = '200008172025121003'`);
    expect(account?.must).toBe(true);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'employment.entered' AND reason = 'Formasi tahun 2025'`)).toHaveLength(2);
  });

  it('takes in an evaluator without NIP who never signs in, such as the next regent', async () => {
    await test.db.execute(`UPDATE assignment SET valid_to = '2026-11-30' WHERE employment_id = $1`, [tiny.people.bupati]);
    const { status, body } = await enter(
      someone({ name: 'H. Syamsul', backTitle: null, kind: 'non-asn', nip: null, code: 'bupati-2026', rank: null, birthDate: null, sex: null, validFrom: '2026-12-01', validTo: '2031-11-30', postId: tiny.posts.bupati, account: false }),
    );
    expect([status, body.warnings]).toEqual([201, []]);
    expect(await test.db.query(`SELECT 1 FROM account WHERE username = 'bupati-2026'`)).toEqual([]);
    const evaluator = await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people.kadis}/evaluator?date=2026-12-01`, { as: 'super' });
    expect(evaluator.body.evaluator).toMatchObject({ personName: 'H. Syamsul', nip: null });
  });

  it('reads the NIP and warns, and refuses only a NIP that somebody has', async () => {
    const check = await test.call<CheckNipAnswer>('POST', '/employees/check-nip', {
      as: 'super', body: { nip: '19900305 201503 2 004', kind: 'pppk', birthDate: '1990-03-06', sex: 'male', appointedOn: '2015-03-01' },
    });
    expect(check.body.reading).toMatchObject({ birthDate: '1990-03-05', appointed: '2015-03', sex: 'female', family: 'pns' });
    expect(check.body.warnings.map(({ code }) => code)).toEqual(['nip.birth-date', 'nip.sex', 'nip.family']);
    expect(check.body.holder).toMatchObject({ employmentId: tiny.people.siti });
    const odd = await enter(someone({ nip: '199912312025121009', birthDate: '1999-12-30', name: 'Odd' }));
    expect([odd.status, odd.body.warnings.map(({ code }) => code)]).toEqual([201, ['nip.birth-date']]);
    const taken = await enter(someone({ nip: tiny.nips.siti }));
    expect([taken.status, taken.body.rule?.code, taken.body.params.person]).toEqual([422, 'employee.nip-taken', 'Siti Aminah']);
    expect((await enter(someone({ nip: null }))).body.fields).toEqual([{ field: 'nip', rule: 'required' }]);
    expect((await enter(someone({ nip: '199001012025121777' }), 'umpeg')).status).toBe(403);
    const found = await test.call<{ items: EmployeeDetail[] }>('GET', '/employees?q=rizky', { as: 'super' });
    expect(found.body.items).toHaveLength(1);
  });
});

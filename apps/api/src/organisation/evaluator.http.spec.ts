import type { EmployeeDetail } from '@ekinerja/contracts/employees';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import { sharedApp } from '../testing/shared-app.js';
import type { TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';
import { OrganisationService } from './organisation.service.js';

describe('the evaluator on a date, over HTTP', () => {
  const shared = sharedApp({ clock: '2026-11-23T09:00:00+08:00' }, tinyGovernment);
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const changed = () => test.app.get(OrganisationService).recheck();
  const ask = async (person: PersonName, date: string, as = 'super') => {
    const { status, body } = await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as });
    expect(status).toBe(200);
    return body;
  };
  const nameOf = async (person: PersonName, date: string) => (await ask(person, date)).evaluator?.personName ?? null;

  it('TL-1.15 is the direct superior, with the superior above', async () => {
    const answer = await ask('siti', '2026-11-23');
    expect(answer).toMatchObject({
      date: '2026-11-23',
      evaluator: { employmentId: tiny.people.kasi, personName: 'Ahmad Fauzi', capacity: 'definitive' },
      chain: [{ postName: 'Kepala Seksi Promosi Kesehatan', outcome: 'taken' }],
      superior: { employmentId: tiny.people.kabid },
    });
    expect(answer.chain[0]?.cite?.ref).toMatch(/Pasal/);
  });

  it('BN-13.4 whoever is Plt or Plh evaluates within the dates of the assignment, and not a day longer', async () => {
    await tiny.vacate('kasi', '2026-08-31');
    await tiny.assign('umpeg', 'kasi', 'plt', '2026-09-10', '2026-10-15');
    await tiny.assign('kabid', 'kasi', 'plh', '2026-10-16', '2026-10-20');
    changed();
    expect(await nameOf('siti', '2026-09-09')).toBe('Nurhayati');
    expect((await ask('siti', '2026-09-10')).evaluator).toMatchObject({ employmentId: tiny.people.umpeg, capacity: 'plt', postName: 'Kepala Seksi Promosi Kesehatan' });
    expect((await ask('siti', '2026-10-15')).evaluator).toMatchObject({ employmentId: tiny.people.umpeg, capacity: 'plt' });
    expect((await ask('siti', '2026-10-16')).evaluator).toMatchObject({ employmentId: tiny.people.kabid, capacity: 'plh' });
    expect((await ask('siti', '2026-10-21')).evaluator).toMatchObject({ employmentId: tiny.people.kabid, capacity: 'definitive' });
  });

  it('BN-13.5 a vacant post passes to the next superior up, from the day it is vacant and only until it is filled', async () => {
    await tiny.vacate('kasi', '2026-10-14');
    await tiny.assign('budi', 'kasi', 'plt', '2026-11-02');
    changed();
    expect(await nameOf('siti', '2026-10-14')).toBe('Ahmad Fauzi');
    const vacant = await ask('siti', '2026-10-15');
    expect(vacant.evaluator?.personName).toBe('Nurhayati');
    expect(vacant.chain.map((link) => link.outcome)).toEqual(['vacant', 'taken']);
    expect(vacant.chain[0]?.cite).toBeDefined();
    expect(await nameOf('siti', '2026-11-02')).toBe('Budi Santoso');
  });

  it('BN-13.5 an acting superior does not evaluate themselves: that goes one up', async () => {
    await tiny.vacate('kasi', '2026-10-14');
    await tiny.assign('budi', 'kasi', 'plt', '2026-11-02');
    changed();
    const answer = await ask('budi', '2026-11-03');
    expect(answer.evaluator?.personName).toBe('Nurhayati');
    expect(answer.chain[0]?.outcome).toBe('self');
  });

  it('TL-1.15 nobody below a supervisory official evaluates, unless the delegation stands', async () => {
    expect((await ask('rina', '2026-11-23')).evaluator).toMatchObject({ employmentId: tiny.people.kapus, postName: 'Kepala Puskesmas Sungai Danau' });
    await test.db.execute(`UPDATE post SET standing_delegate = false WHERE id = $1`, [tiny.posts.kapus]);
    changed();
    const answer = await ask('rina', '2026-11-23');
    expect(answer.evaluator?.employmentId).toBe(tiny.people.kadis);
    expect(answer.chain.map((link) => link.outcome)).toEqual(['below-supervisor', 'taken']);
  });

  it('TL-1.15 a recorded delegation and a recorded override hold for their dates', async () => {
    await test.db.query(
      `INSERT INTO evaluator_override (employment_id, evaluator_employment_id, valid_from, valid_to, reason, grantor) VALUES ($1,$2,'2026-10-01','2026-10-31','benturan kepentingan','Bupati')`,
      [tiny.people.siti, tiny.people.umpeg],
    );
    changed();
    expect((await ask('siti', '2026-10-31')).evaluator).toMatchObject({ employmentId: tiny.people.umpeg, capacity: 'override' });
    expect((await ask('siti', '2026-11-01')).evaluator?.employmentId).toBe(tiny.people.kasi);
  });

  it('BN-13.5 the list of subordinates moves with the vacancy, and access with it', async () => {
    const siti = `/employees/${tiny.people.siti}`;
    expect((await test.call('GET', siti, { as: 'kasi' })).status).toBe(200);
    expect((await test.call('GET', siti, { as: 'umpeg' })).status).toBe(200);
    await tiny.vacate('kasi', '2026-11-20');
    changed();
    const kabid = await test.call<EmployeeDetail>('GET', `/employees/${tiny.people.kabid}`, { as: 'kabid' });
    expect(kabid.body.subordinates.map((row) => row.name)).toEqual(['Budi Santoso', 'Siti Aminah']);
    test.setClock('2026-11-23T09:01:00+08:00');
    expect((await test.call('GET', siti, { as: 'kasi' })).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('is a 404 for who may not see the person, for a stranger, and for a day without law', async () => {
    expect((await test.call('GET', `/employees/${tiny.people.rina}/evaluator`, { as: 'siti' })).status).toBe(404);
    expect((await test.call('GET', '/employees/00000000-0000-4000-8000-000000000000/evaluator', { as: 'super' })).status).toBe(404);
    expect((await test.call('GET', `/employees/${tiny.people.siti}/evaluator?date=1950-01-01`, { as: 'super' })).status).toBe(404);
    expect((await test.call('GET', '/employees/siti/evaluator', { as: 'super' })).body.code).toBe('validation-failed');
  });
});

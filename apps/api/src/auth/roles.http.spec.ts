import { GRANTED_ROLES, ROLES_OF_A_UNIT } from '@ekinerja/contracts/access';
import type { Page } from '@ekinerja/contracts/basics';
import type { EmployeeItem } from '@ekinerja/contracts/employees';
import type { PersonRoles, RoleGrant } from '@ekinerja/contracts/setup';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type TinyGovernment } from '../testing/tiny-government.js';

const MORNING = '2026-11-23T09:00:00+08:00';

describe('roles over time', () => {
  const shared = sharedApp({ clock: MORNING, daerah: 'kuantan-singingi' }, tinyGovernment);
  let test: TestApp;
  let gov: TinyGovernment;
  beforeEach(() => void ({ test, given: gov } = shared));

  const grant = (whom: PersonName, role: string, more: object = {}, as = 'super') => {
    const unitId = (ROLES_OF_A_UNIT as readonly string[]).includes(role) ? gov.units.dinkes : null;
    return test.call<OrProblem<RoleGrant>>('POST', '/setup/roles', { as, body: { employmentId: gov.people[whom], role, unitId, reason: 'Keputusan kepala badan', ...more } });
  };
  const end = (id: string, as = 'super') => test.call<OrProblem<object>>('POST', `/setup/roles/${id}/end`, { as, body: { reason: 'Tugas selesai' } });
  const superadmin = async (whom: PersonName) =>
    (await test.call<RoleGrant[]>('GET', '/setup/roles', { as: 'super' })).body.find(({ role, employmentId }) => role === 'superadmin' && employmentId === gov.people[whom])!;

  it('KS-1.18 a right is given to a person for days: before and after them it opens nothing, and its end counts at once', async () => {
    const granted = await grant('siti', 'auditor', { from: '2026-11-25', to: '2026-11-26' });
    expect(granted.body).toMatchObject({ validFrom: '2026-11-25', validTo: '2026-11-26', grantedBy: 'Arif Rahman' });
    const opens = async (day: string) => {
      test.setClock(`${day}T12:00:00+07:00`);
      return (await test.call('GET', '/audit', { as: 'siti' })).status;
    };
    expect([await opens('2026-11-24'), await opens('2026-11-25'), await opens('2026-11-26'), await opens('2026-11-27')]).toEqual([403, 200, 200, 403]);
  });

  it('KS-1.18 an open session loses a role that has run out, without signing in again', async () => {
    await grant('siti', 'auditor', { to: '2026-11-23' });
    const { body } = await test.call<{ accessToken: string }>('POST', '/auth/sign-in', { body: { username: 'siti', password: 'kata-sandi-uji-1' } });
    test.setClock('2026-11-23T23:59:50+07:00');
    const late = await test.call<{ accessToken: string }>('POST', '/auth/sign-in', { body: { username: 'siti', password: 'kata-sandi-uji-1' } });
    const session = { headers: { authorization: `Bearer ${late.body.accessToken}` } };
    expect(body.accessToken).not.toBe('');
    expect((await test.call('GET', '/audit', session)).status).toBe(200);
    test.setClock('2026-11-24T00:00:10+07:00');
    expect((await test.call('GET', '/audit', session)).status).toBe(403);
  });

  it('is never given backwards, twice for the same days, or with an end before its start', async () => {
    expect((await grant('siti', 'auditor', { from: '2026-11-01' })).body).toMatchObject({ code: 'validation-failed', fields: [{ field: 'from', rule: 'notPast' }] });
    expect((await grant('siti', 'auditor', { from: '2026-12-01', to: '2026-11-30' })).body).toMatchObject({ fields: [{ field: 'to', rule: 'notBeforeStart' }] });
    expect((await grant('siti', 'auditor', { to: '2026-12-31' })).status).toBe(201);
    expect((await grant('siti', 'auditor', { from: '2026-12-31' })).body.code).toBe('duplicate');
    expect((await grant('siti', 'auditor', { from: '2027-01-01' })).status).toBe(201);
  });

  it('KS-1.21 the superadmin authorises every manager, nobody else does, and nobody themselves', async () => {
    for (const role of GRANTED_ROLES) expect([role, (await grant('rina', role)).status]).toEqual([role, 201]);
    for (const other of ['umpeg', 'auditor', 'kadis', 'bupati', 'siti']) expect((await grant('budi', 'auditor', {}, other)).status).toBe(403);
    expect((await grant('super', 'auditor')).body.code).toBe('not-yours-to-decide');
  });

  it('KS-1.23 a unit admin is appointed by letter of the unit head and reaches that unit alone', async () => {
    const granted = await grant('budi', 'unit-admin', { letterNumber: '800/17/DINKES/2026', letterDate: '2026-11-20', reason: 'Penunjukan kepala dinas' });
    expect(granted.body).toMatchObject({ unitName: 'Dinas Kesehatan', letterNumber: '800/17/DINKES/2026', letterDate: '2026-11-20' });
    const { body } = await test.call<Page<EmployeeItem>>('GET', '/employees', { as: 'budi' });
    expect(body.items.length).toBeGreaterThan(5);
    expect(new Set(body.items.map(({ skpdId }) => skpdId))).toEqual(new Set([gov.units.dinkes]));
    expect((await test.call('GET', `/employees/${gov.people.kasubBk}`, { as: 'budi' })).status).toBe(404);
    expect((await test.call('GET', '/setup/roles', { as: 'budi' })).status).toBe(403);
  });

  it('BK-1.12 what the admin of one SKPD may do there is closed at the next', async () => {
    const reads = async (as: string, whom: PersonName) => (await test.call('GET', `/employees/${gov.people[whom]}`, { as })).status;
    expect([await reads('umpeg', 'siti'), await reads('umpeg', 'kaban'), await reads('umpeg', 'auditor')]).toEqual([200, 404, 404]);
    const recovers = async (whom: PersonName) =>
      (await test.call('POST', '/accounts/recoveries', { as: 'umpeg', body: { employmentId: gov.people[whom], reason: 'Lupa kata sandi', secondFactor: false } })).status;
    expect([await recovers('siti'), await recovers('kasubBk')]).toEqual([201, 404]);
  });

  it('KS-11.2 warns when the E-Kinerja manager is no administrator of the staff-development field, and says which article', async () => {
    const granted = await grant('siti', 'ekinerja-manager');
    expect(granted.status).toBe(201);
    expect(granted.body.warning).toMatchObject({ code: 'manager.other-official', params: { field: 'Pembinaan Aparatur' }, cite: { ref: 'Pasal 11 ayat (2)' } });
    await test.db.query(`UPDATE unit SET name = 'Bidang Pembinaan Aparatur' WHERE id = $1`, [gov.units.bkpsdm]);
    await test.db.query(
      `WITH u AS (INSERT INTO unit (code, name, kind, parent_id, skpd_id, valid_from) SELECT '02.01', 'Bidang Pembinaan Aparatur', 'division', id, id, '2024-01-01' FROM unit WHERE id = $1 RETURNING id)
       UPDATE post SET unit_id = (SELECT id FROM u), kind = 'administrator' WHERE id = $2`,
      [gov.units.bkpsdm, gov.posts.kasubBk],
    );
    await test.db.query(`UPDATE unit SET name = 'Badan Kepegawaian, Pendidikan dan Pelatihan' WHERE id = $1`, [gov.units.bkpsdm]);
    expect((await grant('kasubBk', 'ekinerja-manager')).body.warning).toBeNull();
  });

  it('KS-1.21 shows what somebody holds today by post and by grant, and all that was before, with who ended it and why', async () => {
    const granted = await grant('kadis', 'auditor');
    await end(granted.body.id);
    await grant('kadis', 'regent', { from: '2026-12-01' });
    const { body } = await test.call<PersonRoles>('GET', `/setup/roles/of/${gov.people.kadis}`, { as: 'super' });
    expect(body.derived.map(({ role }) => role)).toEqual(['employee', 'evaluator', 'unit-head']);
    expect(body.grants).toMatchObject([
      { role: 'regent', state: 'coming' },
      { role: 'auditor', state: 'over', endedBy: 'Arif Rahman', endReason: 'Tugas selesai' },
    ]);
    expect((await test.call('GET', `/setup/roles/of/${gov.people.kadis}`, { as: 'auditor' })).status).toBe(403);
  });

  describe('two superadmins without an end remain', () => {
    const REFUSED = { code: 'rule-refused', rule: { code: 'superadmins-remain' }, params: { least: 2 } };

    it('KS-1.21 when two of three are ended at the same moment', async () => {
      await grant('kaban', 'superadmin');
      const [one, two] = [await superadmin('kaban'), await superadmin('super2')];
      const answers = await Promise.all([end(one.id), end(two.id)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 422]);
      expect(answers.find(({ status }) => status === 422)!.body).toMatchObject(REFUSED);
    });

    it('KS-1.21 and one whose role runs out does not count', async () => {
      expect((await grant('kaban', 'superadmin', { to: '2026-12-31' })).status).toBe(201);
      expect((await end((await superadmin('super2')).id)).body).toMatchObject(REFUSED);
      expect((await grant('kasubBk', 'superadmin')).status).toBe(201);
      expect((await end((await superadmin('super2')).id)).status).toBe(204);
    });

    it('KS-1.21 also when an account is closed or the service ends, two at once too', async () => {
      await expect(test.db.execute(`UPDATE account SET disabled_at = now() WHERE id = $1`, [gov.accounts.super2])).rejects.toThrow(/superadmins-remain/);
      await expect(test.db.execute(`UPDATE employment SET valid_to = '2026-12-31' WHERE id = $1`, [gov.people.super2])).rejects.toThrow(/superadmins-remain/);
      await grant('kaban', 'superadmin');
      const both = await Promise.allSettled([
        test.db.execute(`UPDATE account SET disabled_at = now() WHERE id = $1`, [gov.accounts.super2]),
        test.db.execute(`UPDATE employment SET valid_to = '2026-12-31' WHERE id = $1`, [gov.people.kaban]),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });
  });

  it('a granted role ends with the service; the account still opens the own slips', async () => {
    await test.db.execute(`UPDATE employment SET valid_to = '2026-11-30' WHERE id = $1`, [gov.people.auditor]);
    expect((await test.call('GET', '/audit', { as: 'auditor' })).status).toBe(200);
    test.setClock('2026-12-01T09:00:00+07:00');
    expect((await test.call('GET', '/audit', { as: 'auditor' })).status).toBe(403);
  });
});

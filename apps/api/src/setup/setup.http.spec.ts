import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { WorkbookImport } from '@ekinerja/contracts/imports';
import type { RoleGrant, SetupStatus, SetupStepKey } from '@ekinerja/contracts/setup';
import { testApp, type TestApp } from '../testing/test-app.js';
import { tinyGovernment, type TinyGovernment } from '../testing/tiny-government.js';
import { smallRegency, workbookOf } from '../testing/workbook.js';
import { FirstCodesService } from '../auth/first-codes.service.js';
import { firstSuperadminCode } from './first-superadmin.service.js';

const OWN_PASSWORD = 'sawah hijau di pagi hari';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the opening day of an empty regency', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test?.close());

  const signIn = (username: string, password: string) => test.call<SessionAnswer>('POST', '/auth/sign-in', { body: { username, password } });
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('goes from nothing to an employee who signs in: code, workbook, roles, codes', async () => {
    const lost = await firstSuperadminCode(test.app);
    // Nobody has used it: the next start gives another, and the lost one no longer opens.
    const first = await firstSuperadminCode(test.app);
    expect(first).toMatchObject({ username: 'admin' });
    expect((await signIn('admin', lost!.code)).status).toBe(401);
    // Replicas of the same start show one code between them.
    expect(await Promise.all([1, 2].map(() => firstSuperadminCode(test.app, true)))).toEqual([null, null]);
    expect(first!.code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$/);
    const opened = await signIn('admin', first!.code.toLowerCase().replaceAll('-', ' '));
    expect(opened.body.profile).toMatchObject({ mustChangePassword: true, person: null });
    const before = await test.call('GET', '/setup', bearer(opened.body.accessToken));
    expect(before.body.code).toBe('password-change-required');
    const changed = await test.call<SessionAnswer>('POST', '/auth/password', {
      ...bearer(opened.body.accessToken), body: { currentPassword: first!.code, newPassword: OWN_PASSWORD },
    });
    const admin = bearer(changed.body.accessToken);
    expect(await firstSuperadminCode(test.app)).toBeNull();
    expect((await signIn('admin', first!.code)).status).toBe(401);

    const status = async () => (await test.call<SetupStatus>('GET', '/setup', admin)).body;
    const done = async () => (await status()).steps.filter((step) => step.done).map((step) => step.key);
    expect(await done()).toEqual<SetupStepKey[]>(['law', 'calendar']);
    expect((await status()).steps[0]).toMatchObject({ key: 'law', figures: { example: 1 } });

    const { body: uploaded } = await test.call<WorkbookImport>('POST', '/imports', {
      ...admin, file: { field: 'file', name: 'data.xlsx', mediaType: XLSX, content: await workbookOf(smallRegency()) },
    });
    await test.deliver();
    await test.call('POST', `/imports/${uploaded.id}/apply`, admin);
    await test.deliver();
    expect(await done()).toEqual<SetupStepKey[]>(['law', 'calendar', 'workbook', 'classes', 'staffing']);

    const { id: skpd } = (await test.db.one<{ id: string }>(`SELECT id FROM unit WHERE code = '3.01'`))!;
    const employment = async (nip: string) => (await test.db.one<{ id: string }>(`SELECT employment_id AS id FROM employment_nip WHERE nip = $1`, [nip]))!.id;
    const grant = (employmentId: string, role: string, unitId: string | null) =>
      test.call<RoleGrant>('POST', '/setup/roles', { ...admin, body: { employmentId, role, unitId, reason: 'Penunjukan hari pembukaan' } });
    expect((await grant(await employment('197506152001122902'), 'superadmin', null)).body).toMatchObject({ role: 'superadmin', grantedBy: 'admin' });
    expect((await grant(await employment('197003121998031901'), 'superadmin', null)).status).toBe(201);
    expect((await grant(await employment('197003121998031901'), 'superadmin', null)).body).toMatchObject({ code: 'duplicate' });
    expect((await grant(await employment('199003052015031903'), 'unit-admin', null)).body).toMatchObject({ code: 'validation-failed' });
    expect((await grant(await employment('199003052015031903'), 'unit-admin', skpd)).status).toBe(201);
    expect(await done()).toEqual<SetupStepKey[]>(['law', 'calendar', 'workbook', 'classes', 'staffing', 'admins']);

    const unit = async () => (await status()).units.find(({ skpdId }) => skpdId === skpd);
    expect(await unit()).toMatchObject({ accounts: 4, withoutCode: 4, unitAdmins: 1 });
    const paper = await test.call('POST', '/setup/codes', { ...admin, body: { skpdId: skpd } });
    expect(paper.status).toBe(201);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await unit()).toMatchObject({ withoutCode: 0 });

    // The paper is shown once; what it says is read here where it is made.
    const actor = { system: 'uji' } as never;
    const older = (await test.app.get(FirstCodesService).makeFor(actor, skpd)).codes;
    const { codes, expiresAt } = await test.app.get(FirstCodesService).makeFor(actor, skpd);
    const siti = codes.find(({ username }) => username === '199003052015031903')!;
    expect((await signIn(siti.username, older.find(({ username }) => username === siti.username)!.code)).status).toBe(401);
    const first2 = await signIn(siti.username, siti.code);
    expect(first2.body.profile).toMatchObject({ mustChangePassword: true });
    expect(first2.body.profile.roles).toEqual(expect.arrayContaining([expect.objectContaining({ role: 'unit-admin' })]));
    expect((await test.call('GET', '/units', bearer(first2.body.accessToken))).body.code).toBe('password-change-required');
    expect((await test.call('POST', '/auth/password', { ...bearer(first2.body.accessToken), body: { currentPassword: siti.code, newPassword: OWN_PASSWORD } })).status).toBe(200);
    expect((await test.app.get(FirstCodesService).makeFor(actor, skpd)).codes.map(({ username }) => username)).not.toContain(siti.username);

    const [other] = (await test.app.get(FirstCodesService).makeFor(actor, skpd)).codes;
    test.setClock(new Date(expiresAt.getTime() + 60_000).toISOString());
    expect((await signIn(other!.username, other!.code)).body).toMatchObject({ code: 'sign-in-failed' });
  });
});

describe('granting roles', () => {
  let test: TestApp;
  let gov: TinyGovernment;
  beforeAll(async () => {
    test = await testApp();
    gov = await tinyGovernment(test);
  });
  afterAll(() => test?.close());

  const grants = async () => (await test.call<RoleGrant[]>('GET', '/setup/roles', { as: 'super' })).body;

  it('nobody grants themselves, and only superadmins grant', async () => {
    const body = { employmentId: gov.people.super, role: 'auditor', unitId: null, reason: 'untuk saya sendiri' };
    expect((await test.call('POST', '/setup/roles', { as: 'super', body })).body.code).toBe('not-yours-to-decide');
    expect((await test.call('POST', '/setup/roles', { as: 'umpeg', body })).status).toBe(403);
    expect((await test.call('POST', '/setup/roles', { as: 'super', body: { ...body, employmentId: gov.people.siti, reason: 'x' } })).status).toBe(400);
  });

  it('a role counts at once, and ends at once', async () => {
    expect((await test.call('GET', '/audit', { as: 'siti' })).status).toBe(403);
    const granted = await test.call<RoleGrant>('POST', '/setup/roles', {
      as: 'super', body: { employmentId: gov.people.siti, role: 'auditor', unitId: null, reason: 'Pemeriksaan tahunan' },
    });
    expect((await test.call('GET', '/audit', { as: 'siti' })).status).toBe(200);
    expect((await test.call('POST', `/setup/roles/${granted.body.id}/end`, { as: 'super', body: { reason: 'Pemeriksaan selesai' } })).status).toBe(204);
    expect((await test.call('GET', '/audit', { as: 'siti' })).status).toBe(403);
    const trail = await test.db.query<{ action: string; reason: string }>(`SELECT action, reason FROM audit_event WHERE action LIKE 'role.%' ORDER BY id`);
    expect(trail).toEqual([
      { action: 'role.granted', reason: 'Pemeriksaan tahunan' }, { action: 'role.ended', reason: 'Pemeriksaan selesai' },
    ]);
  });

  it('two superadmins always remain', async () => {
    const own = (await grants()).filter(({ role }) => role === 'superadmin');
    expect(own).toHaveLength(2);
    const end = (id: string) => test.call('POST', `/setup/roles/${id}/end`, { as: 'super', body: { reason: 'Pindah tugas' } });
    expect((await end(own[0]!.id)).body).toMatchObject({ code: 'rule-refused', rule: { code: 'superadmins-remain' } });
    await test.call('POST', '/setup/roles', { as: 'super', body: { employmentId: gov.people.kaban, role: 'superadmin', unitId: null, reason: 'Pengganti' } });
    expect((await end(own.find(({ employmentId }) => employmentId === gov.people.super2)!.id)).status).toBe(204);
  });
});

import type { Page } from '@ekinerja/contracts/basics';
import type { OwnDataRead, RetentionView, SupportView } from '@ekinerja/contracts/personal-data';
import ExcelJS from 'exceljs';
import { AuditSealService } from '../audit/audit-seal.service.js';
import { AbuseStory } from '../testing/abuse-story.js';
import { changedTables, databaseState } from '../testing/database-state.js';
import { submitStaffingUpdate } from '../testing/staffing.js';
import type { TestApp } from '../testing/test-app.js';
import { RetentionService } from './retention.service.js';

let story: AbuseStory;
beforeAll(async () => {
  story = await AbuseStory.tell();
});
afterAll(() => story.close());

const call = <T>(...args: Parameters<TestApp['call']>) => story.test.call<T>(...args);
type Taken = { data: Record<string, Record<string, unknown>[]> };

describe('one’s own data', () => {
  it('X-PD-1 is taken out whole: every table that names the person, nothing secret, nothing of others', async () => {
    const mine = await story.enter('siti');
    await story.enter('rina');
    await submitStaffingUpdate(story.test, 'siti', [{ field: 'phone', value: '081234567890' }]);
    const { status, headers, raw } = await call('GET', '/personal-data/own.json', { as: 'siti' });
    const text = raw.toString();
    const { data } = JSON.parse(text) as Taken;
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="data-saya.json"']);
    expect(data.activity).toEqual([expect.objectContaining({ id: mine.id })]);
    for (const table of ['person', 'employment', 'employment_nip', 'assignment', 'account', 'session', 'skp', 'skp_result', 'skp_indicator', 'evaluation', 'payslip', 'presence_day', 'staffing_update', 'staffing_update_step']) {
      expect([table, (data[table] ?? []).length > 0]).toEqual([table, true]);
    }
    for (const other of ['rina', 'budi', 'kasi'] as const) expect(text).not.toContain(story.gov.nips[other]);
    expect(text).not.toMatch(/argon2|token_hash|password/);
    // A table added later with an owner column is in it, or left out on purpose.
    const owned = await story.test.db.query<{ name: string }>(
      `SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name = 'employment_id'`,
    );
    const filled: string[] = [];
    for (const { name } of owned) {
      if (await story.test.db.one(`SELECT 1 FROM ${name} WHERE employment_id = $1 LIMIT 1`, [story.gov.people.siti])) filled.push(name);
    }
    expect(filled.filter((name) => !(name in data))).toEqual([]);
  });

  it('X-PD-1 is taken out in a form that people read, and the taking is on record', async () => {
    const { raw } = await call('GET', '/personal-data/own.xlsx', { as: 'siti' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(raw as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ikhtisar', 'Kegiatan', 'Slip TPP', 'Presensi', 'SKP']));
    expect(await story.test.db.one(`SELECT count(*) AS n FROM audit_event WHERE action = 'personal-data.taken-out'`)).toEqual({ n: 2 });
  });

  it('X-PD-1 tells the person who read it, and nobody else', async () => {
    await call('GET', `/employees/${story.gov.people.siti}`, { as: 'kasi' });
    await call('GET', `/employees/${story.gov.people.budi}`, { as: 'kasi' });
    const { body } = await call<Page<OwnDataRead>>('GET', '/personal-data/reads', { as: 'siti' });
    expect(body.items[0]).toMatchObject({ actorName: 'Ahmad Fauzi', what: 'employee', reason: null });
    expect(Object.keys(body.items[0]!)).not.toContain('ip');
    const other = await call<Page<OwnDataRead>>('GET', '/personal-data/reads', { as: 'rina' });
    expect(other.body.items.filter(({ actorName }) => actorName === 'Ahmad Fauzi')).toEqual([]);
  });
});

describe('a look on behalf', () => {
  let view: SupportView;
  const reason = 'Bu Siti melapor tidak dapat mengisi kegiatan';
  const on = (id: string) => ({ 'x-on-behalf': id });

  it('X-PD-1 X-AC-1 is for the own SKPD, not of oneself, not of one who holds a role, and never without a reason', async () => {
    const open = (as: string, employmentId: string, why = reason) => call<SupportView>('POST', '/support-views', { as, body: { employmentId, reason: why } });
    const { people } = story.gov;
    expect((await open('siti', people.budi)).status).toBe(403);
    expect((await open('umpeg', people.siti, 'singkat')).status).toBe(400);
    expect((await open('umpeg', people.super)).status).toBe(404);
    expect((await open('umpeg', people.bendahara)).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await open('super', people.auditor)).body).toMatchObject({ code: 'not-yours-to-decide' });
    expect((await open('umpeg', people.umpeg)).body).toMatchObject({ code: 'not-yours-to-decide' });
    const { status, body } = await open('umpeg', people.siti);
    expect([status, body]).toMatchObject([201, { personName: 'Siti Aminah', viewerName: 'Mariani', reason }]);
    view = body;
  });

  it('X-AC-1 shows what the person sees and changes nothing: no deed, no account, no file, no mark of having looked', async () => {
    expect((await call<{ username: string; permissions: string[] }>('GET', '/auth/me', { as: 'umpeg', headers: on(view.id) })).body).toMatchObject({ username: 'siti', permissions: expect.arrayContaining(['activities.own']) });
    const before = await databaseState(story.test);
    const own = await call<object>('GET', '/activities/month?month=2026-11', { as: 'siti' });
    const seen = await call<object>('GET', '/activities/month?month=2026-11', { as: 'umpeg', headers: on(view.id) });
    expect([seen.status, seen.body]).toEqual([200, own.body]);
    expect((await call('GET', '/staffing-records/own', { as: 'umpeg', headers: on(view.id) })).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/auth/second-factor/begin', { currentPassword: 'x' }], ['GET', '/auth/security', undefined], ['POST', '/auth/sign-out-everywhere', undefined],
      ['GET', '/personal-data/own.json', undefined], ['GET', `/payslips/${await story.idOf('payslip', 'siti')}/slip.pdf`, undefined],
      ['POST', '/staffing-records/own/updates', {}],
    ] as const) {
      expect([path, (await call(method, path, { as: 'umpeg', headers: on(view.id), body })).body]).toMatchObject([path, { code: 'read-only-view' }]);
    }
    expect(changedTables(before, await databaseState(story.test)).filter((table) => table !== 'read_log')).toEqual([]);
    // What the admin may open themselves is not opened with the person's eyes.
    expect((await call('GET', '/pay-runs', { as: 'umpeg', headers: on(view.id) })).body).toMatchObject({ code: 'permission-denied' });
    expect((await call('GET', '/auth/me', { as: 'super', headers: on(view.id) })).status).toBe(404);
  });

  it('X-PD-1 is read by the person: who, when and why, and every page that was looked at', async () => {
    expect((await call<SupportView[]>('GET', '/support-views/mine', { as: 'siti' })).body).toMatchObject([{ viewerName: 'Mariani', reason }]);
    const { body } = await call<Page<OwnDataRead>>('GET', '/personal-data/reads', { as: 'siti' });
    expect(body.items.filter((item) => item.reason === reason).map(({ actorName, what }) => [actorName, what])).toEqual(
      expect.arrayContaining([['Mariani', 'activities.month'], ['Mariani', 'staffing-records.own']]),
    );
  });

  it('X-AC-1 ends when it is ended, and by itself after half an hour', async () => {
    expect((await call('POST', `/support-views/${view.id}/end`, { as: 'umpeg' })).status).toBe(204);
    expect((await call('GET', '/auth/me', { as: 'umpeg', headers: on(view.id) })).status).toBe(404);
    const { body: again } = await call<SupportView>('POST', '/support-views', { as: 'umpeg', body: { employmentId: story.gov.people.siti, reason } });
    story.test.setClock('2026-11-23T10:30:00+08:00');
    expect((await call('GET', '/auth/me', { as: 'umpeg', headers: on(again.id) })).status).toBe(404);
  });
});

describe('retention', () => {
  it('X-PD-1 removes what has been kept for its time and says how much; the trail and its hashes stay', async () => {
    const { db } = story.test;
    const retention = story.test.app.get(RetentionService);
    const seals = story.test.app.get(AuditSealService);
    const before = await call<RetentionView>('GET', '/personal-data/retention', { as: 'auditor' });
    expect(before.body.periods).toMatchObject([{ kind: 'auditValues', years: 10, before: '2016-11-23', cite: { reading: true } }, { kind: 'readLog', years: 5 }, { kind: 'sessions', years: 1 }, { kind: 'formerEmployees', years: 5 }]);
    await retention.carryOut();
    expect((await call<RetentionView>('GET', '/personal-data/retention', { as: 'auditor' })).body.runs).toEqual([]);
    while ((await seals.sealBatch()) > 0);
    const count = async (table: string) => (await db.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))!.n;
    const [events, reads] = [await count('audit_event'), await count('read_log')];
    await db.query(`UPDATE person SET email = 'lama@contoh.go.id' WHERE id = (SELECT person_id FROM employment WHERE id = $1)`, [story.gov.people.rina]);
    await db.query(`UPDATE employment SET valid_to = '2026-12-31' WHERE id = $1`, [story.gov.people.rina]);
    story.test.setClock('2037-01-05T09:00:00+08:00');
    await retention.carryOut();
    expect([await count('audit_event'), await count('audit_value'), await count('read_log')]).toEqual([events + 1, 1, 0]);
    const { body } = await call<RetentionView>('GET', '/personal-data/retention', { as: 'auditor' });
    expect(Object.fromEntries(body.runs.map(({ kind, removed }) => [kind, removed]))).toMatchObject({ auditValues: events, readLog: reads, formerEmployees: 1 });
    await seals.sealBatch();
    expect(await seals.verify()).toMatchObject({ broken: null, unsealed: 0 });
    expect(await db.one(`SELECT email FROM person WHERE id = (SELECT person_id FROM employment WHERE id = $1)`, [story.gov.people.rina])).toEqual({ email: null });
    expect((await call('GET', '/personal-data/retention', { as: 'super' })).status).toBe(200);
    expect((await call('GET', '/personal-data/retention', { as: 'umpeg' })).status).toBe(403);
  });
});

import type { AuditItem, DutyAnswer, DutyCount, ReadItem } from '@ekinerja/contracts/audit';
import type { Page } from '@ekinerja/contracts/basics';
import ExcelJS from 'exceljs';
import { declaredRoutes } from '../access-routes.js';
import { readsOthers } from '../platform/access/row-scope.js';
import { AbuseStory } from '../testing/abuse-story.js';
import { concretePath } from '../testing/concrete-path.js';

let story: AbuseStory;
beforeAll(async () => {
  story = await AbuseStory.tell();
});
afterAll(() => story.close());

const call = <T>(...args: Parameters<AbuseStory['test']['call']>) => story.test.call<T>(...args);
const logged = () => story.test.db.query<{ route: string; people: number; account: string; export: boolean }>(
  `SELECT route, cardinality(employment_ids) AS people, account_id AS account, export FROM read_log ORDER BY id`,
);
const clear = () => story.test.db.query(`DELETE FROM read_log`);

describe('the read log', () => {
  it('KS-26.1 has one row for every answer of every route that shows others’ data, whoever reads it', async () => {
    const routes = declaredRoutes().filter((route) => route.method === 'GET' && !route.path.includes(':') && readsOthers(route.access?.scope ?? null));
    expect(routes.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const as of ['kasi', 'umpeg', 'kadis', 'super', 'auditor']) {
      for (const route of routes) {
        await call('GET', '/auth/me', { as });
        await clear();
        const answer = await call('GET', `${concretePath(route.path)}?month=2026-10`, { as });
        const rows = await logged();
        const about = rows.filter((row) => row.account === story.gov.accounts[as as 'kasi'] && row.route === `GET ${route.path}`);
        // What is answered about oneself alone is nobody else's data.
        const expected = answer.status < 300 ? [1, JSON.stringify(answer.body).includes(story.gov.people[as as 'kasi']) ? 0 : 1] : [0];
        if (!expected.includes(about.length) || rows.length > 1) wrong.push(`${as} ${route.path}: ${answer.status}, ${rows.length} rows`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('KS-26.1 names the people whose data an answer held, and nobody for one’s own', async () => {
    await story.enter('siti');
    await call('GET', '/activities/waiting', { as: 'kasi' });
    await clear();
    await call('GET', '/activities/waiting', { as: 'kasi' });
    const skp = await story.idOf('skp', 'siti');
    await call('GET', `/skp/${skp}`, { as: 'siti' });
    await call('GET', `/skp/${skp}`, { as: 'budi' });
    expect(await logged()).toMatchObject([{ route: 'GET /activities/waiting', people: 1 }]);
    await call('GET', `/skp/${skp}`, { as: 'kasi' });
    const [, read] = await logged();
    expect(read).toMatchObject({ route: 'GET /skp/:id', people: 1 });
  });

  it('KS-26.1 keeps every file handed out, and auditors find them by reader, person and day', async () => {
    await clear();
    const unit = `/pay-runs/${story.run.id}/units/${story.gov.units.dinkes}`;
    expect((await call('GET', `${unit}/recap.xlsx`, { as: 'umpeg' })).status).toBe(200);
    await call('GET', `/payslips/${await story.idOf('payslip', 'siti')}`, { as: 'umpeg' });
    const find = async (query: string) => (await call<Page<ReadItem>>('GET', `/audit/reads?${query}`, { as: 'auditor' })).body.items.filter(({ actorUsername }) => actorUsername === 'umpeg');
    expect((await find('exportsOnly=true')).map(({ route }) => route)).toEqual(['GET /pay-runs/:id/units/:skpdId/recap.xlsx']);
    expect((await find('actor=mariani')).length).toBe(2);
    expect((await find('actor=ma%25ani')).length).toBe(0);
    // Siti has a slip in that recap, though the file does not name her by id.
    expect((await find(`employmentId=${story.gov.people.siti}`)).length).toBe(2);
    expect((await find(`employmentId=${story.gov.people.kasubBk}`)).length).toBe(0);
    expect((await find('from=2026-11-24')).length).toBe(0);
    expect((await find('to=2026-11-23')).length).toBe(2);
    const [read] = await find('exportsOnly=false');
    expect(read).toMatchObject({ actorName: 'Mariani', roles: expect.arrayContaining(['unit-admin']) as unknown });
  });
});

describe('the trail', () => {
  it('X-AU-1 is searched by person, actor, action, data, day and words, and taken out as a workbook', async () => {
    const entered = await story.enter('rina');
    await call('POST', `/activities/${entered.id}/refuse`, { as: 'kapus', ifMatch: entered.version, body: { reason: 'uraian 100% kurang jelas' } });
    const find = async (query: string) => (await call<Page<AuditItem>>('GET', `/audit?${query}`, { as: 'auditor' })).body.items;
    const aboutRina = await find(`employmentId=${story.gov.people.rina}`);
    expect(aboutRina.map(({ action }) => action)).toContain('activity.refused');
    expect(aboutRina.some(({ subjectType, subjectId }) => subjectType === 'activity' && subjectId !== entered.id)).toBe(false);
    expect((await find('actor=lestari&action=activity')).map(({ action }) => action)).toEqual(['activity.refused']);
    expect((await find('text=100%25')).map(({ subjectId }) => subjectId)).toEqual([entered.id]);
    expect(await find('text=1%25jelas')).toEqual([]);
    expect(await find('from=2026-11-24')).toEqual([]);
    expect((await find('action=activity.refused&to=2026-11-23')).length).toBe(1);
    const file = await call('GET', '/audit/trail.xlsx?action=activity.refused', { as: 'auditor' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(file.raw).buffer);
    expect(workbook.worksheets[0]!.getRow(2).getCell(5).value).toBe('activity.refused');
    for (const path of ['/audit', '/audit/reads', '/audit/trail.xlsx']) expect((await call('GET', path, { as: 'umpeg' })).status).toBe(403);
  });
});

describe('the duty of confidentiality', () => {
  it('KS-26.1 is accepted once on record by name: manager, unit admin, evaluator and employee alike', async () => {
    for (const as of ['super', 'umpeg', 'kasi', 'siti']) {
      const shown = (await call<DutyAnswer>('GET', '/duty', { as })).body;
      expect(shown).toMatchObject({ version: 1, acceptedAt: null, cite: { ref: 'Pasal 26' } });
      const accepted = await call<DutyAnswer>('POST', '/duty', { as, body: { version: shown.version } });
      expect(accepted.body.acceptedAt).not.toBeNull();
      expect((await call<DutyAnswer>('POST', '/duty', { as, body: { version: shown.version } })).body).toEqual(accepted.body);
    }
    expect((await call('POST', '/duty', { as: 'siti', body: { version: 99 } })).status).toBe(409);
    const events = await story.test.db.query(`SELECT actor_name FROM audit_event WHERE action = 'duty.accepted' ORDER BY id`);
    expect(events).toEqual([{ actor_name: 'Arif Rahman' }, { actor_name: 'Mariani' }, { actor_name: 'Ahmad Fauzi' }, { actor_name: 'Siti Aminah' }]);
    expect((await call<DutyCount>('GET', '/audit/duty', { as: 'auditor' })).body).toMatchObject({ version: 1, accepted: 4 });
    await expect(story.test.db.query(`UPDATE duty_acceptance SET version = 2`)).rejects.toThrow('append-only');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PayRunUnitView, PayRunView } from '@ekinerja/contracts/pay-runs';
import type { Page } from '@ekinerja/contracts/basics';
import type { CaseCandidate, CaseItem, PerformanceMap, PerformanceReport, Reward } from '@ekinerja/contracts/follow-up';
import type { EvaluationsDue } from '@ekinerja/contracts/evaluations';
import type { PresenceImport } from '@ekinerja/contracts/attendance';
import type { AboutAnswer } from '@ekinerja/contracts/system';
import type { SessionAnswer } from '@ekinerja/contracts/auth';
import type { WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { SkpItem } from '@ekinerja/contracts/skp';
import { CONFIG } from '../platform/platform.module.js';
import type { Config } from '../platform/config.js';
import { testApp, type TestApp } from '../testing/test-app.js';
import { DEMO_PASSWORD, type DemoAccountRole, type Regency } from './generator/model.js';
import { seedDemo } from './demo.loader.js';
import { storyLines } from './story.js';

const TODAY = '2026-11-23';
let test: TestApp;
let regency: Regency;
let dataDir: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  test = await testApp({ enact: false, clock: `${TODAY}T09:00:00+08:00` });
  dataDir = test.app.get<Config>(CONFIG).dataDir;
  regency = await seedDemo(test.app, { daerah: 'tanah-laut', seed: 1, today: TODAY, employees: 60, dataDir });
}, 120_000);
afterAll(() => test.close());

/** As one of the accounts that the terminal lists. */
async function as(role: DemoAccountRole): Promise<{ authorization: string }> {
  const { username } = star(role);
  let token = tokens.get(username);
  if (!token) {
    const { status, body } = await test.call<SessionAnswer>('POST', '/auth/sign-in', { body: { username, password: DEMO_PASSWORD } });
    expect(status).toBeLessThan(300);
    tokens.set(username, (token = body.accessToken));
  }
  return { authorization: `Bearer ${token}` };
}

function star(role: DemoAccountRole) {
  const found = regency.stars.find((each) => each.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}

async function count(sql: string): Promise<number> {
  return (await test.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))?.n ?? 0;
}

it('closes the two months before the last through the use cases, with a slip for everybody entitled', async () => {
  for (const month of ['2026-08', '2026-09']) {
    expect(await count(`closed_month WHERE month = '${month}'`)).toBe(4);
    const slips = await count(`payslip s JOIN pay_run r ON r.id = s.run_id WHERE r.month = '${month}' AND s.net > 0`);
    expect(slips).toBeGreaterThanOrEqual(58);
  }
  expect(await count(`closed_month`)).toBe(8);
});

it('lists the accounts on the sign-in page, in the order of the story', async () => {
  const { body } = await test.call<AboutAnswer>('GET', '/about');
  expect(body.demo).toBe(true);
  expect(body.demoAccounts.map(({ role }) => role)).toEqual([
    'superadmin', 'unit-admin', 'evaluator', 'employee', 'treasurer', 'regent', 'second-superadmin', 'auditor', 'unit-head', 'performance-manager',
  ]);
});

it('gives the evaluator entries to decide and people to rate for last month', async () => {
  const headers = await as('evaluator');
  const waiting = await test.call<WaitingActivitiesPage>('GET', '/activities/waiting', { headers });
  expect(waiting.status).toBe(200);
  expect(waiting.body.total).toBeGreaterThan(3);
  const due = await test.call<EvaluationsDue>('GET', '/evaluations/due?month=2026-10', { headers });
  expect(due.body.items.length).toBeGreaterThan(2);
  expect(due.body.items.every(({ evaluation }) => evaluation === null)).toBe(true);
  const own = await test.call<SkpItem[]>('GET', '/skp/mine?year=2026', { headers: await as('employee') });
  expect(own.body.map(({ status }) => status)).toEqual(['determined']);
});

it('shows what follows last year’s evaluations: the map, pools, a case with another still possible, a report on its way', async () => {
  const headers = await as('superadmin');
  const map = await test.call<PerformanceMap>('GET', '/follow-up/map?kind=annual&month=2025-12', { headers });
  expect(map.body.people - map.body.withoutPredicate).toBeGreaterThan(40);
  expect(map.body.counts['sangat-kurang']).toBeGreaterThanOrEqual(2);
  const rewards = await test.call<Page<Reward>>('GET', '/follow-up/rewards', { headers });
  expect(new Set(rewards.body.items.map(({ pool }) => pool))).toEqual(new Set(['succession', 'competence']));
  const cases = await test.call<Page<CaseItem>>('GET', '/follow-up/cases', { headers });
  expect(cases.body.items.map(({ kind, status }) => [kind, status])).toContainEqual(['sanction', 'improving']);
  expect((await test.call<CaseCandidate[]>('GET', '/follow-up/candidates/sanctions?year=2025', { headers })).body.length).toBeGreaterThan(0);
  expect((await test.call<Page<PerformanceReport>>('GET', '/performance-reports', { headers: await as('evaluator') })).body.items).toHaveLength(1);
});

it('every main result of a plan leans on the superior where the superior has one', async () => {
  expect(
    await count(`skp_result r JOIN skp s ON s.id = r.skp_id WHERE r.task = 'main' AND r.superior_result_id IS NULL
                 AND EXISTS (SELECT 1 FROM skp a WHERE a.employment_id = (s.evaluator_snapshot->'evaluator'->>'employmentId')::uuid AND a.status = 'determined')`),
  ).toBe(0);
});

it('nobody writes two entries for the same hour, and what was decided has its history', async () => {
  expect(
    await count(`activity a JOIN activity b ON b.employment_id = a.employment_id AND b.date = a.date AND b.id > a.id
                 AND b.start_time < a.end_time AND b.end_time > a.start_time`),
  ).toBe(0);
  expect(await count(`activity a WHERE a.status = 'accepted' AND NOT EXISTS (SELECT 1 FROM activity_event e WHERE e.activity_id = a.id AND e.action IN ('accepted','lapsed'))`)).toBe(0);
  expect(await count(`activity WHERE decided_at > '${TODAY}T00:00:00+08:00' OR submitted_at > '${TODAY}T00:00:00+08:00'`)).toBe(0);
});

it('last month closes once it is rated and its presence file is imported', async () => {
  const evaluator = await as('evaluator');
  const due = await test.call<EvaluationsDue>('GET', '/evaluations/due?month=2026-10', { headers: evaluator });
  for (const { employmentId } of due.body.items) {
    const body = { employmentId, month: '2026-10', inputs: { workRating: 'meets', behaviourRating: 'above' }, note: null };
    expect((await test.call('POST', '/evaluations', { headers: evaluator, body })).status).toBeLessThan(300);
  }
  const headers = await as('superadmin');
  const file = await test.call('GET', '/demo/presence-file?month=2026-10', { headers });
  expect(file.status).toBe(200);
  expect(file.raw.equals(await readFile(join(dataDir, 'contoh/presensi-2026-10.xlsx')))).toBe(true);
  const upload = await test.call<PresenceImport>('POST', '/attendance/imports?month=2026-10', {
    headers, file: { field: 'file', name: 'presensi-2026-10.xlsx', mediaType: 'application/octet-stream', content: file.raw },
  });
  expect(upload.body.problems).toEqual([]);
  expect(upload.body.missing).toEqual([]);
  expect((await test.call('POST', `/attendance/imports/${upload.body.id}/apply`, { headers })).status).toBeLessThan(300);
  const run = await test.call<PayRunView>('POST', '/pay-runs', { headers, body: { month: '2026-10' } });
  expect(run.status).toBeLessThan(300);
  expect(run.body.unitList.map(({ skpdName, blockers }) => [skpdName, blockers])).toEqual(run.body.unitList.map(({ skpdName }) => [skpdName, 0]));
  for (const unit of run.body.unitList) {
    const checked = await test.call<PayRunUnitView>('POST', `/pay-runs/${run.body.id}/units/${unit.skpdId}/check`, { headers, ifMatch: unit.version });
    const closed = await test.call<PayRunUnitView>('POST', `/pay-runs/${run.body.id}/units/${unit.skpdId}/close`, { headers, ifMatch: checked.body.version });
    expect([unit.skpdName, closed.body.status]).toEqual([unit.skpdName, 'closed']);
  }
  const excluded = await test.db.query<{ code: string }>(`SELECT x.code FROM pay_run_exclusion x JOIN pay_run r ON r.id = x.run_id WHERE r.month = '2026-10' ORDER BY 1`);
  // The newcomer of mid-month, and the one who moved, on the list of the SKPD that does not pay.
  expect(excluded.length).toBe(2);
});

it('offers no file where there is none, and none to people who do not import', async () => {
  expect((await test.call('GET', '/demo/presence-file?month=2026-08', { headers: await as('superadmin') })).status).toBe(404);
  expect((await test.call('GET', '/demo/presence-file?month=2026-10', { headers: await as('employee') })).status).toBe(403);
});

it('tells how to close the month in at most forty lines', async () => {
  const { body } = await test.call<AboutAnswer>('GET', '/about');
  const story = { baseUrl: 'http://localhost:3000', dataDir: '/srv/data', databaseName: 'PostgreSQL bawaan', governmentName: body.governmentName, today: TODAY, accounts: body.demoAccounts };
  const lines = storyLines(story);
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(lines.join('\n')).toContain(star('superadmin').username);
  expect(lines.join('\n')).toContain('Oktober 2026');
});

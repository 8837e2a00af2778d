import { randomUUID } from 'node:crypto';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { permissionsOf, type Role } from '@ekinerja/contracts/access';
import { AbuseStory } from './testing/abuse-story.js';
import { changedTables, databaseState } from './testing/database-state.js';
import { FOREIGN_ROWS, LISTS_ALL, READ_ALL, type RowKind } from './testing/foreign-rows.js';
import { declaredRoutes, type DeclaredRoute } from './access-routes.js';
import { propertiesOf } from './testing/route-properties.js';
import { dailyRows } from './testing/daily-rows.js';
import { feedbackRows } from './testing/feedback-rows.js';
import { strangers } from './testing/strangers.js';
import { givenStaffingUpdate } from './testing/staffing.js';
import { entry } from './testing/work.js';

let story: AbuseStory;
let users: Record<Role, string>;
let routes: DeclaredRoute[];
let rows: Record<RowKind, { ids: string[]; version: number }>;

beforeAll(async () => {
  story = await AbuseStory.tell();
  const { test, gov } = story;
  users = await strangers(test, gov);
  routes = declaredRoutes();
  const activity = await story.enter('siti');
  const assignment = await test.db.one<{ id: string }>(`SELECT id FROM assignment WHERE employment_id = $1`, [gov.people.siti]);
  await test.call('GET', '/auth/me', { as: 'siti' });
  const session = await test.db.one<{ id: string }>(`SELECT id FROM session WHERE account_id = $1`, [gov.accounts.siti]);
  const unit = await test.db.one<{ version: number }>(`SELECT version FROM pay_run_unit WHERE run_id = $1 AND skpd_id = $2`, [story.run.id, gov.units.dinkes]);
  const record = await test.db.one<{ id: string }>(
    `INSERT INTO pay_record (kind, employment_id, skpd_id, valid_from, valid_to, reason, status, recorded_at, recorded_by) VALUES ('device-failure', $1, $2, '2026-11-02', '2026-11-02', 'Mesin rusak', 'waiting', now(), $3) RETURNING id`,
    [gov.people.siti, gov.units.dinkes, gov.accounts.umpeg],
  );
  const account = await test.db.one<{ id: string }>(
    `INSERT INTO bank_account (employment_id, bank, number, holder, valid_from, status, reason, proposed_at, proposed_by) VALUES ($1, 'Bank Daerah', '1234567890', 'SITI', '2026-01-01', 'waiting', 'Baru', now(), $2) RETURNING id`,
    [gov.people.siti, gov.accounts.umpeg],
  );
  const followed = await feedbackRows(test, gov);
  const [caseId, reportId, evaluationId] = [followed.case.ids[0]!, followed.report.ids[0]!, await story.idOf('evaluation', 'siti')];
  await test.db.query(`INSERT INTO follow_up_step (case_id, number, action, status, note, at, by_name) VALUES ($1, 1, 'opened', 'opened', 'Tidak melaporkan', now(), 'Ahmad Fauzi')`, [caseId]);
  await test.db.query(
    `INSERT INTO performance_report_item (report_id, evaluation_id, evaluation_version, predicate, skp_id) VALUES ($1, $2, 1, 'baik', $3)`,
    [reportId, evaluationId, await story.idOf('skp', 'siti')],
  );
  rows = {
    'case-step': { ids: [caseId, '1'], version: 1 },
    'report-item': { ids: [reportId, evaluationId], version: 1 },
    'pay-record': { ids: [record!.id], version: 1 },
    'bank-account': { ids: [account!.id], version: 1 },
    'pay-claim': { ids: [record!.id], version: 1 },
    activity: { ids: [activity.id], version: activity.version },
    skp: { ids: [await story.idOf('skp', 'budi')], version: 1 },
    evaluation: { ids: [evaluationId], version: 1 },
    payslip: { ids: [await story.idOf('payslip', 'siti')], version: 1 },
    'pay-run': { ids: [story.run.id], version: 1 },
    'pay-run-unit': { ids: [story.run.id, gov.units.dinkes], version: unit!.version },
    employment: { ids: [gov.people.siti], version: 1 },
    session: { ids: [session!.id], version: 1 },
    assignment: { ids: [assignment!.id], version: 1 },
    unit: { ids: [gov.units.dinkes], version: 1 },
    post: { ids: [gov.posts.kasi], version: 1 },
    ...(await dailyRows(test, gov)),
    ...followed,
    objection: { ids: [await story.objection('siti')], version: 1 },
    'staffing-update': { ids: [await givenStaffingUpdate(test, gov, 'siti')], version: 1 },
    measurement: { ids: [await story.measurement('siti')], version: 1 },
  };
});
afterAll(() => story.close());

const A_FILE = { field: 'file', name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(16)]) };

const queries = (skpdId: string) => ['', '?month=2026-10', '?year=2026', `?month=2026-10&skpdId=${skpdId}`, `?year=2026&skpdId=${skpdId}`, `?skpdId=${skpdId}`];

/** Law and calendar are everybody's; what only offices of the whole government reach has no other SKPD. */
const namesRow = ({ path, access }: DeclaredRoute) => path.includes(':') && !['public', 'everyone', 'government'].includes(access?.scope ?? '');

describe('a row of another SKPD', () => {
  it('X-AC-1 is described for every route that names one; a route without an entry is named here', () => {
    const named = routes.filter(namesRow).map(({ name }) => name);
    expect(named.filter((name) => !(name in FOREIGN_ROWS))).toEqual([]);
    expect(Object.keys(FOREIGN_ROWS).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('X-AC-1 answers each role on each route as declared: not found, or not theirs to ask', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const scope = FOREIGN_ROWS[route.name];
      if (!scope || route.access?.public) continue;
      const { ids, version } = rows[scope.row];
      const left = [...ids];
      const path = route.path.replace(/:\w+/g, () => left.shift() ?? randomUUID()) + (scope.query ? `?${scope.query}` : '');
      // Roles that reach the row may well change it; what they may do has its own specs.
      const reaching = Object.entries(users).filter(([role]) => scope.reachedBy.includes(role as Role)) as [Role, string][];
      // The story's evaluation was laid in the table, not judged: it has no signer to print.
      const isRead = route.method === 'GET' && route.name !== 'EvaluationPapersController.evaluation';
      for (const [role, username] of isRead ? reaching : []) {
        const { status } = await story.test.call(route.method, path, { as: username });
        if (status === 403 || status === 404 || status >= 500) wrong.push(`${route.name} as ${role}: ${status}, though reached`);
      }
      // One look before and after all the others: the state of every table is the dear part.
      const before = await databaseState(story.test);
      for (const [role, username] of Object.entries(users) as [Role, string][]) {
        if (scope.reachedBy.includes(role)) continue;
        const { status, body } = await story.test.call(route.method, path, { as: username, ifMatch: version, body: bodyOf(route), file: scope.file && A_FILE });
        const opens = heldBy(role).has(route.access!.permission!);
        const expected = opens ? [404] : [403];
        // Who sees the row but may not act on it gets 403 (design.md).
        if (opens && (READ_ALL.includes(role) || scope.seenBy?.includes(role))) expected.push(403);
        if (!expected.includes(status)) wrong.push(`${route.name} as ${role}: ${status} ${body?.code ?? ''}`);
      }
      const changed = changedTables(before, await databaseState(story.test)).filter((name) => !name.startsWith('audit_'));
      if (changed.length > 0) wrong.push(`${route.name} changed ${changed.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('X-AC-1 shows in no list of a role that does not reach it', async () => {
    const secrets = ['siti', 'budi', 'rina', 'kasi'] as const;
    const marks = secrets.flatMap((name) => [story.gov.people[name], story.gov.nips[name]!]);
    const wrong: string[] = [];
    const lists = routes.filter((route) => route.method === 'GET' && !route.path.includes(':') && !route.access?.public && !/\.(pdf|xlsx)$/.test(route.path));
    for (const route of lists) {
      // What a route does not take is refused or not read: it tells nothing of its rows.
      const taken = propertiesOf(route, [RouteParamtypes.QUERY]);
      const questions = queries(story.gov.units.dinkes).filter((query) => [...new URLSearchParams(query).keys()].every((name) => taken.includes(name)));
      for (const [role, username] of Object.entries(users) as [Role, string][]) {
        if (READ_ALL.includes(role) || LISTS_ALL[role]?.some((start) => route.path.startsWith(start))) continue;
        // Whoever may not ask at all is refused before the question is read: one asking tells.
        const asks = !route.access!.permission || heldBy(role).has(route.access!.permission);
        for (const query of asks ? questions : ['']) {
          const { status, raw } = await story.test.call(route.method, `${route.path}${query}`, { as: username });
          if (!asks && status !== 403) wrong.push(`${route.name} as ${role}: ${status}, without the permission`);
          if (status < 300 && marks.some((mark) => raw.includes(mark))) wrong.push(`${route.name}${query} as ${role}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

function heldBy(role: Role): ReadonlySet<string> {
  const derived: Role[] = role === 'unit-head' ? ['employee', 'evaluator', 'unit-head'] : ['employee', role];
  return new Set(permissionsOf(derived));
}

function bodyOf(route: DeclaredRoute): object | undefined {
  if (route.name === 'ActivitiesController.save') return entry(story.results.siti);
  return FOREIGN_ROWS[route.name]?.body;
}

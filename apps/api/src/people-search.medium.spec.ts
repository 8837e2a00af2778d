import pg from 'pg';
import { AssignmentListsRepository } from './organisation/assignment-lists.repository.js';
import type { Database } from './platform/database/database.js';
import { partOfPerson } from './platform/database/search.js';
import { SkpCascadeRepository } from './skp/skp-cascade.repository.js';
import { SkpListsRepository } from './skp/skp-lists.repository.js';
import { StaffingPeopleRepository } from './staffing-records/staffing-people.repository.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';
import { EmployeesRepository } from './employees/employees.repository.js';

const PEOPLE = 10_000;
/** Less than two big tables read once. */
const FEW = PEOPLE * 1.5;
const DAY = '2026-11-02';
const WHOLE = { everybody: true, skpdIds: [], employmentIds: [] };
const NAMES = ['Siti', 'Ahmad', 'Nur', 'Budi', 'Dewi', 'Rina', 'Agus', 'Hasan', 'Lestari', 'Yusuf', 'Mariani', 'Rahmad', 'Wahyu', 'Kartini', 'Bambang', 'Indah', 'Joko', 'Ratna', 'Hendra', 'Yuni'];
/** Tables with a row or more a person. */
const BIG = ['person', 'employment', 'employment_nip', 'employment_kind', 'assignment', 'skp', 'skp_result'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** The very statements of the repositories, with the planner's own choice on a government of 10,000: nothing is forced. */
describe('people and SKPs are found without reading everybody', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let asked: { text: string; values: unknown[] } | null = null;
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await seed(client);
  }, 60_000);
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const db = {
    query: async (text: string, values: unknown[] = []) => {
      asked = { text, values };
      return (await client.query(text, values)).rows as unknown[];
    },
  } as unknown as Database;

  /** Rows read of the big tables, and by which indexes, of the statement that was just asked. */
  async function read(): Promise<{ rows: number; indexes: string[] }> {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${asked?.text ?? ''}`, asked?.values);
    const nodes: Plan[] = [];
    const walk = (plan: Plan) => {
      nodes.push(plan);
      plan.Plans?.forEach(walk);
    };
    walk(rows[0]!['QUERY PLAN'][0].Plan);
    const met = (node: Plan) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];
    const big = nodes.filter((node) => BIG.includes(node['Relation Name'] ?? ''));
    return { rows: big.reduce((sum, node) => sum + met(node), 0), indexes: nodes.flatMap((node) => node['Index Name'] ?? []) };
  }

  const employees = (q: string | null) => new EmployeesRepository(db).list(DAY, WHOLE, { pattern: partOfPerson(q), skpdId: null, after: null, limit: 51 });
  const skps = (q: Partial<Parameters<SkpListsRepository['list']>[0]>) =>
    new SkpListsRepository(db).list({ year: 2026, skpdIds: null, status: null, late: false, pattern: null, today: DAY, timeZone: 'Asia/Makassar', after: null, limit: 51, ...q });

  it.each([
    ['part of a name', 'kartini budi dewi', 'person_name_search'],
    ['part of a NIP', '19900101 2015', 'employment_nip_search'],
  ])('%s is looked up in its index, in every list of people', async (_, q, index) => {
    const pattern = partOfPerson(q);
    const lists: [string, () => Promise<unknown[]>][] = [
      ['employees', () => employees(q)],
      ['staffing records', () => new StaffingPeopleRepository(db).list(DAY, { skpdIds: null }, { state: null, skpdId: null, pattern, employmentId: null, after: null, limit: 51 })],
      ['assignments', () => new AssignmentListsRepository(db).list(DAY, { skpdIds: null, kind: null, pattern, withoutDecree: false, after: null, limit: 51 })],
      ['SKPs', () => skps({ pattern })],
    ];
    for (const [name, ask] of lists) {
      expect([name, (await ask()).length]).toEqual([name, expect.any(Number)]);
      const { rows, indexes } = await read();
      expect([name, indexes]).toEqual([name, expect.arrayContaining([index])]);
      expect([name, rows < FEW]).toEqual([name, true]);
    }
  });

  it('one or two letters are met on the way through the names; nobody by that name is told at once', async () => {
    expect(await employees('an')).toHaveLength(51);
    expect((await read()).rows).toBeLessThan(FEW);
    expect(await employees('zzzz')).toHaveLength(0);
    expect((await read()).rows).toBeLessThan(FEW);
  });

  it('a page of SKPs late in the alphabet costs what the first page costs', async () => {
    expect(await skps({})).toHaveLength(51);
    const first = await read();
    expect(await skps({ after: { name: 'Wahyu', id: '00000000-0000-0000-0000-000000000000' } })).toHaveLength(51);
    const later = await read();
    expect([first.rows, later.rows].map((rows) => rows < FEW)).toEqual([true, true]);
  });

  it('who has no main role, and results nobody supports, are read page by page', async () => {
    const cascade = new SkpCascadeRepository(db);
    const after = { name: 'Wahyu', id: '00000000-0000-0000-0000-000000000000' };
    expect(await cascade.unsupported({ year: 2026, skpdIds: null, after, limit: 51 })).toHaveLength(51);
    expect((await read()).rows).toBeLessThan(FEW);
    // Everybody carries something but every hundredth: each table is read once, nobody is asked one by one.
    const rows = await cascade.withoutRole({ year: 2026, date: DAY, skpdIds: null, kinds: ['pns'], after: null, limit: 51 });
    expect(rows).toHaveLength(51);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['unlinked']));
    expect((await read()).rows).toBeLessThan(PEOPLE * 8);
  });
});

/** A chief for every twelve people; chiefs' second results are carried on by nobody. */
async function seed(client: pg.Client): Promise<void> {
  const tables = ['unit', 'post', 'person', 'employment', 'employment_nip', 'employment_kind', 'assignment'];
  await client.query(tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`).join(';'));
  await client.query(
    `CREATE TEMP TABLE made AS SELECT n, n % 13 = 0 AS chief, gen_random_uuid() AS person, gen_random_uuid() AS employment, gen_random_uuid() AS skp, gen_random_uuid() AS first, gen_random_uuid() AS post,
       ($2::text[])[1 + n % 20] || ' ' || ($2::text[])[1 + (n / 20) % 20] || ' ' || ($2::text[])[1 + (n / 400) % 20] AS name FROM generate_series(0, $1::int - 1) n`,
    [PEOPLE, NAMES],
  );
  await client.query(`
    INSERT INTO unit (id, code, name, kind, valid_from) VALUES ('00000000-0000-4000-8000-000000000001', '00', 'Pemerintah', 'government', '2010-01-01');
    INSERT INTO unit (id, code, name, kind, parent_id, skpd_id, valid_from)
      VALUES ('00000000-0000-4000-8000-000000000002', '01', 'Dinas', 'dinas', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '2010-01-01');
    INSERT INTO post (id, unit_id, name, kind, leader, seats, valid_from)
      SELECT post, '00000000-0000-4000-8000-000000000002', 'Kepala Seksi ' || n, 'pengawas', true, 1, '2010-01-01' FROM made WHERE chief;
    INSERT INTO post (id, unit_id, name, kind, superior_post_id, seats, valid_from)
      SELECT m.post, '00000000-0000-4000-8000-000000000002', 'Pelaksana ' || m.n, 'pelaksana', c.post, 1, '2010-01-01' FROM made m JOIN made c ON c.n = m.n - m.n % 13 WHERE NOT m.chief;
    INSERT INTO person (id, name) SELECT person, name FROM made;
    INSERT INTO employment (id, person_id, kind, valid_from) SELECT employment, person, 'pns', '2015-01-01' FROM made;
    INSERT INTO employment_kind (employment_id, kind, valid_from) SELECT employment, 'pns', '2015-01-01' FROM made;
    INSERT INTO employment_nip (employment_id, nip, valid_from) SELECT employment, to_char('1970-01-01'::date + n % 9000, 'YYYYMMDD') || '2015011' || lpad((n / 9000 + 1)::text, 3, '0'), '2015-01-01' FROM made;
    INSERT INTO assignment (employment_id, post_id, kind, valid_from) SELECT employment, post, 'definitive', '2015-01-01' FROM made;
    INSERT INTO skp (id, employment_id, post_id, unit_id, year, period_from, period_to, status, created_at)
      SELECT skp, employment, post, '00000000-0000-4000-8000-000000000002', 2026, '2026-01-01', '2026-12-31', 'determined', '2026-01-05' FROM made;
    INSERT INTO skp_result (id, skp_id, position, task, kind, title) SELECT first, skp, 0, 'main', 'output', 'Hasil' FROM made;
    INSERT INTO skp_result (id, skp_id, position, task, kind, title) SELECT gen_random_uuid(), skp, 1, 'main', 'output', 'Hasil lain' FROM made WHERE chief;
    UPDATE skp_result r SET superior_result_id = c.first FROM made m JOIN made c ON c.n = m.n - m.n % 13 WHERE r.id = m.first AND NOT m.chief AND m.n % 100 <> 7;
    UPDATE skp_result r SET superior_result_id = c.first FROM made m, made c WHERE r.id = m.first AND m.chief AND m.n > 0 AND c.n = 0`);
  await client.query(tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`).join(';'));
  await client.query('VACUUM ANALYZE');
}

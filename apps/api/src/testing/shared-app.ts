import { SnapshotCache } from '../organisation/snapshot-cache.js';
import { testApp, type TestApp } from './test-app.js';

type Options = NonNullable<Parameters<typeof testApp>[0]>;

/** Tables of the work queue that hold what waits; its others name what exists and stay. */
const QUEUED = ['_private_jobs', '_private_job_queues'];
const START = '2026-11-23T09:00:00+08:00';

/**
 * One booted application for a whole `describe`, each of whose tests begins where `given` left the data. Booting
 * another for each test takes seconds; putting back what a test has written takes a few milliseconds.
 */
export function sharedApp<T>(options: Options, given: (test: TestApp) => Promise<T>): { readonly test: TestApp; readonly given: T } {
  const shared = {} as { test: TestApp; given: T };
  beforeAll(async () => {
    shared.test = await testApp(options);
    shared.given = await given(shared.test);
    await keepTables(shared.test);
  });
  afterAll(() => shared.test?.close());
  beforeEach(async () => {
    const { test } = shared;
    await test.db.execute(`CALL kept.put_back()`);
    test.setClock(options.clock ?? START);
    // What the process remembers of the organisation belongs to the test before.
    Object.assign(test.app.get(SnapshotCache), { version: -1, checkedAt: -Infinity, turningDays: null, own: null, kept: new Map(), loading: new Map() });
  });
  return shared;
}

/** Copies what every table holds, and writes the procedure that puts it back. */
async function keepTables({ db }: TestApp): Promise<void> {
  const tables = await db.query<{ name: string; columns: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND (n.nspname = 'public' OR (n.nspname = 'graphile_worker' AND c.relname = ANY($1)))
     GROUP BY 1 ORDER BY 1`,
    [QUEUED],
  );
  const copies = tables.map(({ name }, index) => `CREATE TABLE kept.t${index} AS TABLE ${name};`);
  const back = tables.map(
    ({ name, columns }, index) => `IF EXISTS (SELECT FROM ${name}) OR EXISTS (SELECT FROM kept.t${index}) THEN
      DELETE FROM ${name}; INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM kept.t${index};
    END IF;`,
  );
  // As a replica that replays: frozen and append-only tables too, and no row is checked or noted on the way.
  await db.execute(`
    CREATE SCHEMA kept; ${copies.join(' ')}
    CREATE PROCEDURE kept.put_back() LANGUAGE plpgsql AS $$ BEGIN
      SET LOCAL session_replication_role = replica;
      ${back.join('\n')}
    END $$;`);
}

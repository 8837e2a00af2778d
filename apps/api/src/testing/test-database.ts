import { randomBytes } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@ekinerja/local-postgres/databases';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { openDatabase } from '../platform/database/data-source.js';

const TEMPLATE = 'ekinerja_template';
const TEMPLATE_LOCK = 4_711;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one spec file, cloned from a template on which the real migrations ran once. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.EKINERJA_TEST_SERVER;
  if (!server) throw new Error('EKINERJA_TEST_SERVER is missing: run through apps/api/jest.config.mjs');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (!rowCount) await makeTemplate(client, server);
    const url = await createDatabase(server, name, { template: TEMPLATE });
    return { url, drop: () => dropDatabase(server, name) };
  } finally {
    // Closing the connection gives the lock back.
    await client.end();
  }
}

async function makeTemplate(client: pg.Client, server: string): Promise<void> {
  const building = `${TEMPLATE}_building`;
  await dropDatabase(server, building);
  await createDatabase(server, building);
  const source = await openDatabase(databaseUrl(server, building), 2);
  await runMigrations({ connectionString: databaseUrl(server, building) });
  await source.destroy();
  await client.query(`ALTER DATABASE ${building} RENAME TO ${TEMPLATE}`);
}

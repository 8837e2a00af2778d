import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, databaseUrl, dropDatabase } from '@ekinerja/local-postgres/databases';
import { startPostgres } from '@ekinerja/local-postgres/server';
import { ConfigError, type Config } from '../config.js';

const NAME = 'ekinerja';

export interface EmbeddedDatabase {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** The PostgreSQL that comes along, for trying out and small tests; its data lies in the product's own folder. */
export async function openEmbedded(config: Config, options: { fresh: boolean; say: (text: string) => void }): Promise<EmbeddedDatabase> {
  const server = await startPostgres({ dataDir: join(config.dataDir, 'postgres'), ownFolder: config.dataDir, say: options.say });
  if (options.fresh && (await holdsDemoOnly(server.url))) await dropDatabase(server.url, NAME);
  if (!(await exists(server.url))) await createDatabase(server.url, NAME);
  return { url: databaseUrl(server.url, NAME), dataDir: server.dataDir, stop: () => server.stop() };
}

/** `--fresh` throws away demo data only; real data is never dropped by a flag. */
async function holdsDemoOnly(serverUrl: string): Promise<boolean> {
  if (!(await exists(serverUrl))) return false;
  const demo = await ask<{ demo: boolean }>(databaseUrl(serverUrl, NAME), `SELECT coalesce(bool_and(demo), true) AS demo FROM government`).catch(() => [{ demo: true }]);
  if (!demo[0]?.demo) throw new ConfigError('--fresh hanya membuang data contoh; basis data ini bukan data contoh dan tidak disentuh. Untuk mulai dari awal, pindahkan folder datanya.');
  return true;
}

async function exists(serverUrl: string): Promise<boolean> {
  return (await ask(databaseUrl(serverUrl, 'postgres'), `SELECT 1 FROM pg_database WHERE datname = '${NAME}'`)).length > 0;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

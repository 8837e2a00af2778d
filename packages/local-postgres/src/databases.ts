import pg from 'pg';
import { sleep } from './failure.js';

const IN_USE = '55006';

/** Creates the database and gives back its URL. With a template it is a copy, which takes a fraction of migrating anew. */
export async function createDatabase(
  url: string,
  name: string,
  { template }: { template?: string } = {},
): Promise<string> {
  const copyOf = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
  await administer(url, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copyOf}`);
        return;
      } catch (error) {
        // A connection to the template that is just being closed.
        if ((error as { code?: string }).code !== IN_USE || attempt === 5) throw error;
        await sleep(200);
      }
    }
  });
  return databaseUrl(url, name);
}

/** Connections that are still open are cut. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

/** The same server and user, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

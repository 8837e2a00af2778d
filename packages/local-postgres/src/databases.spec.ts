import { existsSync } from 'node:fs';
import pg from 'pg';
import { createDatabase, dropDatabase } from './databases.js';
import { testPostgres, type TestPostgres } from './testing.js';

let server: TestPostgres;

beforeAll(async () => {
  server = await testPostgres();
});
afterAll(() => server.stop());

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('databases', () => {
  it('are copied from a template, several at once, each on its own', async () => {
    const template = await createDatabase(server.url, 'contoh');
    await run(template, 'CREATE TABLE pegawai AS SELECT 1 AS id');
    const copies = await Promise.all(
      ['satu', 'dua', 'tiga'].map((name) => createDatabase(server.url, name, { template: 'contoh' })),
    );
    await run(copies[0]!, 'DELETE FROM pegawai');
    expect((await run(copies[0]!, 'SELECT * FROM pegawai')).rowCount).toBe(0);
    expect((await run(copies[1]!, 'SELECT * FROM pegawai')).rowCount).toBe(1);
  });

  it('are dropped even while somebody is connected, and without complaint if there is none', async () => {
    const url = await createDatabase(server.url, 'pakai "kutip"');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await dropDatabase(server.url, 'pakai "kutip"');
    await expect(run(url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await dropDatabase(server.url, 'tidak ada');
    await client.end().catch(() => undefined);
  });
});

describe('the server for tests', () => {
  it('is fast rather than safe, and leaves no folder behind', async () => {
    const own = await testPostgres();
    const { rows } = await run(
      own.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('data_directory') AS folder`,
    );
    expect(rows[0].fsync).toBe('off');
    await own.stop();
    expect(existsSync(rows[0].folder)).toBe(false);
  });
});

// A PostgreSQL of our own in a temporary folder, with the settings of a real one; gone afterwards, whatever happens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainPg, workspaceLibrary } from './built.mjs';
import { startChild } from './child.mjs';
import { milliseconds } from './measure.mjs';

export async function openScratch() {
  const { startPostgres } = await workspaceLibrary('@ekinerja/local-postgres/server');
  const { createDatabase } = await workspaceLibrary('@ekinerja/local-postgres/databases');
  const folder = mkdtempSync(join(tmpdir(), 'ekinerja-bench-'));
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    ownFolder: folder,
    say: () => undefined,
  });
  let removed;
  const remove = () =>
    (removed ??= server.stop().then(() => {
      rmSync(server.dataDir, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void remove().then(() => process.exit(130)));

  const site = async (name, people) => ({
    people,
    url: await createDatabase(server.url, name),
    dataDir: join(folder, `data-${name}`),
  });
  return {
    version: await versionOf(server.url),
    remove,
    async seed(people, say) {
      const started = performance.now();
      const made = await site(`bench_${people}`, people);
      const child = await startChild('./seed-process.mjs', made);
      try {
        const { units, checked } = await child.call('seed');
        say(
          `${people} pegawai, ${units} SKPD: siap dalam ${milliseconds(performance.now() - started)} (pemeriksaan seluruh SKPD ${milliseconds(checked)})`,
        );
      } finally {
        await child.stop();
      }
      return made;
    },
    empty: (name) => site(`bench_${name}`, 0),
  };
}

async function versionOf(url) {
  const pg = await plainPg();
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  const { rows } = await client.query(`SELECT current_setting('server_version') AS version`);
  await client.end();
  return rows[0].version;
}

// A database with fsync on and an API over it, both to be killed and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainPg, workspaceLibrary } from '../../bench/built.mjs';
import { root } from '../../lib/workspace.mjs';

export const CLOCK = '2026-11-30T19:00:00+08:00';
const READY_MS = 300_000;

export async function openSite({ employees, port }) {
  const { startPostgres } = await workspaceLibrary('@ekinerja/local-postgres/server');
  const { createDatabase } = await workspaceLibrary('@ekinerja/local-postgres/databases');
  const pg = await plainPg();
  const folder = mkdtempSync(join(tmpdir(), 'ekinerja-long-'));
  const start = () => startPostgres({ dataDir: join(folder, 'postgres'), ownFolder: folder, say: () => undefined });
  let postgres = await start();
  let url = await createDatabase(postgres.url, 'long');
  const dataDir = join(folder, 'data');
  let api = null;

  const startApi = async () => {
    const env = { ...process.env, PORT: String(port), EKINERJA_DATA: dataDir, DATABASE_URL: url, NODE_ENV: 'development', EKINERJA_CLOCK: CLOCK, LONG_ROOT: root };
    const recorder = pathToFileURL(join(root, 'scripts/long/last-evening/record.mjs')).href;
    const args = ['--import', recorder, join(root, 'apps/api/dist/main.js'), '--employees', String(employees), '--today', '2026-11-30', '--seed', '7'];
    api = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; ) {
      if (api.exitCode !== null) throw new Error(`the API ended with ${api.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the API did not answer');
  };
  const endApi = async (signal) => {
    if (!api || api.exitCode !== null || api.signalCode !== null) return;
    const gone = once(api, 'exit');
    api.kill(signal);
    await gone;
  };
  await startApi();
  return {
    base: `http://127.0.0.1:${port}/api/v1`,
    dataDir,
    url: () => url,
    async connect() {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    pool: (max) => new pg.Pool({ connectionString: url, max }),
    /** As if the power had gone: no time for anybody to write anything. @returns seconds until the API answers again */
    async killBoth() {
      const postmaster = Number(readFileSync(join(postgres.dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
      const since = performance.now();
      process.kill(postmaster, 'SIGKILL');
      await endApi('SIGKILL');
      const name = new URL(url).pathname;
      // Its processes notice within moments that their master is gone; until then the folder is theirs.
      for (let tries = 0; ; tries += 1) {
        try {
          postgres = await start();
          break;
        } catch (error) {
          if (tries >= 50) throw error;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
      url = Object.assign(new URL(postgres.url), { pathname: name }).href;
      await startApi();
      return (performance.now() - since) / 1000;
    },
    async close() {
      await endApi('SIGTERM');
      await postgres.stop();
      rmSync(postgres.dataDir, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

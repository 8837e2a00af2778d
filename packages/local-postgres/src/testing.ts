import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from './data-folder.js';
import { livingHolders } from './server-record.js';
import { startPostgres } from './server.js';

const PREFIX = 'ekinerja-test-postgres-';

export interface TestPostgres {
  /** The server's `postgres` database; make others beside it with `createDatabase`. */
  url: string;
  stop(): Promise<void>;
}

/** A fast, throw-away server for one test run; its folder disappears with it. */
export async function testPostgres(): Promise<TestPostgres> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startPostgres({
    dataDir: join(folder, 'data'),
    ownFolder: folder,
    durable: false,
    say: () => undefined,
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      for (const place of [server.dataDir, folder]) rmSync(place, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed could not clean up; the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const dataDir = join(folder, 'data');
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (!stat || stat.uid !== (process.getuid?.() ?? stat.uid)) continue;
    // A run that has just begun has no holder yet.
    if (Date.now() - stat.mtimeMs < 300_000 || livingHolders(dataDir).length > 0) continue;
    try {
      if (statSync(filesOf(dataDir).postmasterPid, { throwIfNoEntry: false })) {
        const orphan = await startPostgres({
          dataDir,
          ownFolder: folder,
          durable: false,
          say: () => undefined,
        });
        await orphan.stop();
      }
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not worth failing a test run for.
    }
  }
}

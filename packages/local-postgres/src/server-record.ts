import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { filesOf, replaceFile } from './data-folder.js';
import { LocalPostgresError, sleep } from './failure.js';
import { identify, isAlive, type ProcessIdentity } from './processes.js';
import type { ServerUser } from './server-user.js';

/** One `startPostgres` that has not been stopped yet. The server is stopped by the last living one. */
export interface Holder extends ProcessIdentity {
  handle: string;
}

export function livingHolders(dataDir: string): Holder[] {
  try {
    const { holders } = JSON.parse(readFileSync(filesOf(dataDir).record, 'utf8')) as { holders: Holder[] };
    return holders.filter(isAlive);
  } catch {
    return [];
  }
}

export function writeHolders(dataDir: string, holders: Holder[], user: ServerUser | undefined): void {
  replaceFile(filesOf(dataDir).record, `${JSON.stringify({ holders }, null, 2)}\n`, user);
}

/** One process at a time creates, starts or stops. A lock left by a dead process is taken over. */
export async function underLock<T>(
  dataDir: string,
  user: ServerUser | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const { lock } = filesOf(dataDir);
  const mine = JSON.stringify({ ...identify(process.pid), nonce: Math.random() });
  const deadline = Date.now() + 120_000;
  while (!(await take(lock, mine))) {
    if (Date.now() > deadline) {
      throw new LocalPostgresError(
        `Proses lain sedang menyiapkan PostgreSQL di ${dataDir} dan belum selesai.`,
        `Another process is still preparing PostgreSQL in ${dataDir}.`,
      );
    }
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function take(lock: string, mine: string): Promise<boolean> {
  try {
    writeFileSync(lock, mine, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!isAbandoned(lock)) return false;
  rmSync(lock, { force: true });
  try {
    writeFileSync(lock, mine, { flag: 'wx', mode: 0o644 });
  } catch {
    return false;
  }
  // Two may have found the same abandoned lock: the later one has removed the earlier one's.
  await sleep(50);
  return read(lock) === mine;
}

function isAbandoned(lock: string): boolean {
  const content = read(lock);
  if (content === undefined) return false;
  try {
    return !isAlive(JSON.parse(content) as ProcessIdentity);
  } catch {
    // Died between making the file and writing into it.
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

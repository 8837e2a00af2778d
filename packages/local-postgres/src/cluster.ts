import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { filesOf, makePassword } from './data-folder.js';
import { LocalPostgresError } from './failure.js';
import type { ServerUser } from './server-user.js';

export const SUPERUSER = 'ekinerja';

/** Makes the cluster if there is none. A half-made one never bears the final name. */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  const { cluster, password } = filesOf(dataDir);
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('cluster.')) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (existsSync(cluster)) {
    refuseOtherVersion(cluster, binaries);
    return;
  }
  makePassword(dataDir, user);
  const unfinished = `${cluster}.${process.pid}`;
  await initdb(binaries, user, [
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${password}`, '--auth=scram-sha-256'],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
  ]);
  renameSync(unfinished, cluster);
}

function refuseOtherVersion(cluster: string, { version }: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === version.split('.')[0]) return;
  throw new LocalPostgresError(
    `Data di ${cluster} dibuat oleh PostgreSQL ${made}, sedangkan yang terpasang ${version}. Pakai versi produk sebelumnya untuk mencadangkan data, atau mulai dengan folder baru.`,
    `The data in ${cluster} was made by PostgreSQL ${made}, but ${version} is installed. Back it up with the earlier product version, or start with a new folder.`,
  );
}

function initdb({ initdb: program }: Binaries, user: ServerUser | undefined, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
      cwd: dirname(program),
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else {
        fail(
          new LocalPostgresError(
            `PostgreSQL gagal menyiapkan folder data (initdb, kode ${code}):\n${output.trim()}`,
            'PostgreSQL could not initialise its data folder; its own words stand above.',
          ),
        );
      }
    });
  });
}

/** The user's own PG* settings (PGDATA, PGPORT …) are meant for another server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

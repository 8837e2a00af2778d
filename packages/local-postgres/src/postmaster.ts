import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import { SUPERUSER, serverEnvironment } from './cluster.js';
import { filesOf, readPassword } from './data-folder.js';
import { LocalPostgresError, sleep } from './failure.js';
import { isPostmasterOf, isRunning } from './processes.js';
import type { ServerUser } from './server-user.js';

export interface Postmaster {
  pid: number;
  port: number;
  /** Only where this process spawned the server itself. */
  child?: ChildProcess;
}

const FOR_TESTS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  // A hundred little databases, each used for seconds: helpers beside the one backend only cost.
  'autovacuum=off',
  'max_parallel_workers_per_gather=0',
  'jit=off',
];
const PATIENCE_MS = 60_000;

/** The server that already runs on this cluster, once it answers. One that is just going down is waited out. */
export async function findRunning(dataDir: string): Promise<Postmaster | undefined> {
  const { cluster, postmasterPid } = filesOf(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  let strangers = 0;
  for (;;) {
    const noted = readPidFile(postmasterPid);
    if (!noted) return undefined;
    if (isPostmasterOf(noted.pid, cluster)) {
      if (noted.port && (await answers(dataDir, noted.port))) return { pid: noted.pid, port: noted.port };
    } else if (!processExists(noted.pid)) {
      return undefined; // PostgreSQL clears such a note itself.
    } else if (++strangers > 30) {
      // A zombie nobody collects, or a stranger that got the number after a restart: PostgreSQL would refuse for ever.
      rmSync(postmasterPid, { force: true });
      return undefined;
    }
    if (Date.now() > deadline) throw unresponsive(dataDir, noted.pid);
    await sleep(100);
  }
}

export async function spawnPostmaster(
  dataDir: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  wishedPort: number,
  durable: boolean,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = wishedPort || (await freePort());
    const logStart = rotateLog(filesOf(dataDir).log);
    const child = launch(dataDir, binaries, user, port, durable);
    let exited = false;
    let spawnError = '';
    child.once('exit', () => (exited = true));
    child.once('error', (error) => {
      exited = true;
      spawnError = error.message;
    });
    const deadline = Date.now() + PATIENCE_MS;
    while (!exited && Date.now() < deadline) {
      if (readPidFile(filesOf(dataDir).postmasterPid)?.pid === child.pid && (await answers(dataDir, port))) {
        // The parent may end without the server: whoever wants it gone calls stop().
        child.unref();
        return { pid: child.pid!, port, child };
      }
      await sleep(25);
    }
    if (!exited) {
      // Perhaps a long recovery: it goes on by itself, and the next start finds it.
      child.unref();
      throw unresponsive(dataDir, child.pid ?? 0);
    }
    const words = spawnError || readFileSync(filesOf(dataDir).log).subarray(logStart).toString().trim();
    // After a kill -9 the old server's zombie or its last backends hold the data for about a second.
    const passing = /lock file .* already exists|pre-existing shared memory block|is still in use/.test(
      words,
    );
    const portTaken = /Address already in use|could not create any TCP\/IP sockets/.test(words);
    if (attempt < 20 && (passing || (portTaken && wishedPort === 0))) {
      await sleep(500);
      continue;
    }
    if (portTaken) {
      throw new LocalPostgresError(
        `Port ${port} untuk PostgreSQL sudah dipakai program lain.`,
        `Port ${port} for PostgreSQL is already in use.`,
      );
    }
    throw new LocalPostgresError(
      `PostgreSQL tidak mau berjalan. Kata-katanya sendiri (${filesOf(dataDir).log}):\n${words.split('\n').slice(-15).join('\n')}`,
      'PostgreSQL did not start; its own words stand above.',
    );
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(
  { pid, child }: Postmaster,
  dataDir: string,
  binaries: Binaries,
): Promise<void> {
  const { cluster } = filesOf(dataDir);
  // Without ref() the parent may end while the server is still writing its last checkpoint.
  child?.ref();
  if (!child && !isPostmasterOf(pid, cluster)) return;
  // Not `isPostmasterOf`: a process that is just ending has lost its command line, but still holds its port and memory.
  const gone = () => (child ? child.exitCode !== null || child.signalCode !== null : !isRunning(pid));
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (gone()) return;
    if (process.platform === 'win32') {
      spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', signal === 'SIGINT' ? 'fast' : 'immediate'], {
        windowsHide: true,
      });
    } else {
      send(pid, signal);
    }
    const deadline = Date.now() + patience;
    while (!gone() && Date.now() < deadline) await sleep(20);
  }
}

/** The same request without waiting for the answer: all that a process can do that is already ending. */
export function askToStop({ pid }: Postmaster, dataDir: string, binaries: Binaries): void {
  const { cluster } = filesOf(dataDir);
  if (!isPostmasterOf(pid, cluster)) return;
  if (process.platform === 'win32')
    spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-W'], { windowsHide: true });
  else send(pid, 'SIGINT');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended in between: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function connectionUrl(dataDir: string, port: number): string {
  return `postgres://${SUPERUSER}:${readPassword(dataDir)}@127.0.0.1:${port}/postgres`;
}

function launch(
  dataDir: string,
  { postgres }: Binaries,
  user: ServerUser | undefined,
  port: number,
  durable: boolean,
): ChildProcess {
  const { cluster, log } = filesOf(dataDir);
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
    ...['timezone=UTC', 'log_timezone=UTC', 'log_destination=stderr', 'logging_collector=off'],
    ...(durable ? [] : FOR_TESTS),
  ];
  const output = openSync(
    log,
    constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0),
    0o600,
  );
  try {
    if (user) {
      fchmodSync(output, 0o600);
      fchownSync(output, user.uid, user.gid);
    }
    return spawn(
      postgres,
      ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
        cwd: dirname(postgres),
        // Its own session: Ctrl-C at the terminal reaches our process first, which then stops the server in order.
        detached: true,
        env: serverEnvironment(),
        stdio: ['ignore', output, output],
        windowsHide: true,
      },
    );
  } finally {
    closeSync(output);
  }
}

function readPidFile(path: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  } catch {
    return undefined;
  }
}

/** Unlike `isRunning`, a zombie counts: PostgreSQL asks the same way. */
function processExists(pid: number): boolean {
  if (isRunning(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(dataDir: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionUrl(dataDir, port),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    return process.platform === 'win32' || rows[0]?.folder === filesOf(dataDir).cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** The log may grow over months; one older piece is kept. Gives back where the next words will begin. */
function rotateLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 10_000_000) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function unresponsive(dataDir: string, pid: number): LocalPostgresError {
  return new LocalPostgresError(
    `PostgreSQL (proses ${pid}) berjalan pada ${dataDir} tetapi tidak menjawab. Lihat ${filesOf(dataDir).log}.`,
    `PostgreSQL (process ${pid}) runs on ${dataDir} but does not answer. See ${filesOf(dataDir).log}.`,
  );
}

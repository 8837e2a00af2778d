import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { filesOf } from './data-folder.js';
import { sleep } from './failure.js';
import { isRunning } from './processes.js';
import { startPostgres, type RunningPostgres, type StartOptions } from './server.js';

const PACKAGE = resolve(__dirname, '..');
const folders: string[] = [];
const started: RunningPostgres[] = [];
const parents: ChildProcess[] = [];

function newFolder(): StartOptions {
  const ownFolder = mkdtempSync(join(tmpdir(), 'ekinerja-spec-'));
  folders.push(ownFolder);
  return { dataDir: join(ownFolder, 'data'), ownFolder, say: () => undefined };
}

async function start(options: StartOptions): Promise<RunningPostgres> {
  const server = await startPostgres(options);
  started.push(server);
  return server;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = ({ dataDir }: RunningPostgres) =>
  Number(readFileSync(filesOf(dataDir).postmasterPid, 'utf8').split('\n')[0]);

/** Another Node process that starts the server on the same folder, from the built package, and stays. */
async function startInAnotherProcess(
  options: StartOptions,
): Promise<{ reused: boolean; kill(): Promise<void>; stop(): Promise<void>; fail(): Promise<void> }> {
  const script = join(options.ownFolder!, 'parent.mjs');
  writeFileSync(
    script,
    `import { startPostgres } from ${JSON.stringify(join(PACKAGE, 'dist/server.js'))};
     const server = await startPostgres(${JSON.stringify({ ...options, say: undefined })});
     process.on('SIGUSR2', () => process.exit(1));
     process.on('SIGTERM', async () => { await server.stop(); process.exit(0); });
     setInterval(() => {}, 1000);
     // Last: from here on the test sends signals.
     console.log('reused=' + server.reused);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  parents.push(child);
  const reused = await new Promise<boolean>((done, fail) => {
    child.stdout.on(
      'data',
      (data: Buffer) => /reused=(\w+)/.test(String(data)) && done(String(data).includes('true')),
    );
    child.on('exit', (code) => fail(new Error(`the other process ended with ${code}`)));
  });
  const end = (signal: NodeJS.Signals) => async () => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  return { reused, kill: end('SIGKILL'), stop: end('SIGTERM'), fail: end('SIGUSR2') };
}

beforeAll(() => {
  const tsc = resolve(PACKAGE, '../../node_modules/typescript/bin/tsc');
  const build = spawnSync(process.execPath, [tsc, '-b', PACKAGE], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stdout);
});

afterAll(async () => {
  for (const child of parents) child.kill('SIGKILL');
  for (const server of started) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('starts, listens on this machine only, and asks for the password', async () => {
    const server = await start(newFolder());
    expect(server.reused).toBe(false);
    const [row] = await ask(
      server.url,
      `SELECT version(), current_setting('listen_addresses') AS listens,
      current_setting('unix_socket_directories') AS sockets, current_setting('fsync') AS fsync,
      (SELECT datlocale FROM pg_database WHERE datname = 'postgres') AS locale`,
    );
    expect(row).toMatchObject({ listens: '127.0.0.1', sockets: '', fsync: 'on', locale: 'C.UTF-8' });
    expect(row!.version).toMatch(/^PostgreSQL 18/);

    const wrong = new URL(server.url);
    wrong.password = 'salah';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(filesOf(server.dataDir).password).mode & 0o777).toBe(0o600);
    expect(statSync(server.dataDir).mode & 0o777).toBe(0o700);
    await server.stop();
    await expect(ask(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('keeps its data over stop and start, on a port of our choice or any', async () => {
    const options = newFolder();
    const first = await start(options);
    await ask(first.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    await first.stop();
    await first.stop(); // twice is once
    const second = await start({ ...options, port: first.port });
    expect(second).toMatchObject({ reused: false, port: first.port, url: first.url });
    expect(await ask(second.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }]);
    await second.stop();
  });

  it('loses nothing committed when the server is killed with -9', async () => {
    const options = newFolder();
    const first = await start(options);
    await ask(first.url, 'CREATE TABLE kept (n int)');
    await ask(first.url, 'INSERT INTO kept SELECT generate_series(1, 1000)');
    process.kill(postmasterOf(first), 'SIGKILL');
    const second = await start(options);
    expect(second.reused).toBe(false);
    expect(await ask(second.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }]);
    await second.stop();
  });

  it('takes over the server of a process that was killed with -9, and then stops it', async () => {
    const options = newFolder();
    const parent = await startInAnotherProcess(options);
    await parent.kill();
    const heir = await start(options);
    expect(heir.reused).toBe(true);
    await ask(heir.url, 'SELECT 1');
    const pid = postmasterOf(heir);
    await heir.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it('leaves no server behind when its process ends by a failure of its own', async () => {
    const options = newFolder();
    const parent = await startInAnotherProcess(options);
    const pid = Number(readFileSync(filesOf(options.dataDir).postmasterPid, 'utf8').split('\n')[0]);
    await parent.fail();
    for (let wait = 0; wait < 100 && isRunning(pid); wait++) await sleep(50);
    expect(isRunning(pid)).toBe(false);
  });

  it('does not stop a server that another living process uses; the last one to leave does', async () => {
    const options = newFolder();
    const owner = await startInAnotherProcess(options);
    const guest = await start(options);
    expect(guest.reused).toBe(true);
    const pid = postmasterOf(guest);
    await guest.stop();
    await sleep(300);
    expect(isRunning(pid)).toBe(true);

    const second = await startInAnotherProcess(options);
    await owner.stop();
    expect(isRunning(pid)).toBe(true);
    await second.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it('lets two starts at the same moment share one server', async () => {
    const options = newFolder();
    const both = await Promise.all([start(options), start(options)]);
    expect(both.map((server) => server.reused).sort()).toEqual([false, true]);
    expect(both[0].port).toBe(both[1].port);
    await Promise.all(both.map((server) => server.stop()));
    await expect(ask(both[0].url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('starts although a note of an earlier life names a process that is somebody else now', async () => {
    const options = newFolder();
    const first = await start(options);
    await first.stop();
    const { postmasterPid } = filesOf(first.dataDir);
    writeFileSync(postmasterPid, `${process.pid}\n${first.dataDir}\n1\n${first.port}\n\n127.0.0.1\n`);
    const second = await start(options);
    expect(second.reused).toBe(false);
    await second.stop();
  });

  it('touches no folder that holds the files of others', async () => {
    const options = newFolder();
    writeFileSync(join(options.ownFolder!, 'surat.txt'), 'penting');
    await expect(start({ ...options, dataDir: options.ownFolder! })).rejects.toThrow(/berisi berkas lain/);
    expect(existsSync(join(options.ownFolder!, 'surat.txt'))).toBe(true);
  });
});

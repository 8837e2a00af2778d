// From a clean clone to a served portal, as the README tells a newcomer: no node_modules, no build, no data.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/workspace.mjs';
import { milliseconds } from './measure.mjs';

const PNPM = 'pnpm@12.21.0';
const PATIENCE_MS = 600_000;

export async function measureClone({ say }) {
  if (!existsSync(join(root, '.git'))) {
    say('bukan klon git; dilewati / not a git clone; left out');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'ekinerja-clone-'));
  const checkout = join(folder, 'e-kinerja');
  const port = await freePort();
  let child;
  try {
    const started = performance.now();
    const cloned = spawnSync('git', ['clone', '--quiet', root, checkout], { encoding: 'utf8' });
    if (cloned.status !== 0) throw new Error(cloned.stderr);
    let output = '';
    child = spawn('npx', ['--yes', PNPM, 'start'], {
      cwd: checkout,
      env: { ...process.env, PORT: String(port), EKINERJA_DATA: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    let installed;
    const note = (part) => {
      output = (output + part).slice(-4000);
      if (output.includes('Membangun')) installed ??= performance.now() - started;
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', note);
    await healthy(port, child, () => output);
    const ms = performance.now() - started;
    if (installed)
      say(
        `klon dan pemasangan ${milliseconds(installed)}, pembangunan dan data contoh ${milliseconds(ms - installed)}`,
      );
    return [{ measure: `clean clone to serving (npx ${PNPM} start, demo of 300)`, a: milliseconds(ms) }];
  } finally {
    if (child) await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

async function healthy(port, child, output) {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`pnpm start berhenti / ended (${child.exitCode}):\n${output()}`);
    const ok = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`tidak melayani dalam ${PATIENCE_MS / 1000} s / not serving in time:\n${output()}`);
}

/** The whole group that we started: the package manager, the server and, through the server, PostgreSQL. */
async function end(child) {
  const ended = child.exitCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', done));
  const signal = (name) => {
    try {
      if (process.platform === 'win32') child.kill(name);
      else process.kill(-child.pid, name);
    } catch {
      // Gone already.
    }
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), 20_000);
  await ended;
  // The package manager may leave before the server has stopped its PostgreSQL.
  const until = performance.now() + 15_000;
  while (process.platform !== 'win32' && performance.now() < until && groupLives(child.pid))
    await new Promise((done) => setTimeout(done, 200));
  clearTimeout(timer);
}

function groupLives(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

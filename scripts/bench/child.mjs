// Each side of a comparison is a process of its own: own heap, own compiled code, own peak memory.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts `file` with a first message; its methods are then called by name. */
export async function startChild(file, options) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map();
  let number = 0;
  child.on('message', ({ id, result, error }) => {
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (error) fail(new Error(error));
    else done(result);
  });
  const ended = new Promise((done) => {
    child.on('exit', (code) => {
      for (const { fail } of waiting.values()) fail(new Error(`${file} berhenti / stopped (${code})`));
      waiting.clear();
      done(code);
    });
  });
  const call = (method, ...args) =>
    new Promise((done, fail) => {
      number += 1;
      waiting.set(number, { done, fail });
      child.send({ id: number, method, args }, (error) => error && fail(error));
    });
  await call('open', options);
  return {
    call,
    /** At once and without a word, as a power cut would. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await Promise.race([
        call('close').catch(() => undefined),
        new Promise((done) => setTimeout(done, 5000)),
      ]);
      child.kill();
      await ended;
    },
  };
}

/** The other end: answers calls until the parent goes away. */
export function serve(methods) {
  const answer = async ({ id, method, args }) => {
    try {
      process.send({ id, result: await methods[method](...args) });
    } catch (error) {
      process.send({ id, error: error?.stack ?? String(error) });
    }
  };
  process.on('message', (call) => void answer(call));
  process.on('disconnect', () => process.exit(0));
}

/** Highest resident memory of this process so far, in MB. */
export function peakMegabytes() {
  return process.resourceUsage().maxRSS / 1024;
}

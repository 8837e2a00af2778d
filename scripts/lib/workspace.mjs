import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Tools are run by their own files, not through a package manager, which need not be on the PATH. */
export const tools = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  jest: join(root, 'node_modules/jest/bin/jest.js'),
  oxlint: join(root, 'node_modules/oxlint/bin/oxlint'),
  depcruise: join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  vite: join(root, 'apps/web/node_modules/vite/bin/vite.js'),
};

/** Runs a Node program in our terminal; gives back its exit code (128 + signal, as a shell would). */
export function runNode(file, args = [], options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', ...options });
    child.on('error', fail);
    child.on('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** As `runNode`, with what it says on either stream kept until it ends. */
export function nodeOutput(file, args = []) {
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code: code ?? 128 + (constants.signals[signal] ?? 0), output }));
  });
}

/** Every file below the folder that the filter likes, relative to the root and with forward slashes. */
export function filesUnder(folder, accept) {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/') && accept(path))
    .sort();
}

export function workspaces() {
  return ['packages', 'apps'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .map((name) => `${kind}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json'))),
  );
}

/** Only the value flags are taken out; everything else is for somebody else. */
export function takeOption(args, name) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const [taken] = args.splice(at, 1);
  return taken.includes('=') ? taken.slice(name.length + 1) : args.splice(at, 1)[0];
}

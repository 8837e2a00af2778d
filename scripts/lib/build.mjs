import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root, runNode, tools, workspaces } from './workspace.mjs';

const STAMP = join(root, '.build-stamp.json');
const CONFIG = ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml'];
const WEB_EXTRAS = [
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/vite.config.mjs',
  'apps/web/postcss.config.cjs',
];

/** Compiles everything unless nothing changed since the last time. Gives back an exit code. */
export async function build({ force = false } = {}) {
  const sources = fingerprint();
  if (!force && isBuilt(sources)) return 0;
  console.log('Membangun aplikasi …');
  // Emptying the stamp first: an interrupted build must not look finished.
  writeFileSync(STAMP, '{}\n');
  const compiled = await runNode(tools.tsc, ['-b', ...(force ? ['--force'] : [])]);
  if (compiled !== 0) return compiled;
  const [typed, bundled] = await Promise.all([runNode('scripts/api-types.mjs'), bundle()]);
  if (typed !== 0 || bundled !== 0) return typed || bundled;
  writeFileSync(STAMP, `${JSON.stringify({ sources })}\n`);
  return 0;
}

async function bundle() {
  if (hasWeb()) return runNode(tools.vite, ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
  console.log('apps/web belum ada; hanya API yang dibangun.');
  return 0;
}

function hasWeb() {
  return existsSync(join(root, 'apps/web/index.html'));
}

function isBuilt(sources) {
  const products = ['apps/api/dist/main.js', 'apps/api/dist/api-types.json', ...(hasWeb() ? ['apps/web/dist/index.html'] : [])];
  if (!products.every((file) => existsSync(join(root, file)))) return false;
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).sources === sources;
  } catch {
    return false;
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(process.platform);
  const files = [
    ...CONFIG,
    ...WEB_EXTRAS,
    ...workspaces().flatMap((folder) => [
      `${folder}/package.json`,
      `${folder}/tsconfig.json`,
      ...filesUnder(`${folder}/src`, (path) => !/\.spec\.tsx?$/.test(path)),
    ]),
    ...filesUnder('apps/web/public', () => true),
  ];
  for (const file of files) {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    if (stat) hash.update(`${file} ${stat.mtimeMs} ${stat.size}\n`);
  }
  return hash.digest('hex');
}

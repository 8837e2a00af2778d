import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accessDocument } from './access-docs.js';
import { declaredRoutes } from './access-routes.js';

/** `pnpm access-docs`: writes `docs/access.md`; with `--check` only says whether it is up to date. */
const FILE = fileURLToPath(new URL('../../../docs/access.md', import.meta.url));

const wanted = accessDocument(declaredRoutes());
if (process.argv.includes('--check')) {
  const lines = new Set(wanted.split('\n'));
  const kept = textOf(FILE).split('\n');
  const gone = kept.filter((line) => !lines.has(line));
  const missing = [...lines].filter((line) => !kept.includes(line));
  if (textOf(FILE) !== wanted) {
    console.error(['docs/access.md is stale; run `npx --yes pnpm@12.21.0 access-docs`.', ...missing.map((line) => `+ ${line}`), ...gone.map((line) => `- ${line}`)].join('\n'));
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, wanted);
  console.log(`${FILE}: ${wanted.split('\n').length} lines`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

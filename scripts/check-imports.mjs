// Checks that imports run one way (.dependency-cruiser.cjs). Fails as well when it read less than there is: a checker
// that silently reads nothing finds nothing.
import './lib/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { filesUnder, root, tools, workspaces } from './lib/workspace.mjs';

const layers = createRequire(import.meta.url)('./lib/api-layers.cjs');
const isSource = (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('/dist/');

const folders = workspaces().map((workspace) => `${workspace}/src`);
const sources = folders.flatMap((folder) => filesUnder(folder, isSource));

const run = spawnSync(
  process.execPath,
  [tools.depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
  { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
const problems = [...readProblems(run), ...unknownFeatures()];
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} masalah impor. / ${problems.length} import problems.`);
  process.exit(1);
}
console.log(
  `Impor searah: ${sources.length} modul diperiksa. / Imports run one way: ${sources.length} modules read.`,
);

function readProblems({ stdout, stderr }) {
  let modules;
  let summary;
  try {
    ({ modules, summary } = JSON.parse(stdout));
  } catch {
    return [`dependency-cruiser tidak memberi hasil: ${stderr}`];
  }
  const read = new Set(modules.map((module) => module.source));
  const unread = sources.filter((source) => !read.has(source));
  return [
    ...(sources.length === 0 ? ['Tidak ada modul yang ditemukan. / No modules found.'] : []),
    ...unread.map((source) => `Tidak terbaca / not read: ${source}`),
    ...summary.violations.map(describe),
  ];
}

function describe({ rule, from, to, cycle, comment }) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`;
  return `${rule.name}: ${way}${comment ? `\n    ${comment}` : ''}`;
}

/** A folder outside the layers would be bound by no rule. */
function unknownFeatures() {
  const known = new Set([...layers.flat(), 'migrations', 'testing']);
  return readdirSync(join(root, 'apps/api/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map(
      (entry) =>
        `apps/api/src/${entry.name} belum punya tempat dalam lapisan (scripts/lib/api-layers.cjs). / has no place in the layers.`,
    );
}

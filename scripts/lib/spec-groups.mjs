import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder, root } from './workspace.mjs';

/**
 * The API's specs in a few files, each of which carries many: Jest loads the whole application anew for every test
 * file, seconds each, and a hundred files would spend most of a run on that. Every spec stands in a `describe` of its
 * own name, so its hooks run around it alone; any single spec still runs by its own path.
 */
const PROJECT = 'apps/api';
const FOLDER = 'test-groups';
/** Walks over every route take far longer than their length says: as if they had so many bytes. */
const WALKS = { 'hostile-strings': 80_000, 'row-scope': 60_000, abuses: 60_000 };

/** Writes the groups, of about the same size, and gives back their number. `apps/api/jest.config.mjs` reads them when EKINERJA_SPEC_GROUPS is set. */
export function writeSpecGroups(count) {
  const folder = join(root, PROJECT, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const specs = filesUnder(`${PROJECT}/src`, (path) => path.endsWith('.spec.ts'))
    .map((path) => ({ path, size: WALKS[basename(path, '.http.spec.ts')] ?? statSync(join(root, path)).size }))
    .sort((a, b) => b.size - a.size);
  const groups = Array.from({ length: count }, () => ({ size: 0, paths: [] }));
  for (const { path, size } of specs) {
    const smallest = groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.size += size;
    smallest.paths.push(path);
  }
  groups.forEach(({ paths }, at) => {
    const lines = paths.map((path) => `describe('${path}', () => void require('../${path.slice(PROJECT.length + 1)}'));\n`);
    writeFileSync(join(folder, `group-${at + 1}.spec.ts`), `// Made by scripts/lib/spec-groups.mjs for one run.\n${lines.join('')}`);
  });
}

/** The specs behind what is red, by their own paths; all of a group that names no failed test. */
export function redSpecs(report) {
  const red = new Set();
  for (const suite of (report?.testResults ?? []).filter(({ status }) => status === 'failed')) {
    if (!suite.name.replaceAll('\\', '/').includes(`/${PROJECT}/${FOLDER}/`)) {
      red.add(suite.name);
      continue;
    }
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed').map(({ ancestorTitles }) => ancestorTitles[0]);
    for (const path of failed.length > 0 ? failed : specsOf(suite.name)) red.add(join(root, path));
  }
  return [...red];
}

const specsOf = (group) => [...readFileSync(group, 'utf8').matchAll(/^describe\('([^']+)'/gm)].map(([, path]) => path);

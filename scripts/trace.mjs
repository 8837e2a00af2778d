// `pnpm trace`: which tests carry which obligation of docs/obligations.tsv in their name. Fails on an ID that does not
// exist. --quiet prints the summary only.
import './lib/node-version.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseNames, testNames } from './lib/test-names.mjs';
import { filesUnder, root, workspaces } from './lib/workspace.mjs';

const ID = /\b(?:BK|KS|BN|TL)-\d+[\w.]*\b|\bX-[A-Z]+-\d+\b/g;
const quiet = process.argv.includes('--quiet');

const obligations = readFileSync(join(root, 'docs/obligations.tsv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([id, group, , , text]) => ({ id, group, text, tests: [] }));
const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));

const unknown = [];
let carriers = 0;
for (const { file, names } of readTests()) {
  for (const { name, runs } of names) {
    const ids = new Set(name.match(ID) ?? []);
    if (ids.size > 0) carriers++;
    for (const id of ids) {
      if (!byId.has(id)) unknown.push(`${id}: ${file}: ${name}`);
      else if (runs) byId.get(id).tests.push({ file, name });
    }
  }
}

if (!quiet) printMatrix();
for (const line of unknown) console.error(`Tidak dikenal / unknown: ${line}`);
const met = obligations.filter(({ tests }) => tests.length > 0).length;
console.log(
  `Kewajiban: ${met} dari ${obligations.length} dibawa oleh ${carriers} nama uji, ${unknown.length} ID tidak dikenal. / ` +
    `Obligations: ${met} of ${obligations.length} carried by tests, ${unknown.length} unknown IDs.`,
);
process.exit(unknown.length > 0 ? 1 : 0);

function readTests() {
  const specs = [
    ...workspaces().flatMap((folder) => filesUnder(`${folder}/src`, (path) => /\.spec\.tsx?$/.test(path))),
    ...filesUnder('e2e', (path) => path.endsWith('.spec.ts')),
  ];
  const cases = filesUnder('packages/regulations/cases', (path) => /\.ya?ml$/.test(path));
  return [
    ...specs.map((file) => ({ file, names: testNames(file) })),
    ...cases.map((file) => ({ file, names: caseNames(file) })),
  ];
}

function printMatrix() {
  for (const group of new Set(obligations.map((obligation) => obligation.group))) {
    const members = obligations.filter((obligation) => obligation.group === group);
    const done = members.filter(({ tests }) => tests.length > 0).length;
    console.log(`\n${group} — ${done}/${members.length}`);
    for (const { id, text, tests } of members) {
      console.log(`  ${tests.length > 0 ? '✓' : '·'} ${id.padEnd(10)} ${text}`);
      for (const { file, name } of tests) console.log(`      ${file}: ${name}`);
    }
  }
  console.log('');
}

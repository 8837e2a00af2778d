// `pnpm test`: everything, in order of cost. Every suite prints its own words; the last line is the sum.
//   --only static|jest|e2e   one part; other options go through to the runner of that part
import './lib/node-version.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { filesUnder, root, runNode, takeOption, tools, workspaces } from './lib/workspace.mjs';

const args = process.argv.slice(2);
const only = takeOption(args, '--only');
if (only !== undefined && !['static', 'jest', 'e2e'].includes(only)) {
  console.error('--only static | jest | e2e');
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const results = mkdtempSync(join(tmpdir(), 'ekinerja-results-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

// Ctrl-C reaches the running suite too; it ends, and so do we, without starting the next.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true));

const built = await check('build', () => build());
if (!only || only === 'static') await runStatic();
if (!only || only === 'jest') await runJest();
if (!only || only === 'e2e') await runJourneys();

process.exitCode = total.failed > 0 || interrupted ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function runStatic() {
  // `build` may have trusted its stamp; this compares with the sources themselves.
  await check('types: packages, api', () => runNode(tools.tsc, ['-b']));
  for (const config of ['apps/web/tsconfig.json', 'e2e/tsconfig.json', ...specConfigs()]) {
    if (existsSync(join(root, config)))
      await check(`types: ${config}`, () => runNode(tools.tsc, ['-p', config, '--noEmit']));
  }
  await check('lint', () => runNode(tools.oxlint, ['--type-aware', '--deny-warnings']));
  await check('imports', () => runNode('scripts/check-imports.mjs'));
  await check('trace', () => runNode('scripts/trace.mjs', ['--quiet']));
}

/** A workspace whose build leaves its tests out may have them type-checked by a configuration of their own. */
function specConfigs() {
  return workspaces().map((folder) => `${folder}/tsconfig.spec.json`);
}

async function runJest() {
  const projects = workspaces().filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')));
  if (interrupted || projects.length === 0) return;
  heading(`jest: ${projects.join(', ')}`);
  const outputFile = join(results, 'jest.json');
  const workers = Math.max(2, availableParallelism() - 1);
  const runner = [
    '--projects',
    ...projects,
    '--json',
    `--outputFile=${outputFile}`,
    `--maxWorkers=${workers}`,
    // Of a single project it would be ignored; a slow machine's first transform takes long.
    '--testTimeout=120000',
  ];
  const code = await runNode(tools.jest, [...runner, ...(only === 'jest' ? args : [])]);
  const report = readReport(outputFile);
  // A suite that could not even be loaded has no tests of its own, but must count.
  add(
    report?.numPassedTests ?? 0,
    (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
    code,
  );
}

async function runJourneys() {
  const journeys = filesUnder('e2e/journeys', (path) => path.endsWith('.spec.ts'));
  if (interrupted || journeys.length === 0) return;
  heading(`playwright: ${journeys.length} berkas`);
  if (!built) {
    console.error(
      'Tidak dijalankan: aplikasi tidak dapat dibangun. / Not run: the application could not be built.',
    );
    add(0, 1, 1);
    return;
  }
  const outputFile = join(results, 'playwright.json');
  const code = await runNode(
    tools.playwright,
    ['test', '--config', 'e2e/playwright.config.ts', ...(only === 'e2e' ? args : [])],
    {
      env: { ...process.env, E2E_JSON: outputFile },
    },
  );
  const report = readReport(outputFile);
  add(
    (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
    (report?.stats.unexpected ?? 0) + (report?.errors.length ?? 0),
    code,
  );
}

/** One check of the whole counts as one test. */
async function check(name, run) {
  if (interrupted) return false;
  heading(name);
  const code = await run();
  add(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code);
  return code === 0;
}

function heading(name) {
  console.log(`\n── ${name}`);
}

/** A runner that says it failed without naming a test (no browser, no server, a crash) is one failure. */
function add(passed, failed, code) {
  total.passed += passed;
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

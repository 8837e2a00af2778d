// `pnpm test`: everything, in order of cost. Every suite prints its own words; the last line is the sum.
//   --only static|jest|e2e   one part; other options go through to the runner of that part
import './lib/node-version.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { redSpecs, writeSpecGroups } from './lib/spec-groups.mjs';
import { filesUnder, nodeOutput, root, runNode, takeOption, tools, workspaces } from './lib/workspace.mjs';

const args = process.argv.slice(2);
const only = takeOption(args, '--only');
if (only !== undefined && !['static', 'jest', 'e2e'].includes(only)) {
  console.error('--only static | jest | e2e');
  process.exit(2);
}

/** More red suites than this are no accident of time. */
const MOST_AGAIN = 15;
/** Few enough that loading the application is not what a run spends its time on, enough that the workers end together. */
const GROUPS_A_WORKER = 4;

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
  const typed = ['apps/web/tsconfig.json', 'e2e/tsconfig.json', ...specConfigs()].filter((config) =>
    existsSync(join(root, config)),
  );
  // None of these needs another: two at a time, each with its words together.
  await twoAtATime([
    ['lint', tools.oxlint, ['--type-aware', '--deny-warnings']],
    ...typed.map((config) => [`types: ${config}`, tools.tsc, ['-p', config, '--noEmit']]),
    ['imports', 'scripts/check-imports.mjs'],
    ['trace', 'scripts/trace.mjs', ['--quiet']],
    ['docs/access.md', 'scripts/access-docs.mjs', ['--check']],
  ]);
}

async function twoAtATime(checks) {
  const waiting = [...checks];
  const worker = async () => {
    for (let next = waiting.shift(); next && !interrupted; next = waiting.shift()) {
      const [name, file, args] = next;
      const { code, output } = await nodeOutput(file, args);
      heading(name);
      process.stdout.write(output);
      add(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code);
    }
  };
  await Promise.all([worker(), worker()]);
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
    // A worker that a large group has filled begins anew.
    '--workerIdleMemoryLimit=1GB',
    // Of a single project it would be ignored; a slow machine's first transform takes long.
    '--testTimeout=120000',
  ];
  // Named files run as they are; the whole runs in groups.
  const named = only === 'jest' && args.length > 0;
  if (!named) writeSpecGroups(workers * GROUPS_A_WORKER);
  const env = named ? process.env : { ...process.env, EKINERJA_SPEC_GROUPS: '1' };
  const code = await runNode(tools.jest, [...runner, ...(only === 'jest' ? args : [])], { env });
  const report = readReport(outputFile);
  const red = redSpecs(report);
  if (interrupted || red.length === 0 || red.length > MOST_AGAIN) {
    addSuites(report, code);
    return;
  }
  // A machine that is busy elsewhere makes suites run into their time limits; one at a time they must pass.
  heading(`jest: ${red.length} berkas sekali lagi, satu per satu / once more, one at a time`);
  const again = join(results, 'jest-again.json');
  const lastCode = await runNode(tools.jest, [
    ...['--projects', ...projects, '--json', `--outputFile=${again}`, '--runInBand', '--testTimeout=240000'],
    ...['--runTestsByPath', ...red],
  ]);
  add(passedOutside(report, red), 0, 0);
  addSuites(readReport(again), lastCode);
}

/** What passed in the first run and is not counted again by the second. */
function passedOutside(report, red) {
  const again = new Set(red);
  return report.testResults
    .filter(({ name }) => !again.has(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ status, ancestorTitles }) => status === 'passed' && !again.has(join(root, ancestorTitles[0] ?? '')),
    ).length;
}

/** A suite that could not even be loaded has no tests of its own, but must count. */
function addSuites(report, code) {
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
  const named = only === 'e2e' ? args : [];
  const { report, code } = await playwright('playwright.json', named);
  const red = redJourneys(report);
  if (interrupted || red.length === 0 || red.length > MOST_AGAIN) {
    addJourneys(report, code);
    return;
  }
  // A journey changes what it walks through: once more means on a server of its own, from a fresh start.
  heading(`playwright: ${red.length} berkas sekali lagi, dari awal / once more, from a fresh start`);
  const again = await playwright(
    'playwright-again.json',
    [...named.filter((arg) => arg.startsWith('-')), ...red],
    { E2E_TRACE: '1' },
  );
  add(passedJourneys(report, red), 0, 0);
  addJourneys(again.report, again.code);
}

async function playwright(name, args, more = {}) {
  const outputFile = join(results, name);
  const env = { ...process.env, ...more, E2E_JSON: outputFile };
  const code = await runNode(tools.playwright, ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    env,
  });
  return { report: readReport(outputFile), code };
}

/** Files with a journey that did not end as expected; none where the runner itself failed. */
function redJourneys(report) {
  if (!report || report.errors.length > 0) return [];
  return report.suites.filter((suite) => specsIn(suite).some(({ ok }) => !ok)).map(({ file }) => file);
}

function passedJourneys(report, red) {
  const others = report.suites.filter(({ file }) => !red.includes(file)).flatMap(specsIn);
  return others.flatMap(({ tests }) => tests).filter(({ status }) => status === 'expected').length;
}

function specsIn(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];
}

function addJourneys(report, code) {
  add(report?.stats.expected ?? 0, (report?.stats.unexpected ?? 0) + (report?.errors.length ?? 0), code);
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

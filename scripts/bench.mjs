// `pnpm bench`: how fast, how big, how much memory – as ratios against yardsticks in one run. See docs/bench.md.
//   --full             10,000 and 100,000 employees      --employees 500,5000   other sizes, smallest first
//   --rounds 5         interleaved rounds                --skip close,reads,prints,clone,screen,visits (or --skip-clone …)
import './lib/node-version.mjs';
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { measureClose } from './bench/close.mjs';
import { measureClone } from './bench/clone.mjs';
import { measureFirstScreen } from './bench/first-screen.mjs';
import { printTable } from './bench/measure.mjs';
import { measureReads } from './bench/reads.mjs';
import { measurePrints } from './bench/prints.mjs';
import { openScratch } from './bench/scratch.mjs';
import { measureVisits } from './bench/visits.mjs';

const PARTS = ['close', 'reads', 'prints', 'clone', 'screen', 'visits'];
const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    full: { type: 'boolean', default: false },
    employees: { type: 'string' },
    rounds: { type: 'string' },
    skip: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
    ...Object.fromEntries(PARTS.map((part) => [`skip-${part}`, { type: 'boolean', default: false }])),
  },
});
const sizes = (options.employees ?? (options.full ? '10000,100000' : '10000')).split(',').map(Number);
const rounds = Number(options.rounds ?? 5);
const wanted = PARTS.filter((part) => !options[`skip-${part}`] && !options.skip.split(',').includes(part));
const say = (text) => console.log(`  ${text}`);
const rows = [];
let version = '';

// A measurement, not a test: what cannot be measured is said in its row, and the exit code stays 0.
if (!options['no-build'] && (await build()) !== 0) {
  console.log(
    'Aplikasi tidak dapat dibangun; tidak ada yang diukur. / The build failed; nothing to measure.',
  );
  process.exit(0);
}
if (wanted.some((part) => part !== 'clone')) {
  const scratch = await openScratch();
  try {
    version = scratch.version;
    const needed = wanted.includes('close') ? sizes : sizes.slice(0, 1);
    const sites = [];
    if (['close', 'reads', 'prints'].some((part) => wanted.includes(part))) {
      for (const people of needed)
        await attempt(`seed ${people}`, async () => sites.push(await scratch.seed(people, say)));
    }
    if (wanted.includes('close') && sites.length > 0)
      await attempt('close', () =>
        measureClose(sites, { rounds, leaveClosed: wanted.includes('reads'), say }),
      );
    if (wanted.includes('reads') && sites.length > 0)
      await attempt('reads', () => measureReads(sites[0], { rounds, windowMs: 2000, say }));
    if (wanted.includes('prints') && sites.length > 0)
      await attempt('prints', () => measurePrints(sites[0], { say }));
    if (wanted.includes('screen'))
      await attempt('first screen', async () => measureFirstScreen(await scratch.empty('screen'), { say }));
    if (wanted.includes('visits')) await attempt('visits', async () => measureVisits(await scratch.empty('visits'), { say }));
  } finally {
    await scratch.remove();
  }
}
if (wanted.includes('clone')) await attempt('clone to serving', () => measureClone({ say }));

console.log('');
printTable(rows);
console.log(
  `\n${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}, ` +
    `PostgreSQL ${version || '–'} (durable settings), ${process.platform}-${process.arch}; ` +
    `${rounds} interleaved rounds; A/A: the yardstick against itself.`,
);
process.exit(0);

async function attempt(name, work) {
  console.log(`── ${name}`);
  try {
    const result = await work();
    if (Array.isArray(result)) rows.push(...result);
  } catch (error) {
    console.error(error);
    rows.push({ measure: name, a: 'could not be measured', met: false });
  }
}

// A province: the month of 100,000 people closed against the same close of 10,000. Fails where time does not grow in
// step with the people, or where memory does.
//   --province 100000    how many people      --rounds 3      interleaved rounds
import { parseArgs } from 'node:util';
import { measureClose } from '../bench/close.mjs';
import { printTable } from '../bench/measure.mjs';
import { openScratch } from '../bench/scratch.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { province: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
  strict: false,
});
const people = Number(values.province);
const say = (text) => console.log(`  ${text}`);
const scratch = await openScratch();
try {
  const sites = [await scratch.seed(people / 10, say), await scratch.seed(people, say)];
  const rows = await measureClose(sites, { rounds: Number(values.rounds), leaveClosed: false, say });
  printTable(rows);
  // The yardstick's ratios are shown; `pnpm bench` on a quiet machine judges them.
  const judged = rows.filter(({ measure }) => /memory|against/.test(measure));
  process.exitCode = judged.every(({ met }) => met) ? 0 : 1;
} finally {
  await scratch.remove();
}

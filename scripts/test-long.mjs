// `pnpm test:long`: endurance and volume tests that take too long for every change; each is a program of its own.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { filesUnder, runNode } from './lib/workspace.mjs';

const programs = filesUnder('scripts/long', (path) => path.endsWith('.long.mjs'));
if (programs.length === 0) {
  console.log('Belum ada uji panjang (scripts/long/*.long.mjs). / There are no long tests yet.');
  process.exit(0);
}
if ((await build()) !== 0) process.exit(1);
let failed = 0;
for (const program of programs) {
  console.log(`\n── ${program}`);
  if ((await runNode(program, process.argv.slice(2))) !== 0) failed++;
}
console.log(`${programs.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

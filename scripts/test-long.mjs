// `pnpm test:long [NAME …] [options]`: endurance and volume tests that take too long for every change; each is a program
// of its own, and options go through to all of them.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { filesUnder, runNode } from './lib/workspace.mjs';

const all = filesUnder('scripts/long', (path) => path.endsWith('.long.mjs'));
const nameOf = (path) => path.split(/[\\/]/).at(-1).replace('.long.mjs', '');
const args = process.argv.slice(2);
const names = all.map(nameOf).filter((name) => args.includes(name));
const programs = names.length > 0 ? all.filter((path) => names.includes(nameOf(path))) : all;
const options = args.filter((arg) => !names.includes(arg));
if ((await build()) !== 0) process.exit(1);
let failed = 0;
for (const program of programs) {
  console.log(`\n── ${program}`);
  if ((await runNode(program, options)) !== 0) failed++;
}
console.log(`${programs.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

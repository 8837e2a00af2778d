// A whole regency written to a file, locked with a passphrase, and restored into an empty place; every table and every
// file is compared by hash. Fails at the first that differs, and if a wrong passphrase opens the file.
//   --restore-people 10000      how many people
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openScratch } from '../bench/scratch.mjs';
import { runNode } from '../lib/workspace.mjs';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { 'restore-people': { type: 'string', default: '10000' } },
  strict: false,
});
const scratch = await openScratch();
const folder = mkdtempSync(join(tmpdir(), 'ekinerja-restore-'));
try {
  const site = await scratch.seed(Number(values['restore-people']), (text) => console.log(`  ${text}`));
  const env = { ...process.env, DATABASE_URL: site.url, EKINERJA_DATA: site.dataDir };
  const backup = join(folder, 'cadangan.ekinerja');
  const [right, wrong] = ['benar', 'salah'].map((name) => join(folder, name));
  writeFileSync(right, 'kalimat sandi untuk latihan pemulihan\n');
  writeFileSync(wrong, 'kalimat sandi yang keliru\n');
  await must(0, 'scripts/backup.mjs', ['--to', backup, '--passphrase-file', right]);
  console.log(`  cadangan: ${Math.round(statSync(backup).size / 2 ** 20)} MiB`);
  await must(0, 'scripts/restore.mjs', ['--drill', '--from', backup, '--passphrase-file', right]);
  await must(1, 'scripts/restore.mjs', ['--drill', '--from', backup, '--passphrase-file', wrong]);

  async function must(expected, program, args) {
    const started = performance.now();
    const code = await runNode(program, args, { env });
    if ((code === 0) !== (expected === 0)) throw new Error(`${program}: exit code ${code}`);
    console.log(`  ${program}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  await scratch.remove();
}

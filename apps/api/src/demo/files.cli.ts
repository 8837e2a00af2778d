import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { buildLaw } from '@ekinerja/regulations/law';
import { isDaerah, loadPreset, presetProfile } from '@ekinerja/regulations/presets';
import { readFlags } from '../application.js';
import { DemoOrganisation } from './generator/organisation.js';
import { PresenceMaker } from './generator/presence.js';
import { generateRegency } from './generator/regency.js';
import { writePresenceFile } from './presence-file.js';
import { writeWorkbook } from './workbook.js';

/** `pnpm demo:files --employees 15000 --folder berkas`: an agency's workbook and last month's presence, no database needed. */
const flags = readFlags(process.argv.slice(2));
const daerah = flags.daerah ?? 'tanah-laut';
if (!isDaerah(daerah)) {
  console.error(`Daerah "${daerah}" tidak dikenal.`);
  process.exit(1);
}
const today = flags.today ?? new Date().toISOString().slice(0, 10);
const folder = resolve(flags.folder ?? 'contoh');
const { name, agency, timeZone } = presetProfile(daerah);
const law = buildLaw(loadPreset(daerah));
const regency = generateRegency({ profile: { daerah, name, agency, timeZone }, seed: flags.seed ?? '1', today, employees: Number(flags.employees ?? 300) });
await mkdir(folder, { recursive: true });

const workbook = join(folder, 'data-kepegawaian.xlsx');
await writeWorkbook(regency, workbook);
console.log(`Buku kerja : ${workbook}  (${regency.people.length} orang, ${regency.units.length} unit)`);

const { files, rows } = await writePresenceFile(regency, new PresenceMaker(regency, new DemoOrganisation(regency, law), law), addMonths(monthOf(today), -1), folder);
for (const file of files) console.log(`Presensi   : ${file}`);
console.log(`             ${rows} baris. Unggah lewat menu Impor data, lalu Presensi.`);

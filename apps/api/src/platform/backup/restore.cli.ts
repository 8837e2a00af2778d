import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from '@ekinerja/local-postgres/databases';
import { nameOf } from './backup-format.js';
import { readPlace, runCommand, type Flags } from './command-line.js';
import { restoreBackup, type RestoreReport } from './restore-backup.js';

/**
 * `pnpm restore --from FILE`: into an empty database and data folder. `--drill` restores into a scratch database and
 * folder beside it, compares every table and file by hash, prints the comparison and removes the scratch.
 */
runCommand(async (flags) => {
  const from = flags.require('from');
  const place = await readPlace(flags);
  try {
    const report = flags.has('drill') ? await drill(place.databaseUrl, from, place.passphrase) : await restoreBackup(createReadStream(from), { ...place, onProgress: (text) => console.log(text) });
    print(report, flags);
    return 0;
  } finally {
    await place.close();
  }
});

async function drill(url: string, from: string, passphrase: string | null): Promise<RestoreReport> {
  const name = `ekinerja_latihan_${Date.now()}`;
  const filesFolder = await mkdtemp(join(tmpdir(), 'ekinerja-latihan-'));
  try {
    return await restoreBackup(createReadStream(from), { databaseUrl: await createDatabase(url, name), filesFolder, passphrase, onProgress: (text) => console.log(text) });
  } finally {
    await dropDatabase(url, name);
    await rm(filesFolder, { recursive: true, force: true });
  }
}

function print({ header, trailer, restored }: RestoreReport, flags: Flags): void {
  for (const sum of flags.has('drill') ? restored : []) console.log(`sama  ${nameOf(sum).padEnd(48)} ${String(sum.rows).padStart(9)} baris  ${sum.sha256.slice(0, 16)}`);
  const rows = restored.reduce((all, sum) => all + sum.rows, 0);
  console.log(`${restored.length} tabel, ${rows} baris, dan ${trailer.files.count} berkas sama dengan cadangan ${header.takenAt}.`);
  if (trailer.files.missing.length > 0) console.log(`PERHATIAN: ${trailer.files.missing.length} berkas sudah tidak ada saat cadangan dibuat.`);
  if (!flags.has('drill')) console.log('Pulihkan juga rahasia aplikasi (EKINERJA_SECRET): tanpa itu faktor kedua dan sesi lama tidak terbaca.');
}

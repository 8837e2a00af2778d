import { createWriteStream } from 'node:fs';
import { chmod, rename, stat, unlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { readPlace, runCommand } from './command-line.js';
import { writeBackup } from './write-backup.js';

/** `pnpm backup --to FILE`: tables and files of one instant in one file, while the application goes on. */
runCommand(async (flags) => {
  const place = await readPlace(flags);
  const to = flags.require('to');
  const unfinished = `${to}.belum-selesai`;
  const through = new PassThrough();
  const saved = pipeline(through, createWriteStream(unfinished, { mode: 0o600, flush: true }));
  saved.catch((error: Error) => through.destroy(error));
  try {
    const trailer = await writeBackup(through, { ...place, takenAt: new Date(), onProgress: (text) => console.log(text) });
    await saved;
    await chmod(unfinished, 0o600);
    await rename(unfinished, to);
    const { size } = await stat(to);
    console.log(`${trailer.files.count} berkas; cadangan ${(size / 1_048_576).toFixed(1)} MB di ${to}${place.passphrase === null ? ' (tidak terenkripsi)' : ' (terenkripsi)'}`);
    for (const sha256 of trailer.files.missing) console.log(`PERHATIAN: berkas ${sha256} disebut basis data tetapi tidak ada di folder data.`);
    return trailer.files.missing.length === 0 ? 0 : 2;
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  } finally {
    await place.close();
  }
});

/** `pnpm regulation check FILE… | explain FILE… | diff A B | docs | mutate [ID…]`. Exit code 1 when something is wrong. */
import { readFileSync } from 'node:fs';
import { checkWithCases } from './command/check.js';
import { diff } from './command/diff.js';
import { writeDocs } from './command/docs.js';
import { explain } from './command/explain.js';
import { mutate } from './command/mutate.js';
import { parseDocument, type DocumentProblem, type RegulationDocument } from './document.js';
import { LawError } from './law.js';

const USAGE = `Pemakaian:
  check BERKAS…    memeriksa dokumen peraturan dengan nomor baris, lalu menjalankan kasusnya;
                   sebuah folder berarti semua dokumen di dalamnya
  explain BERKAS   menuliskan dokumen sebagai bacaan, tiap nilai dengan pasalnya
  diff LAMA BARU   nilai yang berubah di antara dua dokumen
  simulate BERKAS… [--month 2026-10]  siapa naik dan turun bila dokumen itu berlaku (memakai basis data)
  docs             membuat ulang docs/*-format.md dan skema JSON
  mutate [ID…]     nilai dokumen bawaan yang tidak dijaga satu kasus pun`;

function printProblems(problems: readonly DocumentProblem[]): void {
  for (const p of problems) {
    console.log(
      `${p.file}:${p.line}:${p.column} ${p.severity === 'error' ? 'kesalahan' : 'peringatan'}: ${p.message}${p.path ? ` (${p.path})` : ''}`,
    );
  }
}

function read(file: string): RegulationDocument {
  const { document, problems } = parseDocument(readFileSync(file, 'utf8'), file);
  if (document) return document;
  printProblems(problems);
  throw new LawError([{ document: '', path: '', message: `${file} tidak terbaca.` }]);
}

function run([command, ...files]: readonly string[]): number {
  const [first, second] = files;
  if (command === 'check' && first !== undefined) {
    const { problems, count } = checkWithCases(files);
    printProblems(problems);
    const errors = problems.filter((p) => p.severity === 'error').length;
    console.log(
      errors
        ? `${errors} kesalahan.`
        : `Tidak ada kesalahan${problems.length ? `, ${problems.length} peringatan` : ''}${count ? `; ${count} kasus terpenuhi` : ''}.`,
    );
    return errors ? 1 : 0;
  }
  if (command === 'explain' && first !== undefined) {
    console.log(explain(read(first)).join('\n'));
    return 0;
  }
  if (command === 'diff' && first !== undefined && second !== undefined) {
    const lines = diff(read(first), read(second));
    console.log(lines.length ? lines.join('\n') : 'Nilainya sama.');
    return 0;
  }
  if (command === 'docs') {
    for (const file of writeDocs()) console.log(file);
    return 0;
  }
  if (command === 'mutate') {
    const { total, survivors } = mutate((done) => {
      if (done % 100 === 0) process.stderr.write(`${done} nilai…\n`);
    }, files);
    for (const s of survivors) console.log(`${s.document}: ${s.path} ${s.from} → ${s.to}`);
    console.log(`${survivors.length} dari ${total} nilai tidak dijaga satu kasus pun.`);
    return survivors.length ? 1 : 0;
  }
  console.log(USAGE);
  return command === undefined || ['help', '--help', '-h'].includes(command) ? 0 : 1;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error instanceof LawError || 'code' in error ? error.message : error);
  process.exitCode = 1;
}

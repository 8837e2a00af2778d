/** A document's own cases: the files under its key `cases:`, and those of the folder `cases` beside it. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerOf, CaseLaws, differences, type LawCase } from '../cases/run.js';
import { readCases } from '../cases/read-cases.js';
import type { DocumentProblem, RegulationDocument } from '../document.js';
import { locate } from '../document/locate.js';
import { LawError, LawNotInForce } from '../law.js';
import { readFileSync } from 'node:fs';

export interface CaseRun {
  problems: DocumentProblem[];
  /** Cases that were run. */
  count: number;
}

/** Runs the cases of all documents against them together, over the national documents. */
export function runOwnCases(documents: readonly RegulationDocument[]): CaseRun {
  const problems: DocumentProblem[] = [];
  const laws = new CaseLaws((d) => d, documents);
  let count = 0;
  for (const file of caseFiles(documents, problems)) {
    const run = runCases(file, readFileSync(file, 'utf8'), laws);
    problems.push(...run.problems);
    count += run.count;
  }
  return { problems, count };
}

/**
 * Runs cases that came with the documents as text. They name no files (`policy`), since a text has no folder.
 * @param documents the whole law: national documents and those of the government, the one under check among them
 */
export function runCaseText(
  file: string,
  source: string,
  documents: readonly RegulationDocument[],
): CaseRun {
  return runCases(file, source, new CaseLaws((d) => d, documents, true), true);
}

function runCases(file: string, source: string, laws: CaseLaws, alone = false): CaseRun {
  const { cases, problems } = readCases(file, source);
  const failed = (i: number, message: string) =>
    problems.push({
      file,
      path: `${i}`,
      ...locate(source, `${i}`),
      expected: 'kasus yang terpenuhi',
      message,
      severity: 'error',
    });
  cases.forEach((c, i) => {
    if (alone && c.on.policy !== undefined) {
      failed(i, `Kasus "${c.name}": "policy" menunjuk berkas lain, yang tidak ikut diunggah.`);
      return;
    }
    const wrong = alone ? anyFailure(c, laws) : failures(c, laws);
    if (wrong.length > 0) failed(i, `Kasus "${c.name}": ${wrong.join('; ').replace(/\.+$/, '')}.`);
  });
  return { problems, count: cases.length };
}

function caseFiles(documents: readonly RegulationDocument[], problems: DocumentProblem[]): string[] {
  const files = new Set<string>();
  for (const { file, cases, raw } of documents) {
    for (const name of cases) {
      const at = join(dirname(file), name);
      if (existsSync(at)) files.add(at);
      else
        problems.push({
          file,
          path: 'cases',
          ...locate(raw, 'cases'),
          expected: 'berkas yang ada',
          message: `Berkas kasus "${name}" tidak ada.`,
          severity: 'error',
        });
    }
    const folder = join(dirname(file), 'cases');
    if (existsSync(folder))
      for (const name of readdirSync(folder).sort())
        if (name.endsWith('.yaml')) files.add(join(folder, name));
  }
  return [...files];
}

function failures(c: LawCase, laws: CaseLaws): string[] {
  try {
    return differences(c.expect, answerOf(c, laws));
  } catch (error) {
    if (error instanceof LawNotInForce)
      return [
        `${error.message} Periksa bersama berkas jenis itu, atau foldernya: "check tpp.yaml besaran.yaml", "check folder"`,
      ];
    if (error instanceof LawError || error instanceof RangeError)
      return [error.message.replaceAll('\n', '; ')];
    throw error;
  }
}

/** Facts of strangers may be anything; whatever they break is said of their case. */
function anyFailure(c: LawCase, laws: CaseLaws): string[] {
  try {
    return failures(c, laws);
  } catch (error) {
    return [`tidak dapat dijalankan (${error instanceof Error ? error.message : String(error)})`];
  }
}

/** A document's own cases: the files under its key `cases:`, and those of the folder `cases` beside it. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerOf, CaseLaws, differences, type LawCase } from '../cases/run.js';
import { readCases } from '../cases/read-cases.js';
import type { DocumentProblem, RegulationDocument } from '../document.js';
import { locate } from '../document/locate.js';
import { LawError } from '../law.js';
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
    const read = readCases(file);
    problems.push(...read.problems);
    const source = readFileSync(file, 'utf8');
    read.cases.forEach((c, i) => {
      count += 1;
      const wrong = failures(c, laws);
      if (wrong.length === 0) return;
      problems.push({
        file,
        path: `${i}`,
        ...locate(source, `${i}`),
        expected: 'kasus yang terpenuhi',
        message: `Kasus "${c.name}": ${wrong.join('; ')}.`,
        severity: 'error',
      });
    });
  }
  return { problems, count };
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
    if (error instanceof LawError || error instanceof RangeError)
      return [error.message.replaceAll('\n', '; ')];
    throw error;
  }
}

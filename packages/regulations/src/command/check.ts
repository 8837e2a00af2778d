/** `check FILE…`: errors and warnings in plain Indonesian, with line and column. */
import { readFileSync } from 'node:fs';
import { articleText } from '../articles.js';
import { parseDocument, type DocumentProblem, type RegulationDocument } from '../document.js';
import { locate } from '../document/locate.js';
import { buildLaw, LawError, type ResolvedNode } from '../law.js';
import { nationalDocuments } from '../presets.js';
import { runOwnCases, type CaseRun } from './own-cases.js';

/** @returns problems of all files and of their own cases, in file and line order */
export function checkFiles(files: readonly string[]): DocumentProblem[] {
  return checkWithCases(files).problems;
}

/** The same, with how many cases were run. */
export function checkWithCases(files: readonly string[]): CaseRun {
  const problems: DocumentProblem[] = [];
  const documents: RegulationDocument[] = [];
  for (const file of files) {
    const parsed = parseDocument(readFileSync(file, 'utf8'), file);
    problems.push(...parsed.problems);
    if (parsed.document) documents.push(parsed.document);
  }
  const sound = () => !problems.some((p) => p.severity === 'error');
  if (sound()) problems.push(...together(documents));
  const run = sound() ? runOwnCases(documents) : { problems: [], count: 0 };
  problems.push(...run.problems);
  problems.sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
  return { problems, count: run.count };
}

/** The files over the national documents; a checked national file stands in for the shipped one of its id. */
export function withNational(documents: readonly RegulationDocument[]): RegulationDocument[] {
  return [...nationalDocuments().filter((n) => !documents.some((d) => d.id === n.id)), ...documents];
}

function together(documents: readonly RegulationDocument[]): DocumentProblem[] {
  try {
    const law = buildLaw(withNational(documents));
    return documents.flatMap((d) => {
      const seen = new Set<string>();
      return ownCites(law.on(d.inForce.from)[d.kind].tree()).flatMap(({ path, cite }) => {
        if (articleText(cite) || seen.has(`${cite.source}#${cite.ref}`)) return [];
        seen.add(`${cite.source}#${cite.ref}`);
        return [
          problem(
            d,
            path,
            'kutipan yang naskahnya tersedia',
            `Naskah "${cite.ref}" dari "${cite.source}" tidak tersedia; kutipan tidak dapat dibuka di layar.`,
            'warning',
          ),
        ];
      });
    });
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    return error.problems.map((p) => {
      const document = documents.find((d) => d.id === p.document);
      return document
        ? problem(document, p.path, 'dokumen yang utuh', p.message, 'error')
        : {
            file: documents[0]?.file ?? '',
            path: p.path,
            line: 1,
            column: 1,
            expected: 'dokumen yang utuh',
            message: p.message,
            severity: 'error' as const,
          };
    });
  }
}

/** Citations that the document itself writes. */
function ownCites(nodes: readonly ResolvedNode[]): { path: string; cite: { source: string; ref: string } }[] {
  return nodes.flatMap((n) => [
    ...(n.cite && n.inheritedFrom === null ? [{ path: n.path, cite: n.cite }] : []),
    ...ownCites(n.children),
  ]);
}

function problem(
  document: RegulationDocument,
  path: string,
  expected: string,
  message: string,
  severity: 'error' | 'warning',
): DocumentProblem {
  return { file: document.file, path, ...locate(document.raw, path), expected, message, severity };
}

/** `check FILE…`: errors and warnings in plain Indonesian, with line and column. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from '../articles.js';
import { parseDocument, type DocumentProblem, type RegulationDocument } from '../document.js';
import { locate } from '../document/locate.js';
import { nearest } from '../document/nearest.js';
import type { Value } from '../document/value.js';
import { buildLaw, LawError, type Law, type ResolvedNode } from '../law.js';
import { nationalDocuments } from '../presets.js';
import { runOwnCases, type CaseRun } from './own-cases.js';

/** @returns problems of all files and of their own cases, in file and line order */
export function checkFiles(files: readonly string[]): DocumentProblem[] {
  return checkWithCases(files).problems;
}

/** The same, with how many cases were run. */
/** A folder stands for the documents in it. */
export function checkWithCases(paths: readonly string[]): CaseRun {
  const files = paths.flatMap(documentsAt);
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

function documentsAt(path: string): string[] {
  if (!existsSync(path))
    throw new LawError([
      { document: '', path: '', message: `Berkas atau folder "${path}" tidak ada. Periksa namanya, atau jalankan dari folder tempat berkas itu.` },
    ]);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name))
    .filter((file) => /^kind:/m.test(readFileSync(file, 'utf8')));
}

/** The files over the national documents; a checked national file stands in for the shipped one of its id. */
export function withNational(documents: readonly RegulationDocument[]): RegulationDocument[] {
  return [...nationalDocuments().filter((n) => !documents.some((d) => d.id === n.id)), ...documents];
}

function together(documents: readonly RegulationDocument[]): DocumentProblem[] {
  try {
    const law = buildLaw(withNational(documents));
    return documents.flatMap((d) => [...citeWarnings(d, law), ...amountWarnings(d), ...tableWarnings(d, law), ...emptyWarnings(d, law)]);
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

/** `{}` over what is inherited adds nothing and takes nothing away; somebody who writes it means the latter. */
function emptyWarnings(d: RegulationDocument, law: Law): DocumentProblem[] {
  const nodes = new Map<string, ResolvedNode>();
  const walk = (node: ResolvedNode): void => {
    nodes.set(node.path, node);
    node.children.forEach(walk);
  };
  law.on(d.inForce.from)[d.kind].tree().forEach(walk);
  return emptyMaps(d.sections, '').flatMap((path) => {
    const keys = (nodes.get(path)?.children ?? []).map((c) => c.path.slice(path.length + 1));
    if (keys.length === 0) return [];
    const some = `${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ', …' : ''}`;
    const message = `"{}" tidak menghapus yang diwarisi (${some}). Tulis tiap kuncinya (0 bila tidak dipotong), atau beri nama lain bagi tabel ini.`;
    return [problem(d, path, 'kunci yang menggantikan', message, 'warning')];
  });
}

function emptyMaps(value: Value, path: string): string[] {
  if (value.is !== 'map') return [];
  if (value.entries.size === 0 && path) return [path];
  return [...value.entries].flatMap(([key, child]) => emptyMaps(child, path ? `${path}.${key}` : key));
}

/** A table that no amounts document in force has pays nobody, and would say so only person by person. */
function tableWarnings(d: RegulationDocument, law: Law): DocumentProblem[] {
  if (d.kind !== 'allowance') return [];
  const set = law.on(d.inForce.from);
  if (!set.references.some(({ kind }) => kind === 'amounts')) return [];
  const known = ['classes', ...Object.keys(set.amounts.rules.tables ?? {})];
  const { base, criteria } = set.allowance.rules;
  const named = [
    ...(base?.from ?? []).map((table, i) => ({ path: `base.from.${i}`, table })),
    { path: 'base.timesTable', table: base?.timesTable },
    ...(base?.components ?? []).map((c, i) => ({ path: `base.components.${i}.percentTable`, table: c.percentTable })),
    ...criteria.flatMap((c, i) => [
      { path: `criteria.${i}.table`, table: c.table },
      { path: `criteria.${i}.percentTable`, table: c.percentTable },
    ]),
  ];
  return named.flatMap(({ path, table }) => {
    if (table === undefined || known.includes(table)) return [];
    const near = nearest(table, known);
    const hint = near ? ` Maksudnya "${near}"?` : ` Yang ada: ${known.join(', ')}.`;
    return [problem(d, path, 'tabel yang ada', `Tabel "${table}" tidak ada di ${set.amounts.id}.${hint}`, 'warning')];
  });
}

/** `5.000` is five rupiah here; somebody who writes thousands the Indonesian way would not notice. */
function amountWarnings(d: RegulationDocument): DocumentProblem[] {
  if (d.kind !== 'amounts') return [];
  const lines = d.raw.split('\n');
  return lines.flatMap((text, i) =>
    [...text.replace(/(^|\s)#.*$/, '').matchAll(/(?<![\d.])(\d{1,3}\.\d{3})(?![\d.])/g)]
      .filter(([, written = '']) => Number(written) >= 1)
      .map((found) => ({
        file: d.file,
        path: '',
        line: i + 1,
        column: found.index + 1,
        expected: 'rupiah tanpa titik ribuan',
        message: `"${found[1]}" dibaca ${Number(found[1])} (titik adalah desimal). Bila maksudnya ribuan, tulis ${found[1]?.replace('.', '')}.`,
        severity: 'warning' as const,
      })),
  );
}

/** Citations of the document whose text nobody can open, each once. */
export function citeWarnings(d: RegulationDocument, law: Law): DocumentProblem[] {
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
}

/** What a law refuses, at its place in the document under check. */
export function lawProblems(d: RegulationDocument, error: LawError): DocumentProblem[] {
  return error.problems.map((p) => problem(d, p.document === d.id ? p.path : '', 'dokumen yang utuh', p.message, 'error'));
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

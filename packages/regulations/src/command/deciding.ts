/** Which articles of the four regulations decide something (a value of a document rests on them), and which cases show it. */
import { articlesOf } from '../articles.js';
import { loadCases } from '../cases/run.js';
import { DOCUMENT_KINDS } from '@ekinerja/contracts/basics';
import { buildLaw, type ResolvedNode } from '../law.js';
import { DAERAH, loadPreset, presetProfile, type Daerah } from '../presets.js';

export interface DecidingArticle {
  daerah: Daerah;
  /** `Pasal 23` */
  ref: string;
  /** Labels of what rests on it, as the documents say them. */
  decides: string[];
  /** Files of cases that show it, with how many. */
  cases: { file: string; count: number }[];
}

/** Obligation IDs begin with these; their number is the article's. */
const PREFIX: Record<Daerah, string> = {
  'tanah-laut': 'TL',
  'barito-kuala': 'BK',
  'kuantan-singingi': 'KS',
  banjarnegara: 'BN',
};
const TODAY = '2026-10-01';

export function decidingArticles(daerah: Daerah): DecidingArticle[] {
  const documents = loadPreset(daerah).filter((d) => d.family === null);
  const own = new Set(documents.map((d) => d.source));
  const law = buildLaw(loadPreset(daerah));
  const decides = new Map<string, Set<string>>();
  const walk = (nodes: readonly ResolvedNode[]) => {
    for (const n of nodes) {
      const article = n.cite && n.inheritedFrom === null && own.has(n.cite.source) ? /^Pasal \d+/.exec(n.cite.ref)?.[0] : null;
      // Of a whole section its own name says enough.
      if (article) decides.set(article, (decides.get(article) ?? new Set()).add(n.label));
      else walk(n.children);
    }
  };
  for (const employeeKind of ['pns', 'pppk'] as const)
    for (const kind of DOCUMENT_KINDS) walk(law.on(TODAY, { employeeKind })[kind].tree());
  const shown = casesByArticle(daerah);
  return [...decides]
    .map(([ref, labels]) => ({ daerah, ref, decides: [...labels], cases: shown.get(ref) ?? [] }))
    .sort((a, b) => numberOf(a.ref) - numberOf(b.ref));
}

/** Articles of the stored text on which no value rests: definitions, aims, how offices work together. */
export function otherArticles(daerah: Daerah): string[] {
  const deciding = new Set(decidingArticles(daerah).map(({ ref }) => ref));
  return articlesOf(sourceOf(daerah)).flatMap(({ ref }) => (/^Pasal \d+$/.test(ref) && !deciding.has(ref) ? [ref] : []));
}

function sourceOf(daerah: Daerah): string {
  return loadPreset(daerah).find((d) => d.family === null && d.kind === 'performance')?.source ?? '';
}

function casesByArticle(daerah: Daerah): Map<string, { file: string; count: number }[]> {
  const found = new Map<string, Map<string, number>>();
  for (const c of loadCases()) {
    const proved = (c.proves ?? []).flatMap((id) => {
      const number = id.startsWith(`${PREFIX[daerah]}-`) ? /-(\d+)/.exec(id)?.[1] : undefined;
      return number === undefined ? [] : [`Pasal ${number}`];
    });
    const named = c.on.daerah === daerah ? (c.articles ?? []) : [];
    for (const ref of new Set([...proved, ...named.map((one) => /^Pasal \d+/.exec(one)?.[0] ?? one)])) {
      const files = found.get(ref) ?? new Map<string, number>();
      found.set(ref, files.set(c.file, (files.get(c.file) ?? 0) + 1));
    }
  }
  return new Map([...found].map(([ref, files]) => [ref, [...files].map(([file, count]) => ({ file, count }))]));
}

function numberOf(ref: string): number {
  return Number(/\d+/.exec(ref)?.[0] ?? 0);
}

/** docs/articles-and-cases.md */
export function articlesAndCases(): string {
  const lines = [
    '# Pasal dan kasusnya',
    '',
    '> Dibuat oleh `pnpm regulation docs`; jangan disunting di sini.',
    '',
    'Setiap pasal yang menjadi dasar sebuah ketentuan dalam dokumen keempat daerah, apa yang ditentukannya, dan berkas kasus (`packages/regulations/cases/`) yang memperlihatkannya. Pasal yang menentukan sesuatu tetapi tidak punya kasus menggagalkan pengujian.',
    '',
  ];
  for (const daerah of DAERAH) {
    lines.push(`## ${presetProfile(daerah).name}`, '', '| Pasal | Menentukan | Kasus |', '| --- | --- | --- |');
    for (const { ref, decides, cases } of decidingArticles(daerah))
      lines.push(`| ${ref} | ${decides.join('; ')} | ${cases.map(({ file, count }) => `\`${file}\` (${count})`).join(', ')} |`);
    lines.push('', `Tidak menentukan nilai apa pun (pengertian, maksud, tata kerja, atau dijalankan alur aplikasi): ${otherArticles(daerah).join(', ')}.`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

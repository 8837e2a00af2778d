/** Rule sets of regions that are not in the product, each with a pay sheet derived by hand: documents and cases alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkWithCases } from './command/check.js';
import { diff } from './command/diff.js';
import { explain } from './command/explain.js';
import { word } from '@ekinerja/contracts/law-words';
import { parseDocument } from './document.js';
import { KIND_SCHEMAS } from './document/kinds.js';
import type { Schema } from './document/schema.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));
const regions = readdirSync(EXAMPLES).sort();

function documentsOf(region: string) {
  return readdirSync(`${EXAMPLES}${region}`)
    .filter((name) => !name.startsWith('kasus'))
    .flatMap((name) => {
      const { document } = parseDocument(readFileSync(`${EXAMPLES}${region}/${name}`, 'utf8'), name);
      return document ? [document] : [];
    });
}

it.each(regions)('%s pays as its cases say, without an error or a warning', (region) => {
  const { problems, count } = checkWithCases([`${EXAMPLES}${region}`]);
  expect(problems).toEqual([]);
  expect(count).toBeGreaterThan(1);
});

it.each(regions)('%s reads in words', (region) => {
  for (const document of documentsOf(region)) {
    const text = explain(document).join('\n');
    expect(text).not.toMatch(/undefined|\[object|null/);
    expect(text).not.toMatch(/\d{4,}%/);
    expect(diff(document, document)).toEqual([]);
  }
});

it('a regency pays rupiah per day in words too', () => {
  const [tpp] = documentsOf('kota-harian').filter((d) => d.kind === 'allowance');
  const text = tpp ? explain(tpp).join('\n') : '';
  expect(text).toMatch(/Tidak masuk, per hari Rp75\.000\./);
  expect(text).toMatch(/Potongan paling banyak 100%\./);
});

/** Codes that are themselves the word. */
const PLAIN = new Set(
  'administrator pengawas pelaksana fungsional dinas badan kecamatan kelurahan puskesmas istimewa semester rupiah zakat 1 2 3'.split(
    ' ',
  ),
);

it('every choice that a document may write has a word', () => {
  const seen = new Set<unknown>();
  const missing = new Set<string>();
  const named = (codes: readonly string[]) => {
    for (const code of codes) if (word(code) === code && !PLAIN.has(code)) missing.add(code);
  };
  const walk = ({ node }: Schema<unknown>): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.is === 'choice') named(node.of);
    if (node.is === 'list') walk(node.of);
    if (node.is === 'record') {
      if (Array.isArray(node.key)) named(node.key);
      walk(node.of);
    }
    if (node.is === 'map') Object.values(node.fields).forEach(walk);
    if (node.is === 'oneOf') Object.values(node.variants).forEach(walk);
  };
  Object.values(KIND_SCHEMAS).forEach(walk);
  expect([...missing]).toEqual([]);
});

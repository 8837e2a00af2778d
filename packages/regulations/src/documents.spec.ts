import type { Citation } from '@ekinerja/contracts/basics';
import { articlesOf, articleText } from './articles.js';
import { buildLaw, type ResolvedNode } from './law.js';
import { DAERAH, loadPreset, presetFiles } from './presets.js';
import { parseDocument } from './document.js';

const FOLDERS = ['national', ...DAERAH];

function citesOf(nodes: readonly ResolvedNode[]): Citation[] {
  return nodes.flatMap((n) => [...(n.cite ? [n.cite] : []), ...citesOf(n.children)]);
}

describe('the documents that the product ships', () => {
  it.each(FOLDERS.flatMap((f) => presetFiles(f).map((p) => [p.file, p.source] as const)))(
    '%s has no problem',
    (file, source) => {
      expect(parseDocument(source, file).problems).toEqual([]);
    },
  );

  it.each(DAERAH)('%s: every citation resolves to a text', (daerah) => {
    const law = buildLaw(loadPreset(daerah));
    const dates = ['2021-03-01', '2021-09-01', '2022-06-01', '2024-06-01', '2026-10-01'];
    const unresolved = new Set<string>();
    for (const date of dates) {
      for (const employeeKind of ['pns', 'pppk'] as const) {
        const on = law.on(date, { employeeKind });
        for (const kind of ['performance', 'allowance', 'amounts', 'calendar'] as const) {
          for (const cite of citesOf(on[kind].tree()))
            if (!articleText(cite)) unresolved.add(`${cite.source}#${cite.ref}`);
        }
      }
    }
    expect([...unresolved]).toEqual([]);
  });

  it('finds articles, paragraphs, letters and numbers in the stored texts', () => {
    expect(articlesOf('tanah-laut-2024')).toHaveLength(41);
    expect(articlesOf('kuantan-singingi-65-2019')).toHaveLength(34);
    expect(articlesOf('banjarnegara-37-2020')).toHaveLength(16);
    expect(articlesOf('barito-kuala-74-2021')).toHaveLength(19);
    expect(articleText({ source: 'tanah-laut-2024', ref: 'Pasal 35 huruf a' })?.text).toMatch(
      /^a\. Keberatan diajukan.*14 \(empat belas\) hari kerja/s,
    );
    expect(articleText({ source: 'tanah-laut-2024', ref: 'Pasal 1 angka 14' })?.text).toMatch(
      /kuadran kinerja Pegawai\.$/,
    );
    expect(articleText({ source: 'kuantan-singingi-65-2019', ref: 'Pasal 23 ayat (7)' })?.text).toMatch(
      /^\(7\) Apabila penginputan/,
    );
    expect(articleText({ source: 'kuantan-singingi-65-2019', ref: 'Pasal 99' })).toBeNull();
  });
});

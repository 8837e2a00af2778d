import { compareLaw, sameValues } from './compare.js';
import { parseDocument, type RegulationDocument } from './document.js';
import { dropKey, renameKey, type FormatUpgrade } from './document/upgrades.js';
import { asIfFrom, parseEnacted, timeline } from './enacted.js';
import { buildLaw } from './law.js';
import { loadPreset, nationalDocuments } from './presets.js';

const amounts = (id: string, from: string, ninth: number, more = '') => `id: ${id}
kind: amounts
title: Besaran ${id}
source: uji
inForce: { from: ${from} }
cite: Lampiran
decree: Keputusan Bupati
classes: { "9": ${ninth} }
${more}`;

function read(source: string): RegulationDocument {
  const { document, problems } = parseDocument(source, 'uji.yaml');
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

describe('timeline', () => {
  const others = loadPreset('tanah-laut').filter((d) => d.kind !== 'amounts');
  const ninthOn = (documents: RegulationDocument[], date: string) =>
    buildLaw(timeline([...others, ...documents])).on(date).amounts.rules.classes['9'];

  it('lets a version hold until the day before the next one begins, whichever was enacted first', () => {
    const [a, b, c] = [read(amounts('a', '2025-01-01', 1)), read(amounts('b', '2026-01-01', 2)), read(amounts('c', '2025-07-01', 3))];
    const days = ['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'];
    expect(days.map((day) => ninthOn([a, b, c], day))).toEqual(['1', '3', '3', '2']);
    expect(a.inForce).toEqual({ from: '2025-01-01', to: null });
  });

  it('takes the later enactment of two that begin on one day, and keeps the end that a document names itself', () => {
    const [a, b] = [read(amounts('a', '2026-01-01', 1)), read(amounts('b', '2026-01-01', 2))];
    expect(ninthOn([a, b], '2026-05-01')).toBe('2');
    const ending = { ...a, inForce: { from: '2025-01-01', to: '2025-03-31' } } as RegulationDocument;
    expect(timeline([ending, b])[0]!.inForce.to).toBe('2025-03-31');
  });

  it('asks as if a document of the future were in force already', () => {
    const documents = [...others, read(amounts('a', '2025-01-01', 1))];
    const law = buildLaw(asIfFrom(documents, [read(amounts('b', '2027-01-01', 2))], '2026-10-01'));
    expect(law.on('2026-10-01').amounts.rules.classes['9']).toBe('2');
  });
});

describe('an enacted document read by a later product', () => {
  const old = amounts('lama', '2025-01-01', 9, 'catatan: kunci yang sudah tidak ada\ncites: { catatan: Pasal 1 }');

  it('is refused as a new document, yet read as enacted law with the same values and a warning', () => {
    expect(parseDocument(old, 'x').document).toBeNull();
    const { document, problems } = parseEnacted(old, 'x', 1);
    expect(problems.map(({ severity, path }) => [severity, path])).toEqual([['warning', 'catatan'], ['warning', 'cites.catatan']]);
    expect(document!.raw).toBe(old);
    const law = (d: RegulationDocument) => buildLaw([d, ...loadPreset('tanah-laut').filter(({ kind }) => kind !== 'amounts')]);
    expect(compareLaw(law(read(amounts('lama', '2025-01-01', 9))), law(document!), 'amounts', '2026-01-01')).toEqual([]);
  });

  it('is brought to the present format by the steps since its own, in order, citations with it', () => {
    const renamed = amounts('lama', '2025-01-01', 9).replace('decree:', 'dasarHukum:') + 'cites: { dasarHukum: Pasal 2 }\nsisa: 1';
    const steps: FormatUpgrade[] = [
      { to: 3, apply: (top) => renameKey(top, 'dasar', 'decree') },
      { to: 2, apply: (top) => (renameKey(top, 'dasarHukum', 'dasar'), dropKey(top, 'sisa')) },
    ];
    const { document, problems } = parseEnacted(renamed, 'x', 1, steps);
    expect(problems).toEqual([]);
    expect(document!.sections.entries.get('decree')).toMatchObject({ value: 'Keputusan Bupati', cite: { ref: 'Pasal 2' } });
    expect(parseEnacted(renamed, 'x', 3, steps).document?.sections.entries.has('decree') ?? false).toBe(false);
  });

  it('takes a value that today’s product needs and it could not say from the shipped national document, and no other', () => {
    const shipped = nationalDocuments();
    const enacted = loadPreset('tanah-laut').map((d) => {
      if (d.kind !== 'performance' || d.family === null) return d;
      const entries = new Map([...d.sections.entries].filter(([key]) => key !== 'distribution' && key !== 'evaluator'));
      return { ...d, sections: { ...d.sections, entries } } as RegulationDocument;
    });
    const bare = enacted.filter((d) => d.kind !== 'performance' || d.family !== null);
    expect(() => buildLaw(bare)).toThrow(/"evaluator"/);
    const law = buildLaw(bare, { enacted: { national: shipped } });
    const now = law.on('2026-10-01').performance;
    const as = buildLaw(shipped).on('2026-10-01').performance;
    expect(now.rules.evaluator).toMatchObject({ holders: as.rules.evaluator.holders, lowest: 'pengawas', delegates: true });
    expect(now.cite('evaluator.holders')).toEqual(as.cite('evaluator.holders'));
  });
});

describe('compareLaw', () => {
  const base = loadPreset('banjarnegara');
  const changed = (from: string, to: string) =>
    base.map((d) => (d.kind === 'performance' && d.family === null ? read(d.raw.replace(from, to)) : d));

  it('names what changes with its articles and for whom; a spelling mistake changes nothing', () => {
    const before = buildLaw(base);
    const typo = buildLaw(changed('title: ', 'title: Salinan '));
    expect(compareLaw(before, typo, 'performance', '2026-10-01')).toEqual([]);
    expect(sameValues(before, typo, 'performance', ['2026-10-01', '2027-01-01'])).toBe(true);
    const other = buildLaw(changed('work: 70\n    behaviour: 30', 'work: 60\n    behaviour: 40'));
    const changes = compareLaw(before, other, 'performance', '2026-10-01');
    expect(changes.map(({ path, before: old, after, kinds }) => [path, old?.value, after?.value, after?.cite?.ref, kinds])).toEqual([
      ['evaluation.weighted.work', '70', '60', 'Pasal 12 ayat (2)', ['pns']],
      ['evaluation.weighted.behaviour', '30', '40', 'Pasal 12 ayat (2)', ['pns']],
    ]);
    expect(changes[0]!.labels).toEqual(['Evaluasi', 'Penilaian berbobot', 'Bobot SKP (%)']);
    expect(sameValues(before, other, 'performance', ['2026-10-01'])).toBe(false);
  });
});

it('a key that every object has is unknown like any other', () => {
  for (const key of ['constructor', '__proto__', 'toString'])
    expect(parseDocument(amounts('a', '2025-01-01', 1, `${key}: { a: 1 }`), 'x').problems[0]?.message).toMatch(/tidak dikenal/);
});

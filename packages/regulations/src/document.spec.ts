import { parseDocument } from './document.js';
import { buildLaw, LawError } from './law.js';
import { loadPreset } from './presets.js';

const head = `id: uji
kind: performance
extends: nasional
title: Uji
source: tanah-laut-2024
inForce: { from: 2026-01-01 }
`;
const problemsOf = (body: string) => parseDocument(head + body, 'uji.yaml').problems;

describe('errors of a regulation document', () => {
  it('name file, path, line, column and what was expected, and suggest the nearest key', () => {
    expect(problemsOf('activities:\n  aproval:\n    within: { workingDays: 7 }\n')).toEqual([
      {
        file: 'uji.yaml',
        path: 'activities.aproval',
        line: 8,
        column: 3,
        severity: 'error',
        expected: expect.stringContaining('approval'),
        message: 'Kunci "aproval" tidak dikenal di "Kegiatan harian". Maksudnya "approval"?',
      },
    ]);
  });
  it.each([
    ['skp:\n  determinedBy: { workDays: 3 }\n', 8, /salah satu dari: workingDays/],
    ['skp:\n  determinedBy: { workingDays: tujuh }\n', 8, /bilangan bulat 0 sampai 366/],
    ['evaluation:\n  method: kuadran\n', 8, /salah satu dari: quadrant, weighted.*Maksudnya "quadrant"/],
    ['evaluation:\n  weighted: { work: 70% }\n', 8, /bilangan desimal/],
    [
      'evaluation:\n  weighted:\n    bands:\n      - { predicate: baik }\n',
      10,
      /"from" \(Nilai mulai\) belum ditulis/,
    ],
    ['evaluation:\n  quadrant: [1]\n', 8, /peta berisi kunci/],
    ['covers: pns\n', 7, /daftar/],
    [
      'skp:\n  cites: { determinedby: Pasal 1 }\n  determinedBy: { endOf: january }\n',
      8,
      /Maksudnya "determinedBy"/,
    ],
    ['skp:\n  cite: { pasal: 1 }\n', 8, /Kutipan pasal/],
    ['skp: { for: [asn], determinedBy: { endOf: january } }\n', 7, /"for" seharusnya/],
    ['  skp: {\n', 7, /YAML tidak terbaca/],
  ])('%j', (body, line, message) => {
    const [problem] = problemsOf(body);
    expect(problem?.line).toBe(line);
    expect(problem?.message).toMatch(message);
  });
  it('checks the head of the document', () => {
    expect(
      parseDocument('kind: performence\n', 'a.yaml')
        .problems.map((p) => p.message)
        .join('\n'),
    ).toMatch(
      /Maksudnya "performance"\?[\s\S]*"id" belum ditulis|"id" belum ditulis[\s\S]*Maksudnya "performance"\?/,
    );
    expect(parseDocument('', 'a.yaml').problems[0]?.message).toMatch(/kosong/);
    expect(parseDocument(head.replace('2026-01-01', '2026-02-30'), 'a.yaml').problems[0]?.path).toBe(
      'inForce',
    );
  });
});

describe('documents together', () => {
  const national = loadPreset('tanah-laut').filter((d) => d.family !== null);
  const parsed = (body: string, text = head) => {
    const { document, problems } = parseDocument(text + body, 'uji.yaml');
    if (!document) throw new Error(problems[0]?.message);
    return document;
  };
  it('refuse overlaps, missing parents, contradictions, and values without a citation', () => {
    const a = parsed('');
    expect(() => buildLaw([...national, a, parsed('', head.replace('id: uji', 'id: uji2'))])).toThrow(
      /sama-sama berlaku/,
    );
    expect(() => buildLaw([a])).toThrow(LawError);
    expect(() => buildLaw([...national, parsed('skp:\n  determinedBy: { endOf: month }\n')])).toThrow(
      /tidak punya kutipan/,
    );
    expect(() =>
      buildLaw([...national, parsed('evaluation:\n  cite: Pasal 1\n  weighted: { work: 80 }\n')]),
    ).toThrow(/berjumlah 110%/);
  });
  it('narrow a section to employee kinds, remove with none, and keep the citation of what is inherited', () => {
    const law = buildLaw([
      ...national,
      parsed(
        'evaluation:\n  cite: Pasal 5\n  weighted: { for: [pns], work: 60, behaviour: 40 }\nobjection: none\n',
      ),
    ]);
    expect(law.on('2026-10-01').performance.rules.evaluation.weighted?.work).toBe('60');
    expect(law.on('2026-10-01', { employeeKind: 'pppk' }).performance.rules.evaluation.weighted?.work).toBe(
      '70',
    );
    expect(law.on('2026-10-01').performance.rules.objection).toBeUndefined();
    expect(law.on('2026-10-01').performance.cite('evaluation.weighted.work')).toEqual({
      source: 'tanah-laut-2024',
      ref: 'Pasal 5',
    });
    expect(law.on('2026-10-01').performance.cite('evaluation.weighted.bands.0').source).toBe('pp-30-2019');
  });
  it('hash the resolved values, not the way they are written', () => {
    const hash = (body: string) => buildLaw([...national, parsed(body)]).on('2026-10-01').performance.hash;
    const one = 'evaluation:\n  cite: Pasal 5\n  weighted: { work: 60, behaviour: 40 }\n';
    expect(hash(one)).toBe(
      hash('# komentar\nevaluation:\n  weighted: { behaviour: 40.0, work: 60 }\n  cite: Pasal 5\n'),
    );
    expect(hash(one)).not.toBe(hash(one.replace('60', '65').replace('40', '35')));
    expect(hash(one)).not.toBe(hash(one.replace('Pasal 5', 'Pasal 6')));
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles, checkWithCases } from './command/check.js';
import { diff } from './command/diff.js';
import { DIMENSIONS } from './command/dimensions.js';
import { factsFormat, publishedSchemas, regulationFormat } from './command/docs.js';
import { explain } from './command/explain.js';
import { parseDocument, type RegulationDocument } from './document.js';
import { presetFiles } from './presets.js';

const source = presetFiles('banjarnegara').find((f) => f.file.endsWith('performance.yaml'))?.source ?? '';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function parsed(text: string): RegulationDocument {
  const { document } = parseDocument(text, 'uji.yaml');
  if (!document) throw new Error('tidak terbaca');
  return document;
}

describe('pnpm regulation', () => {
  it('check names the line of a contradiction, and warns of a citation without a text', () => {
    const wrong = source.replace('    work: 70\n', '    work: 80\n');
    const line = wrong.split('\n').findIndex((l) => l === '    work: 80') + 1;
    expect(checkFiles([written('a.yaml', wrong)])).toEqual([
      expect.objectContaining({ line, path: 'evaluation.weighted.work', severity: 'error' }),
    ]);
    const [warning] = checkFiles([written('b.yaml', source.replace('Pasal 9 ayat (1)', 'Pasal 99'))]);
    expect(warning).toMatchObject({ severity: 'warning', message: expect.stringContaining('"Pasal 99"') });
    expect(checkFiles([written('c.yaml', source)])).toEqual([]);
  });

  it('check warns of an empty map over what is inherited, and of no thousands in a comment', () => {
    const allowance = (table: string) =>
      `id: uji\nkind: allowance\nextends: nasional\ntitle: Uji\nsource: contoh-daerah\ninForce: { from: 2026-01-01 }\ncite: { ref: Ilustrasi, reading: true }\ndiscipline:\n  umum: { late: [], statuses: ${table} }\n`;
    const [warning, ...more] = checkFiles([written('kosong.yaml', allowance('{}'))]);
    expect([warning?.path, warning?.line, warning?.severity, more]).toEqual(['discipline.umum.statuses', 9, 'warning', []]);
    expect(warning?.message).toMatch(/"\{\}" tidak menghapus yang diwarisi \(official-travel, /);
    expect(checkFiles([written('isi.yaml', allowance('{ sick: 0 }'))])).toEqual([]);
    const amounts = `id: b\nkind: amounts\ntitle: B\nsource: contoh-daerah\ninForce: { from: 2026-01-01 }\ncite: { ref: Ilustrasi, reading: true }\ndecree: B\n# Rp18.000 tiap poin\nclasses: { '9': 5.000 }\n`;
    expect(checkFiles([written('besaran.yaml', amounts)]).map(({ line, severity }) => [line, severity])).toEqual([[9, 'warning']]);
  });

  it.each([
    ['discipline: { sendiri: { late: [], early: [], absentDay: 0, statuses: {}, weekly: { madeUp: true } } }', 'discipline.sendiri.weekly', /"steps", atau "minutes" bersama "percent"/],
    ['compliance: { x: { name: X, percent: 5, holdPercent: 20 } }', 'compliance.x.holdPercent', /"holdPercent" hanya bersama "hold: true"/],
    ['compliance: { x: { name: X, percent: 5, lapse: 3 } }', 'compliance.x.lapse', /"lapse" hanya bersama "hold: true"/],
    ['profession: { x: { name: X, then: exclude, percent: 50 } }', 'profession.x.percent', /"percent" hanya bersama "then: difference"/],
    ['discipline: { sendiri: { late: [], early: [], absentDay: 0, statuses: {}, eventratio: [{ event: apel, days: [mon] }] } }', 'discipline.sendiri.eventratio', /"eventRatio"/],
  ])('check refuses %s', (body, path, message) => {
    const head = 'id: uji\nkind: allowance\nextends: nasional\ntitle: Uji\nsource: contoh-daerah\ninForce: { from: 2026-01-01 }\ncite: { ref: Ilustrasi, reading: true }\n';
    const [found] = checkFiles([written('salah.yaml', `${head}${body}\n`)]);
    expect(found).toMatchObject({ path, line: 8, severity: 'error', message: expect.stringMatching(message) });
  });

  it('explain names a method, never its code', () => {
    const text = explain(parsed(readFileSync(new URL('../examples/kabupaten-pekan/tpp.yaml', import.meta.url), 'utf8'))).join('\n');
    expect(text).toMatch(/Cara: sekaligus menurut jumlah hari\./);
    expect(text).not.toMatch(/(Cara|Ukuran): [a-z]+(-[a-z]+)+\./);
  });

  it('explain prints values with their article and where they come from', () => {
    const text = explain(parsed(source)).join('\n');
    expect(text).toMatch(/Bobot SKP 70%\. {2}\[Pasal 12 ayat \(2\), Peraturan Bupati Banjarnegara/);
    expect(text).toMatch(/dari nasional-perka-bkn-1-2013/);
    expect(text).toMatch(/bacaan atau contoh, bukan bunyi pasal/);
  });

  it('diff lists what changes in the resolved values, not in the writing', () => {
    expect(diff(parsed(source), parsed(source.replace('title:', '# catatan\ntitle:')))).toEqual([]);
    expect(diff(parsed(source), parsed(source.replace('calendarDays: 2', 'workingDays: 2')))).toEqual([
      '- Kegiatan harian › Persetujuan › Batas waktu persetujuan › Hari kalender: 2  [activities.approval.within.calendarDays]',
      '+ Kegiatan harian › Persetujuan › Batas waktu persetujuan › Hari kerja: 2  [activities.approval.within.workingDays]',
    ]);
  });

  it('explain reads as sentences, one per article', () => {
    const text = explain(parsed(source)).join('\n');
    expect(text).toMatch(/Rentang predikat: \(1\) Sangat Baik mulai nilai 91, \(2\) Baik mulai nilai 76/);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it("check runs a document's own cases, and names the line of one that fails and of a fact that is not known", () => {
    const head = 'kind: amounts\ntitle: Uji\nsource: contoh-besaran\ninForce: { from: 2026-01-01 }\n';
    const amounts = written(
      'besaran.yaml',
      `id: uji-besaran\n${head}cite: Tabel besaran\ncases: [kasus.yaml]\ndecree: uji\nclasses: { '8': 4000000 }\n`,
    );
    const one = (net: number, fact = 'predicate') =>
      `- name: Penuh\n  on: { month: 2026-10 }\n  ask: slip\n  facts: { class: 8, ${fact}: baik }\n  expect: { net: ${net} }\n`;
    written('kasus.yaml', one(4000000));
    expect(checkWithCases([amounts])).toEqual({ problems: [], count: 1 });
    written('kasus.yaml', `${one(4000000)}${one(1)}`);
    expect(checkFiles([amounts])).toEqual([
      expect.objectContaining({
        line: 6,
        message: expect.stringContaining('seharusnya 1, ternyata 4000000'),
      }),
    ]);
    written('kasus.yaml', one(4000000, 'predikat'));
    expect(checkFiles([amounts])).toEqual([
      expect.objectContaining({
        line: 4,
        message: expect.stringMatching(/"predikat" tidak dikenal.*"predicate"/),
      }),
    ]);
    written('kasus.yaml', one(4000000).replace('ask: slip', 'ask: slipp'));
    expect(checkFiles([amounts])[0]?.message).toMatch(/Maksudnya "slip"/);
  });
});

const own = (path: string) => new URL(`../${path}`, import.meta.url);

describe('what is published for writers', () => {
  it.each(Object.entries(publishedSchemas()))('schema/%s is what the code generates', (name, schema) => {
    expect(JSON.parse(readFileSync(own(`schema/${name}`), 'utf8'))).toEqual(schema);
  });

  // The formatter may lay out the files in its own way: only what they say counts.
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');
  it.each([
    ['regulation-format.md', regulationFormat],
    ['facts-format.md', factsFormat],
  ])('docs/%s is what the code generates (pnpm regulation docs)', (name, generate) => {
    expect(words(readFileSync(own(`../../docs/${name}`), 'utf8'))).toBe(words(generate()));
  });

  it('every dimension has an example that parses, and cases', () => {
    expect(DIMENSIONS.map((d) => d.number)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    for (const d of DIMENSIONS) {
      expect(existsSync(own(`cases/dimensi/${d.cases}.yaml`))).toBe(true);
      for (const name of d.documents) {
        const file = `cases/documents/dimensi/${name}.yaml`;
        expect(parseDocument(readFileSync(own(file), 'utf8'), file).problems).toEqual([]);
      }
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles } from './command/check.js';
import { diff } from './command/diff.js';
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

  it('explain prints values with their article and where they come from', () => {
    const text = explain(parsed(source)).join('\n');
    expect(text).toMatch(/Bobot SKP \(%\): 70 {2}\[Pasal 12 ayat \(2\), Peraturan Bupati Banjarnegara/);
    expect(text).toMatch(/dari nasional-perka-bkn-1-2013/);
    expect(text).toMatch(/bacaan atau contoh, bukan bunyi pasal/);
  });

  it('diff lists what changes in the resolved values, not in the writing', () => {
    expect(diff(parsed(source), parsed(source.replace('title:', '# catatan\ntitle:')))).toEqual([]);
    expect(diff(parsed(source), parsed(source.replace('calendarDays: 2', 'workingDays: 2')))).toEqual([
      '- activities.approval.within.calendarDays: 2',
      '+ activities.approval.within.workingDays: 2',
    ]);
  });
});

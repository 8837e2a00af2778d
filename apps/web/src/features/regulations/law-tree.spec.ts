import type { RegulationNode } from '@ekinerja/contracts/regulations';
import i18next from 'i18next';
import { messages } from '../../testing/portal';
import { countValues, inOneLine, lawTree, searchLaw } from './law-tree';

const node = (path: string, label: string, value: RegulationNode['value'] = null): RegulationNode => ({
  path, label, value, cite: { source: 'tl', ref: 'Pasal 4' }, inheritedFrom: null,
});
const tree = (nodes: RegulationNode[], kind: 'amounts' | 'performance' = 'performance') => lawTree(nodes, kind, i18next.t);

describe('lawTree', () => {
  beforeAll(() => messages('regulations'));

  it('groups by path and says values in words', () => {
    const [skp, hours] = tree([
      node('evaluation', 'Evaluasi'),
      node('evaluation.method', 'Metode', 'quadrant'),
      node('evaluation.work', 'Bobot SKP (%)', 70),
      node('evaluation.future', 'Boleh untuk hari yang akan datang', false),
      node('patterns', 'Pola hari kerja'),
      node('patterns.mon', 'mon'),
      node('patterns.mon.start', 'Masuk', '07:30'),
      node('patterns.2025-01-01', '2025-01-01', 'Tahun Baru'),
    ]);
    expect(skp!.children.map(({ value }) => value)).toEqual(['Kuadran (hasil kerja dan perilaku)', '70%', 'Tidak']);
    expect(hours!.children.map(({ label }) => label)).toEqual(['Senin', '1 Januari 2025']);
    expect(inOneLine(hours!.children[0]!)).toBe('Masuk: 07:30');
  });

  it('keeps classes with a dot beside one another', () => {
    const [classes] = tree([node('classes', 'Besaran'), node('classes.11', '11', '3711000'), node('classes.11.A', '11.A', '3900000')], 'amounts');
    expect(classes!.children.map(({ label, value }) => [label, value])).toEqual([['11', 'Rp3.711.000'], ['11.A', 'Rp3.900.000']]);
  });

  it('tells a list of words in one line', () => {
    const [covers] = tree([node('covers', 'Berlaku bagi'), node('covers.0', 'Jenis pegawai 1', 'pns'), node('covers.1', 'Jenis pegawai 2', 'pppk')]);
    expect(inOneLine(covers!)).toBe('PNS, PPPK');
  });

  it('finds by label, value and article, with the way down to it', () => {
    const nodes = tree([node('a', 'Evaluasi'), node('a.b', 'Metode', 'quadrant'), node('a.c', 'Periode', 'monthly'), node('d', 'Kegiatan'), node('d.e', 'Minimal', 1)]);
    const found = searchLaw(nodes, 'bulanan');
    expect(found.map(({ label }) => label)).toEqual(['Evaluasi']);
    expect(countValues(found)).toBe(1);
    expect(countValues(searchLaw(nodes, 'pasal 4'))).toBe(3);
    expect(searchLaw(nodes, 'tidak ada')).toEqual([]);
  });
});

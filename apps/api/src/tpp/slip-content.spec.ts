import type { SlipLine } from '@ekinerja/regulations/allowance';
import { freezeSlip, readSlip, slipHash, type SlipFacts } from './slip-content.js';

const facts: SlipFacts = {
  month: '2026-10', from: '2026-10-01', to: '2026-10-31', evaluatedFor: '2026-10', predicate: 'baik', score: null, qualityScore: null,
  activities: { acceptedCount: 41, acceptedMinutes: 6800, daysWithEntry: 22 }, waived: [],
  person: {
    name: 'dr. Hj. Siti Nurhaliza Rahmawati, S.K.M., M.Kes.', nip: '199003052015032004', kind: 'pns', rank: 'Penata Tingkat I (III/d)',
    postName: 'Kepala Subbagian Perencanaan, Keuangan, dan Pelaporan', postKind: 'pengawas', unitName: 'Sekretariat Dinas Kesehatan', unitKind: 'dinas', class: '11.A',
  },
};
const line = (code: string, inputs: SlipLine['inputs'], amount: number | null, cite = 'kepmendagri-900-4700-2020#Tabel disiplin'): SlipLine => ({
  section: amount === null ? 'info' : 'cut', code, inputs, amount, cite,
});
const references = (['performance', 'allowance', 'amounts', 'calendar'] as const).map((kind) => ({
  kind, id: `kabupaten-kuantan-singingi-${kind}-2026`, hash: 'a1b2c3d4e5f6'.repeat(6).slice(0, 64),
}));
const lines = [
  line('base', { class: '11.A' }, null, 'contoh-besaran#Tabel besaran~'),
  ...['Beban kerja', 'Prestasi kerja', 'Kondisi kerja', 'Kelangkaan profesi'].map((name) => line('criterion', { name, pct: '25' }, 3_216_200)),
  ...['TL1', 'TL2', 'TL3', 'TL4'].map((band) => line('late', { band, n: 2, pct: '1.25' }, -12_345)),
  ...['PSW1', 'PSW2', 'PSW3', 'PSW4'].map((band) => line('early', { band, n: 2, pct: '1.25' }, -12_345)),
  line('absent', { n: 3, pct: '3' }, -123_456),
  line('excused', { status: 'leave-important', n: 2, pct: '1' }, -1234),
  line('predicate', { predicate: 'butuh-perbaikan', pct: '80' }, -1_234_567, 'tanah-laut-2024#Pasal 31'),
];

describe('the frozen slip (X-TPP-2)', () => {
  it('X-TPP-2: a busy month with long names stays under 2,000 bytes', () => {
    expect(Buffer.byteLength(freezeSlip(facts, lines, references))).toBeLessThan(2000);
  });

  it('reads back what was frozen', () => {
    const slip = readSlip(freezeSlip(facts, lines, references));
    expect(slip.facts).toEqual(facts);
    expect(slip.lines).toEqual(lines);
    expect(slip.references[0]).toEqual({ kind: 'performance', id: references[0]!.id, hash: 'a1b2c3d4e5f6' });
  });

  it('the same facts give the same bytes, in whatever order inputs are named', () => {
    const turned = lines.map((entry) => ({ ...entry, inputs: Object.fromEntries(Object.entries(entry.inputs).reverse()) }));
    expect(slipHash(freezeSlip(facts, turned, references))).toBe(slipHash(freezeSlip(facts, lines, references)));
  });
});

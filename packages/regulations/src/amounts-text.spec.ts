import { amountsText } from './amounts-text.js';
import { parseDocument } from './document.js';
import { buildLaw } from './law.js';

const content = {
  id: 'besaran-2027-01-01', title: 'Besaran TPP 2027', decree: 'Keputusan Bupati Nomor 5 Tahun 2027', from: '2027-01-01',
  classes: [{ class: '9', amount: '2808000' }, { class: '11.A', amount: '3900000.75' }],
};

function read(text: string) {
  const { document, problems } = parseDocument(text, 'besaran.yaml');
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

it('writes a whole document with its decree, classes as text and amounts exact', () => {
  const amounts = buildLaw([read(amountsText(null, content))]).on('2027-06-01').amounts;
  expect(amounts.rules).toEqual({ decree: content.decree, classes: { '9': '2808000', '11.A': '3900000.75' } });
  expect(amounts.cite('classes.9')).toEqual({ source: content.id, ref: content.decree });
});

it('keeps the other tables of the present document with their own basis', () => {
  const present = `id: lama
kind: amounts
title: Lama
source: keputusan-lama
inForce: { from: 2025-01-01 }
cite: Lampiran I
decree: Lama
classes: { "9": 1 }
tables:
  khusus: { by: [post], amounts: { Dokter: 5000000 }, cite: Lampiran II }
`;
  const amounts = buildLaw([read(amountsText(present, content))]).on('2027-06-01').amounts;
  expect(amounts.rules.tables).toEqual({ khusus: { by: ['post'], amounts: { Dokter: '5000000' } } });
  expect(amounts.cite('tables.khusus')).toEqual({ source: 'keputusan-lama', ref: 'Lampiran II' });
  expect(amounts.rules.classes).toEqual({ '9': '2808000', '11.A': '3900000.75' });
});

it('replaces one table alone, and adds one that is new; classes keep their basis', () => {
  const present = `id: lama
kind: amounts
title: Lama
source: keputusan-lama
inForce: { from: 2025-01-01 }
cite: Lampiran I
decree: Lama
classes: { "9": 1 }
tables:
  khusus: { by: [post], amounts: { Dokter: 5000000 }, cite: Lampiran II }
  terpencil: { by: [unit], amounts: { pulau: 750000 }, cite: Lampiran III }
`;
  const khusus = { ...content, table: { name: 'khusus', by: ['post' as const, 'rankGroup' as const] }, classes: [{ class: 'Dokter | IV', amount: '6500000.5' }] };
  const amounts = buildLaw([read(amountsText(present, khusus))]).on('2027-06-01').amounts;
  expect(amounts.rules).toEqual({
    decree: content.decree,
    classes: { '9': '1' },
    tables: { khusus: { by: ['post', 'rankGroup'], amounts: { 'Dokter | IV': '6500000.5' } }, terpencil: { by: ['unit'], amounts: { pulau: '750000' } } },
  });
  expect([amounts.cite('classes.9'), amounts.cite('tables.khusus.amounts'), amounts.cite('tables.terpencil')]).toEqual([
    { source: 'keputusan-lama', ref: 'Lampiran I' }, { source: content.id, ref: content.decree }, { source: 'keputusan-lama', ref: 'Lampiran III' },
  ]);
  const fresh = buildLaw([read(amountsText(null, khusus))]).on('2027-06-01').amounts;
  expect(fresh.rules.tables?.khusus?.amounts).toEqual({ 'Dokter | IV': '6500000.5' });
});

import { calculateAllowance } from './allowance.js';
import { slipFacts } from './cases/facts.js';
import { buildLaw } from './law.js';
import { loadPreset } from './presets.js';
import { packLines, unpackLines } from './slip-storage.js';
import { slipSentence } from './slip-words.js';

function predicateTitle(daerah: 'banjarnegara' | 'tanah-laut'): string | undefined {
  const law = buildLaw(loadPreset(daerah)).on('2026-10-01');
  const facts = slipFacts({ class: '9', predicate: 'butuh-perbaikan' }, '2026-10', law);
  const kept = unpackLines(packLines(calculateAllowance(facts, law).lines));
  return kept.filter((l) => l.code === 'predicate').map((l) => slipSentence(l).title)[0];
}

it('the slip prints the predicate as the regulation calls it, also from storage', () => {
  expect(predicateTitle('banjarnegara')).toBe('Predikat Cukup');
});

it('without a word of its own the usual one stands', () => {
  expect(predicateTitle('tanah-laut')).toBe('Predikat Butuh Perbaikan');
});

it('a line kept before the word travelled still reads', () => {
  expect(
    slipSentence({ code: 'predicate', inputs: { predicate: 'kurang', pct: '60' }, amount: -1 }).title,
  ).toBe('Predikat Kurang');
});

import { calculateAllowance } from './allowance.js';
import { slipFacts, type WrittenSlipFacts } from './cases/facts.js';
import { parseDocument } from './document.js';
import { buildLaw } from './law.js';
import { addedAmounts, bandCodes, paperAmounts, paperShares } from './pay-papers.js';
import { loadPreset } from './presets.js';

const MONTH = '2026-10';
const HEAD = `id: uji-kertas
title: Uji
kind: allowance
extends: nasional
source: contoh-besaran
inForce: { from: 2021-01-01 }
cite: { ref: Kriteria, reading: true }
criteria: [{ code: A, name: A, percent: 100 }]
`;
const below = loadPreset('tanah-laut').filter((d) => d.family !== null || d.kind !== 'allowance');

function lawOf(body: string) {
  const { document, problems } = parseDocument(HEAD + body, 'uji.yaml');
  if (!document) throw new Error(problems.map(({ message }) => message).join('; '));
  return buildLaw([...below, document]).on(`${MONTH}-01`);
}

function slip(body: string, facts: Partial<WrittenSlipFacts>, law = lawOf(body)) {
  return calculateAllowance(slipFacts({ class: '9', ...facts } as WrittenSlipFacts, MONTH, law), law);
}

const TROUBLE: WrittenSlipFacts['presence'] = [
  { days: 2, late: 45 }, { days: 1, early: 100 }, { days: 2, status: 'absent' }, { days: 1, status: 'sick' }, { days: 1, noCheckIn: true, noCheckOut: true },
] as WrittenSlipFacts['presence'];

describe('columns of the pay papers (BK-7.4)', () => {
  it.each([
    ['the common table', '{}'],
    ['no record of coming or going', '{ noCheckIn: 2.5, noCheckOut: 3 }'],
    ['a day at its maximum', '{ noCheckIn: 2.5, noCheckOut: 3, dayMaximum: 2 }'],
    ['hours of a week in steps', '{ weekly: { steps: [{ from: 1, percent: 1 }] }, late: [], early: [] }'],
    ['hours of a week by the minute', '{ weekly: { minutes: 30, percent: 0.5 }, late: [], early: [] }'],
    ['too few days present', '{ presenceSteps: { steps: [{ below: 100, percent: 10 }] }, late: [], early: [], absentDay: 0, statuses: {} }'],
    ['a ratio of days', '{ ratio: { countsAsPresent: [] }, late: [], early: [] }'],
    ['days in a row and a cap', '{ consecutive: [{ days: 2, percent: 20 }], cap: 5 }'],
    ['minutes of the month', '{ accumulated: { minutes: 60, percent: 0.5 }, occurrenceSteps: { of: both, steps: [{ from: 1, percent: 1 }] }, late: [], early: [] }'],
  ])('what presence costs stands under discipline, never under performance: %s', (_name, table) => {
    const body = `performance: [{ part: disiplin, share: 100, measure: { kind: discipline, table: umum }, steps: [{ from: 0, percent: 10 }, { from: 60, proportional: true }] }]\ndiscipline: { umum: ${table} }\n`;
    const { lines, sections } = slip(body, { presence: TROUBLE });
    const amounts = paperAmounts(lines);
    expect(sections.cuts).toBeGreaterThan(0);
    expect(amounts).toMatchObject({ discipline: sections.cuts, performance: 0, otherCuts: 0 });
  });

  it('a part with steps of its own stays what it measures', () => {
    const steps = 'steps: [{ from: 0, percent: 50 }]';
    const part = (measure: string) => `performance: [{ part: p, share: 100, measure: ${measure}, ${steps} }]\n`;
    const byPresence = paperAmounts(slip(part('{ kind: discipline, table: umum }'), { presence: TROUBLE }).lines);
    expect([byPresence.discipline, byPresence.performance]).toEqual([byPresence.gross / 2, 0]);
    const byScore = paperAmounts(slip(part('{ kind: unit-score, maximum: 100 }'), { unitScore: '80' } as Partial<WrittenSlipFacts>).lines);
    expect([byScore.discipline, byScore.performance]).toEqual([0, byScore.gross / 2]);
  });

  it('leave, punishment, compliance, what is held and what a limit takes have columns of their own, and all make up the net', () => {
    const body = `punishments: { overlap: sum, starts: same-month, levels: { s: { name: S, percent: 25, months: 6 } } }
compliance: { l: { name: L, percent: 5 }, h: { name: H, hold: true, holdPercent: 20 } }
leave: [{ name: C, types: [x], method: { kind: days, fromDay: 1, count: duty, percent: 1 } }]
limits: [{ maximum: 800000 }]
tax: { method: ter, on: salary-and-allowance, bearer: gross-up }
insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000 }
zakat: { percent: 2.5 }
`;
    const { lines, sections } = slip(body, {
      presence: TROUBLE, predicate: 'butuh-perbaikan',
      leaves: [{ type: 'x', from: '2026-10-05', to: '2026-10-06' }], punishments: [{ level: 's', from: '2026-09-01' }],
      compliance: [{ code: 'l' }, { code: 'h' }], zakat: { optIn: true }, salary: { gross: 9_000_000, ptkp: 'TK/0', taxWithheld: 0 },
      adjustments: [{ id: 'a', month: '2026-09', amount: -12_345, cause: 'uji' }],
    } as Partial<WrittenSlipFacts>);
    const a = paperAmounts(lines);
    for (const taken of [a.discipline, a.performance, a.leave, a.punishment, a.compliance, a.held, a.otherCuts, a.tax, a.insurance, a.insuranceEmployer, a.zakat, -a.adjustments]) expect(taken).toBeGreaterThan(0);
    const paid = a.gross - a.discipline - a.performance - a.leave - a.punishment - a.compliance - a.held - a.otherCuts;
    expect(paid).toBe(sections.gross - sections.cuts);
    expect(paid + a.adjustments + a.taxAllowance + a.insuranceAllowance).toBe(a.payable);
    expect(a.payable - a.tax - a.insurance - a.insuranceEmployer - a.zakat - a.other).toBe(sections.net);
  });

  it('percent and counts of a slip: E-2, 2 × TL1, TL3, PSW2 and a day absent leave 93.75 % of the discipline share', () => {
    const law = lawOf('');
    const presence = [{ days: 2, late: 10 }, { days: 1, late: 70 }, { days: 1, early: 40 }, { days: 1, status: 'absent' }] as WrittenSlipFacts['presence'];
    const { lines } = slip('', { presence, predicate: 'butuh-perbaikan' } as Partial<WrittenSlipFacts>, law);
    // 40 % × 93.75 % + 60 % × 80 %
    expect(paperShares(lines, law)).toEqual({ discipline: 93.75, performance: 80, total: 85.5, bands: { TL1: 2, TL3: 1, PSW2: 1 }, absent: 1 });
    expect(bandCodes(law)).toEqual(['TL1', 'TL2', 'TL3', 'TL4', 'PSW1', 'PSW2', 'PSW3', 'PSW4']);
  });

  it('a policy that cuts the whole by presence has its percent of the whole, and none for performance', () => {
    const law = lawOf('performance: [{ part: p, share: 100, measure: { kind: full } }]\ncuts: [{ name: D, table: umum }]\n');
    const { lines } = slip('', { presence: [{ days: 1, status: 'absent' }] as WrittenSlipFacts['presence'] }, law);
    expect(paperShares(lines, law)).toMatchObject({ discipline: 97, performance: 100, total: 97, absent: 1 });
    expect(paperShares([], law)).toEqual({ discipline: null, performance: null, total: null, bands: {}, absent: 0 });
  });

  it('sums of several slips keep each column, and what earlier months take stands apart', () => {
    const adjustments = [{ id: 'a', month: '2026-08', amount: -1000, cause: 'uji' }, { id: 'b', month: '2026-09', amount: 300, cause: 'uji' }];
    const one = paperAmounts(slip('', { presence: TROUBLE, predicate: 'baik', adjustments } as Partial<WrittenSlipFacts>).lines);
    expect([one.adjustments, one.previousCuts]).toEqual([-700, 1000]);
    const both = addedAmounts([one, one]);
    expect([both.gross, both.net, both.previousCuts, both.criteria]).toEqual([2 * one.gross, 2 * one.net, 2000, [{ name: 'A', amount: 2 * one.gross }]]);
  });
});

/** Properties that hold whatever a regency writes: policies are generated over the dimensions, then paid. */
import fc from 'fast-check';
import { PREDICATES } from '@ekinerja/contracts/basics';
import { calculateAllowance, type AllowanceFacts } from './allowance.js';
import { judgePresence, type PresenceRow } from './attendance.js';
import { parseDocument } from './document.js';
import { buildLaw, type LawSet } from './law.js';
import { loadPreset } from './presets.js';
import { packLines, unpackLines } from './slip-storage.js';
import { slipSentence } from './slip-words.js';

const MONTH = '2026-10';
const HEAD = `kind: allowance
extends: nasional
source: contoh-besaran
inForce: { from: 2021-01-01 }
cite: { ref: Kriteria, reading: true }
`;
const STEPS = '{ sangat-baik: 100, baik: 100, butuh-perbaikan: 80, kurang: 60, sangat-kurang: 40 }';
// Of the kind `performance` pay asks only what a predicate is called.
const below = loadPreset('tanah-laut').filter((d) => d.family !== null || d.kind !== 'allowance');

/** One fragment per dimension, written as an officer would. */
const criteria = fc.constantFrom(
  '[{ code: A, name: A, percent: 100 }]',
  '[{ code: A, name: A, percent: 34 }, { code: B, name: B, percent: 46 }, { code: C, name: C, percent: 12, flat: true }]',
  "[{ code: A, name: A, percent: 33.33, rates: [{ who: { classes: ['9'] }, percent: 41.7 }] }, { code: B, name: B, percent: 66.67, who: { groups: [g] } }]",
);
const measures = fc.constantFrom(
  `{ kind: predicate, steps: ${STEPS} }`,
  '{ kind: score, source: evaluation, maximum: 100 }',
  '{ kind: unit-score, maximum: 100, steps: [{ from: 0, percent: 0 }, { from: 50, proportional: true }] }',
  '{ kind: score-steps, steps: [{ from: 0, percent: 25 }, { from: 60, percent: 75.5 }, { from: 90, percent: 100 }] }',
  '{ kind: work-minutes, target: { perDay: 300 }, mode: linear, creditDays: [leave-annual], reduceTarget: [sick] }',
  '{ kind: work-minutes, target: { monthly: 6750 }, mode: all-or-nothing, threshold: 90 }',
  '{ kind: work-minutes, target: { perDay: 300 }, mode: linear, ceiling: { perDay: { absent: 300, sick: 150 }, lateMinutes: true } }',
  '{ kind: activities, target: { monthly: 21 }, mode: linear }',
  '{ kind: log-days, of: working-days, mode: linear }',
  '{ kind: unit-score, maximum: 100, highest: 110 }',
  '{ kind: given, fact: serapan }',
  '{ kind: points, outOf: 100, items: [{ code: a, name: a, maximum: 60 }, { code: b, name: b, maximum: 40 }] }',
);
const shares = fc.constantFrom([40, 60], [30, 70], [60, 40], [70, 30], [33, 67]);
const tables = fc.constantFrom(
  '{}',
  '{ cap: none, absentDay: 12 }',
  '{ cap: 50, events: { apel: 2, upacara: 4 }, noCheckIn: 2.5 }',
  '{ dayRate: { percent: 100 }, accumulated: { minutes: 450, percent: 5 }, late: [], early: [] }',
  '{ ratio: { countsAsPresent: [official-travel] }, late: [{ code: T, from: 1, percent: 0.77 }] }',
  '{ absentSteps: [{ from: 1, percent: 5 }, { from: 4, percent: 25 }], consecutive: [{ days: 3, percent: 10 }] }',
  "{ clock: { checkIn: [{ code: M1, from: '07:31', to: '08:01', percent: 1 }, { code: M2, from: '08:01', to: '24:00', percent: 2 }], checkOut: [] } }",
  '{ accumulated: { minutes: 1, percent: 0.013, partial: true }, late: [], early: [] }',
  '{ accumulated: { minutes: 450, absentDays: true }, dayRate: { percent: 100 }, late: [], early: [] }',
  '{ accumulatedSteps: [{ from: 61, percent: 2 }, { from: 121, percent: 5 }], late: [], early: [] }',
  '{ accumulated: { minutes: 1, percent: 0.02 }, allowedMinutes: 60, presenceSteps: { steps: [{ below: 50, percent: 100 }, { below: 75, percent: 25 }] }, late: [], early: [] }',
  '{ minuteRate: { percent: 100 }, tolerance: { minutes: 15, times: 3 }, late: [], early: [] }',
  '{ compensation: { minutes: 30 }, tolerance: { minutes: 30, times: 2 } }',
  '{ ratio: { by: minutes, countsAsPresent: [official-travel] }, late: [], early: [] }',
  '{ occurrenceSteps: { of: both, steps: [{ from: 3, percent: 5 }, { from: 6, percent: 9.5 }] }, late: [], early: [] }',
  '{ accumulates: late, accumulatedSteps: [{ from: 31, percent: 1 }, { from: 121, percent: 5 }], early: [] }',
  '{ permitted: { percent: 50, times: 2 }, missingMinutes: 120, accumulatedSteps: [{ from: 61, percent: 2 }, { from: 241, percent: 5 }], holdFrom: { minutes: 781, name: H } }',
  '{ permitted: { late: [{ code: I, from: 1, percent: 0.25 }], counted: true }, dayMaximum: 2, noCheckIn: 2.5, accumulated: { minutes: 60, percent: 0.5 } }',
  '{ weekly: { madeUp: true, steps: [{ from: 31, percent: 1 }, { from: 121, percent: 2.5 }] }, absentFrom: { minutes: 200 }, absentDay: 5, late: [], early: [] }',
  '{ weekly: { minutes: 60, percent: 0.5, absent: true }, missingMinutes: 60, eventRatio: [{ event: apel, days: [mon, wed] }], absentDay: 0, late: [], early: [] }',
  '{ unit: rupiah, late: [{ code: T, from: 1, percent: 25000 }], early: [], absentDay: 75000, statuses: {} }',
);
const roundings = fc.constantFrom(
  '{}',
  '{ stage: total }',
  '{ mode: half-down, stage: total }',
  '{ stage: part }',
  '{ stage: criterion, remainder: last }',
  '{ stage: criterion, remainder: line }',
  '{ unit: 1000, mode: down, stage: total }',
  '{ unit: 100, mode: down, stage: net }',
  '{ on: { criterion: { unit: 1, mode: half-up }, cut: { unit: 1, mode: up } } }',
  '{ percent: { digits: 2, mode: half-up }, on: { part: { unit: 1, mode: half-up } } }',
);
const extras = fc.subarray(
  [
    'cuts: [{ name: D, table: umum, of: realised }]',
    'punishments: { overlap: sum, starts: same-month, levels: { s: { name: S, percent: 25, months: 6 } } }',
    'compliance: { l: { name: L, steps: [{ month: 1, percent: 10 }, { month: 3, percent: 50 }] }, c: { name: C, percent: 2, per: time, maximum: 20 }, h: { name: H, hold: true, holdPercent: 20 } }',
    'profession: { tpg: { name: TPG, then: difference, percent: 50 } }',
    'multipliers: [{ name: M, measure: { kind: unit-score, maximum: 100 } }]',
    'factors: [{ name: F, who: { groups: [g] }, percent: 77.7 }]',
    'leave: [{ name: L, types: [x], method: { kind: days, fromDay: 3, count: duty, numbered: year, percent: 2 } }, { name: T, types: [y], method: { kind: total-days, count: duty, steps: [{ fromDay: 3, percent: 20 }, { fromDay: 9, percent: 50 }] } }]',
    'additions: { p: { name: P, method: { kind: concurrent, percent: 20 }, followsPerformance: true }, makan: { name: Makan, method: { kind: per-present-day, amount: 37000 }, automatic: true }, q: { name: Q, method: { kind: fixed, amount: 500000 }, automatic: true } }\nhighestOnly: { additions: [[q, makan]] }',
    'transfer: { prorate: calendar-days }',
    'insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000 }',
    'zakat: { percent: 2.5, nisab: { amount: 3000000, with: allowance-only } }',
    'outcome: { steps: [{ from: 0, percent: 40 }, { from: 60, proportional: true }, { from: 90, percent: 100 }] }',
    'limits: [{ cuts: 50, maximum: 4000000 }]',
  ],
  { maxLength: 6 },
);
const taxes = fc.constantFrom(
  'tax: { method: none }',
  'tax: { method: ter, on: salary-and-allowance, bearer: employee }',
  'tax: { method: ter, on: allowance, bearer: gross-up }',
  'tax: { method: ter, on: allowance-at-joint-rate, bearer: gross-up }',
  'tax: { method: annualised, on: salary-and-allowance, bearer: employee }',
  'tax: { method: final, bearer: government, rates: [{ who: {}, percent: 5 }] }',
);

let made = 0;
const kept = new Map<string, LawSet>();
function lawOf(body: string): LawSet {
  const known = kept.get(body);
  if (known) return known;
  const { document, problems } = parseDocument(
    `id: uji-${(made += 1)}\ntitle: Uji\n${HEAD}${body}`,
    'uji.yaml',
  );
  if (!document) throw new Error(`${problems[0]?.message}\n${body}`);
  const law = buildLaw([...below, document]).on(`${MONTH}-01`);
  kept.set(body, law);
  return law;
}

const policy = fc
  .record({ criteria, first: measures, shares, tables, roundings, extras, taxes })
  .map((p) =>
    [
      `criteria: ${p.criteria}`,
      'performance:',
      `  - { part: disiplin, share: ${p.shares[0]}, measure: { kind: discipline, table: umum } }`,
      `  - { part: kinerja, share: ${p.shares[1]}, measure: ${p.first} }`,
      `discipline: { umum: ${p.tables} }`,
      `rounding: ${p.roundings}`,
      ...p.extras,
      p.taxes,
      '',
    ].join('\n'),
  );

interface Day {
  late: number;
  early: number;
  permit?: boolean;
  kind: 'present' | 'absent' | 'sick' | 'leave-annual' | 'official-travel' | 'no-in' | 'no-row';
}
const day = fc.record<Day>({
  late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 240 })),
  early: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 240 })),
  permit: fc.boolean(),
  kind: fc.constantFrom(
    'present',
    'present',
    'present',
    'present',
    'absent',
    'sick',
    'leave-annual',
    'official-travel',
    'no-in',
    'no-row',
  ),
});
const scenario = fc.record({
  policy,
  days: fc.array(day, { minLength: 22, maxLength: 22 }),
  class: fc.integer({ min: 1, max: 17 }).map(String),
  predicate: fc.constantFrom(...PREDICATES),
  score: fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
  minutes: fc.nat({ max: 9000 }),
  group: fc.boolean(),
  split: fc.boolean(),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function rowsOf(days: readonly Day[], law: LawSet): PresenceRow[] {
  return law.working.dutyDays(MONTH, 'dinas').flatMap((date, i): PresenceRow[] => {
    const d = days[i];
    if (!d || d.kind === 'no-row') return [];
    if (d.kind !== 'present' && d.kind !== 'no-in')
      return [{ date, status: d.kind, checkIn: null, checkOut: null }];
    return [
      {
        date,
        status: 'present',
        checkIn: d.kind === 'no-in' ? null : clock(450 + d.late),
        checkOut: clock(960 - d.early),
        ...(d.permit ? { permitted: true } : {}),
      },
    ];
  });
}

function factsOf(s: Scenario): AllowanceFacts {
  const law = lawOf(s.policy);
  const whole = { month: MONTH, from: `${MONTH}-01`, to: `${MONTH}-31` };
  return {
    ...whole,
    employeeKind: 'pns',
    class: s.class,
    postKind: 'pelaksana',
    unitKind: 'dinas',
    presence: judgePresence({ ...whole, unitKind: 'dinas', rows: rowsOf(s.days, law) }, law),
    presenceWaived: false,
    evaluation: { predicate: s.predicate, score: s.score, month: MONTH },
    evaluationWaived: false,
    qualityScore: s.score,
    activities: { acceptedCount: s.minutes % 30, acceptedMinutes: s.minutes, daysWithEntry: s.minutes % 23 },
    adjustments: [
      { id: 'a', month: '2026-08', amount: -1234, cause: 'uji' },
      { id: 'b', month: '2026-09', amount: 4321, cause: 'uji' },
    ],
    groups: s.group ? ['g', 'h'] : [],
    unitScore: s.score,
    measured: { serapan: s.score },
    points: { a: '55.5', b: s.score },
    events: [
      { date: '2026-10-05', event: 'apel' },
      { date: '2026-10-12', event: 'apel' },
      { date: '2026-10-28', event: 'upacara' },
    ],
    leaves: [
      { type: 'x', from: '2026-09-28', to: '2026-10-06' },
      { type: 'x', from: '2026-10-20', to: '2026-10-23' },
      { type: 'y', from: '2026-10-13', to: '2026-10-14' },
      { type: 'y', from: '2026-10-29', to: '2026-11-05' },
    ],
    punishments: s.group ? [{ level: 's', from: '2026-09-01' }] : [],
    compliance: s.group ? [{ code: 'c', times: 3 }] : [{ code: 'l' }, { code: 'h' }],
    profession: s.group ? [] : [{ code: 'tpg', amount: 123456 }],
    additions: [{ code: 'p', class: '11' }],
    segments: s.split
      ? [
          { from: '2026-10-01', to: '2026-10-12' },
          { from: '2026-10-13', to: '2026-10-31', class: '10' },
        ]
      : [],
    salary: { gross: 5_111_111, ptkp: 'K/1', taxWithheld: 11_111 },
    zakat: { optIn: true },
  };
}

/** Every list of the facts the other way round. */
function reversed(facts: AllowanceFacts): AllowanceFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
  ) as unknown as AllowanceFacts;
}

const RUNS = { numRuns: 60 };

describe('any policy over the dimensions', () => {
  it('parts sum to the whole, nothing is paid below zero, and every line has words', () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const law = lawOf(s.policy);
        const { lines, sections, breakdown } = calculateAllowance(factsOf(s), law);
        const sum = (section: string) =>
          lines.filter((l) => l.section === section).reduce((n, l) => n + (l.amount ?? 0), 0);
        expect(sum('gross')).toBe(sections.gross);
        expect(sum('cut') + sections.cuts).toBe(0);
        expect(sum('deduction') + sections.deductions).toBe(0);
        expect(sum('adjustment')).toBe(sections.adjustments);
        expect(sections.net).toBe(
          sections.gross - sections.cuts - sections.deductions + sections.adjustments,
        );
        expect(sections.gross - sections.cuts).toBeGreaterThanOrEqual(0);
        const additions = lines.filter((l) => l.code === 'addition').reduce((n, l) => n + (l.amount ?? 0), 0);
        // What is held is taken off after the columns.
        const held = lines.filter((l) => l.code === 'hold').reduce((n, l) => n + (l.amount ?? 0), 0);
        const columns = breakdown.reduce((n, c) => n + c.paid, held);
        // A remainder with a line of its own stands beside the columns.
        const beside = s.policy.includes('remainder: line') ? 6 : 0;
        // What a limit gives back never pays a column beyond its full amount; rounding may by a unit.
        if (!/highest|unit: 1000/.test(s.policy)) for (const c of breakdown) expect(c.paid).toBeLessThanOrEqual(c.full + 100);
        expect(Math.abs(columns + additions - (sections.gross - sections.cuts))).toBeLessThanOrEqual(beside);
        for (const line of lines) {
          const { title, explanation } = slipSentence(line);
          expect(title).not.toBe(line.code);
          expect(`${title} ${explanation}`).not.toMatch(/undefined|NaN/);
          expect(line.amount === null || Number.isSafeInteger(line.amount)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('more lateness never pays more', () => {
    fc.assert(
      fc.property(scenario, fc.nat({ max: 21 }), fc.integer({ min: 1, max: 120 }), (s, at, more) => {
        const law = lawOf(s.policy);
        const worse = { ...s, days: s.days.map((d, i) => (i === at ? { ...d, late: d.late + more } : d)) };
        const before = calculateAllowance(factsOf(s), law).sections;
        const after = calculateAllowance(factsOf(worse), law).sections;
        expect(after.gross - after.cuts).toBeLessThanOrEqual(before.gross - before.cuts);
      }),
      RUNS,
    );
  });

  it('reordering facts changes nothing, and recomputation gives identical bytes', () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const law = lawOf(s.policy);
        const facts = factsOf(s);
        const bytes = JSON.stringify(calculateAllowance(facts, law));
        expect(JSON.stringify(calculateAllowance(reversed(facts), law))).toBe(bytes);
        expect(JSON.stringify(calculateAllowance(facts, law))).toBe(bytes);
      }),
      RUNS,
    );
  });

  it('a month computed alone equals the same month computed among twelve', () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const law = lawOf(s.policy);
        const alone = JSON.stringify(calculateAllowance(factsOf(s), law));
        for (let m = 1; m <= 12; m++) {
          const month = `2026-${String(m).padStart(2, '0')}`;
          calculateAllowance(
            { ...factsOf(s), month, from: `${month}-01`, to: `${month}-28`, presence: null },
            law,
          );
        }
        expect(JSON.stringify(calculateAllowance(factsOf(s), law))).toBe(alone);
      }),
      { numRuns: 25 },
    );
  });

  it('a slip of a full policy stays under 2,000 bytes, and comes back as it was', () => {
    const policy = [
      'criteria: [{ code: BK, name: Beban kerja, percent: 34 }, { code: PK, name: Prestasi kerja, percent: 46 }, { code: KK, name: Kondisi kerja, percent: 12, flat: true }]',
      'performance:',
      '  - { part: disiplin, share: 40, measure: { kind: discipline, table: umum } }',
      `  - { part: produktivitas, share: 60, measure: { kind: predicate, steps: ${STEPS} } }`,
      'tax: { method: ter, on: salary-and-allowance, bearer: gross-up }',
      'insurance: { employee: 1, employer: 4, of: realised, with: salary, ceiling: 12000000 }',
      'zakat: { percent: 2.5, nisab: { amount: 3000000, with: allowance-only } }',
    'outcome: { steps: [{ from: 0, percent: 40 }, { from: 60, proportional: true }, { from: 90, percent: 100 }] }',
      'limits: [{ cuts: 50, maximum: 4000000 }]',
      'additions: { makan: { name: Makan, method: { kind: per-present-day, amount: 37000 }, automatic: true } }',
      '',
    ].join('\n');
    const law = lawOf(policy);
    const days: Day[] = Array.from({ length: 22 }, (_, i) => ({
      late: [0, 5, 35, 65, 95][i % 5] ?? 0,
      early: [5, 35, 65, 95][i % 4] ?? 0,
      kind: i === 3 ? 'absent' : i === 4 ? 'sick' : 'present',
    }));
    const s: Scenario = {
      policy,
      days,
      class: '9',
      predicate: 'kurang',
      score: '77.25',
      minutes: 0,
      group: false,
      split: false,
    };
    const { compliance: _c, profession: _p, leaves: _l, additions: _a, ...facts } = factsOf(s);
    const { lines, sections } = calculateAllowance(facts, law);
    const packed = packLines(lines);
    expect(unpackLines(JSON.parse(JSON.stringify(packed)) as typeof packed)).toEqual(lines);
    expect(JSON.stringify({ sections, ...packed }).length).toBeLessThan(2000);
  });
});

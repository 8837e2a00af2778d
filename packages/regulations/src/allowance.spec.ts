import fc from 'fast-check';
import { PREDICATES } from '@ekinerja/contracts/basics';
import { calculateAllowance, type AllowanceDecision, type AllowanceFacts } from './allowance.js';
import { judgePresence, type PresenceRow } from './attendance.js';
import { buildLaw, type LawSet } from './law.js';
import { DAERAH, loadPreset } from './presets.js';
import { packLines, unpackLines } from './slip-storage.js';
import { slipSentence } from './slip-words.js';

const laws = DAERAH.map((d) => buildLaw(loadPreset(d)).on('2026-10-01'));
const MONTH = '2026-10';

interface Day {
  late: number;
  early: number;
  kind: 'present' | 'absent' | 'sick' | 'no-in' | 'no-row';
}
const day = fc.record<Day>({
  late: fc.integer({ min: 0, max: 240 }),
  early: fc.integer({ min: 0, max: 240 }),
  kind: fc.constantFrom('present', 'present', 'present', 'absent', 'sick', 'no-in', 'no-row'),
});
const scenario = fc.record({
  law: fc.constantFrom(...laws),
  days: fc.array(day, { minLength: 22, maxLength: 22 }),
  class: fc.integer({ min: 1, max: 17 }).map(String),
  predicate: fc.constantFrom(...PREDICATES),
  score: fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
  kind: fc.constantFrom('pns' as const, 'cpns' as const),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function rowsOf(days: readonly Day[], law: LawSet): PresenceRow[] {
  return law.working.dutyDays(MONTH, 'dinas').flatMap((date, i): PresenceRow[] => {
    const d = days[i];
    if (!d || d.kind === 'no-row') return [];
    if (d.kind === 'absent' || d.kind === 'sick')
      return [{ date, status: d.kind, checkIn: null, checkOut: null }];
    return [
      {
        date,
        status: 'present',
        checkIn: d.kind === 'no-in' ? null : clock(450 + d.late),
        checkOut: clock(960 - d.early),
      },
    ];
  });
}

function factsOf(s: Scenario, rows = rowsOf(s.days, s.law)): AllowanceFacts {
  return {
    month: MONTH,
    employeeKind: s.kind,
    class: s.class,
    postKind: 'pelaksana',
    unitKind: 'dinas',
    from: '2026-10-01',
    to: '2026-10-31',
    presence: judgePresence(
      { month: MONTH, unitKind: 'dinas', rows, from: '2026-10-01', to: '2026-10-31' },
      s.law,
    ),
    presenceWaived: false,
    evaluation: { predicate: s.predicate, score: null, month: MONTH },
    evaluationWaived: false,
    qualityScore: s.score,
    activities: { acceptedCount: 0, acceptedMinutes: 0, daysWithEntry: 0 },
    adjustments: [],
  };
}

const sum = (d: AllowanceDecision, section: string) =>
  d.lines.filter((l) => l.section === section).reduce((n, l) => n + (l.amount ?? 0), 0);

describe('the allowance', () => {
  it('X-TPP-2: parts sum to the whole, and every line has words', () => {
    fc.assert(
      fc.property(scenario, (s) => {
        const decision = calculateAllowance(factsOf(s), s.law);
        const { gross, cuts, net } = decision.sections;
        expect(sum(decision, 'gross')).toBe(gross);
        expect(sum(decision, 'cut')).toBe(-cuts);
        expect(net).toBe(gross - cuts);
        expect(net).toBeGreaterThanOrEqual(0);
        for (const line of decision.lines) {
          expect(slipSentence(line).title).not.toBe(line.code);
          expect(`${slipSentence(line).title} ${slipSentence(line).explanation}`).not.toMatch(
            /undefined|NaN/,
          );
        }
      }),
    );
  });

  it('more lateness never pays more', () => {
    fc.assert(
      fc.property(scenario, fc.nat({ max: 21 }), fc.integer({ min: 1, max: 120 }), (s, at, more) => {
        const worse = { ...s, days: s.days.map((d, i) => (i === at ? { ...d, late: d.late + more } : d)) };
        const before = calculateAllowance(factsOf(s), s.law).sections.net;
        expect(calculateAllowance(factsOf(worse), s.law).sections.net).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('reordering facts changes nothing, and recomputation gives identical bytes', () => {
    fc.assert(
      fc.property(scenario, fc.array(fc.nat(), { minLength: 22, maxLength: 22 }), (s, keys) => {
        const rows = rowsOf(s.days, s.law);
        const shuffled = rows
          .map((row, i) => ({ row, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map((x) => x.row);
        const bytes = JSON.stringify(calculateAllowance(factsOf(s), s.law));
        expect(JSON.stringify(calculateAllowance(factsOf(s, shuffled), s.law))).toBe(bytes);
        expect(JSON.stringify(calculateAllowance(factsOf(s), s.law))).toBe(bytes);
      }),
    );
  });

  it('a month computed alone equals the same month computed among twelve', () => {
    const s: Scenario = {
      law: laws[0] as LawSet,
      days: [],
      class: '9',
      predicate: 'baik',
      score: '0',
      kind: 'pns',
    };
    const alone = JSON.stringify(
      calculateAllowance(factsOf(s), buildLaw(loadPreset('tanah-laut')).on('2026-10-01')),
    );
    const law = buildLaw(loadPreset('tanah-laut'));
    for (let m = 1; m <= 12; m++) law.on(`2026-${String(m).padStart(2, '0')}-01`).allowance.cite('rounding');
    expect(JSON.stringify(calculateAllowance(factsOf(s), law.on('2026-10-01')))).toBe(alone);
  });

  it('a slip with six bands of lateness stays under 2,000 bytes', () => {
    const days: Day[] = Array.from({ length: 22 }, (_, i) => ({
      late: [0, 5, 35, 65, 95][i % 5] ?? 0,
      early: [5, 35, 65, 95][i % 4] ?? 0,
      kind: i === 3 ? 'absent' : i === 4 ? 'sick' : 'present',
    }));
    for (const law of laws) {
      const { lines, sections } = calculateAllowance(
        factsOf({ law, days, class: '9', predicate: 'kurang', score: '77.25', kind: 'cpns' }),
        law,
      );
      expect(lines.filter((l) => l.code === 'late' || l.code === 'early').length).toBeGreaterThanOrEqual(6);
      const packed = packLines(lines);
      expect(unpackLines(JSON.parse(JSON.stringify(packed)) as typeof packed)).toEqual(lines);
      // Room is left for references by short hash and a summary of the facts.
      expect(JSON.stringify({ sections, ...packed }).length).toBeLessThan(1600);
    }
  });

  it('a class without an amount is an error, not a zero', () => {
    const s: Scenario = {
      law: laws[0] as LawSet,
      days: [],
      class: '99',
      predicate: 'baik',
      score: '0',
      kind: 'pns',
    };
    expect(() => calculateAllowance(factsOf(s), s.law)).toThrow(/Kelas jabatan "99"/);
  });
});

/** Perka BKN 1/2013: quantity, quality, time and cost of each activity, additional tasks, creativity. */
import type { DecimalString, DerivationStep } from '@ekinerja/contracts/basics';
import type { PerformanceRules } from '../document.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';

export interface PerkaActivity {
  name?: string;
  target: { output: DecimalString; quality: DecimalString; time: DecimalString; cost?: DecimalString };
  realised: { output: DecimalString; quality: DecimalString; time: DecimalString; cost?: DecimalString };
}
export interface PerkaFacts {
  activities: readonly PerkaActivity[];
  additionalTasks?: number;
  creativity?: readonly ('unit' | 'organisation' | 'state')[];
}
type Perka = Extract<
  NonNullable<PerformanceRules['evaluation']['workScore']>,
  { formula: 'perka-bkn-1-2013' }
>;

const HUNDRED = Fraction.of(100);
/** RW = TW must give 76 and RW = 0.76 TW must give 100 (national-rules 3.1). */
const FACTOR = Fraction.of('1.76');
const EDGE = Fraction.of(24);

/** Time or cost: what was used against the target. Nothing used means the activity was not carried out: 0. */
export function efficiencyScore(target: Fraction, used: Fraction): Fraction {
  if (used.isZero() || target.isZero()) return Fraction.zero;
  const saved = HUNDRED.sub(used.div(target).mul(HUNDRED));
  const first = FACTOR.mul(target).sub(used).div(target).mul(HUNDRED);
  // 76 − ((1.76·TW − RW)/TW × 100 − 100) beyond 24 % saved.
  const score = saved.compare(EDGE) <= 0 ? first : Fraction.of(176).sub(first);
  return score.max(Fraction.zero);
}

/** Sum of the aspects ÷ 3, with cost ÷ 4. */
export function activityScore({ target, realised }: PerkaActivity): { sum: Fraction; score: Fraction } {
  const share = (of: DecimalString, is: DecimalString) =>
    Fraction.of(of).isZero() ? Fraction.zero : Fraction.of(is).div(Fraction.of(of)).mul(HUNDRED);
  const terms = [
    share(target.output, realised.output),
    share(target.quality, realised.quality),
    efficiencyScore(Fraction.of(target.time), Fraction.of(realised.time)),
  ];
  if (target.cost !== undefined)
    terms.push(efficiencyScore(Fraction.of(target.cost), Fraction.of(realised.cost ?? '0')));
  const sum = Fraction.sum(terms);
  return { sum, score: sum.div(Fraction.of(terms.length)) };
}

export function perkaScore(
  rules: Perka,
  facts: PerkaFacts,
  law: LawSet,
): { score: Fraction; derivation: DerivationStep[] } {
  const cite = (key: string) => law.performance.cite(`evaluation.workScore${key}`);
  const scores = facts.activities.map((a) => activityScore(a));
  const average = scores.length
    ? Fraction.sum(scores.map((s) => s.score)).div(Fraction.of(scores.length))
    : Fraction.zero;
  const n = facts.additionalTasks ?? 0;
  const step = [...rules.additionalTasks].sort((a, b) => b.from - a.from).find((s) => n >= s.from);
  const tasks = Fraction.of(step?.score ?? '0');
  const creativity = Fraction.sum(
    (facts.creativity ?? []).map((c) => Fraction.of(rules.creativity[c] ?? '0')),
  );
  const score = average.add(tasks).add(creativity);
  const derivation: DerivationStep[] = scores.map((s, i) => ({
    rule: 'work.activity',
    inputs: { name: facts.activities[i]?.name ?? String(i + 1), sum: s.sum.toDecimal(4) },
    result: s.score.toDecimal(4),
    cite: cite('.formula'),
  }));
  if (n > 0)
    derivation.push({
      rule: 'work.additional-tasks',
      inputs: { n },
      result: tasks.toDecimal(),
      cite: cite('.additionalTasks'),
    });
  if (!creativity.isZero())
    derivation.push({
      rule: 'work.creativity',
      inputs: { of: (facts.creativity ?? []).join(', ') },
      result: creativity.toDecimal(),
      cite: cite('.creativity'),
    });
  derivation.push({
    rule: 'work.score',
    inputs: { average: average.toDecimal(4) },
    result: score.toDecimal(4),
    cite: cite('.formula'),
  });
  return { score, derivation };
}

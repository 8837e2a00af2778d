import type { Citation, DecimalString, OrganisationPredicate, Predicate } from '@ekinerja/contracts/basics';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';

export interface DistributionFinding {
  code: 'too-many' | 'too-few' | 'none' | 'not-largest';
  predicates: Predicate[];
  /** Head count found and the bound: at most floor(n × share), at least ceil(n × share). */
  count: number;
  bound: number;
  share: DecimalString | null;
  severity: 'violation' | 'warning';
  cite: Citation;
}

/** Below this size percentages of a unit say nothing: findings warn, they never count as violations. */
const SMALL_UNIT = 5;

/**
 * Checks predicates of a unit against the pattern of SE MenPANRB 3/2023 for the organisation's attainment.
 * "Sebagian besar (maksimal 70 %)" has no minimum: not being the largest group warns, exceeding 70 % violates.
 */
export function checkDistribution(
  organisation: OrganisationPredicate,
  counts: Record<Predicate, number>,
  law: LawSet,
): { findings: DistributionFinding[] } {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const severity = total < SMALL_UNIT ? 'warning' : 'violation';
  const findings: DistributionFinding[] = [];
  if (total === 0) return { findings };
  const { distribution, distributionOfAll } = law.performance.rules.evaluation;
  const rules = [
    ...(distribution[organisation] ?? []).map((rule, i) => ({
      rule,
      path: `distribution.${organisation}.${i}`,
    })),
    ...(distributionOfAll ?? []).map((rule, i) => ({ rule, path: `distributionOfAll.${i}` })),
  ];
  rules.forEach(({ rule, path }) => {
    const count = rule.of.reduce((sum, p) => sum + counts[p], 0);
    const cite = law.performance.cite(`evaluation.${path}`);
    const add = (
      code: DistributionFinding['code'],
      bound: number,
      share: DecimalString | null,
      how = severity as DistributionFinding['severity'],
    ) => findings.push({ code, predicates: [...rule.of], count, bound, share, severity: how, cite });
    if (rule.atMost !== undefined) {
      const bound = Number(Fraction.of(total).mul(Fraction.percent(rule.atMost)).floor());
      if (count > bound) add('too-many', bound, rule.atMost);
    }
    if (rule.atLeast !== undefined) {
      const bound = -Number(Fraction.of(total).mul(Fraction.percent(rule.atLeast)).negate().floor());
      if (count < bound) add('too-few', bound, rule.atLeast);
    }
    if (rule.some && count === 0) add('none', 1, null);
    const others = Object.entries(counts)
      .filter(([p]) => !rule.of.includes(p as Predicate))
      .map(([, n]) => n);
    if (rule.largest && count < Math.max(0, ...others))
      add('not-largest', Math.max(0, ...others), null, 'warning');
  });
  return { findings };
}

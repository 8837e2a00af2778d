/** Base amount, criteria, factors, and rounding: what would be paid in full, and what is. */
import type { AllowanceFacts } from '../allowance.js';
import { compactCite } from '../citation.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { MeasuredPart } from './parts.js';
import type { SlipLine } from './slip-line.js';

export interface CriterionAmount {
  index: number;
  code: string;
  name: string;
  percent: string;
  flat: boolean;
  /** Exact, after the person and unit factor. */
  full: Fraction;
}

/** The share of the amount that this person is paid (CPNS 80 %), and that of the unit, in percent. */
export function factors(
  facts: Pick<AllowanceFacts, 'employeeKind' | 'unitKind'>,
  law: LawSet,
): { person: string; unit: string } {
  const { personFactors, unitFactors } = law.allowance.rules;
  return { person: personFactors[facts.employeeKind] ?? '100', unit: unitFactors?.[facts.unitKind] ?? '100' };
}

export function baseAmount(facts: AllowanceFacts, law: LawSet): Fraction {
  const written = law.amounts.rules.classes[facts.class];
  if (written === undefined)
    throw new RangeError(`Kelas jabatan "${facts.class}" tidak punya besaran di ${law.amounts.id}`);
  return Fraction.of(written);
}

/** Base × percent × factors of each criterion, exact. */
export function criterionAmounts(facts: AllowanceFacts, law: LawSet): CriterionAmount[] {
  const base = baseAmount(facts, law);
  const { person, unit } = factors(facts, law);
  const factor = Fraction.percent(person).mul(Fraction.percent(unit));
  return law.allowance.rules.criteria.map((c, index) => ({
    index,
    code: c.code,
    name: c.name,
    percent: c.percent,
    flat: c.flat === true,
    full: base.mul(Fraction.percent(c.percent)).mul(factor),
  }));
}

/** Base line and one gross line per criterion; together they are the rounded whole. */
export function grossLines(
  criteria: readonly CriterionAmount[],
  facts: AllowanceFacts,
  law: LawSet,
): { lines: SlipLine[]; total: bigint } {
  const { person, unit } = factors(facts, law);
  const base = law.amounts.rules.classes[facts.class] ?? '0';
  const { amounts, rounding, total } = roundParts(
    criteria.map((c) => c.full),
    law,
  );
  const lines: SlipLine[] = [
    {
      section: 'info',
      code: 'base',
      inputs: { class: facts.class },
      amount: null,
      result: base,
      cite: compactCite(law.amounts.cite(`classes.${facts.class}`)),
    },
  ];
  if (person !== '100') {
    lines.push({
      section: 'info',
      code: 'person',
      inputs: { kind: facts.employeeKind },
      amount: null,
      result: person,
      cite: compactCite(law.allowance.cite(`personFactors.${facts.employeeKind}`)),
    });
  }
  if (unit !== '100') {
    lines.push({
      section: 'info',
      code: 'unit',
      inputs: { kind: facts.unitKind },
      amount: null,
      result: unit,
      cite: compactCite(law.allowance.cite(`unitFactors.${facts.unitKind}`)),
    });
  }
  criteria.forEach((c, i) =>
    lines.push({
      section: 'gross',
      code: 'criterion',
      inputs: { name: c.name, pct: c.percent },
      amount: toRupiah(amounts[i] ?? 0n),
      cite: compactCite(law.allowance.cite(`criteria.${c.index}`)),
    }),
  );
  if (rounding !== 0n) lines.push(roundingLine('gross', rounding, law));
  return { lines, total };
}

/** What is paid after the parts are measured, rounded at the stage that the policy names. */
export function paidTotal(
  criteria: readonly CriterionAmount[],
  parts: readonly MeasuredPart[],
  law: LawSet,
): bigint {
  const achieved = Fraction.sum(parts.map((p) => p.share.mul(p.achieved)));
  return roundParts(
    criteria.map((c) => (c.flat ? c.full : c.full.mul(achieved))),
    law,
  ).total;
}

export function roundingLine(section: 'gross' | 'cut', amount: bigint, law: LawSet): SlipLine {
  return {
    section,
    code: 'rounding',
    inputs: {},
    amount: toRupiah(amount),
    cite: compactCite(law.allowance.cite('rounding')),
  };
}

/**
 * Rounds parts so that they make the whole.
 * Stage `criterion`: each part is rounded; with no bearer their sum is the whole. Otherwise the whole is rounded and
 * the difference goes to the bearer: the first or last part, a line of its own, or the largest remainder.
 */
export function roundParts(
  exact: readonly Fraction[],
  law: LawSet,
): { amounts: bigint[]; rounding: bigint; total: bigint } {
  const { unit, mode, stage, remainder } = law.allowance.rules.rounding;
  const amounts = exact.map((part) => part.round(mode, unit));
  const sum = amounts.reduce((a, b) => a + b, 0n);
  if (stage === 'criterion' && remainder === undefined) return { amounts, rounding: 0n, total: sum };
  const total = Fraction.sum(exact).round(mode, unit);
  if (remainder === undefined)
    return { amounts: byLargestRemainder(exact, total, BigInt(unit)), rounding: 0n, total };
  if (remainder === 'line') return { amounts, rounding: total - sum, total };
  const bearer = remainder === 'first' ? 0 : amounts.length - 1;
  return { amounts: amounts.map((a, i) => (i === bearer ? a + total - sum : a)), rounding: 0n, total };
}

/** Splits `total`, a multiple of `unit`, over the parts: each rounded down, what is left to the largest remainders in order. */
export function byLargestRemainder(exact: readonly Fraction[], total: bigint, unit: bigint): bigint[] {
  const scale = Fraction.ratio(unit, 1n);
  const floors = exact.map((part) => part.div(scale).floor());
  let left = total / unit - floors.reduce((a, b) => a + b, 0n);
  const order = exact
    .map((part, i) => ({ i, rest: part.div(scale).sub(Fraction.ratio(floors[i] ?? 0n, 1n)) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.i - b.i);
  const amounts = [...floors];
  for (const { i } of order) {
    if (left <= 0n) break;
    amounts[i] = (amounts[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return amounts.map((a) => a * unit);
}

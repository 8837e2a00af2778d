/** Criteria (dimension 2) with person, group and unit factors (12, 14), exact. */
import { compactCite } from '../citation.js';
import { Fraction, type RoundingMode } from '../fraction.js';
import type { LawSet } from '../law.js';
import { findBase, lookup, needBase, percentOf } from './base.js';
import type { AllowanceFacts } from './facts.js';
import type { SlipLine } from './slip-line.js';
import { isFor, type Person } from './who.js';

export interface CriterionAmount {
  index: number;
  code: string;
  name: string;
  percent: string;
  flat: boolean;
  /** Exact, after the factors and the share of the month. */
  full: Fraction;
}
export type CriterionFacts = Person & Pick<AllowanceFacts, 'salary'>;

/** The share of the amount that this employee kind and unit kind is paid (CPNS 80 %), in percent. */
export function factors(
  facts: Pick<AllowanceFacts, 'employeeKind' | 'unitKind'>,
  law: LawSet,
): { person: string; unit: string } {
  const { personFactors, unitFactors } = law.allowance.rules;
  return { person: personFactors[facts.employeeKind] ?? '100', unit: unitFactors?.[facts.unitKind] ?? '100' };
}

/** Base × percent × factors × share of the month, of each criterion that the person is given. */
export function criterionAmounts(
  facts: CriterionFacts,
  law: LawSet,
  weight: Fraction = Fraction.one,
): CriterionAmount[] {
  const { criteria, rounding } = law.allowance.rules;
  const { person, unit } = factors(facts, law);
  const factor = Fraction.percent(person).mul(Fraction.percent(unit)).mul(weight);
  let base: Fraction | null = null;
  const found = criteria.flatMap((c, index) => {
    if (!isFor(c.who, facts)) return [];
    const percent = c.rates?.find((r) => isFor(r.who, facts))?.percent ?? percentOf(c, facts, law) ?? '0';
    const own =
      c.table === undefined ? (base ??= needBase(facts, law).amount) : tableAmount(c.table, facts, law);
    let full = own.mul(Fraction.percent(percent)).mul(factor);
    for (const f of factorsOf(facts, law))
      if (!f.criteria || f.criteria.includes(c.code)) full = full.mul(Fraction.percent(f.percent));
    return [{ index, code: c.code, name: c.name, percent, flat: c.flat === true, full }];
  });
  const given = onlyHighest(found, law.allowance.rules.highestOnly?.criteria);
  const step = rounding.on?.criterion;
  return step ? roundedFull(given, step) : given;
}

/** Of criteria that exclude each other the largest alone; equal ones: the first. */
function onlyHighest(found: CriterionAmount[], groups: readonly (readonly string[])[] | undefined): CriterionAmount[] {
  return (groups ?? []).reduce((left, group) => {
    const among = left.filter(({ code }) => group.includes(code));
    const best = among.reduce<CriterionAmount | undefined>(
      (top, c) => (top && top.full.compare(c.full) >= 0 ? top : c),
      undefined,
    );
    return left.filter((c) => c === best || !among.includes(c));
  }, found);
}

type Step = { unit: number; mode: RoundingMode; remainder?: 'first' | 'last' };

/** Each in full rounded before it goes on; the one that bears the remainder is the rounded whole less the others. */
function roundedFull(criteria: CriterionAmount[], { unit, mode, remainder }: Step): CriterionAmount[] {
  const amounts = criteria.map(({ full }) => full.round(mode, unit));
  const bearer = remainder === 'first' ? 0 : amounts.length - 1;
  const difference =
    remainder === undefined
      ? 0n
      : Fraction.sum(criteria.map(({ full }) => full)).round(mode, unit) - amounts.reduce((a, b) => a + b, 0n);
  return criteria.map((c, i) => ({
    ...c,
    full: Fraction.ratio((amounts[i] ?? 0n) + (i === bearer ? difference : 0n), 1n),
  }));
}

/** A person without an entry in a criterion's own table is not given it. */
function tableAmount(table: string, facts: Person, law: LawSet): Fraction {
  const found = lookup(table, facts, law);
  return found ? Fraction.of(found.written) : Fraction.zero;
}

function factorsOf(facts: Person, law: LawSet) {
  return (law.allowance.rules.factors ?? [])
    .map((f, index) => ({ ...f, index }))
    .filter((f) => isFor(f.who, facts));
}

/** Info lines: the base amount and each factor that is not 100 %. */
export function baseLines(facts: CriterionFacts, law: LawSet): SlipLine[] {
  const { base, criteria } = law.allowance.rules;
  const lines: SlipLine[] = [];
  const info = (code: string, inputs: SlipLine['inputs'], result: string, cite: string) =>
    lines.push({ section: 'info', code, inputs, amount: null, result, cite });
  const found = findBase(facts, law);
  if (found && criteria.some((c) => c.table === undefined)) {
    if (base === undefined) info('base', { class: facts.class }, found.written, found.cite);
    else
      info(
        'base-table',
        { table: found.table, key: found.key, of: found.written },
        found.amount.toDecimal(4),
        found.cite,
      );
  }
  const { person, unit } = factors(facts, law);
  const cite = (path: string) => compactCite(law.allowance.cite(path));
  if (person !== '100')
    info('person', { kind: facts.employeeKind }, person, cite(`personFactors.${facts.employeeKind}`));
  if (unit !== '100') info('unit', { kind: facts.unitKind }, unit, cite(`unitFactors.${facts.unitKind}`));
  for (const f of factorsOf(facts, law))
    info('factor', { name: f.name }, f.percent, cite(`factors.${f.index}`));
  return lines;
}

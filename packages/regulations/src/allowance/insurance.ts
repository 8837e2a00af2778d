/** Health insurance (dimension 17): the allowance's share of the contribution, within floor and ceiling. */
import { compactCite } from '../citation.js';
import type { AllowanceRules } from '../document.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { SalaryFacts } from './facts.js';
import type { SlipLine } from './slip-line.js';

type InsuranceRules = NonNullable<AllowanceRules['insurance']>;

export interface Contribution {
  employee: bigint;
  employer: bigint;
  base: bigint;
  /** What the salary gave already. */
  taken: bigint;
}

/** @param nominal the allowance in full; @param paid what is paid of it; @returns null when the salary facts are missing */
export function contribution(
  rules: InsuranceRules,
  amounts: { nominal: bigint; paid: bigint },
  salary: SalaryFacts | null | undefined,
): Contribution | null {
  const joined = rules.with === 'salary';
  if (joined && !salary) return null;
  const mode = rules.mode ?? 'half-up';
  const of = (base: bigint, percent: string) =>
    Fraction.ratio(base, 1n).mul(Fraction.percent(percent)).round(mode);
  const own = rules.of === 'nominal' ? amounts.nominal : amounts.paid;
  const fromSalary = joined ? BigInt(salary?.insuranceBase ?? salary?.gross ?? 0) : 0n;
  const base = within(own + fromSalary, rules);
  const onSalary = fromSalary > 0n ? atMost(fromSalary, rules) : 0n;
  const taken = joined ? BigInt(salary?.insuranceEmployee ?? of(onSalary, rules.employee)) : 0n;
  const employee = positive(of(base, rules.employee) - taken);
  const employer = rules.fourTimes
    ? Fraction.ratio(employee, 1n)
        .mul(Fraction.of(rules.employer).div(Fraction.of(rules.employee)))
        .round(mode)
    : positive(
        of(base, rules.employer) -
          (joined ? BigInt(salary?.insuranceEmployer ?? of(onSalary, rules.employer)) : 0n),
      );
  return { employee, employer, base, taken };
}

export function insuranceLines(found: Contribution | null, law: LawSet): SlipLine[] {
  const rules = law.allowance.rules.insurance;
  if (!rules) return [];
  const cite = compactCite(law.allowance.cite('insurance'));
  if (!found) return [{ section: 'info', code: 'insurance-no-salary', inputs: {}, amount: null, cite }];
  const { employee, employer, base, taken } = found;
  const line = (code: string, amount: bigint, inputs: SlipLine['inputs']): SlipLine => ({
    section: 'deduction',
    code,
    inputs,
    amount: toRupiah(amount),
    cite,
  });
  return [
    ...(employer > 0n
      ? [
          line('insurance-employer', employer, { pct: rules.employer }),
          line('insurance-employer-cut', -employer, { pct: rules.employer }),
        ]
      : []),
    line('insurance', -employee, {
      pct: rules.employee,
      base: toRupiah(base),
      ...(taken ? { taken: toRupiah(taken) } : {}),
    }),
  ];
}

function within(base: bigint, rules: InsuranceRules): bigint {
  const raised = rules.floor !== undefined && base < BigInt(rules.floor) ? BigInt(rules.floor) : base;
  return atMost(raised, rules);
}

function atMost(base: bigint, { ceiling }: InsuranceRules): bigint {
  return ceiling !== undefined && base > BigInt(ceiling) ? BigInt(ceiling) : base;
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

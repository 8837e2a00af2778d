/** Salary as imported, with what other runs of the same payment month have paid and withheld already. Pure. */
import type { IsoMonth, Rupiah } from '@ekinerja/contracts/basics';
import type { SalaryFact } from '@ekinerja/contracts/pay-records';
import type { AllowanceFacts, SlipLine } from '@ekinerja/regulations/allowance';
import type { LawSet } from '@ekinerja/regulations/law';
import type { OtherSlip } from './pay-circumstances.repository.js';
import { readSlip } from './slip-content.js';

interface PaidAlready {
  taxable: Rupiah;
  withheld: Rupiah;
  insured: Rupiah;
  employee: Rupiah;
  employer: Rupiah;
}

/** Rate on all gross of the payment month so far, less what was withheld (PP 58/2023): other runs count as income and tax. */
export function salaryOf(salary: SalaryFact | undefined, others: readonly OtherSlip[], law: LawSet): AllowanceFacts['salary'] {
  if (!salary) return null;
  const paid = sumOf(others, law);
  const plus = (own: Rupiah | null, more: Rupiah) => (own === null ? undefined : own + more);
  const base = paid.insured > 0 ? (salary.insuranceBase ?? salary.gross) + paid.insured : (salary.insuranceBase ?? undefined);
  return {
    gross: salary.gross + paid.taxable,
    ptkp: salary.ptkp,
    taxWithheld: salary.taxWithheld + paid.withheld,
    ...(others.length > 0 ? { allowance: paid.taxable, allowanceTax: paid.withheld } : {}),
    ...defined({
      basic: salary.basic ?? undefined,
      pension: salary.pension ?? undefined,
      insuranceBase: base,
      insuranceEmployee: plus(salary.insuranceEmployee, paid.employee),
      insuranceEmployer: plus(salary.insuranceEmployer, paid.employer),
    }),
  };
}

/**
 * The earlier months of the tax year; where the allowance alone is taxed, its slips. December settles only where every month before it is on record, for a joiner
 * from the month of joining.
 */
export function taxYearOf(
  earlier: { months: number; gross: Rupiah; pension: Rupiah; withheld: Rupiah } | undefined, slips: readonly OtherSlip[], employedFrom: string, paymentMonth: IsoMonth, law: LawSet,
): AllowanceFacts['taxYear'] {
  const year = paymentMonth.slice(0, 4);
  const first = employedFrom.slice(0, 4) === year ? Number(employedFrom.slice(5, 7)) : 1;
  const expected = Number(paymentMonth.slice(5, 7)) - first;
  const { tax } = law.allowance.rules;
  if (tax?.method === 'ter' && tax.on === 'allowance') {
    // The salary's months are no part of a year of allowances: each month must have a slip of its own.
    const months = new Set(slips.map((slip) => slip.paymentMonth)).size;
    if (expected < 1 || months !== expected) return null;
    const { taxable, withheld } = sumOf(slips, law);
    return { months, gross: taxable, pension: 0, withheld };
  }
  if (!earlier || expected < 1 || earlier.months !== expected) return null;
  const paid = sumOf(slips, law);
  return { months: earlier.months, gross: earlier.gross + paid.taxable, pension: earlier.pension, withheld: earlier.withheld + paid.withheld };
}

function sumOf(slips: readonly OtherSlip[], law: LawSet): PaidAlready {
  const { tax, insurance } = law.allowance.rules;
  const grossUp = tax !== undefined && 'bearer' in tax && tax.bearer === 'gross-up';
  const sum: PaidAlready = { taxable: 0, withheld: 0, insured: 0, employee: 0, employer: 0 };
  for (const { gross, cuts, adjustments, content } of slips) {
    const { lines } = readSlip(content);
    const paid = gross - cuts + adjustments;
    sum.taxable += paid + (grossUp ? of(lines, (code) => code === 'tax-allowance') : 0);
    sum.withheld -= of(lines, (code) => code.startsWith('tax-') && code !== 'tax-allowance');
    sum.insured += insurance?.of === 'nominal' ? gross : paid;
    sum.employee -= of(lines, (code) => code === 'insurance');
    sum.employer += of(lines, (code) => code === 'insurance-employer');
  }
  return sum;
}

function of(lines: readonly SlipLine[], wanted: (code: string) => boolean): Rupiah {
  return lines.reduce((sum, { section, code, amount }) => (section === 'deduction' && wanted(code) ? sum + (amount ?? 0) : sum), 0);
}

function defined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

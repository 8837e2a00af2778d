/** Income tax on the allowance (dimension 16). Without the salary facts that it needs there is no line, and a line says so. */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { compactCite } from '../citation.js';
import type { AllowanceRules } from '../document.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';
import type { SlipLine } from './slip-line.js';
import { grossUp, terCategory, terRate, yearTax, type TaxTables } from './tax-tables.js';
import { isFor } from './who.js';

type TaxRules = NonNullable<AllowanceRules['tax']>;
type Ter = Extract<TaxRules, { method: 'ter' }>;

export interface TaxQuestion {
  facts: AllowanceFacts;
  paymentMonth: IsoMonth;
  /** What is paid by this slip before deductions. */
  taxable: bigint;
  /** What is left of it after the deductions before tax. */
  remaining: bigint;
  /** Employer's insurance on the allowance, where it counts as income. */
  employerInsurance: bigint;
}

export function taxLines(q: TaxQuestion, law: LawSet): SlipLine[] {
  const rules = law.allowance.rules.tax;
  if (!rules || rules.method === 'none') return [];
  if (rules.method === 'final') return finalLines(rules, q, law);
  return rules.method === 'annualised' ? annualisedLines(rules, q, law) : terLines(rules, q, law);
}

function finalLines(rules: Extract<TaxRules, { method: 'final' }>, q: TaxQuestion, law: LawSet): SlipLine[] {
  const index = rules.rates.findIndex((r) => isFor(r.who, q.facts));
  const rate = rules.rates[index];
  if (!rate) return [info('tax-no-rate', { rank: q.facts.rank ?? '-' }, law)];
  const base =
    (rules.of === 'remaining' ? q.remaining : q.taxable) + (rules.employerInsurance ? q.employerInsurance : 0n);
  const of = (extra: bigint) =>
    Fraction.ratio(positive(base + extra), 1n)
      .mul(Fraction.percent(rate.percent))
      .round(rules.mode ?? 'half-up');
  const tax = rules.bearer === 'gross-up' ? grossUp(of) : of(0n);
  const cite = compactCite(law.allowance.cite(`tax.rates.${index}`));
  return borne(
    { code: 'tax-final', inputs: { pct: rate.percent, base: toRupiah(base) }, tax, cite },
    rules.bearer,
  );
}

function terLines(rules: Ter, q: TaxQuestion, law: LawSet): SlipLine[] {
  const tables = law.allowance.rules.taxTables;
  const { salary } = q.facts;
  if (!tables || !salary) return [info('tax-no-salary', {}, law)];
  if (q.paymentMonth < tables.from.slice(0, 7)) return [info('tax-not-yet', { from: tables.from }, law)];
  const category = terCategory(salary.ptkp, tables);
  if (category === null) return [info('tax-no-status', { status: salary.ptkp }, law)];
  const joined = rules.on !== 'allowance';
  const apart = rules.on === 'allowance-at-joint-rate';
  const own = q.taxable + (rules.employerInsurance ? q.employerInsurance : 0n);
  const earlier = earlierIn(salary, joined);
  const gross = own + earlier.gross;
  const withheld = apart ? 0n : earlier.withheld;
  if (rules.december && q.paymentMonth.endsWith('-12')) return yearLines(rules, q, gross, tables, law);
  const mode = rules.mode ?? 'half-up';
  const monthly = (extra: bigint) => {
    const whole = positive(gross + extra);
    return Fraction.ratio(apart ? positive(own + extra) : whole, 1n)
      .mul(Fraction.percent(terRate(whole, category, tables)))
      .round(mode);
  };
  const due = (extra: bigint) => positive(monthly(extra) - withheld);
  const tax = rules.bearer === 'gross-up' ? grossUp(due) : due(0n);
  const taxed = gross + (rules.bearer === 'gross-up' ? tax : 0n);
  const inputs = {
    cat: category,
    pct: terRate(positive(taxed), category, tables),
    base: toRupiah(apart ? taxed - BigInt(salary.gross) : taxed),
    ...(apart ? { joint: toRupiah(taxed) } : {}),
    ...(withheld ? { taken: toRupiah(withheld) } : {}),
  };
  return borne({ code: 'tax-ter', inputs, tax, cite: compactCite(law.allowance.cite('tax')) }, rules.bearer);
}

/** What the month has paid and withheld beside this slip: the salary and other slips, or the other slips alone. */
function earlierIn(salary: NonNullable<AllowanceFacts['salary']>, joined: boolean): { gross: bigint; withheld: bigint } {
  return joined
    ? { gross: BigInt(salary.gross), withheld: BigInt(salary.taxWithheld) }
    : { gross: BigInt(salary.allowance ?? 0), withheld: BigInt(salary.allowanceTax ?? 0) };
}

/** Before the monthly effective rates: a month's income as if for twelve, the year's tax by Pasal 17 over twelve. */
function annualisedLines(
  rules: Extract<TaxRules, { method: 'annualised' }>,
  q: TaxQuestion,
  law: LawSet,
): SlipLine[] {
  const tables = law.allowance.rules.taxTables;
  const { salary } = q.facts;
  if (!tables || !salary) return [info('tax-no-salary', {}, law)];
  const joined = rules.on === 'salary-and-allowance';
  const earlier = earlierIn(salary, joined);
  const gross = q.taxable + (rules.employerInsurance ? q.employerInsurance : 0n) + earlier.gross;
  const { withheld } = earlier;
  const year = (extra: bigint) =>
    yearTax(
      {
        gross: positive(gross + extra) * 12n,
        months: 12,
        pension: joined ? BigInt(salary.pension ?? 0) * 12n : 0n,
        ptkp: salary.ptkp,
      },
      tables,
    );
  const found = year(0n);
  if (!found) return [info('tax-no-status', { status: salary.ptkp }, law)];
  const due = (extra: bigint) =>
    positive(
      (year(extra)?.tax ?? Fraction.zero).div(Fraction.of(12)).round(rules.mode ?? 'half-up') - withheld,
    );
  const tax = rules.bearer === 'gross-up' ? grossUp(due) : due(0n);
  const inputs = {
    taxable: toRupiah(found.taxable),
    ...(withheld ? { taken: toRupiah(withheld) } : {}),
  };
  const cite = compactCite(law.allowance.cite('tax'));
  return borne({ code: 'tax-annualised', inputs, tax, cite }, rules.bearer);
}

/** The last tax period: the year by Pasal 17 less what was withheld; a negative difference is kept and named. */
function yearLines(rules: Ter, q: TaxQuestion, gross: bigint, tables: TaxTables, law: LawSet): SlipLine[] {
  const { salary, taxYear } = q.facts;
  const december = rules.december;
  if (!salary || !taxYear || !december) return [info('tax-no-year', {}, law)];
  const joined = rules.on !== 'allowance';
  const withheld = BigInt(taxYear.withheld) + earlierIn(salary, joined).withheld;
  const income = (extra: bigint) => ({
    gross: BigInt(taxYear.gross) + gross + extra,
    months: taxYear.months + 1,
    pension: joined ? BigInt(taxYear.pension) + BigInt(salary.pension ?? 0) : 0n,
    ptkp: salary.ptkp,
  });
  const year = yearTax(income(0n), tables);
  if (!year) return [info('tax-no-status', { status: salary.ptkp }, law)];
  const mode = rules.mode ?? 'half-up';
  const due = (extra: bigint) => (yearTax(income(extra), tables)?.tax.round(mode) ?? 0n) - withheld;
  const tax =
    rules.bearer === 'gross-up' && due(0n) > 0n ? grossUp((extra) => positive(due(extra))) : due(0n);
  const cite = compactCite(law.allowance.cite('tax.december'));
  const inputs = { taxable: toRupiah(year.taxable), taken: toRupiah(withheld) };
  if (tax >= 0n) return borne({ code: 'tax-year', inputs, tax, cite }, rules.bearer);
  const over: SlipLine = {
    section: december.overpaid === 'refund' ? 'deduction' : 'info',
    code: 'tax-overpaid',
    inputs,
    amount: december.overpaid === 'refund' ? toRupiah(-tax) : null,
    result: tax.toString(),
    cite,
  };
  return [over];
}

/** Cut from the employee, or paid as an allowance and cut again. */
function borne(
  line: { code: string; inputs: SlipLine['inputs']; tax: bigint; cite: string },
  bearer: 'employee' | 'government' | 'gross-up',
): SlipLine[] {
  const { code, inputs, tax, cite } = line;
  const cut: SlipLine = { section: 'deduction', code, inputs, amount: toRupiah(-tax), cite };
  if (bearer === 'employee' || tax === 0n) return [cut];
  return [{ section: 'deduction', code: 'tax-allowance', inputs: {}, amount: toRupiah(tax), cite }, cut];
}

function info(code: string, inputs: SlipLine['inputs'], law: LawSet): SlipLine {
  return { section: 'info', code, inputs, amount: null, cite: compactCite(law.allowance.cite('tax')) };
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

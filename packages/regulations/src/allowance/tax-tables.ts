/** Reading the tables of national tax law (PP 58/2023, UU PPh Pasal 17): exact, upper bounds inclusive. */
import type { AllowanceRules } from '../document.js';
import { Fraction } from '../fraction.js';

export type TaxTables = NonNullable<AllowanceRules['taxTables']>;
type Rates = readonly { upTo?: number; percent: string }[];

/** Category A, B or C of a family status; null when the tables do not know it. */
export function terCategory(ptkp: string, tables: TaxTables): string | null {
  const found = Object.entries(tables.categories).find(([, statuses]) => statuses?.includes(ptkp));
  return found?.[0] ?? null;
}

/** Monthly effective rate, percent, of that gross. */
export function terRate(gross: bigint, category: string, tables: TaxTables): string {
  const rates: Rates = tables.monthly[category] ?? [];
  return rates.find((r) => r.upTo === undefined || gross <= BigInt(r.upTo))?.percent ?? '0';
}

/** Pasal 17: each layer at its rate. */
export function progressiveTax(taxable: bigint, rates: Rates): Fraction {
  let tax = Fraction.zero;
  let below = 0n;
  for (const { upTo, percent } of rates) {
    const top = upTo === undefined || taxable < BigInt(upTo) ? taxable : BigInt(upTo);
    if (top > below) tax = tax.add(Fraction.ratio(top - below, 1n).mul(Fraction.percent(percent)));
    if (upTo === undefined || taxable <= BigInt(upTo)) break;
    below = BigInt(upTo);
  }
  return tax;
}

export interface YearIncome {
  gross: bigint;
  months: number;
  pension: bigint;
  ptkp: string;
}

/** Tax of the whole year; null when the family status is not known. */
export function yearTax(year: YearIncome, tables: TaxTables): { tax: Fraction; taxable: bigint } | null {
  const free = tables.ptkp[year.ptkp];
  if (free === undefined) return null;
  const gross = Fraction.ratio(year.gross, 1n);
  const most = Fraction.of(tables.officeCost.monthlyMaximum * year.months);
  const cost = gross.mul(Fraction.percent(tables.officeCost.percent)).min(most);
  const net = gross.sub(cost).sub(Fraction.ratio(year.pension, 1n)).sub(Fraction.of(free));
  const unit = BigInt(tables.roundTaxableTo);
  const taxable = net.compare(Fraction.zero) <= 0 ? 0n : (net.floor() / unit) * unit;
  return { tax: progressiveTax(taxable, tables.progressive), taxable };
}

/**
 * The least whole T with T = tax(T): a tax allowance that pays its own tax. Tax rises with income and stays below it,
 * so going up from 0 ends at the least such amount, exactly.
 */
export function grossUp(taxWith: (allowance: bigint) => bigint): bigint {
  let allowance = 0n;
  for (;;) {
    const next = taxWith(allowance);
    if (next <= allowance) return allowance;
    allowance = next;
  }
}

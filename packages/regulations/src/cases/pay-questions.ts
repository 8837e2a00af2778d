/** Questions about pay: the slip with its lines and columns, and the tax table. */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { blockers, calculateAllowance, type AllowanceDecision, type SlipLine } from '../allowance.js';
import { terCategory, terRate, yearTax } from '../allowance/tax-tables.js';
import { earned } from '../back-pay.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { packLines } from '../slip-storage.js';
import { slipFacts, type WrittenSlipFacts } from './facts.js';

const DISCIPLINE = [
  'late',
  'early',
  'absent',
  'absent-waived',
  'excused',
  'event',
  'no-check-in',
  'no-check-out',
];

export function slipAnswer(facts: WrittenSlipFacts & { month?: IsoMonth }, law: LawSet) {
  const written = slipFacts(facts, facts.month ?? law.date.slice(0, 7), law);
  const decision = calculateAllowance(written, law);
  const { sections, lines } = decision;
  const share = lines.find((l) => l.code === 'part' && l.inputs.part === 'disiplin');
  const percent = Fraction.sum(
    lines
      .filter((l) => DISCIPLINE.includes(l.code))
      .map((l) => Fraction.of(String(l.inputs.pct)).mul(Fraction.of(Number(l.inputs.n)))),
  );
  return {
    ...sections,
    disciplineCutPercent: percent.toDecimal(),
    disciplineShare: share?.result ?? null,
    blockers: blockers(written, law),
    paid: sections.gross - sections.cuts,
    earned: earned(decision),
    totals: totalsOf(lines),
    ...columnsOf(decision),
    bytes: JSON.stringify({ sections, ...packLines(lines) }).length,
    // An input of the same name never hides what the line pays.
    lines: lines.map((l) => ({ ...l.inputs, code: l.code, amount: l.amount, result: l.result ?? null })),
  };
}

/** What a pay sheet has a column for, positive rupiah (a tax refund is negative). */
function totalsOf(lines: readonly SlipLine[]) {
  const sum = (...codes: string[]) =>
    lines.filter((l) => codes.includes(l.code)).reduce((total, l) => total + (l.amount ?? 0), 0);
  const taken = (...codes: string[]) => 0 - sum(...codes);
  return {
    additions: sum('addition'),
    held: taken('hold'),
    released: sum('released'),
    taxAllowance: sum('tax-allowance'),
    tax: taken('tax-ter', 'tax-final', 'tax-annualised', 'tax-year', 'tax-overpaid'),
    insurance: taken('insurance'),
    insuranceEmployer: sum('insurance-employer'),
    zakat: taken('zakat'),
    other: taken('other'),
  };
}

function columnsOf({ breakdown }: AllowanceDecision) {
  const criteria: Record<string, { full: number; paid: number }> = {};
  const parts: Record<string, { full: number; paid: number }> = {};
  const cells: Record<string, number> = {};
  for (const { criterion, part, full, paid } of breakdown) {
    const at = (criteria[criterion] ??= { full: 0, paid: 0 });
    at.full += full;
    at.paid += paid;
    if (part === null) continue;
    const own = (parts[part] ??= { full: 0, paid: 0 });
    own.full += full;
    own.paid += paid;
    cells[`${criterion} ${part}`] = paid;
  }
  return { criteria, parts, cells };
}

/** Rate and tax of gross amounts, for checking the table against its source. */
export function terAnswer(facts: { status: string; gross: number[] }, law: LawSet) {
  const tables = law.allowance.rules.taxTables;
  const category = tables ? terCategory(facts.status, tables) : null;
  return {
    category,
    rates: tables && category ? facts.gross.map((g) => terRate(BigInt(g), category, tables)) : [],
    tax:
      tables && category
        ? facts.gross.map((g) =>
            Number(
              Fraction.of(g)
                .mul(Fraction.percent(terRate(BigInt(g), category, tables)))
                .round('half-up'),
            ),
          )
        : [],
  };
}

/** The tax of a whole year by Pasal 17. */
export function yearTaxAnswer(
  facts: { status: string; gross: number; months?: number; pension?: number },
  law: LawSet,
) {
  const tables = law.allowance.rules.taxTables;
  const { status: ptkp, gross, months = 12, pension = 0 } = facts;
  const year = tables && yearTax({ gross: BigInt(gross), months, pension: BigInt(pension), ptkp }, tables);
  return { taxable: year ? Number(year.taxable) : null, tax: year ? year.tax.toDecimal(2) : null };
}

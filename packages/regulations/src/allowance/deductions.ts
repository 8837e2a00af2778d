/** Tax, insurance, zakat and others in the order that the policy writes (dimensions 16 to 19). */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { compactCite } from '../citation.js';
import { Fraction, toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { AllowanceFacts } from './facts.js';
import { contribution, insuranceLines } from './insurance.js';
import { roundingLine } from './rounding.js';
import type { SlipLine } from './slip-line.js';
import { taxLines } from './tax.js';
import { isFor } from './who.js';

export interface DeductionQuestion {
  facts: AllowanceFacts;
  paymentMonth: IsoMonth;
  /** The allowance in full, before cuts. */
  nominal: bigint;
  /** What this slip pays, adjustments included. */
  taxable: bigint;
}

const USUAL = ['tax', 'insurance', 'zakat', 'other'] as const;

export function deductionLines(q: DeductionQuestion, law: LawSet): SlipLine[] {
  const { deductionOrder, rounding, insurance } = law.allowance.rules;
  const taxable = q.taxable > 0n ? q.taxable : 0n;
  const share = insurance
    ? contribution(insurance, { nominal: q.nominal, paid: taxable }, q.facts.salary)
    : null;
  let remaining = q.taxable;
  const lines: SlipLine[] = [];
  for (const kind of deductionOrder ?? USUAL) {
    const own =
      kind === 'tax'
        ? taxLines({ ...q, taxable, remaining, employerInsurance: share?.employer ?? 0n }, law)
        : kind === 'insurance'
          ? insuranceLines(share, law)
          : kind === 'zakat'
            ? zakatLines(q.facts, taxable, remaining, law)
            : otherLines(q.facts, taxable, remaining, law);
    lines.push(...own);
    remaining += own.reduce((sum, line) => sum + BigInt(line.amount ?? 0), 0n);
  }
  if (rounding.stage === 'net') {
    const difference = Fraction.ratio(remaining, 1n).round(rounding.mode, rounding.unit) - remaining;
    if (difference !== 0n) lines.push(roundingLine('deduction', difference, law));
  }
  return lines;
}

/** Only by the employee's own statement. */
function zakatLines(facts: AllowanceFacts, paid: bigint, remaining: bigint, law: LawSet): SlipLine[] {
  const rules = law.allowance.rules.zakat;
  if (!rules || !facts.zakat?.optIn || !isFor(rules.who, facts)) return [];
  const { nisab } = rules;
  const income = paid + (nisab?.with === 'salary' ? BigInt(facts.salary?.gross ?? 0) : 0n);
  if (nisab && income < BigInt(nisab.amount)) return [];
  const pct = facts.zakat.percent ?? rules.percent;
  const base = rules.of === 'paid' ? paid : remaining;
  if (base <= 0n) return [];
  const amount = Fraction.ratio(base, 1n)
    .mul(Fraction.percent(pct))
    .round(rules.mode ?? 'half-up');
  const cite = compactCite(law.allowance.cite('zakat'));
  return [
    {
      section: 'deduction',
      code: 'zakat',
      inputs: { pct, base: toRupiah(base) },
      amount: toRupiah(-amount),
      cite,
    },
  ];
}

function otherLines(facts: AllowanceFacts, paid: bigint, remaining: bigint, law: LawSet): SlipLine[] {
  let left = remaining > 0n ? remaining : 0n;
  return Object.entries(law.allowance.rules.otherDeductions ?? {}).flatMap(([code, rule]): SlipLine[] => {
    if (!rule) return [];
    const fact = facts.otherDeductions?.find((d) => d.code === code);
    if (!fact && !(rule.who && isFor(rule.who, facts))) return [];
    const exact =
      fact?.amount !== undefined
        ? Fraction.of(fact.amount)
        : rule.amount !== undefined
          ? Fraction.of(rule.amount)
          : Fraction.ratio(rule.of === 'remaining' ? left : paid, 1n).mul(Fraction.percent(rule.percent ?? '0'));
    const cite = compactCite(law.allowance.cite(`otherDeductions.${code}`));
    // A contribution never takes more than is there.
    const due = exact.round('half-up');
    const taken = due > left ? left : due;
    if (taken === 0n && due > 0n) return [];
    left -= taken;
    const inputs = { name: rule.name, ...(taken < due ? { due: toRupiah(due) } : {}) };
    return [{ section: 'deduction', code: 'other', inputs, amount: toRupiah(-taken), cite }];
  });
}

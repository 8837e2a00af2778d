/**
 * The allowance (TPP) of one employee for one month, in the fixed order base → criteria → performance → person and
 * unit factor → cap → leave, punishments, compliance → additions → rounding → tax and insurance (allowance-rules 8).
 * Every line is kept.
 */
import type { LawReference, Rupiah } from '@ekinerja/contracts/basics';
import { additionLines } from './allowance/additions.js';
import { breakdownOf, type BreakdownCell } from './allowance/breakdown.js';
import { deductionLines } from './allowance/deductions.js';
import type { AllowanceFacts } from './allowance/facts.js';
import { lapse } from './allowance/held.js';
import { paymentMonth } from './allowance/inclusion.js';
import type { Held } from './allowance/obligations.js';
import { calculatePortion } from './allowance/portion.js';
import { portionsOf } from './allowance/portions.js';
import { calculateRun } from './allowance/run.js';
import type { SlipLine } from './allowance/slip-line.js';
import { compactCite } from './citation.js';
import { Fraction, toRupiah } from './fraction.js';
import type { LawSet } from './law.js';
import { withRoster } from './roster.js';

export { judgedUntil } from './allowance/days.js';
export {
  closableFrom,
  inclusion,
  paymentMonth,
  ruleDay,
  type InclusionAnswer,
  type InclusionQuestion,
} from './allowance/inclusion.js';
export { blockers, type Blocker } from './allowance/blockers.js';
export type { BreakdownCell } from './allowance/breakdown.js';
export type * from './allowance/facts.js';
export type { SlipLine } from './allowance/slip-line.js';

/** Adjustments are the product's own (X-TPP-3): a closed month never changes. */
const ADJUSTMENT_CITE = 'ekinerja#Penyesuaian~';

export interface AllowanceDecision {
  /** net = gross − cuts − deductions + adjustments; `cuts` and `deductions` are positive sums. */
  sections: { gross: Rupiah; cuts: Rupiah; deductions: Rupiah; adjustments: Rupiah; net: Rupiah };
  /** In printing order. A line's amount is signed: what it adds to the net (cuts are negative). */
  lines: SlipLine[];
  references: LawReference[];
  /** What each criterion pays under each part: the columns of a pay sheet; not part of the frozen slip. */
  readonly breakdown: BreakdownCell[];
}

/**
 * Calculates the slip. Pure: the same facts and law give the same bytes. Missing facts are computed as design.md
 * says for waived ones (each day absent by the table; performance part 0), with a line that names them; whether the
 * month may close with them is `blockers`' matter.
 * @throws RangeError when the person has no base amount
 */
export function calculateAllowance(facts: AllowanceFacts, ordinary: LawSet): AllowanceDecision {
  const law = withRoster(ordinary, facts.roster, facts);
  const parts = facts.run
    ? [calculateRun(facts, facts.run, law)]
    : portionsOf(facts, law).map((p) => calculatePortion(p, law));
  const sum = (pick: (p: (typeof parts)[number]) => bigint) =>
    parts.reduce((total, p) => total + pick(p), 0n);
  const own = {
    full: Fraction.sum(parts.map((p) => p.ledger.full)),
    paid: Fraction.sum(parts.map((p) => p.ledger.paid)),
    amountOf: (basis: Parameters<(typeof parts)[number]['ledger']['amountOf']>[0]) =>
      Fraction.sum(parts.map((p) => p.ledger.amountOf(basis))),
  };
  const withAdditions = !facts.run || law.allowance.rules.runs?.[facts.run]?.additions === true;
  const added = withAdditions ? additionLines(facts, own, law) : { lines: [], total: 0n, unknown: [] };
  const gross = sum((p) => p.gross) + added.total;
  const payable = sum((p) => p.paid) + added.total;
  const hold = holdLine(facts, parts.flatMap((p) => p.held), payable, law);
  const paid = payable + BigInt(hold?.amount ?? 0);
  const advances = facts.run ? [] : advanceLines(facts, paid, law);
  const adjustments = [...advances, ...adjustmentLines(facts, law)];
  const adjusted = adjustments.reduce((total, line) => total + BigInt(line.amount ?? 0), 0n);
  const advanced = advances.reduce((total, line) => total + BigInt(line.amount ?? 0), 0n);
  const unknown = [
    ...parts.flatMap((p) => p.unknown),
    ...added.unknown.map((f) => ({ kind: 'additions', code: f.code })),
  ];
  const deductions = deductionLines(
    {
      facts,
      paymentMonth: facts.paymentMonth ?? paymentMonth(facts.month, law),
      // Tax and insurance took their part of an advance when it was paid.
      nominal: gross + advanced,
      taxable: paid + adjusted,
    },
    law,
  );
  const deducted = deductions.reduce((total, line) => total + BigInt(line.amount ?? 0), 0n);
  return {
    sections: {
      gross: toRupiah(gross),
      cuts: toRupiah(gross - paid),
      deductions: toRupiah(-deducted),
      adjustments: toRupiah(adjusted),
      net: toRupiah(paid + adjusted + deducted),
    },
    lines: [
      ...parts.flatMap((p) => p.lines),
      ...added.lines,
      ...unknownLines(unknown, law),
      ...parts.flatMap((p) => p.cuts),
      ...(hold ? [hold] : []),
      ...adjustments,
      ...deductions,
    ],
    references: law.references,
    // A month's close asks thousands of slips and no columns: worked out when asked for.
    get breakdown() {
      return breakdownOf(
        parts.map((p) => p.ledger.cells),
        law,
      );
    },
  };
}

/**
 * A slip of corrections and released holds alone (kekurangan, rapel, susulan of what was held): no month of its own,
 * the same tax and insurance by the law of its month.
 */
export function calculateSettlement(facts: AllowanceFacts, law: LawSet): AllowanceDecision {
  const adjustments = adjustmentLines(facts, law);
  const adjusted = adjustments.reduce((total, line) => total + BigInt(line.amount ?? 0), 0n);
  const month = facts.paymentMonth ?? paymentMonth(facts.month, law);
  const deductions = deductionLines({ facts, paymentMonth: month, nominal: 0n, taxable: adjusted }, law);
  const deducted = deductions.reduce((total, line) => total + BigInt(line.amount ?? 0), 0n);
  return {
    sections: {
      gross: 0,
      cuts: 0,
      deductions: toRupiah(-deducted),
      adjustments: toRupiah(adjusted),
      net: toRupiah(adjusted + deducted),
    },
    lines: [...adjustments, ...deductions],
    references: law.references,
    breakdown: [],
  };
}

/** Held: nothing is paid now, or a share less; a later slip pays it as `released`. */
function holdLine(facts: AllowanceFacts, duties: readonly Held[], payable: bigint, law: LawSet): SlipLine | null {
  if (payable === 0n || (!facts.hold && duties.length === 0)) return null;
  const whole = facts.hold ? { name: facts.hold, cite: ADJUSTMENT_CITE } : duties.find((d) => d.percent === undefined);
  if (whole) return { section: 'cut', code: 'hold', inputs: { reason: whole.name }, amount: toRupiah(-payable), cite: whole.cite };
  const each = new Map(duties.map((d) => [d.name, d]));
  const percent = Fraction.sum([...each.values()].map((d) => Fraction.of(d.percent ?? '100'))).min(Fraction.of(100));
  const step = law.allowance.rules.rounding.on?.cut ?? { unit: 1, mode: 'half-up' as const };
  const amount = Fraction.ratio(payable, 1n).mul(percent).div(Fraction.of(100)).round(step.mode, step.unit);
  const most = amount < payable ? amount : payable;
  if (most === 0n) return null;
  return {
    section: 'cut',
    code: 'hold',
    inputs: { reason: [...each.keys()].join(', '), pct: percent.toDecimal() },
    amount: toRupiah(-most),
    cite: duties[0]?.cite ?? ADJUSTMENT_CITE,
  };
}

/** What was paid for this month before it was judged: taken off, at most what the month pays. */
function advanceLines(facts: AllowanceFacts, paid: bigint, law: LawSet): SlipLine[] {
  let left = paid;
  return [...(facts.advances ?? [])]
    .sort((a, b) => (a.run < b.run ? -1 : a.run > b.run ? 1 : a.amount - b.amount))
    .map(({ run, amount }): SlipLine => {
      const given = BigInt(amount);
      const taken = given < left ? given : left;
      left -= taken;
      const rule = law.allowance.rules.runs?.[run];
      return {
        section: 'adjustment',
        code: 'advance',
        inputs: { name: rule?.name ?? run, ...(taken < given ? { paid: amount } : {}) },
        amount: toRupiah(-taken),
        cite: rule ? compactCite(law.allowance.cite(`runs.${run}`)) : ADJUSTMENT_CITE,
      };
    });
}

function adjustmentLines(facts: AllowanceFacts, law: LawSet): SlipLine[] {
  return (['released', 'adjustments'] as const).flatMap((list) =>
    [...((facts[list] ?? []) as AllowanceFacts['adjustments'])]
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.id < b.id ? -1 : 1))
      .map(({ id, month, cause, amount, due }): SlipLine => {
        const inputs = { id, month, cause, ...(due === undefined ? {} : { due }) };
        if (list === 'adjustments') return { section: 'adjustment', code: 'adjustment', inputs, amount, cite: ADJUSTMENT_CITE };
        const lapsed = lapse({ cause, month }, facts.month, law);
        return lapsed
          ? { section: 'info', code: 'held-lapsed', inputs: { ...inputs, held: amount }, amount: null, cite: lapsed }
          : { section: 'adjustment', code: 'released', inputs, amount, cite: ADJUSTMENT_CITE };
      }),
  );
}

/** A fact that the policy has no rule for pays and cuts nothing, and says so. */
function unknownLines(unknown: readonly { kind: string; code: string }[], law: LawSet): SlipLine[] {
  const seen = new Map(unknown.map((u) => [`${u.kind} ${u.code}`, u]));
  return [...seen.values()].map(({ kind, code }) => ({
    section: 'info',
    code: 'not-in-policy',
    inputs: { kind, fact: code },
    amount: null,
    cite: compactCite(law.allowance.cite('rounding')),
  }));
}

/**
 * The allowance (TPP) of one employee for one month, in the fixed order base → criteria → performance → person and
 * unit factor → cap → compliance → additions → rounding → tax and insurance (allowance-rules 8). Every line is kept.
 * Compliance, additions of the policy, tax and insurance have no key in the documents yet: their section is there, 0.
 */
import type {
  DecimalString,
  EmployeeKind,
  IsoDate,
  IsoMonth,
  LawReference,
  PostKind,
  Predicate,
  Rupiah,
  UnitKind,
} from '@ekinerja/contracts/basics';
import { criterionAmounts, grossLines, paidTotal } from './allowance/gross.js';
import { cutLines } from './allowance/cut-lines.js';
import { measureParts } from './allowance/parts.js';
import type { SlipLine } from './allowance/slip-line.js';
import type { DayJudgement } from './attendance.js';
import { toRupiah } from './fraction.js';
import type { LawSet } from './law.js';

export {
  inclusion,
  paymentMonth,
  ruleDay,
  type InclusionAnswer,
  type InclusionQuestion,
} from './allowance/inclusion.js';
export { blockers, type Blocker } from './allowance/blockers.js';
export type { SlipLine } from './allowance/slip-line.js';

/** Adjustments are the product's own (X-TPP-3): a closed month never changes. */
const ADJUSTMENT_CITE = 'ekinerja#Penyesuaian~';

export interface AllowanceFacts {
  /** Performance month. */
  month: IsoMonth;
  employeeKind: EmployeeKind;
  /** Class as text, `9` or `11.A`. */
  class: string;
  postKind: PostKind;
  unitKind: UnitKind;
  /** Days of the month that the person belongs to this slip. */
  from: IsoDate;
  to: IsoDate;
  /** Null: no presence row at all; must be waived before closing. */
  presence: readonly DayJudgement[] | null;
  presenceWaived: boolean;
  evaluation: { predicate: Predicate; score: DecimalString | null; month: IsoMonth } | null;
  evaluationWaived: boolean;
  /** Monthly quality score, where the law has one (BK 5). */
  qualityScore: DecimalString | null;
  activities: { acceptedCount: number; acceptedMinutes: number; daysWithEntry: number };
  adjustments: readonly { id: string; amount: Rupiah; month: IsoMonth; cause: string }[];
}

export interface AllowanceDecision {
  /** net = gross − cuts − deductions + adjustments; `cuts` and `deductions` are positive sums. */
  sections: { gross: Rupiah; cuts: Rupiah; deductions: Rupiah; adjustments: Rupiah; net: Rupiah };
  /** In printing order. A line's amount is signed: what it adds to the net (cuts are negative). */
  lines: SlipLine[];
  references: LawReference[];
}

/**
 * Calculates the slip. Pure: the same facts and law give the same bytes. Missing facts are computed as design.md
 * says for waived ones (each day absent by the table; performance part 0), with a line that names them; whether the
 * month may close with them is `blockers`' matter.
 * @throws RangeError when the class has no amount
 */
export function calculateAllowance(facts: AllowanceFacts, law: LawSet): AllowanceDecision {
  const criteria = criterionAmounts(facts, law);
  const gross = grossLines(criteria, facts, law);
  const parts = measureParts(criteria, facts, law);
  const grossTotal = gross.total;
  const paid = paidTotal(criteria, parts, law);
  const cuts = cutLines(parts, grossTotal - paid, law);
  const adjustments: SlipLine[] = [...facts.adjustments]
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.id < b.id ? -1 : 1))
    .map((a) => ({
      section: 'adjustment',
      code: 'adjustment',
      inputs: { id: a.id, month: a.month, cause: a.cause },
      amount: a.amount,
      cite: ADJUSTMENT_CITE,
    }));
  const adjusted = adjustments.reduce((sum, line) => sum + (line.amount ?? 0), 0);
  const net = paid + BigInt(adjusted);
  return {
    sections: {
      gross: toRupiah(grossTotal),
      cuts: toRupiah(grossTotal - paid),
      deductions: 0,
      adjustments: adjusted,
      net: toRupiah(net),
    },
    lines: [...gross.lines, ...parts.map((p) => p.line), ...cuts, ...adjustments],
    references: law.references,
  };
}

/** Gross lines: what would be paid in full, criterion by criterion. */
import { compactCite } from '../citation.js';
import { toRupiah } from '../fraction.js';
import type { LawSet } from '../law.js';
import { baseLines, type CriterionAmount, type CriterionFacts } from './criteria.js';
import type { Ledger } from './ledger.js';
import { roundCells, roundingLine } from './rounding.js';
import type { SlipLine } from './slip-line.js';

/** Base line and one gross line per criterion; together they are the rounded whole. */
export function grossLines(
  criteria: readonly CriterionAmount[],
  ledger: Ledger,
  facts: CriterionFacts,
  law: LawSet,
): { lines: SlipLine[]; total: bigint } {
  const { amounts, rounding, total } = roundCells(ledger.cells, 'full', law);
  const lines = baseLines(facts, law);
  for (const c of criteria)
    lines.push({
      section: 'gross',
      code: 'criterion',
      inputs: { name: c.name, pct: c.percent },
      amount: toRupiah(amounts.get(c.index) ?? 0n),
      cite: compactCite(law.allowance.cite(`criteria.${c.index}`)),
    });
  if (rounding !== 0n) lines.push(roundingLine('gross', rounding, law));
  return { lines, total };
}

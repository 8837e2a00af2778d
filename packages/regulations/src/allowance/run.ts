/** Special runs (dimension 15): THR, 13th month, supplementary – a share of some criteria. */
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { criterionAmounts } from './criteria.js';
import type { AllowanceFacts } from './facts.js';
import { grossLines } from './gross.js';
import { Ledger } from './ledger.js';
import { calculatePortion, type PortionResult } from './portion.js';
import { portionsOf } from './portions.js';
import type { SlipLine } from './slip-line.js';
import { isFor } from './who.js';

/** @throws RangeError when the policy knows no such run, or the person has no base amount */
export function calculateRun(facts: AllowanceFacts, code: string, law: LawSet): PortionResult {
  const rule = law.allowance.rules.runs?.[code];
  if (!rule) throw new RangeError(`Pembayaran "${code}" tidak diatur di ${law.allowance.id}`);
  const [portion] = portionsOf(facts, law);
  if (!portion) throw new RangeError('Tidak ada hari kerja pada bulan ini');
  const percent = rule.rates?.find((r) => isFor(r.who, portion.facts))?.percent ?? rule.percent;
  const share = Fraction.percent(percent);
  const given = (c: string) => !rule.criteria || rule.criteria.includes(c);
  const line: SlipLine = {
    section: 'info',
    code: 'run',
    inputs: { name: rule.name, pct: percent },
    amount: null,
    cite: compactCite(law.allowance.cite(`runs.${code}`)),
  };
  if (rule.performance) {
    const result = calculatePortion({ ...portion, weight: share, criteria: rule.criteria }, law);
    return { ...result, lines: [line, ...result.lines] };
  }
  const criteria = criterionAmounts(portion.facts, law, share).filter((c) => given(c.code));
  const ledger = new Ledger(criteria.map((c) => ({ criterion: c, part: null, full: c.full, paid: c.full })));
  const { lines, total } = grossLines(criteria, ledger, portion.facts, law);
  return { lines: [line, ...lines], cuts: [], gross: total, paid: total, ledger, held: [], unknown: [] };
}

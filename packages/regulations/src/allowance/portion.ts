/** One portion of the month, from criteria to what is paid, every step kept as a line. */
import { compactCite } from '../citation.js';
import type { Basis } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { criterionAmounts } from './criteria.js';
import { cutLines } from './cut-lines.js';
import { disciplineCuts, heldByTable } from './discipline.js';
import { grossLines } from './gross.js';
import { takeLeave } from './leave.js';
import { Ledger } from './ledger.js';
import { takeLimits } from './limits.js';
import { readMeasure } from './measures.js';
import { percentOf, takeCompliance, type Held, takeProfession, takePunishments } from './obligations.js';
import { measureParts, partsFor } from './parts.js';
import type { Portion } from './portions.js';
import { stepped } from './reading.js';
import { roundCells } from './rounding.js';
import type { SlipLine } from './slip-line.js';
import { isFor } from './who.js';

export interface PortionResult {
  /** Gross and info lines, then cuts. */
  lines: SlipLine[];
  cuts: SlipLine[];
  gross: bigint;
  paid: bigint;
  ledger: Ledger;
  held: Held[];
  /** Facts that the policy has no rule for. */
  unknown: { kind: string; code: string }[];
}

export function calculatePortion(portion: Portion, law: LawSet): PortionResult {
  const { facts, weight } = portion;
  const criteria = criterionAmounts(facts, law, weight).filter(
    (c) => portion.criteria === undefined || portion.criteria.includes(c.code),
  );
  const { ledger, lines } = measureParts(criteria, portion, law);
  takeOutcome(ledger, facts, law);
  takeMultipliers(ledger, portion, law);
  takeTableCuts(ledger, portion, law);
  const leaves = takeLeave(ledger, portion, law);
  const punishments = takePunishments(ledger, facts, law);
  const { unknown: duties, held: duty } = takeCompliance(ledger, facts, law);
  const held = [...duty, ...heldByTables(portion, law)];
  takeLimits(ledger, facts, weight, law);
  const profession = takeProfession(ledger, facts, weight, law);
  ledger.floor(compactCite(law.allowance.cite('rounding')));
  const gross = grossLines(criteria, ledger, facts, law);
  const { total: paid } = roundCells(ledger.cells, 'paid', law);
  return {
    lines: [...spanLine(portion, law), ...gross.lines, ...lines],
    cuts: cutLines(ledger.cuts, gross.total - paid, law),
    gross: gross.total,
    paid,
    ledger,
    held,
    unknown: [
      // A leave that the policy does not rule is left to the presence rows.
      ...leaves
        .filter(() => law.allowance.rules.leave !== undefined)
        .map((f) => ({ kind: 'leaves', code: f.type })),
      ...punishments.map((f) => ({ kind: 'punishments', code: f.level })),
      ...duties.map((f) => ({ kind: 'compliance', code: f.code })),
      ...profession.map((f) => ({ kind: 'profession', code: f.code })),
    ],
  };
}

/** All parts together read in one table: what they reached becomes what is paid. */
function takeOutcome(ledger: Ledger, facts: Portion['facts'], law: LawSet): void {
  const { outcome } = law.allowance.rules;
  if (!outcome || !isFor(outcome.who, facts)) return;
  const judged = ledger.cells.filter((c) => c.part !== null);
  const full = Fraction.sum(judged.map((c) => c.full));
  const paid = Fraction.sum(judged.map((c) => c.paid));
  if (full.isZero()) return;
  const reached = paid.div(full).mul(Fraction.of(100));
  const pays = stepped(reached, outcome.steps, reached);
  const due = full.mul(pays).div(Fraction.of(100));
  if (due.compare(paid) === 0) return;
  const lost = judged.map((c) => c.full.sub(c.paid).max(Fraction.zero));
  const all = Fraction.sum(lost);
  // More than was reached: each part gets back of what it lost. Less: each in proportion. Beyond the whole: by the full amounts.
  const rises = due.compare(paid) > 0 && due.compare(full) <= 0 && !all.isZero();
  judged.forEach((cell, i) => {
    if (rises) cell.paid = cell.paid.add((lost[i] ?? Fraction.zero).mul(due.sub(paid)).div(all));
    else if (due.compare(paid) > 0) cell.paid = cell.full.mul(due).div(full);
    else cell.paid = cell.paid.mul(due).div(paid);
  });
  ledger.cuts.push({
    code: 'outcome',
    inputs: { reached: reached.toDecimal(4), pct: pays.toDecimal(4) },
    exact: paid.sub(due),
    cite: compactCite(law.allowance.cite('outcome.steps')),
  });
}

/** What is measured for the whole, not for a part: it multiplies what the parts left. */
function takeMultipliers(ledger: Ledger, { facts, month }: Portion, law: LawSet): void {
  law.allowance.rules.multipliers?.forEach((rule, i) => {
    const reading = isFor(rule.who, facts)
      ? readMeasure(rule.measure, { part: rule.name, facts, month, law })
      : null;
    if (!reading) return;
    const hundred = Fraction.of(100);
    const percent = 'missing' in reading ? hundred : hundred.sub(reading.percent);
    if (percent.isZero()) return;
    const { parts, criteria } = rule;
    const basis: Basis = { of: 'realised', ...(parts ? { parts } : {}), ...(criteria ? { criteria } : {}) };
    const missing = 'missing' in reading;
    const code = missing
      ? `${reading.missing}-${facts.evaluationWaived ? 'waived' : 'missing'}`
      : 'multiplier';
    const inputs: SlipLine['inputs'] = missing ? {} : { name: rule.name, pct: reading.percent.toDecimal(4) };
    const cite = compactCite(law.allowance.cite(`multipliers.${i}`));
    ledger.take({ code, inputs, exact: percentOf(ledger, basis, percent, law), cite }, basis);
  });
}

/** Discipline tables outside the parts, over the whole or what is left of it. */
function takeTableCuts(ledger: Ledger, { facts }: Portion, law: LawSet): void {
  const { cuts, rounding } = law.allowance.rules;
  for (const rule of cuts ?? []) {
    if (!isFor(rule.who, facts)) continue;
    const base = ledger.amountOf(rule);
    const found = disciplineCuts({
      table: rule.table,
      facts,
      law,
      base,
      amountOf: (b) => ledger.amountOf(b),
    });
    const step = rounding.on?.cut;
    // Every cut of one table rests on the same base, also where that base is what is left.
    const exacts = found.map((c) => {
      const amount = base.mul(c.percent).div(Fraction.of(100));
      return step ? Fraction.ratio(amount.round(step.mode, step.unit), 1n) : amount;
    });
    const frozen = ledger.cells.map((c) => ({ ...c }));
    const shares = new Ledger(frozen);
    found.forEach((c, i) =>
      ledger.cuts.push({
        code: c.code,
        inputs: { ...c.inputs, of: rule.of ?? 'whole' },
        exact: exacts[i] ?? Fraction.zero,
        cite: c.cite,
      }),
    );
    shares.take({ code: '', inputs: {}, exact: Fraction.sum(exacts), cite: '' }, rule);
    ledger.cells.forEach((cell, i) => (cell.paid = frozen[i]?.paid ?? cell.paid));
  }
}

/** Discipline tables that judge this person may hold the month's payment. */
function heldByTables({ facts }: Portion, law: LawSet): Held[] {
  const tables = [
    ...partsFor(facts, law).flatMap(({ measure }) => (measure.kind === 'discipline' ? [measure.table] : [])),
    ...(law.allowance.rules.cuts ?? []).flatMap((cut) => (isFor(cut.who, facts) ? [cut.table] : [])),
  ];
  return tables.flatMap((table) => heldByTable(table, facts, law) ?? []);
}

function spanLine({ span }: Portion, law: LawSet): SlipLine[] {
  if (!span) return [];
  return [
    {
      section: 'info',
      code: 'segment',
      inputs: span,
      amount: null,
      cite: compactCite(law.allowance.cite('transfer.prorate')),
    },
  ];
}

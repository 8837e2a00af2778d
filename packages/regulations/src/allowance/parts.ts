/** The weighted parts (dimensions 3 to 5): which criteria each touches, what it measured, what is missing. */
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import type { CriterionAmount } from './criteria.js';
import { disciplineCuts } from './discipline.js';
import { Ledger, type Cell } from './ledger.js';
import { readMeasure } from './measures.js';
import type { Portion } from './portions.js';
import { stepped } from './reading.js';
import type { SlipLine } from './slip-line.js';
import { isFor } from './who.js';

/** A reason why less than the full part is paid: `percent` of the part's full amount. Negative gives back. */
export interface PartCut {
  code: string;
  inputs: Record<string, string | number>;
  percent: Fraction;
  cite: string;
}

const HUNDRED = Fraction.of(100);

/** The parts that hold for this person, with their path in the document. */
export function partsFor(facts: Parameters<typeof isFor>[1], law: LawSet) {
  const { performance, performanceFor } = law.allowance.rules;
  const own = performanceFor?.findIndex((g) => isFor(g.who, facts)) ?? -1;
  const parts = own < 0 ? performance : (performanceFor?.[own]?.parts ?? performance);
  const path = own < 0 ? 'performance' : `performanceFor.${own}.parts`;
  return parts.map((part, i) => ({ ...part, path: `${path}.${i}` }));
}

/** A part touches the criteria that it names, else all that are not flat. */
export function touches(
  part: { criteria?: readonly string[] },
  c: { code: string; flat?: boolean },
): boolean {
  return part.criteria ? part.criteria.includes(c.code) : c.flat !== true;
}

/** Splits the criteria over the parts, measures each and takes off what is missing; info lines show the full amounts. */
export function measureParts(
  criteria: readonly CriterionAmount[],
  portion: Portion,
  law: LawSet,
): { ledger: Ledger; lines: SlipLine[] } {
  const parts = partsFor(portion.facts, law);
  const cells = criteria.flatMap((criterion): Cell[] => {
    const touching = parts.filter((p) => touches(p, criterion));
    if (touching.length === 0) return [{ criterion, part: null, full: criterion.full, paid: criterion.full }];
    return touching.map((p) => {
      const full = criterion.full.mul(Fraction.percent(p.share));
      return { criterion, part: p.part, full, paid: full };
    });
  });
  const ledger = new Ledger(cells);
  const lines = parts.map((part): SlipLine => {
    const own = cells.filter((c) => c.part === part.part);
    const full = Fraction.sum(own.map((c) => c.full));
    takeOff(ledger, part, own, full, portion, law);
    return {
      section: 'info',
      code: 'part',
      inputs: { part: part.part, share: part.share },
      amount: null,
      result: full.round(law.allowance.rules.rounding.mode).toString(),
      cite: compactCite(law.allowance.cite(part.path)),
    };
  });
  return { ledger, lines };
}

type Part = ReturnType<typeof partsFor>[number];

function takeOff(
  ledger: Ledger,
  part: Part,
  own: Cell[],
  full: Fraction,
  portion: Portion,
  law: LawSet,
): void {
  const { rounding } = law.allowance.rules;
  const cuts = cutsOf(part, full, ledger, portion, law);
  const exact = cuts.map((c) => {
    const amount = full.mul(c.percent).div(HUNDRED);
    const step = rounding.on?.cut;
    return step ? Fraction.ratio(amount.round(step.mode, step.unit), 1n) : amount;
  });
  cuts.forEach(({ code, inputs, cite }, i) =>
    ledger.cuts.push({ code, inputs, exact: exact[i] ?? Fraction.zero, cite }),
  );
  if (full.isZero()) return;
  let achieved = Fraction.one.sub(Fraction.sum(exact).div(full));
  if (rounding.percent) {
    const scale = Fraction.of(10 ** rounding.percent.digits * 100);
    achieved = Fraction.ratio(achieved.mul(scale).round(rounding.percent.mode), 1n).div(scale);
  }
  const step = rounding.on?.part;
  for (const cell of own) {
    const paid = cell.full.mul(achieved);
    cell.paid = step ? Fraction.ratio(paid.round(step.mode, step.unit), 1n) : paid;
  }
}

function cutsOf(part: Part, full: Fraction, ledger: Ledger, portion: Portion, law: LawSet): PartCut[] {
  const { measure, path } = part;
  const { facts, month } = portion;
  const cite = (key = '') => compactCite(law.allowance.cite(`${path}.measure${key}`));
  const cuts: PartCut[] = [];
  const reading = readMeasure(measure, { part: part.part, facts, month, law });
  if (measure.kind === 'discipline') {
    const ownBase = measure.of !== undefined || measure.parts !== undefined || measure.criteria !== undefined;
    const base = ownBase ? ledger.amountOf(measure) : full;
    const scale = ownBase && !full.isZero() ? base.div(full) : Fraction.one;
    const of = measure.of ?? 'whole';
    const found = disciplineCuts({
      table: measure.table,
      facts,
      law,
      base,
      amountOf: (basis) => ledger.amountOf(basis),
    });
    cuts.push(
      ...found.map((c) =>
        ownBase ? { ...c, inputs: { ...c.inputs, of }, percent: c.percent.mul(scale) } : c,
      ),
    );
  } else if (reading && 'missing' in reading) {
    const code = facts.evaluationWaived ? `${reading.missing}-waived` : `${reading.missing}-missing`;
    cuts.push({ code, inputs: {}, percent: HUNDRED, cite: cite() });
  } else if (reading) {
    const missing = HUNDRED.sub(reading.percent);
    if (!missing.isZero())
      cuts.push({ code: reading.code, inputs: reading.inputs, percent: missing, cite: cite(reading.key) });
  }
  if (part.steps) {
    const achieved = HUNDRED.sub(Fraction.sum(cuts.map((c) => c.percent)));
    const paid = stepped(achieved, part.steps, achieved);
    const percent = achieved.sub(paid);
    if (!percent.isZero())
      cuts.push({
        code: measure.kind === 'discipline' ? 'discipline-steps' : 'part-steps',
        inputs: { reached: achieved.toDecimal(4), pct: paid.toDecimal() },
        percent,
        cite: compactCite(law.allowance.cite(`${path}.steps`)),
      });
  }
  return cuts;
}

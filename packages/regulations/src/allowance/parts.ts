/** The weighted parts of the touched criteria: discipline, predicate, quality score, minutes. */
import type { AllowanceFacts } from '../allowance.js';
import { compactCite } from '../citation.js';
import { Fraction } from '../fraction.js';
import type { LawSet } from '../law.js';
import { disciplineCuts } from './discipline.js';
import type { CriterionAmount } from './gross.js';
import type { SlipLine } from './slip-line.js';

/** A reason why less than the full part is paid: `percent` of the part's full amount. Negative gives back. */
export interface PartCut {
  code: string;
  inputs: Record<string, string | number>;
  percent: Fraction;
  cite: string;
}
export interface MeasuredPart {
  /** Weight as ratio. */
  share: Fraction;
  /** Paid ratio of the part, 1 − Σ cuts. */
  achieved: Fraction;
  /** Exact full amount of the part. */
  full: Fraction;
  cuts: PartCut[];
  line: SlipLine;
}

const HUNDRED = Fraction.of(100);

/** Measures each part; its info line shows the full amount, its cuts say what is missing. */
export function measureParts(
  criteria: readonly CriterionAmount[],
  facts: AllowanceFacts,
  law: LawSet,
): MeasuredPart[] {
  const touched = Fraction.sum(criteria.filter((c) => !c.flat).map((c) => c.full));
  return law.allowance.rules.performance.map((part, i) => {
    const cuts = cutsOf(i, facts, law);
    const share = Fraction.percent(part.share);
    const full = touched.mul(share);
    const achieved = Fraction.one.sub(Fraction.sum(cuts.map((c) => c.percent)).div(HUNDRED));
    return {
      share,
      achieved,
      full,
      cuts,
      line: {
        section: 'info',
        code: 'part',
        inputs: { part: part.part, share: part.share },
        amount: null,
        result: full.round(law.allowance.rules.rounding.mode).toString(),
        cite: compactCite(law.allowance.cite(`performance.${i}`)),
      },
    };
  });
}

function cutsOf(index: number, facts: AllowanceFacts, law: LawSet): PartCut[] {
  const part = law.allowance.rules.performance[index];
  if (!part) return [];
  const { measure } = part;
  const cite = (key = '') => compactCite(law.allowance.cite(`performance.${index}.measure${key}`));
  switch (measure.kind) {
    case 'discipline':
      return disciplineCuts(measure.table, facts, law);
    case 'predicate': {
      if (!facts.evaluation) return [nothing('evaluation', facts.evaluationWaived, cite())];
      const { predicate } = facts.evaluation;
      const paid = measure.steps[predicate] ?? '0';
      return short('predicate', { predicate, pct: paid }, Fraction.of(paid), cite(`.steps.${predicate}`));
    }
    case 'score': {
      if (facts.qualityScore === null) return [nothing('quality', facts.evaluationWaived, cite())];
      const paid = Fraction.of(facts.qualityScore)
        .div(Fraction.of(measure.maximum))
        .mul(HUNDRED)
        .min(HUNDRED);
      return short('score', { score: facts.qualityScore, max: measure.maximum }, paid, cite());
    }
    case 'minutes': {
      const paid = Fraction.of(facts.activities.acceptedMinutes)
        .div(Fraction.of(measure.target))
        .mul(HUNDRED)
        .min(HUNDRED);
      return short(
        'minutes',
        { minutes: facts.activities.acceptedMinutes, target: measure.target },
        paid,
        cite(),
      );
    }
  }
}

/** A cut for what is missing to 100 %; none when the part is paid in full. */
function short(code: string, inputs: PartCut['inputs'], paid: Fraction, cite: string): PartCut[] {
  const missing = HUNDRED.sub(paid);
  return missing.isZero() ? [] : [{ code, inputs, percent: missing, cite }];
}

/** The fact is not there: the part is 0, said by a line of its own (design.md "Missing facts"). */
function nothing(fact: 'evaluation' | 'quality', waived: boolean, cite: string): PartCut {
  return { code: waived ? `${fact}-waived` : `${fact}-missing`, inputs: {}, percent: HUNDRED, cite };
}

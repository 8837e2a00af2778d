/** What a performance part measured, in percent of its full amount (dimension 5). */
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { addMonths, firstDay } from '../dates.js';
import type { Step } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { AllowanceFacts, EvaluationFact } from './facts.js';
import { activityCount, logDays, workMinutes } from './measure-work.js';
import { stepped, targetOf, type Measure, type MeasureFacts, type Reading } from './reading.js';

const HUNDRED = Fraction.of(100);

/** @returns null for discipline, which is not one number */
export function readMeasure(measure: Measure, q: MeasureFacts): Reading | null {
  const { facts } = q;
  switch (measure.kind) {
    case 'discipline':
      return null;
    case 'full':
      return { percent: HUNDRED, code: 'full', inputs: {} };
    case 'predicate': {
      const found = evaluationFor(facts, measure.lag);
      if (!found) return { missing: 'evaluation' };
      const { predicate } = found;
      const pct = measure.steps[predicate] ?? '0';
      const inputs: Record<string, string> = { predicate, pct };
      if (measure.lag) inputs.from = found.month;
      return { percent: Fraction.of(pct), code: 'predicate', inputs, key: `.steps.${predicate}` };
    }
    case 'score': {
      if (facts.qualityScore === null) return { missing: 'quality' };
      const percent = ratio(facts.qualityScore, String(measure.maximum)).min(HUNDRED);
      return { percent, code: 'score', inputs: { score: facts.qualityScore, max: measure.maximum } };
    }
    case 'score-steps': {
      const quality = measure.source === 'quality';
      const score = quality ? facts.qualityScore : evaluationFor(facts, measure.lag)?.score;
      if (score === null || score === undefined) return { missing: quality ? 'quality' : 'evaluation' };
      const percent = stepped(Fraction.of(score), measure.steps);
      return { percent, code: 'score-step', inputs: { score, pct: percent.toDecimal() } };
    }
    case 'minutes': {
      const minutes = facts.activities.acceptedMinutes;
      const target = targetOf(q, measure.target);
      const percent = ratio(String(minutes), String(target)).min(HUNDRED);
      return { percent, code: 'minutes', inputs: { minutes, target } };
    }
    case 'work-minutes':
      return workMinutes(measure, q);
    case 'activities':
      return activityCount(measure, q);
    case 'log-days':
      return logDays(measure, q);
    case 'submission-date':
      return submission(measure, facts);
    case 'unit-score':
      return valued('unit-score', facts.unitScore, measure.maximum, measure.steps);
    case 'staff-average':
      return valued('staff-average', facts.staffAverage, measure.maximum ?? '100', measure.steps);
    case 'given':
      return valued(
        'given',
        facts.measured?.[measure.fact],
        measure.maximum ?? '100',
        measure.steps,
        measure.fact,
      );
    case 'points': {
      if (!facts.points) return { missing: 'evaluation' };
      const points = Fraction.sum(
        measure.items.map((i) => Fraction.of(facts.points?.[i.code] ?? '0').min(Fraction.of(i.maximum))),
      );
      const reached = points.div(Fraction.of(measure.outOf)).mul(HUNDRED).min(HUNDRED);
      const percent = measure.steps ? stepped(reached, measure.steps) : reached;
      return { percent, code: 'points', inputs: { points: points.toDecimal(), of: measure.outOf } };
    }
  }
}

function ratio(value: string, of: string): Fraction {
  return Fraction.of(value).div(Fraction.of(of)).mul(HUNDRED);
}

function valued(
  code: string,
  value: string | null | undefined,
  maximum: string,
  steps: readonly Step[] | undefined,
  fact?: string,
): Reading {
  if (value === null || value === undefined) return { missing: 'evaluation' };
  const percent = steps ? stepped(Fraction.of(value), steps) : ratio(value, maximum).min(HUNDRED);
  return { percent, code, inputs: { ...(fact ? { fact } : {}), score: value, max: maximum } };
}

function submission(measure: Extract<Measure, { kind: 'submission-date' }>, facts: AllowanceFacts): Reading {
  const on = facts.submittedOn;
  if (!on) return { percent: Fraction.zero, code: 'not-submitted', inputs: {} };
  const next = firstDay(addMonths(facts.month, 1));
  const day = on < next ? 1 : on.slice(0, 7) === next.slice(0, 7) ? Number(on.slice(8, 10)) : 99;
  const step = [...measure.steps].sort((a, b) => a.untilDay - b.untilDay).find((s) => day <= s.untilDay);
  return {
    percent: Fraction.of(step?.percent ?? '0'),
    code: 'submitted',
    inputs: { on, pct: step?.percent ?? '0' },
  };
}

type Lag = NonNullable<Extract<Measure, { kind: 'predicate' }>['lag']>;

/** The evaluation that pays this month; with a lag, the latest of the earlier period. */
export function evaluationFor(facts: AllowanceFacts, lag: Lag | undefined): EvaluationFact | null {
  if (!lag) return facts.evaluation;
  const { from, to } = laggedPeriod(facts.month, lag);
  const known = [...(facts.evaluations ?? []), ...(facts.evaluation ? [facts.evaluation] : [])];
  return (
    known
      .filter((e) => from <= e.month && e.month <= to)
      .sort((a, b) =>
        a.month < b.month ? 1 : a.month > b.month ? -1 : a.predicate < b.predicate ? -1 : 1,
      )[0] ?? null
  );
}

function laggedPeriod(month: IsoMonth, lag: Lag): { from: IsoMonth; to: IsoMonth } {
  if ('months' in lag) {
    const one = addMonths(month, -lag.months);
    return { from: one, to: one };
  }
  if ('years' in lag) {
    const year = Number(month.slice(0, 4)) - lag.years;
    return { from: `${year}-01`, to: `${year}-12` };
  }
  const start = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3) - 3 * lag.quarters);
  return { from: start, to: addMonths(start, 2) };
}

/** What a performance part measured, in percent of its full amount (dimension 5). */
import type { IsoDate, IsoMonth, Predicate } from '@ekinerja/contracts/basics';
import { addDays, addMonths, firstDay } from '../dates.js';
import type { Step } from '../document/allowance/who-schema.js';
import { Fraction } from '../fraction.js';
import type { AllowanceFacts, EvaluationFact } from './facts.js';
import type { LawSet } from '../law.js';
import { PREDICATE_WORDS } from '../slip-words/predicates.js';
import { activityCount, logDays, workMinutes } from './measure-work.js';
import { stepped, targetOf, type Measure, type MeasureFacts, type Reading } from './reading.js';

const HUNDRED = Fraction.of(100);

/** @returns null for discipline, which is not one number */
export function readMeasure(measure: Measure, q: MeasureFacts): Reading | null {
  const reading = readKnown(measure, q);
  if (!reading || !('missing' in reading) || !('without' in measure) || measure.without === undefined) return reading;
  return { percent: Fraction.of(measure.without), code: 'without', inputs: { pct: measure.without }, key: '.without' };
}

function readKnown(measure: Measure, q: MeasureFacts): Reading | null {
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
      const label = ownLabel(predicate, q.law);
      if (label) inputs.label = label;
      if (measure.lag) inputs.from = found.month;
      return { percent: Fraction.of(pct), code: 'predicate', inputs, key: `.steps.${predicate}` };
    }
    case 'score': {
      const skp = measure.source === 'evaluation';
      const score = skp ? evaluationFor(facts, measure.lag)?.score : facts.qualityScore;
      if (score === null || score === undefined) return { missing: skp ? 'evaluation' : 'quality' };
      const percent = ratio(score, String(measure.maximum)).min(Fraction.of(measure.highest ?? '100'));
      return { percent, code: skp ? 'evaluation-score' : 'score', inputs: { score, max: measure.maximum } };
    }
    case 'score-steps': {
      const quality = measure.source === 'quality';
      const score = quality ? facts.qualityScore : evaluationFor(facts, measure.lag)?.score;
      if (score === null || score === undefined) return { missing: quality ? 'quality' : 'evaluation' };
      const percent = stepped(Fraction.of(score), measure.steps, Fraction.of(score));
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
      return submission(measure, facts, q.law);
    case 'unit-score':
      return valued('unit-score', facts.unitScore, measure);
    case 'staff-average':
      return valued('staff-average', facts.staffAverage, measure);
    case 'given':
      return valued('given', facts.measured?.[measure.fact], measure, measure.fact);
    case 'points': {
      if (!facts.points) return { missing: 'evaluation' };
      const points = Fraction.sum(
        measure.items.map((i) => Fraction.of(facts.points?.[i.code] ?? '0').min(Fraction.of(i.maximum))),
      );
      const reached = points.div(Fraction.of(measure.outOf)).mul(HUNDRED).min(Fraction.of(measure.highest ?? '100'));
      const percent = measure.steps ? stepped(reached, measure.steps, reached) : reached;
      return { percent, code: 'points', inputs: { points: points.toDecimal(), of: measure.outOf } };
    }
  }
}

/** What the law calls the predicate, where that is not the usual word; it travels with the line. */
function ownLabel(predicate: Predicate, law: LawSet): string | null {
  const label = law.performance.rules.evaluation.labels[predicate];
  return label === undefined || label === PREDICATE_WORDS[predicate] ? null : label;
}

function ratio(value: string, of: string): Fraction {
  return Fraction.of(value).div(Fraction.of(of)).mul(HUNDRED);
}

function valued(
  code: string,
  value: string | null | undefined,
  measure: { maximum?: string; highest?: string; steps?: readonly Step[] },
  fact?: string,
): Reading {
  const { maximum = '100', highest = '100', steps } = measure;
  if (value === null || value === undefined) return { missing: 'evaluation' };
  const percent = steps
    ? stepped(Fraction.of(value), steps, ratio(value, maximum))
    : ratio(value, maximum).min(Fraction.of(highest));
  return { percent, code, inputs: { ...(fact ? { fact } : {}), score: value, max: maximum } };
}

function submission(
  measure: Extract<Measure, { kind: 'submission-date' }>,
  facts: AllowanceFacts,
  law: LawSet,
): Reading {
  const on = facts.submittedOn;
  if (!on) return { percent: Fraction.zero, code: 'not-submitted', inputs: {} };
  const next = firstDay(addMonths(facts.month, 1));
  const until = (s: (typeof measure.steps)[number]): IsoDate =>
    s.untilDay !== undefined
      ? `${next.slice(0, 7)}-${String(s.untilDay).padStart(2, '0')}`
      : law.working.addWorkingDays(addDays(next, -1), s.untilWorkingDay ?? 1);
  const step = measure.steps.toSorted((a, b) => (until(a) < until(b) ? -1 : 1)).find((s) => on <= until(s));
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
  const [months, back] = 'semesters' in lag ? [6, lag.semesters] : [3, lag.quarters];
  const start = addMonths(month, -((Number(month.slice(5, 7)) - 1) % months) - months * back);
  return { from: start, to: addMonths(start, months - 1) };
}

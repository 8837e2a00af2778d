/**
 * Realisation of the indicators of an SKP (BN 10): what the accepted entries come to, how far the target is reached, and
 * the facts from which the SKP's score follows. A realisation may exceed its target (BN 10(3)).
 */
import type { Citation, DecimalString, DerivationStep, PostKind } from '@ekinerja/contracts/basics';
import { CREATIVITY_LEVELS, type CreativityLevel } from '@ekinerja/contracts/measurements';
import { attainment, type IndicatorFact } from './evaluation/attainment.js';
import { Fraction } from './fraction.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { workScore, type IndicatorFacts, type PerkaActivity, type PerkaFacts } from './work-score.js';

export type MeasurementRhythm = 'monthly' | 'quarterly' | 'semesterly' | 'yearly';

/** Accepted entries of one result, by the unit of their output. */
export interface GatheredOutput {
  unit: string;
  quantity: DecimalString;
}
export interface MeasuredIndicator {
  resultId: string;
  task: 'main' | 'additional';
  resultTitle: string;
  aspect: 'quantity' | 'quality' | 'time' | 'cost';
  target: string;
  targetTo: string;
  unit: string;
  direction: 'bigger' | 'smaller' | 'range';
  /** As confirmed, or as stated while it is not. */
  realised: string | null;
}

/** How often realisation is measured; several at once are allowed (BN 10(2)). Silent: with each evaluation, and yearly. */
export function measurementRhythms(law: LawSet): MeasurementRhythm[] {
  const { measurement, period } = law.performance.rules.evaluation;
  return measurement ? [...measurement] : [...new Set<MeasurementRhythm>([period, 'yearly'])];
}

/** The article behind the rhythm of measurement. */
export function measurementCite(law: LawSet): Citation {
  const { measurement } = law.performance.rules.evaluation;
  return law.performance.cite(measurement ? 'evaluation.measurement' : 'evaluation.period');
}

/** `1.234,5`, `1234.5`, `95 %` as a number; null where the text is none. */
export function numberIn(text: string | null): DecimalString | null {
  if (text === null) return null;
  const bare = text.trim().replace(/\s*%$/, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  return /^\d+([.,]\d+)?$/.test(bare) ? bare.replace(',', '.') : null;
}

const sameUnit = (a: string, b: string) => a.trim().toLocaleLowerCase('id') === b.trim().toLocaleLowerCase('id');

/**
 * What the system proposes: the sum of the outputs accepted in the target's own unit. Quality, time and cost do not
 * stand in the entries, and smaller-is-better cannot be added up: there it proposes nothing.
 */
export function proposedRealisation(
  { aspect, unit, direction }: Pick<MeasuredIndicator, 'aspect' | 'unit' | 'direction'>,
  gathered: readonly GatheredOutput[],
): DecimalString | null {
  if (aspect !== 'quantity' || direction === 'smaller') return null;
  const fitting = gathered.filter((output) => sameUnit(output.unit, unit));
  if (fitting.length === 0) return null;
  return Fraction.sum(fitting.map(({ quantity }) => Fraction.of(quantity))).toDecimal();
}

function factOf({ target, targetTo, direction, realised }: MeasuredIndicator): IndicatorFact | null {
  const [from, to, is] = [numberIn(target), numberIn(targetTo), numberIn(realised)];
  if (from === null || is === null) return null;
  if (direction === 'range' && to === null) return null;
  return {
    target: direction === 'range' ? { from, to: to as string } : from,
    realised: is,
    ...(direction === 'smaller' ? { smallerIsBetter: true } : {}),
  };
}

/** Realisation against target in percent, exact to four decimals; null where either is no number. */
export function attainmentOf(indicator: MeasuredIndicator): DecimalString | null {
  const fact = factOf(indicator);
  return fact && attainment(fact).toDecimal(4);
}

/** A realisation as written: a number wherever the target is one (BN 6(6)); never longer than the target's words. */
export function checkRealisation(indicator: MeasuredIndicator): RuleRefusal | null {
  const { realised, target, resultTitle, aspect } = indicator;
  if (realised === null || realised.trim() === '')
    return { code: 'measurement.missing', params: { result: resultTitle, aspect } };
  if (numberIn(target) !== null && numberIn(realised) === null)
    return { code: 'measurement.number', params: { result: resultTitle, aspect, value: realised } };
  return null;
}

/**
 * What the formula adds for creativity that a letter proves, by level (Perka BKN 1/2013): once, for the year as a whole.
 * @returns empty where the law's formula knows none, or the period is not the year
 */
export function creativityScores(rhythm: MeasurementRhythm, law: LawSet): { level: CreativityLevel; score: DecimalString }[] {
  const score = law.performance.rules.evaluation.workScore;
  if (rhythm !== 'yearly' || score?.formula !== 'perka-bkn-1-2013') return [];
  return CREATIVITY_LEVELS.flatMap((level) => (score.creativity[level] ? [{ level, score: score.creativity[level] }] : []));
}

/** The score of the SKP from a whole measurement; null where the law knows none, or a figure is not a number. */
export function measuredScore(
  indicators: readonly MeasuredIndicator[],
  postKind: PostKind,
  law: LawSet,
  creativity: CreativityLevel | null = null,
): { score: DecimalString; derivation: DerivationStep[] } | null {
  const formula = law.performance.rules.evaluation.workScore?.formula;
  if (!formula || indicators.length === 0) return null;
  const facts = formula === 'perka-bkn-1-2013' ? perkaFacts(indicators, creativity) : indicatorFacts(indicators, postKind);
  const result = facts && workScore(facts, law);
  return result && 'score' in result ? result : null;
}

function byResult(indicators: readonly MeasuredIndicator[]): MeasuredIndicator[][] {
  const groups = new Map<string, MeasuredIndicator[]>();
  for (const one of indicators) groups.set(one.resultId, [...(groups.get(one.resultId) ?? []), one]);
  return [...groups.values()];
}

function perkaFacts(indicators: readonly MeasuredIndicator[], creativity: CreativityLevel | null): PerkaFacts | null {
  const activities: PerkaActivity[] = [];
  for (const lines of byResult(indicators.filter(({ task }) => task === 'main'))) {
    const activity = perkaActivity(lines);
    if (!activity) return null;
    activities.push(activity);
  }
  const additionalTasks = byResult(indicators.filter(({ task }) => task === 'additional')).length;
  return activities.length === 0 ? null : { activities, additionalTasks, ...(creativity ? { creativity: [creativity] } : {}) };
}

/** Quantity, quality and time are always there; cost where the SKP has it. */
function perkaActivity(lines: readonly MeasuredIndicator[]): PerkaActivity | null {
  const of = (aspect: MeasuredIndicator['aspect']) => lines.find((line) => line.aspect === aspect);
  const pair = (aspect: MeasuredIndicator['aspect']) => {
    const line = of(aspect);
    const [target, realised] = [numberIn(line?.target ?? null), numberIn(line?.realised ?? null)];
    return target === null || realised === null ? null : { target, realised };
  };
  const [output, quality, time, cost] = [pair('quantity'), pair('quality'), pair('time'), pair('cost')];
  if (!output || !quality || !time || (of('cost') && !cost)) return null;
  const side = (which: 'target' | 'realised') => ({
    output: output[which], quality: quality[which], time: time[which], ...(cost ? { cost: cost[which] } : {}),
  });
  return { name: lines[0]?.resultTitle ?? '', target: side('target'), realised: side('realised') };
}

function indicatorFacts(indicators: readonly MeasuredIndicator[], postKind: PostKind): IndicatorFacts | null {
  const plans = (task: MeasuredIndicator['task']) =>
    byResult(indicators.filter((one) => one.task === task)).map((lines) => ({
      name: lines[0]?.resultTitle ?? '',
      indicators: lines.map(factOf),
    }));
  const whole = (list: ReturnType<typeof plans>): list is { name: string; indicators: IndicatorFact[] }[] =>
    list.every((plan) => plan.indicators.every((fact) => fact !== null));
  const [main, additional] = [plans('main'), plans('additional')];
  if (main.length === 0 || !whole(main) || !whole(additional)) return null;
  return { leader: postKind === 'jpt', plans: main, additional };
}

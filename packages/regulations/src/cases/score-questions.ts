/** Questions about the numbers behind an evaluation. */
import type { Person } from '../allowance/who.js';
import type { LawSet } from '../law.js';
import { isRefusal } from '../refusal.js';
import {
  behaviourScore,
  integrateHalves,
  workScore,
  type IndicatorFacts,
  type PerkaFacts,
  type ScoreResult,
} from '../work-score.js';
import type { RuleRefusal } from '../refusal.js';
import { attainmentOf, checkRealisation, measuredScore, proposedRealisation, type MeasuredIndicator } from '../realisation.js';
import type { WrittenBehaviour, WrittenIndicator, WrittenMeasurement, WrittenWork } from './score-facts-schema.js';

export function workScoreAnswer(facts: WrittenWork, law: LawSet) {
  return answer(workScore(factsOf(facts), law));
}

/** What the entries propose, how far the target is reached, and whether the realisation as written is refused. */
export function realisationAnswer(facts: WrittenIndicator) {
  const indicator = indicatorOf(facts);
  const gathered = (facts.gathered ?? []).map(({ unit, quantity }) => ({ unit, quantity: String(quantity) }));
  return { proposed: proposedRealisation(indicator, gathered), attainment: attainmentOf(indicator), refused: checkRealisation(indicator)?.code ?? null };
}

export function measuredScoreAnswer({ postKind = 'pelaksana', indicators }: WrittenMeasurement, law: LawSet) {
  return { score: measuredScore(indicators.map(indicatorOf), postKind, law)?.score ?? null };
}

function indicatorOf(facts: WrittenIndicator): MeasuredIndicator {
  const { result = 'Hasil kerja', task = 'main', aspect = 'quantity', target, targetTo = '', unit = 'laporan', direction = 'bigger', realised = null } = facts;
  return { resultId: result, resultTitle: result, task, aspect, target, targetTo, unit, direction, realised };
}

export function behaviourAnswer(facts: WrittenBehaviour, law: LawSet) {
  const { scores, ...standing } = facts;
  const person: Person = {
    employeeKind: 'pns',
    class: '9',
    unitKind: 'dinas',
    ...standing,
    postKind: standing.postKind ?? 'pelaksana',
  };
  const text = Object.fromEntries(Object.entries(scores).map(([k, v]) => [k, String(v)]));
  return answer(behaviourScore(text, person, law));
}

export function halvesAnswer(facts: { first: string | number; second: string | number }, law: LawSet) {
  return answer(integrateHalves(String(facts.first), String(facts.second), law));
}

function answer(result: ScoreResult | RuleRefusal) {
  if (isRefusal(result))
    return { refused: result.code, field: result.params.field ?? result.params.aspect ?? null };
  return { score: result.score, steps: result.derivation.map((d) => String(d.result)) };
}

function factsOf(facts: WrittenWork): PerkaFacts | IndicatorFacts {
  if (facts.activities)
    return {
      activities: facts.activities.map((a) => ({
        ...(a.name === undefined ? {} : { name: a.name }),
        target: textual(a.target),
        realised: textual(a.realised),
      })),
      additionalTasks: facts.additionalTasks ?? 0,
      creativity: facts.creativity ?? [],
    };
  const plan = (p: NonNullable<WrittenWork['plans']>[number]) => ({
    ...p,
    indicators: p.indicators.map(({ target, targetFrom, targetTo, realised, ...rest }) => ({
      ...rest,
      realised: String(realised),
      target:
        target === undefined ? { from: String(targetFrom ?? 0), to: String(targetTo ?? 0) } : String(target),
    })),
  });
  return {
    leader: facts.leader ?? false,
    plans: (facts.plans ?? []).map(plan),
    additional: (facts.additional ?? []).map(plan),
  };
}

function textual(values: { output: string; quality: string; time: string; cost?: string }) {
  const { output, quality, time, cost } = values;
  return {
    output: String(output),
    quality: String(quality),
    time: String(time),
    ...(cost === undefined ? {} : { cost: String(cost) }),
  };
}

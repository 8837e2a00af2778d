/** What a case can ask the law, and how its answer reads. Each question is one function of facts and law. */
import type {
  EmployeeKind,
  IsoDate,
  IsoMonth,
  OrganisationPredicate,
  Predicate,
  UnitKind,
} from '@ekinerja/contracts/basics';
import { blockers, closableFrom, inclusion, paymentMonth, ruleDay, type InclusionQuestion } from '../allowance.js';
import { deadline, type Window, missingYears } from '../calendar.js';
import {
  checkDistribution,
  checkQualityScore,
  evaluate,
  evaluationForm,
  organisationToRating,
  predicateLabel,
  type EvaluationInputs,
} from '../evaluation.js';
import { deriveEvaluator, deriveEvaluatorSuperior, evaluatorOfEntry } from '../evaluator.js';
import type { LawSet } from '../law.js';
import { checkDecision, checkFiling, objectionDue, objectionTier, type DecisionFacts } from '../objection.js';
import { isRefusal } from '../refusal.js';
import { changeDue, initialEntryDue, skpDeadline, transferStart } from '../skp-flow.js';
import { slipFacts, type WrittenSlipFacts } from './facts.js';
import { activityAnswer, approvalAnswer, entryAnswer, missingDaysAnswer } from './activity-questions.js';
import * as proceedings from './proceedings-questions.js';
import { slipAnswer, terAnswer, yearTaxAnswer } from './pay-questions.js';
import { skpCheckAnswer, skpFormAnswer, skpStepAnswer } from './skp-questions.js';
import { behaviourAnswer, halvesAnswer, measuredScoreAnswer, realisationAnswer, workScoreAnswer } from './score-questions.js';
import { instant, lastDayBefore } from './times.js';
import { organisationOn, type WrittenOrganisation } from './organisation.js';

/** Facts are checked by the people who write them; a wrong one shows as a failing case. */
export type Question = (facts: never, law: LawSet) => unknown;

export const QUESTIONS: Record<string, Question> = {
  slip: slipAnswer,
  ter: terAnswer,
  yearTax: yearTaxAnswer,
  workScore: workScoreAnswer,
  realisation: realisationAnswer,
  measuredScore: measuredScoreAnswer,
  behaviour: behaviourAnswer,
  halves: halvesAnswer,
  blockers: (facts: WrittenSlipFacts, law: LawSet) => ({
    blockers: blockers(slipFacts(facts, law.date.slice(0, 7), law), law),
  }),
  inclusion: (facts: InclusionQuestion, law: LawSet) => inclusion(facts, law),
  payment: (facts: { month: IsoMonth }, law: LawSet) => ({
    paymentMonth: paymentMonth(facts.month, law),
    ruleDay: ruleDay(facts.month, law),
    closableFrom: closableFrom(facts.month, law),
  }),
  deadline: (facts: { window: Window; at: string }, law: LawSet) => ({
    until: lastDayBefore(deadline(facts.window, instant(facts.at, law), law), law),
  }),
  objection(facts: { step: 'file' | 'decide'; receivedAt: string; now?: string }, law: LawSet) {
    const receivedAt = instant(facts.receivedAt, law);
    const due = objectionDue(facts.step, receivedAt, law);
    const until = due && lastDayBefore(due.dueAt, law);
    if (facts.now === undefined) return { until };
    const now = instant(facts.now, law);
    return facts.step === 'file'
      ? { until, refused: checkFiling(receivedAt, now, law)?.code ?? null }
      : { until, tier: objectionTier(receivedAt, now, law) };
  },
  decision: (facts: DecisionFacts, law: LawSet) => ({ refused: checkDecision(facts, law)?.code ?? null }),
  approval: approvalAnswer,
  entry: entryAnswer,
  missingDays: missingDaysAnswer,
  evaluation(facts: EvaluationInputs, law: LawSet) {
    const answer = evaluate(law, facts);
    if (isRefusal(answer)) return { refused: answer.code, field: answer.params.field ?? null };
    return {
      predicate: answer.predicate,
      label: predicateLabel(answer.predicate, law),
      score: answer.score,
      rules: answer.derivation.map((d) => d.rule),
    };
  },
  form(facts: { month: IsoMonth; employeeKind?: EmployeeKind; handedInOn?: IsoDate }, law: LawSet) {
    const form = evaluationForm(law, facts.employeeKind ?? 'pns', facts.month, facts.handedInOn);
    return {
      method: form.method,
      period: form.period,
      months: form.months,
      due: form.due,
      quality: form.monthlyQuality,
      fields: form.fields.map((f) => f.name),
      maximum: form.fields.find((f) => f.type === 'score')?.max ?? null,
      performance: law.performance.id,
    };
  },
  quality: (facts: { score: string }, law: LawSet) => ({
    refused: checkQualityScore(facts.score, law)?.code ?? null,
  }),
  rating: (facts: { organisation: OrganisationPredicate }, law: LawSet) => ({
    rating: organisationToRating(facts.organisation, law),
  }),
  distribution(
    facts: { organisation: OrganisationPredicate; counts: Partial<Record<Predicate, number>> },
    law: LawSet,
  ) {
    const counts = {
      'sangat-baik': 0,
      baik: 0,
      'butuh-perbaikan': 0,
      kurang: 0,
      'sangat-kurang': 0,
      ...facts.counts,
    };
    return {
      findings: checkDistribution(facts.organisation, counts, law).findings.map(
        (f) => `${f.code} ${f.predicates.join('+')} ${f.count}/${f.bound} ${f.severity}`,
      ),
    };
  },
  evaluator(facts: WrittenOrganisation & { of: string }, law: LawSet) {
    const organisation = organisationOn(facts, law.date);
    const answer = deriveEvaluator(facts.of, organisation, law);
    return {
      evaluator: answer.evaluator?.personName ?? null,
      capacity: answer.evaluator?.capacity ?? null,
      post: answer.evaluator?.postName ?? null,
      nip: answer.evaluator?.nip ?? null,
      chain: answer.chain.map((s) => s.outcome),
      superior: deriveEvaluatorSuperior(facts.of, organisation, law).evaluator?.personName ?? null,
    };
  },
  evaluatorOfEntry(
    facts: WrittenOrganisation & {
      of: string;
      workDay: IsoDate;
      decisionDay: IsoDate;
      stillServes?: boolean;
      actingEndedOn?: IsoDate;
    },
    law: LawSet,
  ) {
    const answer = evaluatorOfEntry(
      {
        onWorkDay: deriveEvaluator(facts.of, organisationOn(facts, facts.workDay), law),
        onDecisionDay: deriveEvaluator(facts.of, organisationOn(facts, facts.decisionDay), law),
        stillServes: facts.stillServes ?? true,
        actingEndedOn: facts.actingEndedOn ?? null,
        decisionDate: facts.decisionDay,
      },
      law,
    );
    return { evaluator: answer.evaluator?.personName ?? null };
  },
  skp: skpStepAnswer,
  skpCheck: skpCheckAnswer,
  skpForm: skpFormAnswer,
  skpTransfer: (facts: { letter: IsoDate }, law: LawSet) => ({ starts: transferStart(facts.letter, law) }),
  skpInitial: (facts: { from: IsoDate }, law: LawSet) => ({ until: initialEntryDue(facts.from, law) }),
  skpChange(facts: { at: string }, law: LawSet) {
    const due = changeDue(instant(facts.at, law), law);
    return { until: due && lastDayBefore(due.dueAt, law) };
  },
  skpDeadline: (facts: { year: number }, law: LawSet) => ({ until: skpDeadline(facts.year, law) }),
  activity: activityAnswer,
  calendar(facts: { month: IsoMonth; unitKind?: UnitKind; day?: IsoDate }, law: LawSet) {
    const unitKind = facts.unitKind ?? 'dinas';
    const duty = law.working.dutyDays(facts.month, unitKind);
    return {
      workingDays: law.working.workingDays(facts.month).length,
      dutyDays: duty.length,
      minutes: duty.reduce((sum, d) => sum + (law.working.hours(d, unitKind)?.minutes ?? 0), 0),
      ...(facts.day
        ? {
            hours: law.working.hours(facts.day, unitKind),
            holiday: law.working.holiday(facts.day)?.name ?? null,
            holidayKind: law.working.holiday(facts.day)?.kind ?? null,
            ramadan: law.working.isRamadan(facts.day),
            working: law.working.isWorkingDay(facts.day),
            missingYears: missingYears(law.working, facts.day),
          }
        : {}),
    };
  },
  rule: proceedings.ruleAnswer,
  plan: proceedings.planAnswer,
  measurement: proceedings.measurementAnswer,
  feedback: proceedings.feedbackAnswer,
  feedbackDue: proceedings.feedbackDueAnswer,
  progress: proceedings.progressAnswer,
  coaching: proceedings.coachingAnswer,
  sanction: proceedings.sanctionAnswer,
  caseStep: proceedings.caseAnswer,
  rewards: proceedings.rewardsAnswer,
  service: proceedings.serviceAnswer,
  oversight: proceedings.oversightAnswer,
  disclosure: proceedings.disclosureAnswer,
  suggestions: proceedings.suggestionsAnswer,
  covers: (_facts: unknown, law: LawSet) => ({
    performance: law.performance.id,
    method: law.performance.rules.evaluation.method,
  }),
};

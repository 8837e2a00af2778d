/** Evaluation: which form the superior fills in, and the predicate that follows. Methods are code, named by the document. */
import type {
  DecimalString,
  DerivationStep,
  EmployeeKind,
  IsoDate,
  IsoMonth,
  OrganisationPredicate,
  Predicate,
  Rating,
} from '@ekinerja/contracts/basics';
import { lastDayOf } from './calendar.js';
import type { Person } from './allowance/who.js';
import { addDays, addMonths, lastDay } from './dates.js';
import { byQuadrant } from './evaluation/quadrant.js';
import { byWeights } from './evaluation/weighted.js';
import type { PerformanceRules } from './document.js';
import type { LawSet } from './law.js';
import type { RuleRefusal } from './refusal.js';
import { aspectsFor } from './work-score.js';

export { checkDistribution, type DistributionFinding } from './evaluation/distribution.js';

export interface EvaluationField {
  /** A key of `EvaluationInputs`, or `behaviour.<aspect>`. */
  name: string;
  type: 'rating' | 'score' | 'flag' | 'text';
  min?: DecimalString;
  max?: DecimalString;
  required: boolean;
  label: string;
}
export type EvaluationPeriod = PerformanceRules['evaluation']['period'];
export interface EvaluationForm {
  method: 'quadrant' | 'weighted';
  period: EvaluationPeriod;
  /** First and last month that the evaluation covers. */
  months: { from: IsoMonth; to: IsoMonth };
  fields: EvaluationField[];
  /** The monthly quality score (BK 5), where the law has one. */
  monthlyQuality: { min: DecimalString; max: DecimalString; opensOn: IsoDate; dueDate: IsoDate } | null;
  /** Last day on which the evaluation is in time. */
  /** First day on which the period can be rated (BK 5(2); else its last working day). */
  opensOn: IsoDate;
  due: IsoDate;
}
export interface EvaluationInputs {
  workRating?: Rating | null;
  behaviourRating?: Rating | null;
  workScore?: DecimalString | null;
  /** Average of the aspects of behaviour. */
  behaviourScore?: DecimalString | null;
  newIdea?: boolean | null;
  newIdeaText?: string | null;
}
export interface EvaluationResult {
  predicate: Predicate;
  /** Null where the method knows no number. */
  score: DecimalString | null;
  derivation: DerivationStep[];
}

const QUADRANT_FIELDS: EvaluationField[] = [
  { name: 'workRating', type: 'rating', required: true, label: 'Rating hasil kerja' },
  { name: 'behaviourRating', type: 'rating', required: true, label: 'Rating perilaku kerja' },
];

export interface FormQuestion {
  /** The annual evaluation, judged anew over the whole year (TL 24). */
  annual?: boolean;
  /** Whose form: which aspects of behaviour hold for the post (BN 11(3)). Left out: one average. */
  person?: Person;
}

/**
 * The form of one evaluation period.
 * @param _kind employee kind: ask `law.on(date, { employeeKind })`, the form follows that law
 * @param month a month of the period
 * @param handedInOn day on which the results were handed in, from which the time limit runs (BN 14(2)), never before
 *   the period can be rated; left out: the last day of the period
 */
export function evaluationForm(
  law: LawSet,
  _kind: EmployeeKind,
  month: IsoMonth,
  handedInOn?: IsoDate,
  { annual = false, person }: FormQuestion = {},
): EvaluationForm {
  const rules = law.performance.rules.evaluation;
  const period = annual ? 'yearly' : rules.period;
  const months = periodOf(month, period);
  const quality = annual ? undefined : rules.monthlyQuality;
  const opensOn = quality ? lastDay(month) : handInOpensOn(months.to, law);
  const handedIn = handedInOn !== undefined && handedInOn < opensOn ? opensOn : handedInOn;
  return {
    method: rules.method,
    period,
    months,
    fields: rules.method === 'quadrant' ? QUADRANT_FIELDS : scoreFields(law, person),
    monthlyQuality: quality
      ? {
          min: quality.minimum,
          max: quality.maximum,
          opensOn: lastDay(month),
          dueDate: lastDayOf(quality.due, lastDay(month), law.working),
        }
      : null,
    opensOn,
    due: lastDayOf(rules.due, handedIn ?? lastDay(months.to), law.working),
  };
}

/** First day on which the results of a period can be handed in, and rated: the last working day of its last month. */
export function handInOpensOn(month: IsoMonth, law: LawSet): IsoDate {
  return law.working.workingDays(month).at(-1) ?? lastDay(month);
}

/** Whether the limit runs from the handing in of results (BN 14(2)), not from the calendar. */
export function dueFollowsHandIn(law: LawSet): boolean {
  const { due } = law.performance.rules.evaluation;
  return 'calendarDays' in due || 'workingDays' in due || 'hours' in due || 'sameDay' in due;
}

/** Day from which an evaluator who has not evaluated becomes a discipline case (BN 14(3)); null where none does. */
export function neglectedFrom(due: IsoDate, law: LawSet): IsoDate | null {
  const window = law.performance.rules.evaluation.neglect;
  return window ? addDays(lastDayOf(window, due, law.working), 1) : null;
}

/** Whether the organisation's attainment must be signed before its people are judged (TL 22(1), 24(1)). */
export function organisationComesFirst(kind: 'periodic' | 'annual', law: LawSet): boolean {
  return law.performance.rules.evaluation.organisationFirst?.includes(kind) ?? false;
}

function scoreFields(law: LawSet, person: Person | undefined): EvaluationField[] {
  const max = law.performance.rules.evaluation.weighted?.maximum ?? '100';
  const behaviour: EvaluationField[] =
    person && law.performance.rules.evaluation.behaviour
      ? aspectsFor(person, law).map(({ code, name }) => ({
          name: `behaviour.${code}`, type: 'score', min: '0', max, required: true, label: name,
        }))
      : [{ name: 'behaviourScore', type: 'score', min: '0', max, required: true, label: 'Nilai perilaku kerja' }];
  return [
    { name: 'workScore', type: 'score', min: '0', max, required: true, label: 'Nilai SKP' },
    ...behaviour,
    {
      name: 'newIdea',
      type: 'flag',
      required: false,
      label: 'Menciptakan ide atau cara baru yang bermanfaat',
    },
    { name: 'newIdeaText', type: 'text', required: false, label: 'Ide atau cara baru itu' },
  ];
}

const PERIOD_MONTHS: Readonly<Record<EvaluationPeriod, number>> = {
  monthly: 1,
  quarterly: 3,
  semesterly: 6,
  yearly: 12,
};

/** Last month of the latest evaluation period that is over with the month: until then nobody owes the next evaluation. */
export function lastMonthJudged(law: LawSet, month: IsoMonth): IsoMonth {
  const { from, to } = periodOf(month, law.performance.rules.evaluation.period);
  return to === month ? month : addMonths(from, -1);
}

function periodOf(month: IsoMonth, period: EvaluationPeriod): { from: IsoMonth; to: IsoMonth } {
  const months = PERIOD_MONTHS[period];
  const into = (Number(month.slice(5, 7)) - 1) % months;
  return { from: addMonths(month, -into), to: addMonths(month, months - 1 - into) };
}

/** The predicate by the method of the law, with its derivation; a refusal names the missing or impossible input. */
export function evaluate(law: LawSet, inputs: EvaluationInputs): EvaluationResult | RuleRefusal {
  return law.performance.rules.evaluation.method === 'quadrant'
    ? byQuadrant(law, inputs)
    : byWeights(law, inputs);
}

/** A leader takes the organisation's attainment as the rating of work result (national-rules 1.3). */
export function organisationToRating(predicate: OrganisationPredicate, law: LawSet): Rating {
  return law.performance.rules.evaluation.organisationRating?.[predicate] ?? 'meets';
}

/** The word that the law prints for a predicate: `butuh-perbaikan` is "Cukup" under PP 30/2019. */
export function predicateLabel(predicate: Predicate, law: LawSet): string {
  return law.performance.rules.evaluation.labels[predicate] ?? predicate;
}

/** A monthly quality score within its bounds (BK 5), or why not. */
export function checkQualityScore(score: DecimalString, law: LawSet): RuleRefusal | null {
  const quality = law.performance.rules.evaluation.monthlyQuality;
  if (!quality) return { code: 'quality.none', params: {} };
  if (
    !/^\d+(\.\d{1,2})?$/.test(score) ||
    Number(score) < Number(quality.minimum) ||
    Number(score) > Number(quality.maximum)
  ) {
    return {
      code: 'quality.range',
      params: { score, min: quality.minimum, max: quality.maximum },
      cite: law.performance.cite('evaluation.monthlyQuality'),
    };
  }
  return null;
}

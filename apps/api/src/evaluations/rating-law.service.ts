import { Injectable } from '@nestjs/common';
import { PREDICATES, type Citation, type EmployeeKind, type IsoDate, type IsoMonth } from '@ekinerja/contracts/basics';
import type { EvaluationField, EvaluationForm, EvaluationKind } from '@ekinerja/contracts/evaluations';
import { dueFollowsHandIn, evaluationForm, predicateLabel, type EvaluationForm as LawForm, type FormQuestion } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { SkpOnDate } from '../skp/skp.service.js';
import type { MeasuredScore } from './measurements.repository.js';

/** Everything the law says about rating one person for one period. */
export interface RatingRules {
  law: LawSet;
  kind: EvaluationKind;
  form: LawForm;
  shown: EvaluationForm;
  opensOn: IsoDate;
  due: { date: IsoDate; cite: Citation };
  /** Whose aspects of behaviour the form asks; undefined where the form asks one average. */
  person: FormQuestion['person'];
  /** The SKP's score as measured and confirmed: not typed again. */
  measured: MeasuredScore | null;
}

export interface RatingQuestion {
  employeeKind: EmployeeKind;
  month: IsoMonth;
  today: IsoDate;
  skp: SkpOnDate | null;
  kind?: EvaluationKind;
  person?: FormQuestion['person'];
  /** Day on which the results of the period were handed in (BN 14(2)). */
  handedInOn?: IsoDate | null;
  measured?: MeasuredScore | null;
}

/** Which form a superior fills in, from when, until when. */
@Injectable()
export class RatingLawService {
  constructor(private readonly regulations: RegulationsService) {}

  /**
   * TL 40: the law of the day of determination. Where its method differs from the one the SKP was drawn up under, the
   * SKP keeps its own form.
   */
  async of({ employeeKind, month, today, skp, kind = 'periodic', person, handedInOn = null, measured = null }: RatingQuestion): Promise<RatingRules> {
    const now = await this.regulations.lawOn(today, employeeKind);
    const own = skp ? await this.regulations.lawOn(skp.periodFrom, employeeKind) : now;
    const law = methodOf(own) === methodOf(now) ? now : own;
    const from = handedInOn && dueFollowsHandIn(law) ? handedInOn : undefined;
    const form = evaluationForm(law, employeeKind, month, from, { annual: kind === 'annual', ...(person ? { person } : {}) });
    const score = form.method === 'weighted' ? measured : null;
    return { law, kind, form, shown: shownForm(form, law, score), opensOn: form.opensOn, due: dueOf(form, law), person, measured: score };
  }
}

function methodOf(law: LawSet): string {
  return law.performance.rules.evaluation.method;
}

/** The earlier of the two limits where the month also asks for a quality score (BK 5(3)). */
function dueOf(form: LawForm, law: LawSet): RatingRules['due'] {
  const quality = form.monthlyQuality;
  return quality && quality.dueDate <= form.due
    ? { date: quality.dueDate, cite: law.performance.cite('evaluation.monthlyQuality.due') }
    : { date: form.due, cite: law.performance.cite('evaluation.due') };
}

function shownForm(form: LawForm, law: LawSet, measured: MeasuredScore | null): EvaluationForm {
  const quality: EvaluationField[] = form.monthlyQuality
    ? [
        {
          name: 'qualityScore', type: 'score', min: form.monthlyQuality.min, max: form.monthlyQuality.max, required: true,
          label: 'Penilaian kualitas bulanan', cite: law.performance.cite('evaluation.monthlyQuality'),
        },
      ]
    : [];
  const fields = form.fields.map((field): EvaluationField => {
    if (field.name === 'workScore' && measured) return { ...field, required: false, value: measured.score, cite: law.performance.cite('evaluation.workScore') };
    return field.name.startsWith('behaviour.') ? { ...field, cite: law.performance.cite('evaluation.behaviour.aspects') } : field;
  });
  const labels = Object.fromEntries(PREDICATES.map((predicate) => [predicate, predicateLabel(predicate, law)])) as EvaluationForm['labels'];
  return { method: form.method, methodCite: law.performance.cite('evaluation.method'), fields: [...fields, ...quality], labels };
}

import { Injectable } from '@nestjs/common';
import { PREDICATES, type Citation, type EmployeeKind, type IsoDate, type IsoMonth } from '@ekinerja/contracts/basics';
import type { EvaluationField, EvaluationForm } from '@ekinerja/contracts/evaluations';
import { lastDay } from '@ekinerja/regulations/dates';
import { evaluationForm, predicateLabel, type EvaluationForm as LawForm } from '@ekinerja/regulations/evaluation';
import type { LawSet } from '@ekinerja/regulations/law';
import { RegulationsService } from '../regulations/regulations.service.js';
import type { SkpOnDate } from '../skp/skp.service.js';

/** Everything the law says about rating one person for one month. */
export interface RatingRules {
  law: LawSet;
  form: LawForm;
  shown: EvaluationForm;
  opensOn: IsoDate;
  due: { date: IsoDate; cite: Citation };
}

/** Which form a superior fills in, from when, until when. */
@Injectable()
export class RatingLawService {
  constructor(private readonly regulations: RegulationsService) {}

  /**
   * TL 40: the law of the day of determination. Where its method differs from the one the SKP was drawn up under, the
   * SKP keeps its own form.
   */
  async of(kind: EmployeeKind, month: IsoMonth, today: IsoDate, skp: SkpOnDate | null): Promise<RatingRules> {
    const now = await this.regulations.lawOn(today, kind);
    const own = skp ? await this.regulations.lawOn(skp.periodFrom, kind) : now;
    const law = methodOf(own) === methodOf(now) ? now : own;
    const form = evaluationForm(law, kind, month);
    return { law, form, shown: shownForm(form, law), opensOn: opensOn(form, law), due: dueOf(form, law) };
  }
}

function methodOf(law: LawSet): string {
  return law.performance.rules.evaluation.method;
}

/** BK 5(2) "setiap akhir bulan"; without such a day, the last working day of the period. */
function opensOn(form: LawForm, law: LawSet): IsoDate {
  return form.monthlyQuality?.opensOn ?? law.working.workingDays(form.months.to).at(-1) ?? lastDay(form.months.to);
}

/** The earlier of the two limits where the month also asks for a quality score (BK 5(3)). */
function dueOf(form: LawForm, law: LawSet): RatingRules['due'] {
  const quality = form.monthlyQuality;
  return quality && quality.dueDate <= form.due
    ? { date: quality.dueDate, cite: law.performance.cite('evaluation.monthlyQuality.due') }
    : { date: form.due, cite: law.performance.cite('evaluation.due') };
}

function shownForm(form: LawForm, law: LawSet): EvaluationForm {
  const quality: EvaluationField[] = form.monthlyQuality
    ? [
        {
          name: 'qualityScore', type: 'score', min: form.monthlyQuality.min, max: form.monthlyQuality.max, required: true,
          label: 'Penilaian kualitas bulanan', cite: law.performance.cite('evaluation.monthlyQuality'),
        },
      ]
    : [];
  const labels = Object.fromEntries(PREDICATES.map((predicate) => [predicate, predicateLabel(predicate, law)])) as EvaluationForm['labels'];
  return { method: form.method, methodCite: law.performance.cite('evaluation.method'), fields: [...form.fields, ...quality], labels };
}

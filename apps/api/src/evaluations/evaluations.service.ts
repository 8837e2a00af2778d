import { Injectable } from '@nestjs/common';
import type { DecimalString, IsoMonth, Predicate, Uuid } from '@ekinerja/contracts/basics';
import { addMonths, lastDay } from '@ekinerja/regulations/dates';
import { evaluationForm } from '@ekinerja/regulations/evaluation';
import { RegulationsService } from '../regulations/regulations.service.js';
import { EvaluationsRepository } from './evaluations.repository.js';

export interface MonthEvaluation {
  predicate: Predicate;
  score: DecimalString | null;
  qualityScore: DecimalString | null;
  /** The month it was determined for; an earlier one where the law evaluates by quarter. */
  month: IsoMonth;
}

/** What other features ask about evaluations. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly evaluations: EvaluationsRepository,
    private readonly regulations: RegulationsService,
  ) {}

  /** The evaluation that holds for the month; people without one are left out. By quarter, the last one ended holds. */
  async ofMonth(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, MonthEvaluation>> {
    const { period, months } = evaluationForm(await this.regulations.lawOn(lastDay(month)), 'pns', month);
    const from = period === 'monthly' ? month : addMonths(months.from, -1);
    const rows = await this.evaluations.latestPredicates(employmentIds, from, month);
    return new Map(rows.map(({ employmentId, predicate, score, qualityScore, month: of }) => [employmentId, { predicate, score, qualityScore, month: of }]));
  }
}

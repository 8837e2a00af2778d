import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { lastDay } from '@ekinerja/regulations/dates';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { OrganisationService } from '../organisation/organisation.service.js';

/** Who rates whom for a month: the evaluator derived for its last day, or for today while it runs. */
@Injectable()
export class RatingLineService {
  constructor(private readonly organisation: OrganisationService) {}

  /** The day that decides who belongs to whom. */
  dayOf(month: IsoMonth, today: IsoDate): IsoDate {
    const end = lastDay(month);
    return end < today ? end : today;
  }

  /** Whoever has left office since hands over to the evaluator of today. */
  async evaluatorFor(employmentId: Uuid, month: IsoMonth, today: IsoDate): Promise<EvaluatorAnswer> {
    const then = await this.organisation.evaluatorOn(employmentId, this.dayOf(month, today));
    const serves = then.evaluator && (await this.organisation.onDate(today)).postsOf(then.evaluator.employmentId).length > 0;
    return serves ? then : this.organisation.evaluatorOn(employmentId, today);
  }

  async subordinatesFor(evaluator: Uuid, month: IsoMonth, today: IsoDate): Promise<Uuid[]> {
    const day = this.dayOf(month, today);
    const found = new Set(await this.organisation.subordinatesOn(evaluator, day));
    if (day === today) return [...found];
    const then = await this.organisation.onDate(day);
    for (const employmentId of await this.organisation.subordinatesOn(evaluator, today)) {
      if (found.has(employmentId) || !then.employments.has(employmentId)) continue;
      const answer = await this.evaluatorFor(employmentId, month, today);
      if (answer.evaluator?.employmentId === evaluator) found.add(employmentId);
    }
    return [...found];
  }
}

import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { lastDay } from '@ekinerja/regulations/dates';
import type { FormQuestion } from '@ekinerja/regulations/evaluation';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { OrganisationService } from '../organisation/organisation.service.js';
import { organisationPosts } from './organisation-signer.js';

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

  /** The aspects of behaviour follow from the post (BN 11(3)); a functional post that leads or evaluates by standing delegation needs leadership. */
  async personOn(employmentId: Uuid, date: IsoDate): Promise<FormQuestion['person']> {
    const org = await this.organisation.onDate(date);
    const employment = org.employments.get(employmentId);
    const held = org.definitivePost(employmentId);
    if (!employment || !held) return undefined;
    const post = org.posts.get(held.postId);
    const leads = held.postKind === 'fungsional' && (post?.leader === true || post?.standingDelegate === true);
    return {
      employeeKind: employment.kind, postKind: held.postKind, class: held.class ?? '', unitKind: held.unitKind, groups: leads ? ['jf-kepemimpinan'] : [],
      ...(employment.rank === null ? {} : { rank: employment.rank }),
    };
  }

  /** The nearest organisation with an attainment of its own in which the person's definitive post lies. */
  async organisationOf(employmentId: Uuid, date: IsoDate): Promise<{ id: Uuid; name: string } | null> {
    const org = await this.organisation.onDate(date);
    const led = new Map(organisationPosts(org).map(({ unit }) => [unit.id, unit]));
    for (let unit = org.units.get(org.definitivePost(employmentId)?.unitId ?? ''); unit; unit = org.units.get(unit.parentId ?? '')) {
      const found = led.get(unit.id);
      if (found) return found;
    }
    return null;
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

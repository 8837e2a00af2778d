import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EmploymentEventInput, EventEffect } from '@ekinerja/contracts/employment-events';
import { addMonths, firstDay, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { deriveEvaluator } from '@ekinerja/regulations/evaluator';
import { OrganisationService, type OrganisationSnapshot } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { effectOf } from './event-effects.service.js';
import { ServiceChangeRepository } from './service-change.repository.js';

const MOST_MONTHS = 6;

/** The lines of people before a change: who evaluated whom. */
export interface Standing {
  evaluator: string | null;
  subordinates: Uuid[];
  posts: Set<Uuid>;
}

/** What follows by derivation from changed posts: evaluators, subordinates, and where each month is paid. */
@Injectable()
export class EventComparisonService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly changes: ServiceChangeRepository,
    private readonly clock: Clock,
  ) {}

  async standing(employmentId: Uuid, date: IsoDate): Promise<Standing> {
    const snapshot = await this.organisation.onDate(date);
    return {
      evaluator: (await this.organisation.evaluatorOn(employmentId, date)).evaluator?.personName ?? null,
      subordinates: await this.organisation.subordinatesOn(employmentId, date),
      posts: new Set(snapshot.postsOf(employmentId).map(({ postId }) => postId)),
    };
  }

  /** Within the transaction of the change. */
  async effects(employmentId: Uuid, event: EmploymentEventInput, before: Standing): Promise<EventEffect[]> {
    this.organisation.recheck();
    const snapshot = await this.organisation.onDate(event.effectiveOn);
    return [...(await this.lines(employmentId, event.effectiveOn, before, snapshot)), ...(await this.paidMonths(employmentId, event.effectiveOn))];
  }

  private async lines(employmentId: Uuid, date: IsoDate, before: Standing, snapshot: OrganisationSnapshot): Promise<EventEffect[]> {
    const evaluatorOf = async (id: Uuid) => {
      const kind = snapshot.employments.get(id)?.kind;
      return kind ? deriveEvaluator(id, snapshot, await this.regulations.lawOn(date, kind)).evaluator : null;
    };
    const effects: EventEffect[] = [];
    const holdsPost = snapshot.definitivePost(employmentId) !== null;
    const after = holdsPost ? ((await evaluatorOf(employmentId))?.personName ?? null) : null;
    if (after !== before.evaluator) effects.push(effectOf('evaluator', 'evaluator.changed', { before: before.evaluator ?? '–', after: after ?? '–', from: date }, holdsPost && after === null));
    let [left, unled, gained] = [0, 0, 0];
    for (const id of before.subordinates) {
      const evaluator = await evaluatorOf(id);
      if (evaluator?.employmentId === employmentId) continue;
      left += 1;
      if (!evaluator) unled += 1;
    }
    const known = new Set(before.subordinates);
    const fresh = new Set(snapshot.postsOf(employmentId).map(({ postId }) => postId).filter((postId) => !before.posts.has(postId)));
    for (const post of fresh.size > 0 ? snapshot.posts.values() : []) {
      if (post.superiorPostId === null || !fresh.has(post.superiorPostId)) continue;
      for (const holder of snapshot.holders(post.id)) {
        if (!known.has(holder.employmentId) && (await evaluatorOf(holder.employmentId))?.employmentId === employmentId) gained += 1;
      }
    }
    if (left > 0) effects.push(effectOf('evaluator', 'evaluator.subordinates-left', { count: left, from: date }));
    if (unled > 0) effects.push(effectOf('evaluator', 'evaluator.subordinates-unled', { count: unled, from: date }, true));
    if (gained > 0) effects.push(effectOf('evaluator', 'evaluator.subordinates-gained', { count: gained, from: date }));
    return effects;
  }

  /** Where every month from the event on stands in pay: the old unit keeps the months of its days. */
  private async paidMonths(employmentId: Uuid, date: IsoDate): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    const last = addMonths(monthOf(this.clock.today() > date ? this.clock.today() : date), 1);
    for (let month = monthOf(date), shown = 0; month <= last && shown < MOST_MONTHS; month = addMonths(month, 1), shown += 1) {
      const segments = await this.changes.segments(employmentId, firstDay(month), lastDay(month));
      if (segments.length === 0) effects.push(effectOf('pay', 'pay.none', { month }));
      for (const { skpdName: skpd, from, to } of segments) effects.push(effectOf('pay', 'pay.segment', { month, skpd, from, to }));
    }
    return effects;
  }
}

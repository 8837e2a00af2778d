import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackGiver } from '@ekinerja/contracts/feedback';
import { LeadersService } from '../organisation/leaders.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';

export type Standing = FeedbackGiver | 'self' | 'reader';

const READ_ALL = ['superadmin', 'auditor', 'regent', 'staffing-manager'] as const;
const READ_UNIT = ['unit-head', 'unit-admin'] as const;

/** What somebody is to a person today: derived from posts, never chosen (TL 17). */
@Injectable()
export class FeedbackStandingService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly leaders: LeadersService,
  ) {}

  /** Null: nothing that lets them know the person's feedback. */
  async of(actor: Actor, employmentId: Uuid): Promise<Standing | null> {
    const own = actor.employmentId;
    if (own === employmentId) return 'self';
    const snapshot = await this.organisation.onDate(actor.today);
    if (own !== null && snapshot.employments.has(employmentId)) {
      const leaders = await this.leaders.leadersOf(employmentId, actor.today);
      const evaluator = leaders.evaluator?.employmentId ?? null;
      if (evaluator === own || leaders.others.some(({ leaderEmploymentId }) => leaderEmploymentId === own)) return 'leader';
      const mine = (await this.organisation.evaluatorOn(own, actor.today)).evaluator?.employmentId ?? null;
      if (mine === employmentId) return 'subordinate';
      if (mine !== null && mine === evaluator) return 'peer';
      if ((await this.organisation.evaluatorSuperiorOn(employmentId, actor.today)).evaluator?.employmentId === own) return 'reader';
    }
    if (actor.roles.some(({ role }) => (READ_ALL as readonly string[]).includes(role))) return 'reader';
    const skpdId = snapshot.definitivePost(employmentId)?.skpdId ?? null;
    return skpdId !== null && READ_UNIT.some((role) => reaches(actor, role, skpdId)) ? 'reader' : null;
  }

  /** @throws DomainError `not-found` for whoever may not know, `not-yours-to-decide` for who is something else to them */
  async require(actor: Actor, employmentId: Uuid, wanted: readonly Standing[]): Promise<Standing> {
    const standing = await this.of(actor, employmentId);
    if (standing === null) throw new DomainError('not-found');
    if (!wanted.includes(standing)) throw new DomainError('not-yours-to-decide');
    return standing;
  }

  /** Everybody the actor may give to, with what the actor is to them: own people, the led beside their evaluator, peers, the leader. */
  async around(actor: Actor): Promise<Map<Uuid, FeedbackGiver>> {
    const found = new Map<Uuid, FeedbackGiver>();
    const own = actor.employmentId;
    if (own === null) return found;
    const evaluator = (await this.organisation.evaluatorOn(own, actor.today)).evaluator?.employmentId ?? null;
    if (evaluator !== null) {
      for (const peer of await this.organisation.subordinatesOn(evaluator, actor.today)) if (peer !== own) found.set(peer, 'peer');
      found.set(evaluator, 'subordinate');
    }
    for (const id of await this.organisation.subordinatesOn(own, actor.today)) found.set(id, 'leader');
    for (const { employmentId } of await this.leaders.ledBeside(actor.today, own)) found.set(employmentId, 'leader');
    return found;
  }

  /** Those who lead a person on a day: the evaluator and the ones named beside. */
  async leaderIds(employmentId: Uuid, date: IsoDate): Promise<Uuid[]> {
    const { evaluator, others } = await this.leaders.leadersOf(employmentId, date);
    return [evaluator?.employmentId, ...others.map(({ leaderEmploymentId }) => leaderEmploymentId)].filter((id): id is Uuid => id != null);
  }
}

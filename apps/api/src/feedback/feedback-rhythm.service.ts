import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { FeedbackRhythm, PeriodicDue, RhythmView } from '@ekinerja/contracts/feedback';
import { addDays, localDate } from '@ekinerja/regulations/dates';
import { countedOn, periodicDue } from '@ekinerja/regulations/feedback';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { FeedbackRepository } from './feedback.repository.js';

const LONGEST_LOOK_BACK = 800;

/** How often feedback is given as leader and employee agreed, and what is due by it (TL 18(2)). */
@Injectable()
export class FeedbackRhythmService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: FeedbackRepository,
    private readonly standing: FeedbackStandingService,
    private readonly laws: FeedbackLawService,
    private readonly audit: AuditService,
  ) {}

  /** What periodic feedback is due for each; people whose regulation has none are left out. */
  async dueOf(employmentIds: Uuid[], today: IsoDate): Promise<Map<Uuid, { every: FeedbackRhythm; due: PeriodicDue }>> {
    const found = new Map<Uuid, { every: FeedbackRhythm; due: PeriodicDue }>();
    if (employmentIds.length === 0) return found;
    const agreed = new Map((await this.repository.agreed(employmentIds)).map((row) => [row.employmentId, row]));
    const days = await this.repository.periodicDays(employmentIds, addDays(today, -LONGEST_LOOK_BACK), this.clock.timeZone);
    const since = new Map((await this.repository.inPostSince(employmentIds, today)).map((row) => [row.employmentId, row.since]));
    const givenOn = grouped(days);
    for (const id of employmentIds) {
      const rhythm = agreed.get(id);
      const start = [since.get(id) ?? today, rhythm ? localDate(rhythm.on, this.clock.timeZone) : ''].sort().at(-1) as IsoDate;
      const law = await this.laws.of(id, today);
      const due = periodicDue({ agreed: rhythm?.every ?? null, since: start, givenOn: (givenOn.get(id) ?? []).map(({ on, recordedOn }) => countedOn(on, recordedOn, law)) }, law, today);
      if (!due) continue;
      const { period, given, dueOn, missed, missedCount, every } = due;
      found.set(id, { every, due: { ...period, given, dueOn, late: missed !== null, missed, missedCount } });
    }
    return found;
  }

  async view(actor: Actor, employmentId: Uuid): Promise<RhythmView | null> {
    const law = await this.laws.of(employmentId, actor.today);
    const rules = law.performance.rules.feedback?.periodic;
    if (!rules) return null;
    const [agreed, proposed] = await this.standingRhythms(employmentId);
    const own = actor.employmentId;
    const party = own === employmentId || (own !== null && (await this.standing.leaderIds(employmentId, actor.today)).includes(own));
    if (proposed) {
      return { every: proposed.every, standing: 'proposed', proposedBy: proposed.proposedByName, mayConfirm: party && this.otherSide(proposed.proposedBy, own, employmentId), cite: law.performance.cite('feedback.periodic') };
    }
    return agreed
      ? { every: agreed.every, standing: 'agreed', proposedBy: null, mayConfirm: false, cite: law.performance.cite('feedback.periodic') }
      : { every: rules.every, standing: 'default', proposedBy: null, mayConfirm: false, cite: law.performance.cite('feedback.periodic.every') };
  }

  async propose(actor: Actor, employmentId: Uuid, every: FeedbackRhythm): Promise<void> {
    await this.db.transaction(async () => {
      await this.standing.require(actor, employmentId, ['self', 'leader']);
      const law = await this.laws.of(employmentId, actor.today);
      if (!law.performance.rules.feedback) throw refusedByRule({ code: 'feedback.none', params: {} });
      await this.repository.lockPerson(employmentId);
      await this.repository.propose(employmentId, every, actor.employmentId as Uuid, this.clock.now());
      await this.audit.record({ actor, action: 'feedback.rhythm-proposed', subjectType: 'employment', subjectId: employmentId, after: { every } });
    });
  }

  /** The other side agrees: leader and employee, not two leaders. */
  async agree(actor: Actor, employmentId: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      await this.standing.require(actor, employmentId, ['self', 'leader']);
      await this.repository.lockPerson(employmentId);
      const [, proposed] = await this.standingRhythms(employmentId);
      if (!proposed) throw new DomainError('state-refused', { status: 'none', action: 'agree' });
      if (!this.otherSide(proposed.proposedBy, actor.employmentId, employmentId)) throw new DomainError('not-yours-to-decide');
      await this.repository.agree(employmentId, proposed.id, actor.employmentId as Uuid, this.clock.now());
      await this.audit.record({ actor, action: 'feedback.rhythm-agreed', subjectType: 'employment', subjectId: employmentId, after: { every: proposed.every } });
    });
  }

  private otherSide(proposedBy: Uuid, own: Uuid | null, employmentId: Uuid): boolean {
    return proposedBy === employmentId ? own !== employmentId : own === employmentId;
  }

  private async standingRhythms(employmentId: Uuid) {
    const rows = await this.repository.rhythms(employmentId);
    return [rows.find(({ agreedAt }) => agreedAt !== null), rows.find(({ agreedAt }) => agreedAt === null)] as const;
  }
}

function grouped<T extends { employmentId: Uuid }>(days: T[]): Map<Uuid, T[]> {
  const map = new Map<Uuid, T[]>();
  for (const day of days) map.set(day.employmentId, [...(map.get(day.employmentId) ?? []), day]);
  return map;
}

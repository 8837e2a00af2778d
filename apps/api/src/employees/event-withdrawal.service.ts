import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import { EVENTS_OF_LEAVING, type EmploymentEvent, type EventEffect, type EventPreview } from '@ekinerja/contracts/employment-events';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { EmploymentEventRepository, eventView, type EmploymentFacts, type EventRow } from './employment-event.repository.js';
import { EventComparisonService } from './event-comparison.service.js';
import { EventEffectsService } from './event-effects.service.js';
import { movesPost } from './event-rules.js';
import { EventUndoRepository } from './event-undo.repository.js';
import { EventUndoService } from './event-undo.service.js';

/** Takes a preview back when it has been seen. */
class Undo extends Error {}

/** An event that should not have been recorded: shown with what taking it back does, then taken back whole. Nothing is deleted. */
@Injectable()
export class EventWithdrawalService {
  constructor(
    private readonly db: Database,
    private readonly events: EmploymentEventRepository,
    private readonly undoing: EventUndoService,
    private readonly rows: EventUndoRepository,
    private readonly comparison: EventComparisonService,
    private readonly effects: EventEffectsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string): Promise<EventPreview> {
    if (this.db.inTransaction) throw new DomainError('malformed-request', { header: 'Idempotency-Key' });
    let preview: EventPreview | null = null;
    try {
      await this.db.transaction(async () => {
        const { facts, effects } = await this.within(actor, employmentId, eventId, reason);
        preview = { employmentId, personName: facts.personName, effects };
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    } finally {
      this.organisation.recheck();
    }
    return preview as unknown as EventPreview;
  }

  /** @throws DomainError `rule-refused` when a later event or another change is built on it */
  async withdraw(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string): Promise<EmploymentEvent> {
    try {
      return await this.db.transaction(async () => {
        const { event } = await this.within(actor, employmentId, eventId, reason);
        await this.outbox.announce('employment.changed', {
          employmentId, eventId, kind: event.kind, from: event.effectiveOn, spmtOn: event.spmtOn, movesPost: movesPost(event), takenBack: true,
        });
        return eventView((await this.events.find(eventId)) as EventRow);
      });
    } finally {
      this.organisation.recheck();
    }
  }

  /** Within the caller's transaction and without its announcement: taken back, marked, in the trail. */
  async within(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string): Promise<{ facts: EmploymentFacts; event: EventRow; effects: EventEffect[] }> {
    const taken = await this.takeBack(actor, employmentId, eventId, reason);
    const { kind, effectiveOn } = taken.event;
    await this.rows.withdraw(eventId, actor.accountId, this.clock.now(), reason, taken.effects);
    await this.audit.record({ actor, action: 'employment.withdrawn', subjectType: 'employment', subjectId: employmentId, before: { eventId, kind, effectiveOn }, after: { effects: taken.effects }, reason });
    return taken;
  }

  /** Whether an event still stands when what follows from it is done later. */
  stands(eventId: Uuid): Promise<boolean> {
    return this.events.stands(eventId);
  }

  private async takeBack(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string): Promise<{ facts: EmploymentFacts; event: EventRow; effects: EventEffect[] }> {
    const found = await this.events.find(eventId);
    if (found?.employmentId !== employmentId) throw new DomainError('not-found');
    const facts = (await this.events.lock(employmentId, found.effectiveOn)) as EmploymentFacts;
    if (actor.personId === facts.personId) throw new DomainError('not-yours-to-decide');
    const changes = await this.events.changesOf(eventId);
    const event = (await this.events.find(eventId)) as EventRow;
    if (event.withdrawal) throw new DomainError('state-refused', { status: 'withdrawn', action: 'withdraw' });
    if (!changes) throw new DomainError('rule-refused', {}, { rule: { code: 'event.not-undoable' } });
    const later = await this.rows.laterStanding(employmentId, eventId);
    if (later) throw new DomainError('rule-refused', later, { rule: { code: 'event.later-event' } });
    const standing = await this.comparison.standing(employmentId, event.effectiveOn);
    const effects = await this.undoing.undo(actor, facts, changes, reason);
    effects.push(...(await this.comparison.effects(employmentId, event, standing)));
    const { kind, effectiveOn: from, spmtOn } = event;
    effects.push(...(await this.effects.of({ employmentId, kind, from, spmtOn, movesPost: movesPost(event), ends: EVENTS_OF_LEAVING.includes(kind), takenBack: true })));
    return { facts, event, effects };
  }
}

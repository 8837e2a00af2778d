import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { CorrectionPreview, EmploymentEvent, EmploymentEventInput } from '@ekinerja/contracts/employment-events';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { EmploymentEventsService } from './employment-events.service.js';
import { movesPost } from './event-rules.js';
import { EventWithdrawalService } from './event-withdrawal.service.js';

/** Takes a preview back when it has been seen. */
class Undo extends Error {}

/**
 * An event recorded with a mistake in it: taken back and recorded as it should have been, in one transaction and under
 * one announcement, so that nobody ever sees the person between the two.
 */
@Injectable()
export class EventCorrectionService {
  constructor(
    private readonly db: Database,
    private readonly events: EmploymentEventsService,
    private readonly withdrawals: EventWithdrawalService,
    private readonly organisation: OrganisationService,
    private readonly outbox: Outbox,
  ) {}

  async preview(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string, event: EmploymentEventInput): Promise<CorrectionPreview> {
    if (this.db.inTransaction) throw new DomainError('malformed-request', { header: 'Idempotency-Key' });
    let preview: CorrectionPreview | null = null;
    try {
      await this.db.transaction(async () => {
        const { facts, undone, effects } = await this.within(actor, employmentId, eventId, reason, event);
        preview = { employmentId, personName: facts.personName, undone, effects };
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    } finally {
      this.organisation.recheck();
    }
    return preview as unknown as CorrectionPreview;
  }

  /** @throws DomainError `rule-refused` when the event cannot be taken back, and whatever recording it anew may refuse */
  async correct(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string, event: EmploymentEventInput): Promise<EmploymentEvent> {
    try {
      return await this.db.transaction(async () => {
        const { id, before } = await this.within(actor, employmentId, eventId, reason, event);
        await this.outbox.announce('employment.changed', {
          employmentId, eventId: id, kind: event.kind, from: event.effectiveOn, spmtOn: event.spmtOn, movesPost: movesPost(event),
          instead: { from: before.effectiveOn, spmtOn: before.spmtOn, movesPost: movesPost(before) },
        });
        return this.events.get(id);
      });
    } finally {
      this.organisation.recheck();
    }
  }

  private async within(actor: Actor, employmentId: Uuid, eventId: Uuid, reason: string, event: EmploymentEventInput) {
    const { event: before, effects: undone } = await this.withdrawals.within(actor, employmentId, eventId, reason);
    const { id, facts, effects } = await this.events.within(actor, employmentId, event, { corrects: before });
    return { id, before, facts, undone, effects };
  }
}

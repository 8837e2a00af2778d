import { Injectable } from '@nestjs/common';
import type { ActivityReceipt, SendActivitiesAnswer, SendActivitiesRequest, SentActivity } from '@ekinerja/contracts/sent-activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { problemBody } from '../platform/problem/problem.filter.js';
import { fieldProblems } from '../platform/problem/validation.pipe.js';
import { ActivitiesRepository } from './activities.repository.js';
import { SentActivityDto } from './activities.dto.js';
import { ActivityEntryService, type Writer } from './activity-entry.service.js';
import { activityView } from './activity-row.js';

/** Somebody was there first: the device shows both and asks. */
const CONFLICTS = new Set(['stale-version', 'precondition-required', 'state-refused']);

/** Thrown to take a whole lot back; carries what is to be told. */
class TakenBack extends Error {
  constructor(readonly receipts: ActivityReceipt[]) {
    super('taken back');
  }
}

/** Many entries at once: a week's grid, an import, what waited on a phone. Each row has its own answer. */
@Injectable()
export class ActivitySendingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly entries: ActivityEntryService,
    private readonly activities: ActivitiesRepository,
  ) {}

  async send(actor: Actor, { accountId, together, check, entries }: SendActivitiesRequest): Promise<SendActivitiesAnswer> {
    if (accountId !== actor.accountId) throw new DomainError('other-account');
    if (actor.employmentId === null) throw new DomainError('permission-denied');
    const writer: Writer = { actor, owner: actor.employmentId, reason: null };
    if (!together && !check) {
      // One transaction a row: what was stored stays, whatever becomes of the next.
      const receipts: ActivityReceipt[] = [];
      for (const entry of entries) receipts.push(await this.receive(writer, entry));
      return { receipts, written: true };
    }
    return this.allOrNone(writer, entries, check);
  }

  private async allOrNone(writer: Writer, entries: SentActivity[], check: boolean): Promise<SendActivitiesAnswer> {
    try {
      const receipts = await this.db.transaction(async () => {
        const found: ActivityReceipt[] = [];
        for (const entry of entries) found.push(await this.receive(writer, entry));
        if (check || found.some(({ outcome }) => outcome === 'refused' || outcome === 'conflict')) throw new TakenBack(found);
        return found;
      });
      return { receipts, written: true };
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      const receipts = error.receipts.map((one): ActivityReceipt => (one.outcome === 'stored' ? { id: one.id, outcome: 'ready' } : one));
      return { receipts, written: false };
    }
  }

  /** @throws whatever is no answer about this row: a database that went away is told for the whole lot, to be sent again */
  private async receive(writer: Writer, sent: SentActivity): Promise<ActivityReceipt> {
    const entry: SentActivityDto = plainToInstance(SentActivityDto, sent);
    const id = typeof sent.id === 'string' ? sent.id : '';
    const errors = await validate(entry, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length > 0) return refused(writer, id, new DomainError('validation-failed', {}, { fields: fieldProblems(errors) }));
    const { id: key, version, ...body } = entry;
    try {
      const { activity, changed } = await this.entries.write(writer, key, version, body);
      return { id: key, outcome: changed ? 'stored' : 'same', activity };
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      return CONFLICTS.has(error.code) ? this.conflict(writer, key, error) : refused(writer, key, error);
    }
  }

  private async conflict({ actor }: Writer, id: Uuid, error: DomainError): Promise<ActivityReceipt> {
    const row = await this.activities.find(id);
    const problem = problemBody(new DomainError(error.code, error.params), actor.requestId);
    return { id, outcome: 'conflict', problem, current: row ? activityView(row, 'owner', this.clock.now()) : null };
  }
}

function refused({ actor }: Writer, id: Uuid, error: DomainError): ActivityReceipt {
  return { id, outcome: 'refused', problem: problemBody(error, actor.requestId) };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import {
  EVENTS_OF_LEAVING,
  type EmploymentEvent, type EmploymentEventInput, type EmploymentEventItem, type EventEffect, type EventFile, type EventPreview, type OpenPost,
} from '@ekinerja/contracts/employment-events';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { AccountClosingService } from '../auth/account-closing.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { partOf } from '../platform/database/search.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { Upload } from '../platform/http/upload.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { FileStorage } from '../platform/storage/file-storage.js';
import { EventComparisonService } from './event-comparison.service.js';
import { EventEffectsService } from './event-effects.service.js';
import { missingFields, movesPost } from './event-rules.js';
import { EmploymentEventRepository, eventView as view, type EmploymentFacts, type EventRow } from './employment-event.repository.js';
import { changesBetween, type EventChanges } from './event-undo.js';
import { EventUndoRepository } from './event-undo.repository.js';
import { ServiceChangeService } from './service-change.service.js';

const DAY_SECONDS = 86_400;
const POSTS_SHOWN = 20;

/** Takes a preview back when it has been seen. */
class Undo extends Error {}

/** Events of employment by decree: shown with every effect, then written once, whole, and announced. */
@Injectable()
export class EmploymentEventsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly events: EmploymentEventRepository,
    private readonly changes: ServiceChangeService,
    private readonly comparison: EventComparisonService,
    private readonly effects: EventEffectsService,
    private readonly images: EventUndoRepository,
    private readonly organisation: OrganisationService,
    private readonly accounts: AccountClosingService,
    private readonly files: FileStorage,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly scheduled: ScheduledWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Somebody must listen for the announcement to exist; recheck makes this process see the new posts at once.
    this.outbox.subscribe('employment.changed', 'employees.recheck', () => {
      this.organisation.recheck();
      return Promise.resolve();
    });
  }

  /** Every effect of the event, by doing it and taking it back. */
  async preview(actor: Actor, employmentId: Uuid, event: EmploymentEventInput): Promise<EventPreview> {
    const [preview] = await this.previewAll(actor, [{ employmentId, event }]);
    return preview as EventPreview;
  }

  /** The same for several people, each seeing what the ones before have changed. */
  async previewAll(actor: Actor, list: { employmentId: Uuid; event: EmploymentEventInput }[]): Promise<EventPreview[]> {
    // A preview is taken back whole, which it cannot be inside the transaction of an idempotency key.
    if (this.db.inTransaction) throw new DomainError('malformed-request', { header: 'Idempotency-Key' });
    const previews: EventPreview[] = [];
    try {
      await this.db.transaction(async () => {
        for (const { employmentId, event } of list) {
          const { facts, effects } = await this.carryOut(actor, employmentId, event);
          previews.push({ employmentId, personName: facts.personName, effects });
        }
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    } finally {
      this.organisation.recheck();
    }
    return previews;
  }

  /** @throws DomainError `duplicate` when the same event is on record already */
  async record(actor: Actor, employmentId: Uuid, event: EmploymentEventInput, batchId: Uuid | null = null): Promise<EmploymentEvent> {
    try {
      return await this.db.transaction(async () => {
        const { id } = await this.within(actor, employmentId, event, { batchId });
        await this.outbox.announce('employment.changed', { employmentId, eventId: id, kind: event.kind, from: event.effectiveOn, spmtOn: event.spmtOn, movesPost: movesPost(event) });
        return this.get(id);
      });
    } finally {
      this.organisation.recheck();
    }
  }

  /** Within the caller's transaction and without its announcement. @param corrects the event that has just been taken back for it */
  async within(
    actor: Actor, employmentId: Uuid, event: EmploymentEventInput, { batchId = null, corrects = null }: { batchId?: Uuid | null; corrects?: EmploymentEventInput & { id: Uuid } | null },
  ): Promise<{ id: Uuid; facts: EmploymentFacts; effects: EventEffect[] }> {
    const { facts, effects, changes } = await this.carryOut(actor, employmentId, event, corrects);
    const id = await this.events.insert(employmentId, event, effects, changes, { by: actor.accountId, at: this.clock.now(), batchId, correctsId: corrects?.id ?? null });
    if (id === null) throw new DomainError('duplicate', { date: event.effectiveOn });
    await this.audit.record({
      actor, action: `employment.${event.kind}`, subjectType: 'employment', subjectId: employmentId, after: { eventId: id, ...event, effects, ...(corrects ? { corrects: corrects.id } : {}) }, reason: event.decreeNumber,
    });
    return { id, facts, effects };
  }

  async get(id: Uuid): Promise<EmploymentEvent> {
    return view((await this.events.find(id)) as EventRow);
  }

  async ofPerson(actor: Actor, employmentId: Uuid): Promise<EmploymentEvent[]> {
    await this.organisation.requireReadable(actor, employmentId);
    return (await this.events.ofPerson(employmentId)).map(view);
  }

  async recent(query: { cursor?: string; limit?: number }): Promise<Page<EmploymentEventItem>> {
    const limit = pageLimit(query.limit);
    const rows = await this.events.recent(readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.id]);
    return { ...page, items: page.items.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })) };
  }

  openPosts(date: string, q: string): Promise<OpenPost[]> {
    return this.events.openPosts(date, partOf(q), null, POSTS_SHOWN);
  }

  /** The decision letter, before the event that points to it. */
  async storeFile(actor: Actor, file: Upload): Promise<EventFile> {
    const { id, name, bytes } = await this.files.store({ ...file, storedBy: actor.accountId });
    return { id, name, bytes };
  }

  async file(actor: Actor, employmentId: Uuid, eventId: Uuid): Promise<{ name: string; mediaType: string; content: Buffer }> {
    await this.organisation.requireReadable(actor, employmentId);
    const row = await this.events.find(eventId);
    const stored = row?.employmentId === employmentId && row.fileId ? await this.files.read(row.fileId) : null;
    if (!stored) throw new DomainError('not-found');
    await this.audit.logRead(actor, 'employment-event.file', 'employment', employmentId);
    return { name: stored.file.name, mediaType: stored.file.mediaType, content: stored.content };
  }

  /** Accounts of those whose last day has passed: a retirement is recorded before it comes. */
  @Cron('30 5 * * * *')
  async closeAccounts(): Promise<void> {
    await this.scheduled.once('employees.close-accounts', DAY_SECONDS / 24, async () => {
      for (const personId of await this.accounts.leftBehind(this.clock.today())) await this.accounts.close(systemActor('employees.close-accounts'), personId, 'employment ended');
    });
  }

  private async carryOut(actor: Actor, employmentId: Uuid, event: EmploymentEventInput, corrects: EmploymentEventInput | null = null): Promise<{ facts: EmploymentFacts; effects: EventEffect[]; changes: EventChanges }> {
    const fields = missingFields(event);
    if (fields.length > 0) throw new DomainError('validation-failed', {}, { fields });
    const facts = await this.events.lock(employmentId, event.effectiveOn);
    if (!facts) throw new DomainError('not-found');
    // Nobody moves, promotes or keeps themselves.
    if (actor.personId === facts.personId) throw new DomainError('not-yours-to-decide');
    if (await this.events.exists(employmentId, event.kind, event.effectiveOn)) throw new DomainError('duplicate', { date: event.effectiveOn });
    // The letter of the event that is put right stays with it, whoever handed it in.
    if (event.fileId !== null && event.fileId !== corrects?.fileId && !(await this.events.file(event.fileId, actor.accountId))) throw new DomainError('validation-failed', {}, { fields: [{ field: 'fileId', rule: 'unknown' }] });
    const standing = await this.comparison.standing(employmentId, event.effectiveOn);
    const before = await this.images.image(employmentId);
    const effects = await this.changes.apply(actor, facts, event);
    const changes = changesBetween(before, await this.images.image(employmentId));
    effects.push(...(await this.comparison.effects(employmentId, event, standing)));
    const ends = EVENTS_OF_LEAVING.includes(event.kind);
    const instead = corrects ? { from: corrects.effectiveOn, spmtOn: corrects.spmtOn, movesPost: movesPost(corrects) } : undefined;
    effects.push(...(await this.effects.of({ employmentId, kind: event.kind, from: event.effectiveOn, spmtOn: event.spmtOn, movesPost: movesPost(event), ends, ...(instead ? { instead } : {}) })));
    return { facts, effects, changes };
  }
}

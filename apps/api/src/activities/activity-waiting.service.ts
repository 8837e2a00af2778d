import { Injectable } from '@nestjs/common';
import type { ActivityEvent, WaitingActivitiesPage } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import type { WaitingQuery } from './activities.dto.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityListsRepository } from './activity-lists.repository.js';
import { activityView } from './activity-row.js';

const POINTERS: readonly string[] = ['skpResultId', 'monthPlanId', 'catalogueItemId'];

/** What waits for an evaluator, and how an entry came to stand as it does. */
@Injectable()
export class ActivityWaitingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly lists: ActivityListsRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opening the list is a fact of its own: KS 23(7) approves only what the evaluator never opened. A quiet question opens
   * nothing: the portal fetches far more than stands on the screen, and says itself what was shown.
   */
  async page(actor: Actor, query: WaitingQuery): Promise<WaitingActivitiesPage> {
    if (actor.employmentId === null) return { items: [], nextCursor: null, total: 0, overdue: 0 };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const now = this.clock.now();
    const { rows, total, overdue } = await this.lists.waiting({
      evaluator: actor.employmentId,
      employmentId: query.employmentId ?? null,
      now,
      today: actor.today,
      after: after && { dueAt: after[0], id: after[1] },
      limit: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [row.dueAt?.toISOString() ?? null, row.id]);
    const unseen = page.items.filter((row) => row.seenAt === null).map((row) => row.id);
    if (unseen.length > 0 && query.quiet !== 'true') await this.seen(actor, unseen);
    const items = page.items.map((row) => ({
      ...activityView(row, 'evaluator', now), personName: row.personName, nip: row.nip, postName: row.postName,
    }));
    return { items, nextCursor: page.nextCursor, total, overdue };
  }

  /** What really stood before the evaluator's eyes; rows of others are left as they are. */
  async seen(actor: Actor, ids: Uuid[]): Promise<void> {
    const evaluator = actor.employmentId;
    if (evaluator !== null) await this.db.transaction(() => this.lists.markSeen(ids, evaluator, this.clock.now()));
  }

  async history(actor: Actor, id: Uuid): Promise<ActivityEvent[]> {
    const row = await this.activities.find(id);
    if (!row) throw new DomainError('not-found');
    if (row.evaluatorEmploymentId === null || row.evaluatorEmploymentId !== actor.employmentId) {
      await this.organisation.requireReadable(actor, row.employmentId);
    }
    if (row.employmentId !== actor.employmentId) await this.audit.logRead(actor, 'activity.history', 'activity', id);
    return this.named(await this.activities.history(id));
  }

  /** What an entry points to, by its title: nobody reads an id. */
  private async named(events: ActivityEvent[]): Promise<ActivityEvent[]> {
    const pointing = (field: string) => POINTERS.includes(field);
    const ids = events.flatMap(({ changes }) => changes.filter(({ field }) => pointing(field)).flatMap(({ before, after }) => [before, after]));
    const titles = await this.activities.titlesOf([...new Set(ids)].filter((one) => one !== null));
    const title = (value: string | null) => (value === null ? null : (titles.get(value) ?? value));
    return events.map((event) => ({
      ...event,
      changes: event.changes.map((change) => (pointing(change.field) ? { ...change, before: title(change.before), after: title(change.after) } : change)),
    }));
  }
}

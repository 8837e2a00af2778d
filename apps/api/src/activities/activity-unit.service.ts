import { Injectable } from '@nestjs/common';
import type { Activity, ActivityMonth, SaveUnitActivityRequest } from '@ekinerja/contracts/activities';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { reaches, type Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityEntryService } from './activity-entry.service.js';
import { ActivityMonthService } from './activity-month.service.js';

/** The unit admin's side (KS 16(b)): entries of the unit added or mended with a reason that the owner sees. */
@Injectable()
export class ActivityUnitService {
  constructor(
    private readonly db: Database,
    private readonly activities: ActivitiesRepository,
    private readonly entries: ActivityEntryService,
    private readonly months: ActivityMonthService,
    private readonly periods: PeriodsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async month(actor: Actor, owner: Uuid, month: IsoMonth): Promise<ActivityMonth> {
    await this.requireOfUnit(actor, owner, month);
    await this.audit.logRead(actor, 'activities.month', 'employment', owner);
    return this.months.of(actor, owner, month);
  }

  async save(actor: Actor, owner: Uuid, id: Uuid, seen: number | null, body: SaveUnitActivityRequest): Promise<Activity> {
    await this.requireOfUnit(actor, owner, monthOf(body.date));
    // One's own work is entered as one's own, and decided like it.
    if (owner === actor.employmentId) throw new DomainError('permission-denied');
    const { reason, ...content } = body;
    return this.db.transaction(async () => {
      // An entry of a month in which the owner was elsewhere is the other unit's, wherever it would be moved to.
      await this.activities.lockOwner(owner);
      const row = await this.activities.find(id);
      if (row?.employmentId === owner) await this.requireOfUnit(actor, owner, monthOf(row.date));
      const { activity, changed } = await this.entries.write({ actor, owner, reason: reason.trim() }, id, seen, content);
      if (changed) await this.outbox.announce('activity.written-by-unit', {
          activityId: id, employmentId: owner, date: activity.date, byName: actor.personName ?? actor.username, version: activity.version,
        });
      return activity;
    });
  }

  /** Who is not of the unit in that month does not exist for its admin. */
  private async requireOfUnit(actor: Actor, owner: Uuid, month: IsoMonth): Promise<void> {
    const skpdId = await this.periods.skpdOfMonth(owner, month);
    if (!skpdId || !reaches(actor, 'unit-admin', skpdId)) throw new DomainError('not-found');
  }
}

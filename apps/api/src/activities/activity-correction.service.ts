import { Injectable } from '@nestjs/common';
import type { Activity, CorrectActivityRequest, OriginalEntry } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import { checkEntry, foreignResult, overlappingEntry } from '@ekinerja/regulations/activity-flow';
import { monthOf } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpService } from '../skp/skp.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityDecisionService } from './activity-decision.service.js';
import { activityView, changesBetween, contentOf, minutesBetween, type ActivityContent, type ActivityRow } from './activity-row.js';

/** KS 17(c): the evaluator puts an entry right and accepts it so; what the owner wrote stays visible beside it. */
@Injectable()
export class ActivityCorrectionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly decisions: ActivityDecisionService,
    private readonly skp: SkpService,
    private readonly periods: PeriodsService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async correct(actor: Actor, id: Uuid, seen: number | null, { reason, ...corrected }: CorrectActivityRequest): Promise<Activity> {
    return this.db.transaction(async () => {
      const known = await this.activities.find(id);
      if (known) await this.activities.lockOwner(known.employmentId);
      const row = await this.activities.lock(id);
      if (!row) throw new DomainError('not-found');
      const decision = await this.decisions.requireMayCorrect(actor, row, seen);
      // A changed entry is a written one: a closed month takes none.
      await this.periods.writing(row.skpdId, monthOf(row.date), row.date);
      // A step of the plan belongs to its result; with another result it would point beside it.
      const monthPlanId = corrected.skpResultId === row.skpResultId ? row.monthPlanId : null;
      const content: ActivityContent = { ...contentOf(row), ...corrected, monthPlanId };
      await this.requirePossible(actor, row, content);
      const at = this.clock.now();
      const why = reason.trim();
      await this.activities.correct({ id, minutes: minutesBetween(content) }, content, originalOf(row, { by: actor.personName ?? actor.username, capacity: decision.capacity, reason: why, at }));
      await this.activities.decide({ status: 'accepted', at, by: actor.employmentId, mode: 'evaluator', reason: why, rows: [{ id, decision }] });
      const changes = changesBetween(row, content);
      await this.activities.addEvents(at, [
        { activityId: id, action: 'corrected', accountId: actor.accountId, actorName: actor.personName, capacity: decision.capacity, reason: why, changes },
      ]);
      await this.audit.record({
        actor, action: 'activity.corrected', subjectType: 'activity', subjectId: id, before: { ...contentOf(row), status: row.status },
        after: { ...content, status: 'accepted', decision }, reason: why,
      });
      await this.outbox.announce('activity.decided', {
        activityId: id, employmentId: row.employmentId, date: row.date, outcome: 'corrected', what: row.description, reason: why, version: row.version + 1, on: actor.today,
      });
      return activityView((await this.activities.find(id)) as ActivityRow, 'evaluator', at);
    });
  }

  /** The same as for the owner, but for the window: the entry was handed in in time. */
  private async requirePossible(actor: Actor, row: ActivityRow, content: ActivityContent): Promise<void> {
    const law = await this.regulations.lawOn(actor.today, row.kind);
    const minutes = minutesBetween(content);
    const refusal = checkEntry({ date: row.date, minutes, today: actor.today, kind: content.task, leaveOn: () => false, lateGranted: true }, law);
    if (refusal) throw refusedByRule(refusal);
    if (content.skpResultId !== row.skpResultId && (await this.skp.resultForEntry(row.employmentId, content.skpResultId, row.date)) !== 'own') {
      throw refusedByRule(foreignResult(row.date, law));
    }
    const taken = await this.activities.overlapping(row.employmentId, row.id, content);
    if (taken) throw refusedByRule(overlappingEntry(row.date, taken, law));
  }
}

function originalOf(row: ActivityRow, { by, capacity, reason, at }: { by: string; capacity: string | null; reason: string; at: Date }): OriginalEntry {
  const { startTime, endTime, description, outputQuantity, outputUnit, skpResultId, skpResultTitle, task } = row;
  return {
    startTime, endTime, description, outputQuantity, outputUnit, skpResultId, skpResultTitle, task, correctedBy: by, capacity, reason, at: at.toISOString(),
  };
}

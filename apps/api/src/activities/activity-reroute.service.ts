import { Injectable } from '@nestjs/common';
import { approvalDue } from '@ekinerja/regulations/activity-flow';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { EntryEvaluatorService } from './entry-evaluator.service.js';
import { OpenEntriesRepository, type OpenDay } from './open-entries.repository.js';

const SYSTEM = 'activities.reroute';

/** Back-dated decrees and the mere passing of days change who decides; open entries follow, decided ones never do. */
@Injectable()
export class ActivityRerouteService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly open: OpenEntriesRepository,
    private readonly evaluators: EntryEvaluatorService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  /** @returns how many entries were sent to somebody else */
  async reroute(): Promise<number> {
    return this.db.transaction(async () => {
      const moved = await this.moved(await this.open.openDays(this.clock.timeZone));
      if (moved.length === 0) return 0;
      const sent = await this.open.reroute(moved, this.clock.timeZone);
      await this.activities.addEvents(
        this.clock.now(),
        sent.map(({ id, from, to }) => ({
          activityId: id, action: 'rerouted', accountId: null, actorName: null, capacity: null, reason: null,
          changes: [{ field: 'evaluator', before: from, after: to }],
        })),
      );
      await this.audit.recordAll(
        sent.map(({ id, from, to }) => ({
          actor: systemActor(SYSTEM), action: 'activity.rerouted', subjectType: 'activity', subjectId: id, before: { evaluator: from }, after: { evaluator: to },
        })),
      );
      return sent.length;
    });
  }

  private async moved(days: OpenDay[]): Promise<(OpenDay & { to: string; dueAt: Date | null })[]> {
    const today = this.clock.today();
    const now = this.clock.now();
    const moved: (OpenDay & { to: string; dueAt: Date | null })[] = [];
    for (const day of days) {
      const { evaluator } = await this.evaluators.of(day, today);
      // Where nobody may evaluate, the entry stays where it is until somebody does.
      if (!evaluator || evaluator.employmentId === day.evaluatorEmploymentId) continue;
      // The whole window for whoever has it now, by the law under which it was handed in.
      const { dueAt } = approvalDue(now, await this.regulations.lawOn(day.submittedOn, day.kind));
      moved.push({ ...day, to: evaluator.employmentId, dueAt });
    }
    return moved;
  }
}

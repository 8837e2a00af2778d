import { Injectable } from '@nestjs/common';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
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

  private async moved(days: OpenDay[]): Promise<(OpenDay & { to: string })[]> {
    const today = this.clock.today();
    const moved: (OpenDay & { to: string })[] = [];
    for (const day of days) {
      const { evaluator } = await this.evaluators.of(day, today);
      // Where nobody may evaluate, the entry stays where it is until somebody does.
      if (evaluator && evaluator.employmentId !== day.evaluatorEmploymentId) moved.push({ ...day, to: evaluator.employmentId });
    }
    return moved;
  }
}

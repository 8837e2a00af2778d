import { Injectable } from '@nestjs/common';
import { applyActivity, approvalDue, lapsesNow } from '@ekinerja/regulations/activity-flow';
import { localDate } from '@ekinerja/regulations/dates';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { OpenEntriesRepository, type OverdueGroup, type OverdueRow } from './open-entries.repository.js';

const BATCH = 500;
const SYSTEM = 'activities.lapse';

/**
 * What happens when the time limit of approval runs out, by the regulation in force when the entry was handed in:
 * nothing but a flag, or approval by the system (KS 23(7)). A refused entry is not open and so never among them (KS 23(8)).
 */
@Injectable()
export class ActivityLapseService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly open: OpenEntriesRepository,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Approves what has lapsed. Several replicas at once pass over each other's rows. @returns how many were approved */
  async approveLapsed(): Promise<number> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const groups = await this.groupsByTrigger(now);
      let approved = 0;
      for (const [unseenOnly, chosen] of groups) {
        for (;;) {
          if (chosen.length === 0) break;
          const rows = await this.open.lockOverdue(now, chosen, unseenOnly, BATCH);
          const lapsed = await this.lapsed(rows, now);
          await this.approve(lapsed, now);
          approved += lapsed.length;
          // What the law keeps waiting would come again: no further batch then.
          if (rows.length < BATCH || lapsed.length === 0) break;
        }
      }
      return approved;
    });
  }

  /** Only laws that approve by lapse; flagging asks for no work. */
  private async groupsByTrigger(now: Date): Promise<[unseenOnly: boolean, groups: OverdueGroup[]][]> {
    const notOpened: OverdueGroup[] = [];
    const undecided: OverdueGroup[] = [];
    for (const group of await this.open.overdueGroups(now)) {
      const due = approvalDue(group.submittedAt, await this.lawOf(group));
      if (due.onLapse === 'approve') (due.trigger === 'notOpened' ? notOpened : undecided).push(group);
    }
    return [[true, notOpened], [false, undecided]];
  }

  private async lapsed(rows: OverdueRow[], now: Date): Promise<OverdueRow[]> {
    const lapsed: OverdueRow[] = [];
    for (const row of rows) {
      const law = await this.lawOf(row);
      if (lapsesNow({ dueAt: row.dueAt, now, status: 'submitted', seen: row.seen }, law)) lapsed.push(row);
    }
    return lapsed;
  }

  private async approve(rows: OverdueRow[], at: Date): Promise<void> {
    const status = applyActivity('submitted', 'lapse', 'system');
    if (rows.length === 0 || isRefusal(status)) return;
    const decision = { postId: null, postName: null, capacity: null, chain: [] };
    await this.activities.decide({ status, at, by: null, mode: 'lapse', reason: null, rows: rows.map(({ id }) => ({ id, decision })) });
    await this.activities.addEvents(
      at,
      rows.map(({ id }) => ({
        activityId: id, action: 'lapsed', accountId: null, actorName: null, capacity: null, reason: null,
        changes: [{ field: 'status', before: 'submitted', after: status }],
      })),
    );
    await this.audit.recordAll(
      rows.map(({ id }) => ({
        actor: systemActor(SYSTEM), action: 'activity.lapsed', subjectType: 'activity', subjectId: id,
        before: { status: 'submitted' }, after: { status, mode: 'lapse' },
      })),
    );
    const on = this.clock.today();
    for (const { id, employmentId, date, description, version } of rows) {
      await this.outbox.announce('activity.decided', { activityId: id, employmentId, date, outcome: 'lapsed', what: description, reason: null, version: version + 1, on });
    }
  }

  private lawOf(entry: Pick<OverdueRow, 'submittedAt' | 'kind'>) {
    return this.regulations.lawOn(localDate(entry.submittedAt, this.clock.timeZone), entry.kind);
  }
}

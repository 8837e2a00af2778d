import { Injectable } from '@nestjs/common';
import type { AcceptActivitiesAnswer, Activity } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { ErrorCode } from '@ekinerja/contracts/errors';
import { applyActivity, type ActivityStatus } from '@ekinerja/regulations/activity-flow';
import { localDate } from '@ekinerja/regulations/dates';
import type { DerivedEvaluator, EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { ActivitiesRepository } from './activities.repository.js';
import { activityView, type ActivityDecision, type ActivityRow } from './activity-row.js';
import { EntryEvaluatorService } from './entry-evaluator.service.js';

type Verdict = { decision: ActivityDecision } | { refused: ErrorCode };

/**
 * The evaluator's side (BK 4(1), 4(3), KS 23(5), 23(8)). Decisions on a month already closed still run in their
 * window; they never touch the slip.
 */
@Injectable()
export class ActivityDecisionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly activities: ActivitiesRepository,
    private readonly evaluators: EntryEvaluatorService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  accept(actor: Actor, id: Uuid, seen: number | null): Promise<Activity> {
    return this.decideOne(actor, id, seen, 'accept', null);
  }

  refuse(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<Activity> {
    return this.decideOne(actor, id, seen, 'refuse', reason);
  }

  /** Accepts what can be accepted, all at once; the rest is named with its reason. */
  async acceptMany(actor: Actor, ids: Uuid[]): Promise<AcceptActivitiesAnswer> {
    return this.db.transaction(async () => {
      const rows = await this.activities.lockAll(ids);
      const found = new Map(rows.map((row) => [row.id, row]));
      const skipped: AcceptActivitiesAnswer['skipped'] = ids.filter((id) => !found.has(id)).map((id) => ({ id, code: 'not-found' }));
      const accepted: { row: ActivityRow; decision: ActivityDecision }[] = [];
      for (const row of rows) {
        const verdict = await this.judge(actor, row, 'accept');
        if ('refused' in verdict) skipped.push({ id: row.id, code: verdict.refused });
        else accepted.push({ row, decision: verdict.decision });
      }
      if (accepted.length > 0) await this.write(actor, 'accepted', null, accepted);
      return { accepted: accepted.map(({ row }) => row.id), skipped };
    });
  }

  private async decideOne(actor: Actor, id: Uuid, seen: number | null, action: 'accept' | 'refuse', reason: string | null): Promise<Activity> {
    return this.db.transaction(async () => {
      const row = await this.activities.lock(id);
      if (!row) throw new DomainError('not-found');
      const verdict = await this.judge(actor, row, action);
      const foreign = 'refused' in verdict && verdict.refused !== 'state-refused';
      if (!foreign) requireVersion(seen, row, activityView(row, 'evaluator', this.clock.now()));
      if ('refused' in verdict) throw new DomainError(verdict.refused, verdict.refused === 'state-refused' ? { status: row.status, action } : {});
      await this.write(actor, action === 'accept' ? 'accepted' : 'refused', reason, [{ row, decision: verdict.decision }]);
      return activityView((await this.activities.find(id)) as ActivityRow, 'evaluator', this.clock.now());
    });
  }

  /** Only the evaluator of the entry decides; who may see it learns that it is not theirs, others that it does not exist. */
  private async judge(actor: Actor, row: ActivityRow, action: 'accept' | 'refuse'): Promise<Verdict> {
    const submittedOn = row.submittedAt ? localDate(row.submittedAt, this.clock.timeZone) : actor.today;
    const { employmentId, kind, date } = row;
    const answer = await this.evaluators.of({ employmentId, kind, date, submittedOn }, actor.today);
    if (actor.employmentId === null || answer.evaluator?.employmentId !== actor.employmentId) {
      return { refused: (await this.organisation.mayRead(actor, employmentId)) ? 'not-yours-to-decide' : 'not-found' };
    }
    if (isRefusal(applyActivity(row.status, action, 'evaluator'))) return { refused: 'state-refused' };
    return { decision: decisionOf(answer) };
  }

  private async write(
    actor: Actor, status: Extract<ActivityStatus, 'accepted' | 'refused'>, reason: string | null, decided: { row: ActivityRow; decision: ActivityDecision }[],
  ): Promise<void> {
    const at = this.clock.now();
    await this.activities.decide({
      status, at, by: actor.employmentId, mode: 'evaluator', reason, rows: decided.map(({ row, decision }) => ({ id: row.id, decision })),
    });
    await this.activities.addEvents(
      at,
      decided.map(({ row, decision }) => ({
        activityId: row.id, action: status, accountId: actor.accountId, actorName: actor.personName, capacity: decision.capacity, reason,
        changes: [{ field: 'status', before: row.status, after: status }],
      })),
    );
    await this.audit.recordAll(
      decided.map(({ row, decision }) => ({
        actor, action: `activity.${status}`, subjectType: 'activity', subjectId: row.id, before: { status: row.status }, after: { status, decision }, reason,
      })),
    );
    for (const { row } of decided) {
      await this.outbox.announce('activity.decided', { activityId: row.id, employmentId: row.employmentId, date: row.date });
    }
  }
}

/** Post, capacity and the chain walked: enough to show later why this person could decide. */
function decisionOf({ evaluator, chain }: EvaluatorAnswer): ActivityDecision {
  const { postId, postName, capacity } = evaluator as DerivedEvaluator;
  return { postId, postName, capacity, chain };
}

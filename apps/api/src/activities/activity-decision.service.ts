import { Injectable } from '@nestjs/common';
import { UNDO_SECONDS, type AcceptActivitiesAnswer, type Activity, type SeenActivity, type UndoDecisionsAnswer } from '@ekinerja/contracts/activities';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { ErrorCode } from '@ekinerja/contracts/errors';
import { applyActivity, mayUndoDecision, type ActivityStatus } from '@ekinerja/regulations/activity-flow';
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

  /** Accepts what can be accepted and still stands as it was seen, all at once; the rest is named with its reason. */
  async acceptMany(actor: Actor, entries: readonly SeenActivity[]): Promise<AcceptActivitiesAnswer> {
    return this.db.transaction(async () => {
      const seen = new Map(entries.map(({ id, version }) => [id, version]));
      const ids = [...seen.keys()];
      const rows = await this.activities.lockAll(ids);
      const found = new Map(rows.map((row) => [row.id, row]));
      const skipped: AcceptActivitiesAnswer['skipped'] = ids.filter((id) => !found.has(id)).map((id) => ({ id, code: 'not-found' }));
      const accepted: { row: ActivityRow; decision: ActivityDecision }[] = [];
      for (const row of rows) {
        const verdict = await this.judge(actor, row, 'accept');
        if ('refused' in verdict) skipped.push({ id: row.id, code: verdict.refused });
        else if (seen.get(row.id) !== row.version) skipped.push({ id: row.id, code: 'stale-version' });
        else accepted.push({ row, decision: verdict.decision });
      }
      if (accepted.length > 0) await this.write(actor, 'accepted', null, accepted);
      return { accepted: accepted.map(({ row }) => row.id), skipped };
    });
  }

  /** Takes the caller's own decisions of the last seconds back, before anybody was told. */
  async undo(actor: Actor, ids: Uuid[]): Promise<UndoDecisionsAnswer> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const rows = await this.activities.lockAll(ids);
      const found = new Set(rows.map(({ id }) => id));
      const skipped: UndoDecisionsAnswer['skipped'] = ids.filter((id) => !found.has(id)).map((id) => ({ id, code: 'not-found' }));
      const undone: ActivityRow[] = [];
      for (const row of rows) {
        const own = actor.employmentId !== null && row.decidedByEmploymentId === actor.employmentId;
        const may = mayUndoDecision({ status: row.status, mode: row.decisionMode, decidedAt: row.decidedAt, now, corrected: row.original !== null }, UNDO_SECONDS);
        if (own && may) undone.push(row);
        else if (own) skipped.push({ id: row.id, code: 'state-refused' });
        else skipped.push({ id: row.id, code: (await this.organisation.mayRead(actor, row.employmentId)) ? 'not-yours-to-decide' : 'not-found' });
      }
      if (undone.length > 0) await this.takeBack(actor, undone, now);
      return { undone: undone.map(({ id }) => id), skipped };
    });
  }

  private async takeBack(actor: Actor, rows: ActivityRow[], now: Date): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await this.activities.undo(ids);
    await this.activities.addEvents(
      now,
      rows.map(({ id, status, decision }) => ({
        activityId: id, action: 'undone', accountId: actor.accountId, actorName: actor.personName, capacity: decision?.capacity ?? null, reason: null,
        changes: [{ field: 'status', before: status, after: 'submitted' }],
      })),
    );
    await this.audit.recordAll(
      rows.map(({ id, status }) => ({ actor, action: 'activity.undone', subjectType: 'activity', subjectId: id, before: { status }, after: { status: 'submitted' } })),
    );
    await this.outbox.takeBack('activity.decided', ids);
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

  /** For the correction, which is a decision of its own: the same people may do it. */
  async requireMayCorrect(actor: Actor, row: ActivityRow, seen: number | null): Promise<ActivityDecision> {
    const verdict = await this.judge(actor, row, 'correct');
    const foreign = 'refused' in verdict && verdict.refused !== 'state-refused';
    if (!foreign) requireVersion(seen, row, activityView(row, 'evaluator', this.clock.now()));
    if ('refused' in verdict) throw new DomainError(verdict.refused, verdict.refused === 'state-refused' ? { status: row.status, action: 'correct' } : {});
    return verdict.decision;
  }

  /** Only the evaluator of the entry decides; who may see it learns that it is not theirs, others that it does not exist. */
  private async judge(actor: Actor, row: ActivityRow, action: 'accept' | 'refuse' | 'correct'): Promise<Verdict> {
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
    // The decision stands at once; who else is told learns of it when it can no longer be taken back.
    await this.outbox.announceLater(
      'activity.decided', UNDO_SECONDS,
      decided.map(({ row }) => ({
        key: row.id,
        payload: { activityId: row.id, employmentId: row.employmentId, date: row.date, outcome: status, what: row.description, reason, version: row.version + 1, on: actor.today },
      })),
    );
  }
}

/** Post, capacity and the chain walked: enough to show later why this person could decide. */
function decisionOf({ evaluator, chain }: EvaluatorAnswer): ActivityDecision {
  const { postId, postName, capacity } = evaluator as DerivedEvaluator;
  return { postId, postName, capacity, chain };
}

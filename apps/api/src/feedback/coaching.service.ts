import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { Coaching, CoachingSessionRequest, CoachRequest } from '@ekinerja/contracts/feedback';
import { coachingRules } from '@ekinerja/regulations/feedback';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { ProgressRepository, type CoachingRow } from './progress.repository.js';

/** Guidance and counselling, each session with its day and outcome (TL 20, BK 6(1)). */
@Injectable()
export class CoachingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ProgressRepository,
    private readonly standing: FeedbackStandingService,
    private readonly laws: FeedbackLawService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** A leader coaches, or proposes that somebody coach (TL 19(3).c). */
  async open(actor: Actor, employmentId: Uuid, { kind, reason }: CoachRequest, status: 'running' | 'proposed' = 'running'): Promise<Uuid> {
    return this.db.transaction(async () => {
      await this.standing.require(actor, employmentId, ['leader']);
      const rules = coachingRules(await this.laws.of(employmentId, actor.today));
      if (!rules.kinds.includes(kind)) throw refusedByRule({ code: 'feedback.none', params: {} });
      const coach = actor.employmentId as Uuid;
      const id = await this.repository.openCoaching({ employmentId, coach, kind, status, reason }, this.clock.now());
      await this.audit.record({ actor, action: `coaching.${status === 'proposed' ? 'proposed' : 'opened'}`, subjectType: 'employment', subjectId: employmentId, after: { coachingId: id, kind, reason } });
      if (status === 'running') await this.outbox.announce('coaching.opened', { coachingId: id, employmentId });
      else await this.proposed(actor, id, employmentId);
      return id;
    });
  }

  /**
   * A case wants the evaluator to coach (KS 31(1)); whoever calls has checked who decides it. Decided by another, it waits
   * for the evaluator as a proposal. @returns null where there is no evaluator, or the regulation knows no coaching
   */
  async openByCase(actor: Actor, employmentId: Uuid, reason: string): Promise<Uuid | null> {
    const [kind] = coachingRules(await this.laws.of(employmentId, actor.today)).kinds;
    const coach = (await this.organisation.evaluatorOn(employmentId, actor.today)).evaluator?.employmentId;
    if (!kind || !coach) return null;
    return this.db.transaction(async () => {
      const status = coach === actor.employmentId ? 'running' : 'proposed';
      const id = await this.repository.openCoaching({ employmentId, coach, kind, status, reason }, this.clock.now());
      await this.audit.record({ actor, action: `coaching.${status === 'proposed' ? 'proposed' : 'opened'}`, subjectType: 'employment', subjectId: employmentId, after: { coachingId: id, kind, reason } });
      if (status === 'running') await this.outbox.announce('coaching.opened', { coachingId: id, employmentId });
      else await this.tellProposed(id, employmentId, actor.personName ?? actor.username, [coach], actor.today);
      return id;
    });
  }

  /** Whether a session was held on one of them. */
  async held(ids: Uuid[]): Promise<boolean> {
    return (await this.repository.sessions(ids)).length > 0;
  }

  async addSession(actor: Actor, id: Uuid, seen: number | null, session: CoachingSessionRequest): Promise<Uuid> {
    return this.db.transaction(async () => {
      const row = await this.opened(actor, id, seen);
      if (session.heldOn > actor.today) throw new DomainError('validation-failed', {}, { fields: [{ field: 'heldOn', rule: 'future' }] });
      await this.repository.addSession({ coachingId: id, ...session, by: actor.employmentId as Uuid }, this.clock.now());
      // What was proposed begins with its first session.
      if (row.status === 'proposed') await this.outbox.announce('coaching.opened', { coachingId: id, employmentId: row.employmentId });
      await this.audit.record({ actor, action: 'coaching.session', subjectType: 'coaching', subjectId: id, after: session });
      return row.employmentId;
    });
  }

  /** Ends with what came of it; coaching without a session was none. */
  async end(actor: Actor, id: Uuid, seen: number | null, outcome: string): Promise<Uuid> {
    return this.db.transaction(async () => {
      const row = await this.opened(actor, id, seen);
      if ((await this.repository.sessions([id])).length === 0) throw refusedByRule({ code: 'coaching.no-session', params: {} });
      await this.repository.endCoaching(id, outcome, this.clock.now());
      await this.audit.record({ actor, action: 'coaching.ended', subjectType: 'coaching', subjectId: id, after: { outcome } });
      return row.employmentId;
    });
  }

  async of(employmentId: Uuid): Promise<Coaching[]> {
    const rows = await this.repository.coachings(employmentId);
    const sessions = await this.repository.sessions(rows.map(({ id }) => id));
    return rows.map(({ employmentId: _, coachEmploymentId: __, at, endedAt, ...row }) => ({
      ...row, at: at.toISOString(), endedAt: endedAt?.toISOString() ?? null,
      sessions: sessions.filter(({ coachingId }) => coachingId === row.id).map(({ coachingId: ___, ...session }) => session),
    }));
  }

  /** TL 19(3) huruf c: told to whoever should coach, the evaluator; to their superior where the evaluator proposes it. */
  private async proposed(actor: Actor, coachingId: Uuid, employmentId: Uuid): Promise<void> {
    const evaluator = (await this.organisation.evaluatorOn(employmentId, actor.today)).evaluator?.employmentId ?? null;
    const to = evaluator === actor.employmentId ? (await this.organisation.evaluatorSuperiorOn(employmentId, actor.today)).evaluator?.employmentId : evaluator;
    const by = await this.organisation.snapshotOf(actor.employmentId as Uuid, actor.today);
    await this.tellProposed(coachingId, employmentId, by.name, to ? [to] : [], actor.today);
  }

  private async tellProposed(coachingId: Uuid, employmentId: Uuid, byName: string, employmentIds: Uuid[], date: IsoDate): Promise<void> {
    const { name } = await this.organisation.snapshotOf(employmentId, date);
    await this.outbox.announce('coaching.proposed', { coachingId, employmentId, name, byName, employmentIds });
  }

  private async opened(actor: Actor, id: Uuid, seen: number | null): Promise<CoachingRow> {
    const row = await this.repository.lockCoaching(id);
    if (!row) throw new DomainError('not-found');
    await this.standing.require(actor, row.employmentId, ['leader']);
    requireVersion(seen, row);
    if (row.status === 'ended') throw new DomainError('state-refused', { status: row.status, action: 'session' });
    return row;
  }
}

import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation } from '@ekinerja/contracts/evaluations';
import type { Objection } from '@ekinerja/contracts/objections';
import { checkDecision } from '@ekinerja/regulations/objection';
import { AuditService } from '../audit/audit.service.js';
import { EvaluationVersionsService } from '../evaluations/evaluation-versions.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import type { ObjectionRow, ObjectionTier } from './objection-row.js';
import { ObjectionTiersService } from './objection-tiers.service.js';
import { ObjectionViewService } from './objection-view.service.js';
import type { DecideObjectionDto } from './objections.dto.js';
import { ObjectionsRepository } from './objections.repository.js';

/** TL 35 huruf d–f: the superior upholds or changes the result; of two who decide at once, the second is told. */
@Injectable()
export class ObjectionDecisionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly objections: ObjectionsRepository,
    private readonly tiers: ObjectionTiersService,
    private readonly view: ObjectionViewService,
    private readonly evaluations: EvaluationVersionsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async decide(actor: Actor, id: Uuid, seen: number | null, body: DecideObjectionDto): Promise<Objection> {
    await this.db.transaction(async () => {
      const row = await this.requireOpen(actor, id, seen);
      const tier = row.tiers.slice(0, row.tier + 1).find(({ person }) => person.employmentId === actor.employmentId) as ObjectionTier;
      const law = await this.tiers.lawOf(row.employmentId, row.receivedAt);
      const heard = (await this.objections.statements(id)).filter(({ text }) => text !== null).map(({ side }) => side);
      const recommendation = body.recommendation?.trim() || null;
      const refusal = checkDecision({ outcome: body.outcome, heard, recommendation }, law);
      if (refusal) throw refusedByRule(refusal);
      const after = await this.effect(actor, row, tier, body, recommendation);
      const { outcome, reason } = body;
      await this.objections.decide(id, { outcome, reason, recommendation, at: this.clock.now(), decider: tier.person, predicateAfter: after.predicate });
      await this.audit.record({
        actor, action: 'objection.decided', subjectType: 'objection', subjectId: id, reason,
        before: { predicate: row.evaluation.predicate, score: row.evaluation.score },
        after: { outcome, predicate: after.predicate, score: after.score, recommendation, decider: tier.person },
      });
      const employmentIds = [row.employmentId, row.evaluatorEmploymentId, tier.person.employmentId];
      await this.outbox.announce('objection.decided', { objectionId: id, outcome, employmentIds });
    });
    return this.view.get(actor, id);
  }

  private async requireOpen(actor: Actor, id: Uuid, seen: number | null): Promise<ObjectionRow> {
    const locked = await this.objections.lock(id);
    if (!locked) throw new DomainError('not-found');
    const current = locked.version;
    const row = await this.tiers.refresh(locked);
    if (this.view.requirePart(actor, row) !== 'examiner') throw new DomainError('not-yours-to-decide');
    if (row.status !== 'filed') throw new DomainError('state-refused', { status: row.status });
    requireVersion(seen, { version: current }, await this.view.shown(row, 'examiner'));
    return row;
  }

  private async effect(
    actor: Actor, row: ObjectionRow, tier: ObjectionTier, { outcome, inputs, reason }: DecideObjectionDto, recommendation: string | null,
  ): Promise<Pick<Evaluation, 'predicate' | 'score'>> {
    if (outcome === 'uphold') {
      await this.evaluations.release(row.evaluationId, row.id);
      return row.evaluation;
    }
    const { person, chain } = tier;
    return this.evaluations.replaceByObjection(actor, {
      evaluationId: row.evaluationId, objectionId: row.id, inputs: inputs ?? {}, note: row.evaluation.note, recommendation: recommendation as string, reason,
      decider: { person, signedAs: await this.organisation.snapshotOf(person.employmentId, actor.today), chain },
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationForm, EvaluationInputs, EvaluationVersion } from '@ekinerja/contracts/evaluations';
import { lastDay, localDate } from '@ekinerja/regulations/dates';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpService } from '../skp/skp.service.js';
import { readInputs } from './evaluation-inputs.js';
import { EvaluationVersionsRepository } from './evaluation-versions.repository.js';
import { EvaluationsRepository, evaluationView, setBy, type EvaluationRow, type SignerSnapshot } from './evaluations.repository.js';
import { judged } from './judgement.js';
import { RatingLawService, type RatingRules } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';

export { evaluationView, type EvaluationRow } from './evaluations.repository.js';

/** A changed result as the superior decides it (TL 35(d), (f)). */
export interface ObjectionDecision {
  evaluationId: Uuid;
  objectionId: Uuid;
  /** The answers of the evaluation's own form. */
  inputs: EvaluationInputs;
  note: string | null;
  /** TL 35(f): a changed result carries a new recommendation. */
  recommendation: string;
  reason: string;
  decider: SignerSnapshot;
}

/** What an evaluation was, and the seam through which an objection holds and replaces it. */
@Injectable()
export class EvaluationVersionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly evaluations: EvaluationsRepository,
    private readonly versions: EvaluationVersionsRepository,
    private readonly laws: RatingLawService,
    private readonly lines: RatingLineService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The evaluation as a row, for the objection that rests on it; null when there is none. */
  find(id: Uuid): Promise<EvaluationRow | null> {
    return this.evaluations.find(id);
  }

  /** All evaluations of a person, newest first. */
  ofEmployment(employmentId: Uuid): Promise<EvaluationRow[]> {
    return this.evaluations.ofEmployment(employmentId);
  }

  of(evaluationId: Uuid): Promise<EvaluationVersion[]> {
    return this.versions.of(evaluationId);
  }

  /** Everybody who has set this evaluation so far: none of them decides on it. */
  personsWhoJudged(evaluationId: Uuid): Promise<Uuid[]> {
    return this.versions.judges(evaluationId);
  }

  async history(actor: Actor, evaluationId: Uuid): Promise<EvaluationVersion[]> {
    const row = await this.evaluations.find(evaluationId);
    if (!row) throw new DomainError('not-found');
    if (!setBy(row, actor.employmentId)) await this.organisation.requireReadable(actor, row.employmentId);
    return this.versions.of(evaluationId);
  }

  /**
   * An objection is being examined: until `release` or `replaceByObjection` the evaluator changes nothing.
   * @returns the evaluation, locked until the end of the caller's transaction
   * @throws DomainError `evaluation-under-objection` when another objection holds it
   */
  async hold(evaluationId: Uuid, objectionId: Uuid): Promise<EvaluationRow> {
    const row = await this.evaluations.lockById(evaluationId);
    if (!row) throw new DomainError('not-found');
    if (row.objectionId !== null && row.objectionId !== objectionId) throw new DomainError('evaluation-under-objection');
    await this.versions.setObjection(evaluationId, objectionId);
    return row;
  }

  /** The form by which the evaluation was judged: an objection that changes it answers the same one. */
  async formOf(row: EvaluationRow): Promise<EvaluationForm> {
    return (await this.rulesOf(row)).shown;
  }

  private async rulesOf({ employmentId, kind, month, determinedAt, inputs }: EvaluationRow): Promise<RatingRules> {
    const today = localDate(determinedAt, this.clock.timeZone);
    const skp = (await this.skp.coveringOf([employmentId], lastDay(month))).get(employmentId) ?? null;
    const employeeKind = (await this.organisation.onDate(today)).employments.get(employmentId)?.kind ?? 'pns';
    // One judged by an average keeps its form; the superior judges the score anew, whatever was measured (TL 35(d)).
    const person = Object.keys(inputs).some((name) => name.startsWith('behaviour.')) ? await this.lines.personOn(employmentId, this.lines.dayOf(month, today)) : undefined;
    return this.laws.of({ employeeKind, kind, month, today, skp, ...(person ? { person } : {}) });
  }

  /** Upheld, or withdrawn: the evaluation stands as it was. */
  async release(evaluationId: Uuid, objectionId: Uuid): Promise<void> {
    const row = await this.evaluations.lockById(evaluationId);
    if (row?.objectionId === objectionId) await this.versions.setObjection(evaluationId, null);
  }

  /**
   * TL 35(d), (f): the superior changes the result. The former version is kept, the new one is judged by the law the
   * evaluation was judged by, and announced, so that pay follows. Two who decide at once: the second is refused.
   */
  async replaceByObjection(actor: Actor, decision: ObjectionDecision): Promise<Evaluation> {
    return this.db.transaction(async () => {
      const row = await this.evaluations.lockById(decision.evaluationId);
      if (!row) throw new DomainError('not-found');
      if (row.origin === 'objection') throw new DomainError('evaluation-decided-by-objection');
      if (row.objectionId !== decision.objectionId) throw new DomainError('state-refused');
      const { employmentId, kind, month } = row;
      const rules = await this.rulesOf(row);
      const inputs = readInputs(rules.shown.fields, decision.inputs);
      const now = this.clock.now();
      const before = evaluationView(row);
      await this.versions.keep(before, 'objection', now, decision.reason, decision.objectionId);
      const write = {
        employmentId, kind, month, skpId: row.skpId, method: rules.form.method, ...judged(inputs, rules),
        note: decision.note, recommendation: decision.recommendation, law: rules.law.references, evaluator: row.evaluator,
        decidedBy: decision.decider, determinedAt: now, origin: 'objection' as const,
      };
      await this.evaluations.change(row.id, write);
      await this.audit.record({
        actor, action: 'evaluation.replaced-by-objection', subjectType: 'evaluation', subjectId: row.id, reason: decision.reason,
        before: { inputs: before.inputs, predicate: before.predicate, score: before.score },
        after: { objectionId: decision.objectionId, inputs, predicate: write.predicate, score: write.score, recommendation: write.recommendation },
      });
      await this.outbox.announce('evaluation.determined', { employmentId, month, ...(kind === 'annual' ? { kind } : {}), version: row.version + 1 });
      return evaluationView((await this.evaluations.find(row.id)) as EvaluationRow);
    });
  }
}

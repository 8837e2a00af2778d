import { Injectable } from '@nestjs/common';
import type { EmployeeKind, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { lastDay } from '@ekinerja/regulations/dates';
import { organisationComesFirst, organisationToRating } from '@ekinerja/regulations/evaluation';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { SkpService, type SkpOnDate } from '../skp/skp.service.js';
import type { SaveEvaluationDto } from './evaluations.dto.js';
import { EvaluationsRepository, evaluationView, type EvaluationRow } from './evaluations.repository.js';
import { readInputs } from './evaluation-inputs.js';
import { EvaluationVersionsRepository } from './evaluation-versions.repository.js';
import { judged } from './judgement.js';
import type { RatingRules } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
import { RatingRulesService } from './rating-rules.service.js';
import { UnitPerformanceRepository } from './unit-performance.repository.js';

/**
 * Determines the predicate of one person for one period (TL 21, BK 5, BN 12): load, let the law judge, store with its
 * derivation, announce. A closed month changes nothing here: the slip stays, tpp hears of it and adjusts.
 */
@Injectable()
export class RatingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly evaluations: EvaluationsRepository,
    private readonly versions: EvaluationVersionsRepository,
    private readonly units: UnitPerformanceRepository,
    private readonly lines: RatingLineService,
    private readonly rules: RatingRulesService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async determine(actor: Actor, seen: number | null, body: SaveEvaluationDto): Promise<Evaluation> {
    const { employmentId, month, note, recommendation = null, kind: of = 'periodic' } = body;
    return this.db.transaction(async () => {
      const { answer, kind } = await this.requireEvaluator(actor, employmentId, month);
      const existing = await this.evaluations.lock(employmentId, of, month);
      if (existing) requireChangeable(seen, existing);
      else if (seen !== null) throw new DomainError('not-found');
      const skp = (await this.skp.coveringOf([employmentId], lastDay(month))).get(employmentId) ?? null;
      const rules = await this.rules.of({ employmentId, employeeKind: kind, kind: of, month, today: actor.today, skp });
      requireOpen(rules, month, actor.today);
      const inputs = readInputs(rules.shown.fields, body.inputs);
      await this.requireOrganisationRating(employmentId, month, inputs, rules, actor);
      const person = answer.evaluator as EvaluatorPerson;
      const write = {
        employmentId, kind: of, month, note, recommendation,
        skpId: bindingSkp(skp),
        method: rules.form.method,
        ...judged(inputs, rules),
        law: rules.law.references,
        evaluator: { person, signedAs: await this.organisation.snapshotOf(person.employmentId, actor.today), chain: answer.chain },
        decidedBy: null,
        determinedAt: this.clock.now(),
        origin: 'evaluator' as const,
      };
      const id = existing?.id ?? (await this.evaluations.create(write));
      if (existing) await this.versions.keep(evaluationView(existing), 'evaluator', write.determinedAt, null, null);
      if (existing) await this.evaluations.change(id, write);
      await this.recorded(actor, existing, write, id);
      return evaluationView((await this.evaluations.find(id)) as EvaluationRow);
    });
  }

  /** Only the evaluator evaluates (TL 21(1)); who may see the person learns that it is not theirs, others nothing. */
  private async requireEvaluator(actor: Actor, employmentId: Uuid, month: IsoMonth): Promise<{ answer: EvaluatorAnswer; kind: EmployeeKind }> {
    const answer = await this.lines.evaluatorFor(employmentId, month, actor.today);
    const employment = (await this.organisation.onDate(this.lines.dayOf(month, actor.today))).employments.get(employmentId);
    if (!employment || actor.employmentId === null || answer.evaluator?.employmentId !== actor.employmentId) {
      await this.organisation.requireReadable(actor, employmentId);
      throw new DomainError('not-yours-to-decide');
    }
    return { answer, kind: employment.kind };
  }

  /** Organisation first (TL 22(1), 24(1)); its leader takes its attainment as the rating of work result. */
  private async requireOrganisationRating(employmentId: Uuid, month: IsoMonth, inputs: EvaluationInputs, rules: RatingRules, actor: Actor): Promise<void> {
    const day = this.lines.dayOf(month, actor.today);
    if (organisationComesFirst(rules.kind, rules.law)) {
      const unit = await this.lines.organisationOf(employmentId, day);
      if (unit && !(await this.units.find(unit.id, rules.kind, month))) {
        throw refusedByRule({ code: 'evaluation.organisation-first', params: { unit: unit.name }, cite: rules.law.performance.cite('evaluation.organisationFirst') });
      }
    }
    if (rules.form.method !== 'quadrant' || inputs.workRating === null) return;
    const org = await this.organisation.onDate(day);
    const post = org.definitivePost(employmentId);
    if (!post || !org.posts.get(post.postId)?.leader) return;
    const attainment = await this.units.find(post.unitId, rules.kind, month);
    if (!attainment) return;
    const rating = organisationToRating(attainment.predicate, rules.law);
    if (rating === inputs.workRating) return;
    throw refusedByRule({
      code: 'evaluation.organisation-rating',
      params: { organisation: attainment.predicate, rating, given: String(inputs.workRating) },
      cite: rules.law.performance.cite(`evaluation.organisationRating.${attainment.predicate}`),
    });
  }

  private async recorded(actor: Actor, before: EvaluationRow | null, after: Parameters<EvaluationsRepository['create']>[0], id: Uuid): Promise<void> {
    const { employmentId, month } = after;
    await this.audit.record({
      actor, action: before ? 'evaluation.changed' : 'evaluation.determined', subjectType: 'evaluation', subjectId: id,
      before: before ? { inputs: before.inputs, predicate: before.predicate, score: before.score, note: before.note, recommendation: before.recommendation } : undefined,
      after: { employmentId, month, inputs: after.inputs, predicate: after.predicate, score: after.score, note: after.note, recommendation: after.recommendation, law: after.law },
    });
    await this.outbox.announce('evaluation.determined', { employmentId, month, ...(after.kind === 'annual' ? { kind: after.kind } : {}), version: (before?.version ?? 0) + 1 });
  }
}

function requireOpen({ form, law, opensOn, shown }: RatingRules, month: IsoMonth, today: string): void {
  if (month !== form.months.to) {
    throw refusedByRule({ code: 'evaluation.period', params: { ...form.months }, cite: law.performance.cite('evaluation.period') });
  }
  if (today < opensOn) {
    const quality = shown.fields.find((field) => field.name === 'qualityScore');
    throw refusedByRule({ code: 'evaluation.not-open', params: { opensOn }, cite: quality?.cite ?? law.performance.cite('evaluation.period') });
  }
}

/** What an objection holds or has decided is no longer the evaluator's to change (TL 35(d)). */
function requireChangeable(seen: number | null, existing: EvaluationRow): void {
  requireVersion(seen, existing, evaluationView(existing));
  if (existing.origin === 'objection') throw new DomainError('evaluation-decided-by-objection');
  if (existing.objectionId !== null) throw new DomainError('evaluation-under-objection');
}

/** BN 6(8): only a determined SKP is in force. */
function bindingSkp(skp: SkpOnDate | null): Uuid | null {
  return skp && (skp.status === 'determined' || skp.status === 'closed') ? skp.id : null;
}

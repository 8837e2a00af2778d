import { Injectable } from '@nestjs/common';
import type { DerivationStep, EmployeeKind, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, EvaluationInputs } from '@ekinerja/contracts/evaluations';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { lastDay } from '@ekinerja/regulations/dates';
import { checkQualityScore, evaluate, organisationToRating } from '@ekinerja/regulations/evaluation';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { isRefusal } from '@ekinerja/regulations/refusal';
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
import { RatingLawService, type RatingRules } from './rating-law.service.js';
import { RatingLineService } from './rating-line.service.js';
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
    private readonly units: UnitPerformanceRepository,
    private readonly lines: RatingLineService,
    private readonly laws: RatingLawService,
    private readonly skp: SkpService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async determine(actor: Actor, seen: number | null, body: SaveEvaluationDto): Promise<Evaluation> {
    const { employmentId, month, note } = body;
    return this.db.transaction(async () => {
      const { answer, kind } = await this.requireEvaluator(actor, employmentId, month);
      const existing = await this.evaluations.lock(employmentId, month);
      if (existing) requireVersion(seen, existing, evaluationView(existing));
      else if (seen !== null) throw new DomainError('not-found');
      const skp = (await this.skp.coveringOf([employmentId], lastDay(month))).get(employmentId) ?? null;
      const rules = await this.laws.of(kind, month, actor.today, skp);
      requireOpen(rules, month, actor.today);
      const inputs = readInputs(rules.shown.fields, body.inputs);
      await this.requireOrganisationRating(employmentId, month, inputs, rules, actor);
      const person = answer.evaluator as EvaluatorPerson;
      const write = {
        employmentId, month, note, inputs,
        skpId: bindingSkp(skp),
        method: rules.form.method,
        ...judged(inputs, rules),
        law: rules.law.references,
        evaluator: { person, signedAs: await this.organisation.snapshotOf(person.employmentId, actor.today), chain: answer.chain },
        determinedAt: this.clock.now(),
      };
      const id = existing?.id ?? (await this.evaluations.create(write));
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

  /** The leader of an organisation takes its attainment as the rating of work result, once that is signed (TL 22(1)). */
  private async requireOrganisationRating(employmentId: Uuid, month: IsoMonth, inputs: EvaluationInputs, rules: RatingRules, actor: Actor): Promise<void> {
    if (rules.form.method !== 'quadrant' || inputs.workRating === null) return;
    const org = await this.organisation.onDate(this.lines.dayOf(month, actor.today));
    const post = org.definitivePost(employmentId);
    if (!post || !org.posts.get(post.postId)?.leader) return;
    const attainment = await this.units.find(post.unitId, month);
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
      before: before ? { inputs: before.inputs, predicate: before.predicate, score: before.score, note: before.note } : undefined,
      after: { employmentId, month, inputs: after.inputs, predicate: after.predicate, score: after.score, note: after.note, law: after.law },
    });
    await this.outbox.announce('evaluation.determined', { employmentId, month });
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

/** Predicate by the method of the law, and the month's quality score where it has one (BK 5(1)). */
function judged(inputs: EvaluationInputs, { law, form }: RatingRules) {
  const result = evaluate(law, inputs);
  if (isRefusal(result)) throw refusedByRule(result);
  if (!form.monthlyQuality) return { ...result, qualityScore: null };
  const cite = law.performance.cite('evaluation.monthlyQuality');
  if (typeof inputs.qualityScore !== 'string') throw refusedByRule({ code: 'evaluation.missing', params: { field: 'qualityScore' }, cite });
  const refusal = checkQualityScore(inputs.qualityScore, law);
  if (refusal) throw refusedByRule(refusal);
  const { min, max } = form.monthlyQuality;
  const step: DerivationStep = { rule: 'quality.monthly', inputs: { min, max }, result: inputs.qualityScore, cite };
  return { ...result, derivation: [...result.derivation, step], qualityScore: inputs.qualityScore };
}

/** BN 6(8): only a determined SKP is in force. */
function bindingSkp(skp: SkpOnDate | null): Uuid | null {
  return skp && (skp.status === 'determined' || skp.status === 'closed') ? skp.id : null;
}

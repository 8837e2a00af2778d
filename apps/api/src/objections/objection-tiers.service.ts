import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { localDate } from '@ekinerja/regulations/dates';
import type { LawSet } from '@ekinerja/regulations/law';
import { objectionTier, objectionTiers } from '@ekinerja/regulations/objection';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { EvaluationVersionsService, type EvaluationRow } from '../evaluations/evaluation-versions.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { examinersOf, type ObjectionRow, type ObjectionTier } from './objection-row.js';
import { ObjectionsRepository } from './objections.repository.js';

/** Who decides an objection: derived from dated posts, like the evaluator, and further up once it is overdue (TL 35 huruf a, e). */
@Injectable()
export class ObjectionTiersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly objections: ObjectionsRepository,
    private readonly versions: EvaluationVersionsService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The law of the day on which the document was received. */
  async lawOf(employmentId: Uuid, receivedAt: Date): Promise<LawSet> {
    const date = localDate(receivedAt, this.clock.timeZone);
    const employment = (await this.organisation.onDate(date)).employments.get(employmentId);
    return this.regulations.lawOn(date, employment?.kind);
  }

  /** Nobody who was evaluator or employee in the case is among them. */
  async derive(evaluation: EvaluationRow, date: IsoDate, law: LawSet): Promise<ObjectionTier[]> {
    const org = await this.organisation.onDate(date);
    const took = new Set<Uuid>(await this.versions.personsWhoJudged(evaluation.id));
    const employee = org.employments.get(evaluation.employmentId);
    if (employee) took.add(employee.personId);
    const evaluatorPostId = evaluation.evaluator.person.postId;
    if (!evaluatorPostId) return [];
    return objectionTiers({ evaluatorPostId, took }, org, law).flatMap(({ evaluator, chain }) => (evaluator ? [{ person: evaluator, chain }] : []));
  }

  /**
   * Brings an open case up to date: holders may have changed, or its limit passed. The row must be locked.
   * @returns the row as it now stands
   */
  async refresh(row: ObjectionRow): Promise<ObjectionRow> {
    if (row.status !== 'filed') return row;
    const evaluation = await this.versions.find(row.evaluationId);
    if (!evaluation) return row;
    const law = await this.lawOf(row.employmentId, row.receivedAt);
    const derived = await this.derive(evaluation, this.clock.today(), law);
    const tiers = derived.length > 0 ? derived : row.tiers;
    const tier = Math.min(objectionTier(row.filedAt, this.clock.now(), law), tiers.length - 1);
    if (tier === row.tier && sameHolders(tiers, row.tiers)) return row;
    await this.objections.route(row.id, tiers, tier);
    await this.audit.record({
      actor: systemActor('objections'), action: 'objection.passed', subjectType: 'objection', subjectId: row.id,
      before: { tier: row.tier, examiners: examinersOf(row) }, after: { tier, examiners: examinersOf({ tiers, tier }) },
    });
    const employmentIds = examinersOf({ tiers, tier }).map(({ employmentId }) => employmentId);
    if (tier > row.tier) await this.outbox.announce('objection.overdue', { objectionId: row.id, tier, employmentIds });
    else await this.outbox.announce('objection.filed', { objectionId: row.id, employmentIds, examinerIds: employmentIds });
    return (await this.objections.lock(row.id)) as ObjectionRow;
  }

  async refreshAll(): Promise<void> {
    for (const { id } of await this.objections.open()) {
      await this.db.transaction(async () => {
        const row = await this.objections.lock(id);
        if (row) await this.refresh(row);
      });
    }
  }
}

function sameHolders(a: ObjectionTier[], b: ObjectionTier[]): boolean {
  return a.length === b.length && a.every(({ person }, at) => person.employmentId === b[at]?.person.employmentId && person.postId === b[at]?.person.postId);
}

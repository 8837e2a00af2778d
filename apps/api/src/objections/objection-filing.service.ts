import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Objection, ObjectionWindow } from '@ekinerja/contracts/objections';
import { checkFiling, objectionDue } from '@ekinerja/regulations/objection';
import { AuditService } from '../audit/audit.service.js';
import { EvaluationReceiptsService } from '../evaluations/evaluation-receipts.service.js';
import { EvaluationVersionsService, evaluationView, type EvaluationRow } from '../evaluations/evaluation-versions.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError, refusedByRule } from '../platform/problem/domain.error.js';
import { ObjectionTiersService } from './objection-tiers.service.js';
import { ObjectionViewService } from './objection-view.service.js';
import { ObjectionsRepository } from './objections.repository.js';
import type { FileObjectionDto } from './objections.dto.js';

/** TL 28, 35 huruf a: the employee objects, with reasons, to the evaluator's superior, in time. */
@Injectable()
export class ObjectionFilingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly objections: ObjectionsRepository,
    private readonly tiers: ObjectionTiersService,
    private readonly view: ObjectionViewService,
    private readonly evaluations: EvaluationVersionsService,
    private readonly receipts: EvaluationReceiptsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async file(actor: Actor, { evaluationId, reasons }: FileObjectionDto): Promise<Objection> {
    const id = randomUUID();
    await this.db.transaction(async () => {
      const seen = await this.evaluations.find(evaluationId);
      if (!seen) throw new DomainError('not-found');
      if (actor.employmentId === null || seen.employmentId !== actor.employmentId) {
        await this.organisation.requireReadable(actor, seen.employmentId);
        throw new DomainError('permission-denied');
      }
      if (seen.origin === 'objection') throw new DomainError('evaluation-decided-by-objection');
      const row = await this.evaluations.hold(evaluationId, id);
      if (await this.objected(row)) throw new DomainError('duplicate', { field: 'evaluationId' });
      const receivedAt = await this.receipts.ensure(actor, row);
      const now = this.clock.now();
      const law = await this.tiers.lawOf(row.employmentId, receivedAt);
      const refusal = checkFiling(receivedAt, now, law);
      if (refusal) throw refusedByRule(refusal);
      const tiers = await this.tiers.derive(row, actor.today, law);
      if (tiers.length === 0) throw refusedByRule({ code: 'objection.no-superior', params: { evaluator: row.evaluator.person.personName } });
      const [toFile, toDecide] = [objectionDue('file', receivedAt, law), objectionDue('decide', now, law)];
      await this.objections.insert({
        id, evaluationId, evaluationVersion: row.version,
        evaluation: { ...evaluationView(row), underObjection: false },
        employmentId: row.employmentId, reasons, receivedAt, filedAt: now,
        fileDueAt: toFile?.dueAt ?? null,
        decideDueAt: toDecide?.dueAt ?? null,
        cites: { file: toFile?.cite ?? null, decide: toDecide?.cite ?? null },
        law: law.references,
        evaluatorEmploymentId: row.evaluator.person.employmentId,
        tiers,
      });
      await this.audit.record({
        actor, action: 'objection.filed', subjectType: 'objection', subjectId: id,
        after: { evaluationId, version: row.version, reasons, receivedAt, examiner: tiers[0]?.person, law: law.references },
      });
      const examinerIds = tiers.slice(0, 1).map(({ person }) => person.employmentId);
      const employmentIds = [row.employmentId, row.evaluator.person.employmentId, ...examinerIds];
      await this.outbox.announce('objection.filed', { objectionId: id, employmentIds, examinerIds });
    });
    return this.view.get(actor, id);
  }

  /** For each own evaluation whether it may be objected to, and until when. */
  async windows(actor: Actor): Promise<ObjectionWindow[]> {
    if (actor.employmentId === null) return [];
    const answers: ObjectionWindow[] = [];
    for (const row of await this.evaluations.ofEmployment(actor.employmentId)) answers.push(await this.window(actor, row));
    return answers;
  }

  private async window(actor: Actor, row: EvaluationRow): Promise<ObjectionWindow> {
    const now = this.clock.now();
    const law = await this.tiers.lawOf(row.employmentId, row.receivedAt ?? now);
    const due = row.receivedAt && objectionDue('file', row.receivedAt, law);
    const [first] = await this.tiers.derive(row, actor.today, law);
    const common = {
      evaluationId: row.id, version: row.version, receivedAt: row.receivedAt?.toISOString() ?? null, until: due ? due.dueAt.toISOString() : null,
      cite: law.performance.rules.objection ? law.performance.cite('objection.file') : null, examiner: first?.person ?? null,
    };
    const refusal = row.origin === 'objection' ? 'decided'
      : row.objectionId !== null || (await this.objected(row)) ? 'objected'
      : !law.performance.rules.objection ? 'none'
      : row.receivedAt && checkFiling(row.receivedAt, now, law) ? 'late'
      : first ? null : 'no-superior';
    return { ...common, refusal };
  }

  /** One case for each version, unless it was withdrawn. */
  private async objected({ employmentId, id, version }: EvaluationRow): Promise<boolean> {
    const rows = await this.objections.ofEmployment(employmentId);
    return rows.some((one) => one.evaluationId === id && one.evaluationVersion === version && one.status !== 'withdrawn');
  }
}

import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Evaluation, ReceiptMode } from '@ekinerja/contracts/evaluations';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { requireVersion } from '../platform/http/versions.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { EvaluationVersionsRepository } from './evaluation-versions.repository.js';
import { EvaluationsRepository, evaluationView, setBy, type EvaluationRow } from './evaluations.repository.js';

/** That the document reached the employee (TL 35(a)): recorded once a version; the objection's time runs from it. */
@Injectable()
export class EvaluationReceiptsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly evaluations: EvaluationsRepository,
    private readonly versions: EvaluationVersionsRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The employee confirms. A second time changes nothing: the first receipt counts. */
  confirm(actor: Actor, seen: number | null, id: Uuid): Promise<Evaluation> {
    return this.recorded(actor, seen, id, 'confirmed', null);
  }

  /** The evaluator, or who decided an objection, handed it over on paper, with a note on how. */
  handOver(actor: Actor, seen: number | null, id: Uuid, note: string): Promise<Evaluation> {
    return this.recorded(actor, seen, id, 'handed-over', note);
  }

  /** Who objects has the document: without an earlier receipt, this is it. @returns when it was received */
  async ensure(actor: Actor, row: EvaluationRow): Promise<Date> {
    if (row.receivedAt) return row.receivedAt;
    await this.confirm(actor, row.version, row.id);
    return ((await this.evaluations.find(row.id)) as EvaluationRow).receivedAt as Date;
  }

  private async recorded(actor: Actor, seen: number | null, id: Uuid, mode: ReceiptMode, note: string | null): Promise<Evaluation> {
    return this.db.transaction(async () => {
      const row = await this.evaluations.lockById(id);
      if (!row) throw new DomainError('not-found');
      const theirs = mode === 'confirmed' ? row.employmentId === actor.employmentId : setBy(row, actor.employmentId);
      if (actor.employmentId === null || !theirs) {
        await this.organisation.requireReadable(actor, row.employmentId);
        throw new DomainError('not-yours-to-decide');
      }
      requireVersion(seen, row, evaluationView(row));
      const { version } = row;
      if (await this.versions.receive({ evaluationId: id, version, at: this.clock.now(), mode, by: actor.employmentId, note })) {
        await this.audit.record({ actor, action: 'evaluation.received', subjectType: 'evaluation', subjectId: id, after: { version, mode, note } });
        await this.outbox.announce('evaluation.received', { evaluationId: id, employmentId: row.employmentId, version });
      }
      return evaluationView((await this.evaluations.find(id)) as EvaluationRow);
    });
  }
}

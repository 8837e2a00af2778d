import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { EvaluatorPerson } from '@ekinerja/contracts/organisation';
import type { SkpDetail, SkpItem } from '@ekinerja/contracts/skp';
import type { EvaluatorAnswer } from '@ekinerja/regulations/evaluator';
import { isRefusal } from '@ekinerja/regulations/refusal';
import { applySkp, type SkpAction, type SkpStatus } from '@ekinerja/regulations/skp-flow';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { requireVersion } from '../platform/http/versions.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { SkpViewService } from './skp-view.service.js';
import type { ReturnSkpDto } from './skp.dto.js';
import { SkpRepository, type SkpRow } from './skp.repository.js';

/** The evaluator's part: an SKP is in force only once determined (BN 6(8), TL 13(3)). */
@Injectable()
export class SkpDeterminationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly skps: SkpRepository,
    private readonly view: SkpViewService,
    private readonly organisation: OrganisationService,
    private readonly regulations: RegulationsService,
    private readonly audit: AuditService,
  ) {}

  /** SKPs of today's subordinates that wait, oldest first. */
  async waiting(actor: Actor, query: PageQuery): Promise<Page<SkpItem>> {
    if (actor.employmentId === null) return { items: [], nextCursor: null };
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const subordinates = await this.organisation.subordinatesOn(actor.employmentId, actor.today);
    const rows = await this.skps.waiting(subordinates, after && { submittedAt: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [(row.submittedAt as Date).toISOString(), row.id]);
    return { items: await this.view.items(page.items, actor.today), nextCursor: page.nextCursor };
  }

  /** Determines: both persons, and the law of the SKP's first day, are kept as they are now. */
  async determine(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, answer, status } = await this.open(actor, id, seen, 'determine');
      const evaluator = answer.evaluator as EvaluatorPerson;
      const evaluatorSnapshot = {
        evaluator, person: await this.organisation.snapshotOf(evaluator.employmentId, actor.today), chain: answer.chain,
      };
      const law = (await this.regulations.lawOn(row.periodFrom, row.kind)).references;
      await this.skps.step(id, { status, determinedAt: this.clock.now(), evaluatorSnapshot, law });
      await this.audit.record({
        actor, action: 'skp.determined', subjectType: 'skp', subjectId: id,
        before: { status: row.status }, after: { status, evaluator: evaluatorSnapshot, law },
      });
      return this.view.detail(actor, (await this.skps.find(id)) as SkpRow);
    });
  }

  async returnToOwner(actor: Actor, id: Uuid, seen: number | null, { reason }: ReturnSkpDto): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, status } = await this.open(actor, id, seen, 'return');
      await this.skps.step(id, { status, returnReason: reason });
      await this.audit.record({ actor, action: 'skp.returned', subjectType: 'skp', subjectId: id, before: { status: row.status }, after: { status }, reason });
      return this.view.detail(actor, (await this.skps.find(id)) as SkpRow);
    });
  }

  /** Locks the SKP and checks that the caller is today's derived evaluator of its owner, and nobody else. */
  private async open(
    actor: Actor, id: Uuid, seen: number | null, action: SkpAction,
  ): Promise<{ row: SkpRow; answer: EvaluatorAnswer; status: SkpStatus }> {
    const row = await this.skps.lock(id);
    if (!row) throw new DomainError('not-found');
    const answer = await this.organisation.evaluatorOn(row.employmentId, actor.today);
    if (actor.employmentId === null || answer.evaluator?.employmentId !== actor.employmentId) {
      await this.organisation.requireReadable(actor, row.employmentId);
      throw new DomainError('not-yours-to-decide');
    }
    requireVersion(seen, row, await this.view.detail(actor, row));
    const status = applySkp(row.status, action, 'evaluator');
    if (isRefusal(status)) throw new DomainError('state-refused', { status: row.status, action });
    return { row, answer, status };
  }
}

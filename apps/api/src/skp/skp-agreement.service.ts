import { Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import type { SkpItem } from '@ekinerja/contracts/skp';
import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { ReturnSkpRequest, ReviewSkpRequest } from '@ekinerja/contracts/skp-record';
import { planCite } from '@ekinerja/regulations/skp-form';
import { reach, type Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import type { PageQuery } from '../platform/http/page.query.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { SkpDialogueService } from './skp-dialogue.service.js';
import { SkpJournal } from './skp-journal.service.js';
import { SkpListsRepository } from './skp-lists.repository.js';
import { SkpStepService } from './skp-step.service.js';
import { SkpViewService } from './skp-view.service.js';
import { SkpRepository } from './skp.repository.js';

/** Before it is determined: review by the performance manager, agreement of both, and back with remarks (KS 5(4), BN 6(3)). */
@Injectable()
export class SkpAgreementService {
  constructor(
    private readonly db: Database,
    private readonly skps: SkpRepository,
    private readonly lists: SkpListsRepository,
    private readonly view: SkpViewService,
    private readonly steps: SkpStepService,
    private readonly dialogues: SkpDialogueService,
    private readonly journal: SkpJournal,
  ) {}

  /** SKPs handed in within the SKPDs that the performance manager answers for, oldest first. */
  async toReview(actor: Actor, query: PageQuery): Promise<Page<SkpItem>> {
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid') as [string, Uuid] | null;
    const skpdIds = reach(actor, ['performance-manager']);
    const rows = await this.lists.toReview(skpdIds, actor.employmentId, after && { submittedAt: after[0], id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [(row.submittedAt as Date).toISOString(), row.id]);
    return { items: await this.view.items(page.items, actor.today), nextCursor: page.nextCursor };
  }

  async review(actor: Actor, id: Uuid, seen: number | null, { remarks, ticks }: ReviewSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as, status, law, shown } = await this.steps.open(actor, id, seen, 'review', ['performance-manager']);
      // KS 7(2): each indicator is held against each criterion.
      const { criteria } = shown.form;
      const ticked = new Map(ticks.map((tick) => [`${tick.resultId}/${tick.indicator}`, new Set(tick.criteria)]));
      for (const result of criteria ? shown.results : []) {
        result.indicators.forEach((indicator, at) => {
          const missing = criteria!.list.find(({ code }) => !ticked.get(`${result.id}/${at}`)?.has(code));
          if (missing) {
            throw new DomainError('rule-refused', { indicator: indicator.indicator, criterion: missing.name }, { rule: { code: 'skp.criterion', cite: planCite(law, 'results.criteria') } });
          }
        });
      }
      await this.skps.step(id, { status });
      await this.journal.sign(actor, row, shown, 'review', as, remarks || null, { ticks });
      await this.journal.waitsFor(row, [shown.evaluator?.employmentId]);
      await this.journal.did(actor, row, as, 'reviewed', { reason: remarks || null, after: { status, ticks } });
      return this.steps.shown(actor, id);
    });
  }

  async agree(actor: Actor, id: Uuid, seen: number | null): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const step = await this.steps.open(actor, id, seen, 'agree', ['owner', 'evaluator']);
      await this.dialogues.requireHeld(step);
      await this.skps.step(id, { status: step.status });
      await this.journal.sign(actor, step.row, step.shown, 'agree', step.as);
      await this.journal.did(actor, step.row, step.as, 'agreed', { after: { status: step.status } });
      return this.steps.shown(actor, id);
    });
  }

  async returnToOwner(actor: Actor, id: Uuid, seen: number | null, { reason, notes = [] }: ReturnSkpRequest): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as, status } = await this.steps.open(actor, id, seen, 'return', ['evaluator', 'performance-manager']);
      await this.skps.step(id, { status, returnReason: reason, notes });
      await this.journal.did(actor, row, as, 'returned', { reason, after: { status, notes } });
      return this.steps.shown(actor, id);
    });
  }

  /** The unit's admin opens a determined one again, with a reason; the version in force is kept. */
  async reopen(actor: Actor, id: Uuid, seen: number | null, reason: string): Promise<SkpDetail> {
    return this.db.transaction(async () => {
      const { row, as, status } = await this.steps.open(actor, id, seen, 'reopen', ['unit-admin']);
      await this.skps.step(id, { status, returnReason: reason, submittedAt: null, determinedAt: null, ownerSnapshot: null, evaluatorSnapshot: null });
      await this.journal.did(actor, row, as, 'reopened', { reason, after: { status } });
      return this.steps.shown(actor, id);
    });
  }
}

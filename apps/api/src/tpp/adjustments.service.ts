import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { addMonths, lastDay, monthOf } from '@ekinerja/regulations/dates';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { PeriodsService } from '../periods/periods.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { PayFactsService } from './pay-facts.service.js';
import { PayslipsRepository } from './payslips.repository.js';

/** As the slip of the later month prints it. */
const CAUSE = 'evaluasi ditetapkan sesudah penutupan';

const RECORDED = 'data penggajian yang dicatat sesudah penutupan';

const BACKDATED = 'keputusan jabatan berlaku surut';

const MONTHS_OF_ONE_EVALUATION = 4;

/**
 * Corrections of closed months (design.md "After closing"): the slip stays, the month is calculated again with its own
 * law, and the difference waits as a row for a later run. Each row stores the further difference, so that doing it
 * twice stores nothing more.
 */
@Injectable()
export class AdjustmentsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly repository: PayslipsRepository,
    private readonly facts: PayFactsService,
    private readonly periods: PeriodsService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('evaluation.determined', 'tpp.adjustments', ({ employmentId, month, kind }) =>
      kind === 'annual' ? Promise.resolve() : this.recomputeFrom(employmentId, month),
    );
    this.outbox.subscribe('posts.backdated', 'tpp.adjustments', (change) => this.recomputeSince(change, BACKDATED));
    this.outbox.subscribe('pay-record.changed', 'tpp.adjustments', (change) => this.recomputeSince(change, RECORDED));
  }

  /** A decree that reaches back: each closed month since is calculated again with the posts and classes as they now stand. */
  private async recomputeSince({ employmentIds, from }: { employmentIds: Uuid[]; from: IsoDate }, cause: string): Promise<void> {
    const present = monthOf(this.clock.today());
    for (let month = monthOf(from); month < present; month = addMonths(month, 1)) {
      for (const employmentId of employmentIds) await this.recompute(employmentId, month, cause);
    }
  }

  /** Where the law evaluates by quarter, one evaluation pays several months. */
  async recomputeFrom(employmentId: Uuid, month: IsoMonth): Promise<void> {
    for (let later = 0; later < MONTHS_OF_ONE_EVALUATION; later += 1) await this.recompute(employmentId, addMonths(month, later));
  }

  async recompute(employmentId: Uuid, month: IsoMonth, cause = CAUSE): Promise<void> {
    await this.db.transaction(async () => {
      const skpdId = await this.periods.skpdOfMonth(employmentId, month);
      if (!skpdId || !(await this.closed(skpdId, month))) return;
      const slip = await this.repository.ofMonth(employmentId, month);
      if (!slip) return;
      await this.repository.lock(slip.id);
      const scope = { runId: slip.runId, skpdId: slip.skpdId, month, paymentMonth: slip.paymentMonth, whole: true, until: lastDay(month), employmentIds: [employmentId], withAdjustments: false };
      const [result] = await this.facts.results(scope);
      if (!result?.decision || !result.content) return;
      const paid = slip.net - slip.adjustments + (await this.repository.adjustedBy(slip.id));
      const amount = result.decision.sections.net - paid;
      if (amount === 0) return;
      const row = { employmentId, month, cause, payslipId: slip.id, computation: result.content, amount };
      const id = await this.repository.insertAdjustment(row, this.clock.now());
      await this.audit.record({
        actor: systemActor('tpp.adjustments'), action: 'adjustment.created', subjectType: 'adjustment', subjectId: id,
        before: { payslipId: slip.id, paid }, after: { employmentId, month, amount, net: result.decision.sections.net },
      });
    });
  }

  /** Waits for a close under way, so that an evaluation during it is seen by one side or the other. */
  private async closed(skpdId: Uuid, month: IsoMonth): Promise<boolean> {
    try {
      await this.periods.writing(skpdId, month);
      return false;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'month-closed') return true;
      throw error;
    }
  }
}

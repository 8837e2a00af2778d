import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { lastDay } from '@ekinerja/regulations/dates';
import { AuditService, systemActor } from '../audit/audit.service.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { LawAdjustmentsRepository, type PaidSlip } from './law-adjustments.repository.js';
import type { PersonResult } from './pay-calculation.js';
import { PayFactsService } from './pay-facts.service.js';
import type { AdjustmentRow } from './payslips.repository.js';

/** As the slip of the later month prints it. */
const CAUSE = 'regulasi ditetapkan berlaku surut';
const UNIT_TASK = 'tpp.adjust-unit';

/**
 * A regulation enacted from a past day changes no closed slip: each month since is calculated again, and what it would
 * pay otherwise waits as a correction for a later run. Doing it twice stores nothing more.
 */
@Injectable()
export class LawAdjustmentsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly repository: LawAdjustmentsRepository,
    private readonly facts: PayFactsService,
    private readonly regulations: RegulationsService,
    private readonly outbox: Outbox,
    private readonly queue: WorkQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('regulation.enacted', 'tpp.law-adjustments', ({ from, to }) => this.spread(from, to));
    this.queue.define<{ skpdId: Uuid; month: IsoMonth }>(UNIT_TASK, ({ skpdId, month }) => this.db.transaction(() => this.recomputeUnit(skpdId, month)));
  }

  /** One work a closed unit and month, so that a big government is never recalculated in one piece. */
  private async spread(from: IsoDate, to: IsoDate | null): Promise<void> {
    for (const unit of await this.repository.closedUnits(from, to)) {
      await this.queue.add(UNIT_TASK, unit, { key: `${UNIT_TASK}:${unit.skpdId}:${unit.month}` });
    }
  }

  async recomputeUnit(skpdId: Uuid, month: IsoMonth): Promise<void> {
    this.regulations.recheck();
    const slips = new Map((await this.repository.paidSlips(skpdId, month)).map((slip) => [slip.employmentId, slip]));
    const [some] = slips.values();
    if (!some) return;
    const scope = { runId: some.runId, skpdId, month, whole: true, until: lastDay(month), withAdjustments: false };
    await this.facts.forEachBatch(scope, async (results) => {
      const rows = results.flatMap((result) => {
        const slip = slips.get(result.person.employmentId);
        const row = slip && correction(slip, result, month);
        return row ? [row] : [];
      });
      if (rows.length === 0) return;
      const ids = await this.repository.insertAll(rows, this.clock.now());
      await this.audit.recordAll(
        rows.map(({ employmentId, payslipId, amount }, index) => ({
          actor: systemActor('tpp.law-adjustments'), action: 'adjustment.created', subjectType: 'adjustment', subjectId: ids[index]!,
          before: { payslipId, paid: slips.get(employmentId)!.paid }, after: { employmentId, month, amount },
        })),
      );
    });
  }
}

/** Null where nothing differs, or where the new law asks for something that nobody recorded then. */
function correction(slip: PaidSlip, { decision, content, exclusion }: PersonResult, month: IsoMonth): AdjustmentRow | null {
  const net = exclusion ? 0 : decision?.sections.net;
  const computation = exclusion ? canonicalJson({ exclusion }) : content;
  if (net === undefined || !computation || net === slip.paid) return null;
  return { employmentId: slip.employmentId, month, cause: CAUSE, payslipId: slip.id, computation, amount: net - slip.paid };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { Outbox } from '../platform/jobs/outbox.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { RegulationsService } from '../regulations/regulations.service.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { CorrectionsService } from './corrections.service.js';

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
    private readonly repository: CorrectionsRepository,
    private readonly corrections: CorrectionsService,
    private readonly regulations: RegulationsService,
    private readonly outbox: Outbox,
    private readonly queue: WorkQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe('regulation.enacted', 'tpp.law-adjustments', ({ from, to }) => this.spread(from, to));
    this.queue.define<{ skpdId: Uuid; month: IsoMonth }>(UNIT_TASK, ({ skpdId, month }) => this.recomputeUnit(skpdId, month));
  }

  /** One work a closed unit and month, so that a big government is never recalculated in one piece. */
  private async spread(from: IsoDate, to: IsoDate | null): Promise<void> {
    for (const unit of await this.repository.closedUnits(from, to)) {
      await this.queue.add(UNIT_TASK, unit, { key: `${UNIT_TASK}:${unit.skpdId}:${unit.month}` });
    }
  }

  async recomputeUnit(skpdId: Uuid, month: IsoMonth): Promise<void> {
    this.regulations.recheck();
    await this.corrections.ofUnit(skpdId, month, CAUSE, 'tpp.law-adjustments');
  }
}

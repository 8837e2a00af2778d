import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { effectOf, EventEffectsService } from '../employees/event-effects.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { AdjustmentsService } from './adjustments.service.js';

/** As the slip of the later month prints it. */
const CAUSE = 'keputusan kepegawaian yang berlaku surut';
const MOST_MONTHS = 36;

/** A decree that reaches back changes no closed month: what it makes different waits as an adjustment. */
@Injectable()
export class AdjustmentAfterEventService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly adjustments: AdjustmentsService,
    private readonly effects: EventEffectsService,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.effects.contribute(async ({ employmentId, from }) =>
      (await this.paidMonths(employmentId, from)).map(({ month, skpd }) => effectOf('pay', 'pay.closed-month', { month, skpd }, true)),
    );
    this.outbox.subscribe('employment.changed', 'tpp.adjustments', async ({ employmentId, from: since, instead }) => {
      const from = instead && instead.from < since ? instead.from : since;
      const last = monthOf(this.clock.today());
      for (let month = monthOf(from), done = 0; month <= last && done < MOST_MONTHS; month = addMonths(month, 1), done += 1) {
        await this.adjustments.recompute(employmentId, month, CAUSE);
      }
    });
  }

  /** Months from the day on that have a slip already. */
  private paidMonths(employmentId: Uuid, from: IsoDate): Promise<{ month: IsoMonth; skpd: string }[]> {
    return this.db.query(
      `SELECT DISTINCT r.month, u.name AS skpd FROM payslip s JOIN pay_run r ON r.id = s.run_id JOIN unit u ON u.id = s.skpd_id
       WHERE s.employment_id = $1 AND r.month >= $2 ORDER BY r.month`,
      [employmentId, monthOf(from)],
    );
  }
}

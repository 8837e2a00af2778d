import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { addMonths, monthOf } from '@ekinerja/regulations/dates';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { CorrectionsService } from './corrections.service.js';

/** As the slip of the later month prints it. */
const CAUSE = 'evaluasi ditetapkan sesudah penutupan';
const RECORDED = 'data penggajian yang dicatat sesudah penutupan';
const BACKDATED = 'keputusan jabatan berlaku surut';

const SOURCE = 'tpp.adjustments';
const MONTHS_OF_ONE_EVALUATION = 4;

/** What happens to somebody after a month was closed, and which closed months it makes different (design.md "After closing"). */
@Injectable()
export class AdjustmentsService implements OnModuleInit {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly outbox: Outbox,
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
    for (let month = monthOf(from); month <= present; month = addMonths(month, 1)) await this.corrections.ofPeople(employmentIds, month, cause, SOURCE);
  }

  /** Where the law evaluates by quarter, one evaluation pays several months. */
  async recomputeFrom(employmentId: Uuid, month: IsoMonth): Promise<void> {
    for (let later = 0; later < MONTHS_OF_ONE_EVALUATION; later += 1) await this.recompute(employmentId, addMonths(month, later));
  }

  async recompute(employmentId: Uuid, month: IsoMonth, cause = CAUSE): Promise<void> {
    await this.corrections.ofPeople([employmentId], month, cause, SOURCE);
  }
}

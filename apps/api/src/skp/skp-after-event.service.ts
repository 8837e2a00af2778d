import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@ekinerja/regulations/dates';
import { transferStart } from '@ekinerja/regulations/skp-flow';
import { effectOf, EventEffectsService, type EmploymentChange } from '../employees/event-effects.service.js';
import { SkpClosingService } from './skp-closing.service.js';
import { SkpRepository } from './skp.repository.js';
import { SkpViewService } from './skp-view.service.js';

/** BN 9(2): what a change of post does to the SKP, said before the change is saved; the closing itself follows the event. */
@Injectable()
export class SkpAfterEventService implements OnModuleInit {
  constructor(
    private readonly effects: EventEffectsService,
    private readonly skps: SkpRepository,
    private readonly view: SkpViewService,
    private readonly closing: SkpClosingService,
  ) {}

  onModuleInit(): void {
    this.effects.contribute((change) => this.of(change));
  }

  private async of({ employmentId, movesPost, from, spmtOn, ends, kind, takenBack }: EmploymentChange) {
    if (!movesPost) return [];
    const starts = spmtOn ?? from;
    if (takenBack) {
      return (await this.closing.cutBy(employmentId, starts)).map(({ year, before, taken }) => effectOf('skp', taken ? 'skp.stays-closed' : 'skp.given-back', { year, to: before }, taken));
    }
    const lines = [];
    let next = starts;
    for (const row of await this.skps.ofOwner(employmentId, Number(starts.slice(0, 4)))) {
      const begins = transferStart(starts, await this.view.lawOf(row));
      if (row.periodFrom >= begins || row.periodTo < begins) continue;
      next = begins;
      lines.push(effectOf('skp', row.status === 'determined' ? 'skp.closes' : 'skp.ends-unfinished', { year: row.year, to: addDays(begins, -1) }, row.status !== 'determined'));
    }
    if (!ends && kind !== 'leave' && kind !== 'study') lines.push(effectOf('skp', 'skp.to-write', { from: next }));
    return lines;
  }
}

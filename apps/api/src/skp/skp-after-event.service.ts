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

  private async of({ employmentId, movesPost, from, spmtOn, ends, kind, takenBack, instead }: EmploymentChange) {
    if (!movesPost) return [];
    const starts = spmtOn ?? from;
    if (takenBack) {
      return (await this.closing.cutBy(employmentId, starts)).map(({ year, before, taken }) => effectOf('skp', taken ? 'skp.stays-closed' : 'skp.given-back', { year, to: before }, taken));
    }
    const lines = [];
    let next = starts;
    // Put right: the SKPs as they will be once what the mistake had cut is given back.
    const back = instead?.movesPost ? await this.closing.cutBy(employmentId, instead.spmtOn ?? instead.from) : [];
    for (const row of await this.skps.ofOwner(employmentId, Number(starts.slice(0, 4)))) {
      const begins = transferStart(starts, await this.view.lawOf(row));
      const given = back.find(({ id, taken }) => id === row.id && !taken);
      if (row.periodFrom >= begins || (given?.before ?? row.periodTo) < begins) continue;
      next = begins;
      const bound = row.status === 'determined' || (given !== undefined && row.status === 'closed');
      lines.push(effectOf('skp', bound ? 'skp.closes' : 'skp.ends-unfinished', { year: row.year, to: addDays(begins, -1) }, !bound));
    }
    if (!ends && kind !== 'leave' && kind !== 'study') lines.push(effectOf('skp', 'skp.to-write', { from: next }));
    return lines;
  }
}

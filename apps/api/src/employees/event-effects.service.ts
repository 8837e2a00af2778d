import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { EmploymentEventKind, EventEffect } from '@ekinerja/contracts/employment-events';

/** A change of somebody's service as higher features need to know it, after it has been written. */
export interface EmploymentChange {
  employmentId: Uuid;
  kind: EmploymentEventKind;
  /** First day on which it holds. */
  from: IsoDate;
  /** Day of taking up the post, where that is another. */
  spmtOn: IsoDate | null;
  /** Whether another definitive post, or none, is held from that day. */
  movesPost: boolean;
  ends: boolean;
  /** The event is being taken back: the rows say what holds without it. */
  takenBack?: boolean;
  /** What it was recorded as before, taken back with it. */
  instead?: { from: IsoDate; spmtOn: IsoDate | null; movesPost: boolean };
}

type Contributor = (change: EmploymentChange) => Promise<EventEffect[]>;

/** One line of what an event does. */
export function effectOf(area: EventEffect['area'], code: string, params: EventEffect['params'], warning = false): EventEffect {
  return { area, code, params, warning };
}

/** Higher features say here what an event does to their rows, so that it can be shown before it is saved. */
@Injectable()
export class EventEffectsService {
  private readonly contributors: Contributor[] = [];

  contribute(contributor: Contributor): void {
    this.contributors.push(contributor);
  }

  /** Within the transaction of the change, one after the other. */
  async of(change: EmploymentChange): Promise<EventEffect[]> {
    const effects: EventEffect[] = [];
    for (const contributor of this.contributors) effects.push(...(await contributor(change)));
    return effects;
  }
}

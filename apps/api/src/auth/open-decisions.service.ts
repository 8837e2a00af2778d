import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';

type Source = (employmentId: Uuid) => Promise<boolean>;

/**
 * Whether something still waits for the decision of somebody who evaluates nobody any more: after a transfer or the end
 * of an acting term, what was done under them is theirs to decide. Features that route decisions say so here.
 */
@Injectable()
export class OpenDecisionsService {
  private readonly sources: Source[] = [];

  contribute(source: Source): void {
    this.sources.push(source);
  }

  async wait(employmentId: Uuid): Promise<boolean> {
    for (const source of this.sources) if (await source(employmentId)) return true;
    return false;
  }
}

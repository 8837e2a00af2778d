import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import type { SkpExpectationInput, SkpResult, SkpStatus } from '@ekinerja/contracts/skp';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { SkpContentRepository, type ResultChoice } from './skp-content.repository.js';
import { SkpRepository } from './skp.repository.js';

export interface SkpOnDate {
  id: Uuid;
  periodFrom: IsoDate;
  status: SkpStatus;
}

/** What other features ask about SKPs. */
@Injectable()
export class SkpService {
  constructor(
    private readonly skps: SkpRepository,
    private readonly content: SkpContentRepository,
  ) {}

  /**
   * Whether an entry of that day may lean on the result (BK 2(2)). A draft SKP counts as well: work in January comes
   * before its determination (setting TL 14(1)).
   */
  async resultForEntry(employmentId: Uuid, resultId: Uuid, date: IsoDate): Promise<'own' | 'removed' | 'foreign' | 'no-skp'> {
    const result = await this.content.resultOn(employmentId, resultId, date);
    if (result) return result.removed ? 'removed' : 'own';
    return (await this.skps.covering([employmentId], date)).length > 0 ? 'foreign' : 'no-skp';
  }

  /** Results that entries of the month may lean on. */
  resultsInMonth(employmentId: Uuid, month: IsoMonth): Promise<ResultChoice[]> {
    return this.content.choices(employmentId, firstDay(month), lastDay(month));
  }

  /** The SKP of each person that covers the day; people without one are left out. */
  async coveringOf(employmentIds: Uuid[], date: IsoDate): Promise<Map<Uuid, SkpOnDate>> {
    const rows = await this.skps.covering(employmentIds, date);
    return new Map(rows.map(({ employmentId, ...skp }) => [employmentId, skp]));
  }

  /** The document inside an SKP: results with their indicators. */
  resultsOf(skpId: Uuid): Promise<SkpResult[]> {
    return this.content.results(skpId);
  }

  /** What the leader expects of behaviour beyond the standards, by the code of the value (TL 9(4)). */
  async behaviourOf(skpId: Uuid): Promise<SkpExpectationInput[]> {
    return (await this.skps.find(skpId))?.plan.behaviour ?? [];
  }

  /** The results of the SKP that covers the day, in order; null without one. */
  async resultsOn(employmentId: Uuid, date: IsoDate): Promise<{ skpId: Uuid; results: SkpResult[] } | null> {
    const [skp] = await this.skps.covering([employmentId], date);
    return skp ? { skpId: skp.id, results: await this.content.results(skp.id) } : null;
  }

  /** Of changes that other features have started: those accepted as a new version. */
  async acceptedChanges(changeIds: Uuid[]): Promise<Set<Uuid>> {
    return new Set(changeIds.length > 0 ? await this.skps.acceptedChanges(changeIds) : []);
  }
}

import { Injectable } from '@nestjs/common';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { firstDay, lastDay } from '@ekinerja/regulations/dates';
import { ActivityListsRepository, type MonthCount, type ReportedActivity } from './activity-lists.repository.js';

export interface ActivityCounts {
  acceptedCount: number;
  acceptedMinutes: number;
  /** Days with an entry accepted or still waiting. */
  daysWithEntry: number;
  openEntries: number;
}

/** What other features ask about entries. */
@Injectable()
export class ActivitiesService {
  constructor(private readonly lists: ActivityListsRepository) {}

  /** A month's entries of an SKPD by employee; people without any are left out. */
  async monthCounts(month: IsoMonth, skpdId: Uuid, until: IsoDate = lastDay(month)): Promise<Map<Uuid, ActivityCounts>> {
    return byEmployment(await this.lists.monthCounts(firstDay(month), until, { skpdId }));
  }

  /** The same for given people, wherever they stood. */
  async countsOf(month: IsoMonth, employmentIds: Uuid[], until: IsoDate = lastDay(month)): Promise<Map<Uuid, ActivityCounts>> {
    return byEmployment(await this.lists.monthCounts(firstDay(month), until, { employmentIds }));
  }

  /** Of the year up to and with the month. */
  async countsOfYear(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, ActivityCounts>> {
    return byEmployment(await this.lists.monthCounts(`${month.slice(0, 4)}-01-01`, lastDay(month), { employmentIds }));
  }

  /** What given people handed in in a month, with what became of it, in the order of its days: for papers of many. */
  async reportedOf(month: IsoMonth, employmentIds: Uuid[]): Promise<Map<Uuid, ReportedActivity[]>> {
    const found = new Map<Uuid, ReportedActivity[]>();
    for (const { employmentId, ...entry } of await this.lists.reported(firstDay(month), lastDay(month), employmentIds)) {
      const own = found.get(employmentId);
      if (own) own.push(entry);
      else found.set(employmentId, [entry]);
    }
    return found;
  }
}

function byEmployment(rows: MonthCount[]): Map<Uuid, ActivityCounts> {
  return new Map(rows.map(({ employmentId, ...counts }) => [employmentId, counts]));
}

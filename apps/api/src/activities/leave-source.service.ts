import { Injectable } from '@nestjs/common';
import type { IsoDate, PresenceStatus, Uuid } from '@ekinerja/contracts/basics';
import { entryAbsence } from '@ekinerja/regulations/activity-flow';
import type { LawSet } from '@ekinerja/regulations/law';
import { ActivityListsRepository } from './activity-lists.repository.js';

/** Where entries learn of leave. Today the presence record; leave requests can answer later in its place. */
export abstract class LeaveSource {
  /** Days that the law counts as leave (`activities.absences.leave`). */
  abstract leaveOn(employmentId: Uuid, dates: IsoDate[], law: LawSet): Promise<Map<IsoDate, PresenceStatus>>;
}

@Injectable()
export class RecordedLeave extends LeaveSource {
  constructor(private readonly lists: ActivityListsRepository) {
    super();
  }

  async leaveOn(employmentId: Uuid, dates: IsoDate[], law: LawSet): Promise<Map<IsoDate, PresenceStatus>> {
    const rows = await this.lists.presenceOn(employmentId, dates);
    return new Map(rows.filter(({ status }) => entryAbsence(status, law) === 'leave').map(({ date, status }) => [date, status]));
  }
}

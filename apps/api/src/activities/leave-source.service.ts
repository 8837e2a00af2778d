import { Injectable } from '@nestjs/common';
import type { IsoDate, PresenceStatus, Uuid } from '@ekinerja/contracts/basics';
import { ActivityListsRepository } from './activity-lists.repository.js';

/** On leave or ill: no work to record that day. */
const ON_LEAVE: ReadonlySet<PresenceStatus> = new Set(['sick', 'leave-annual', 'leave-important', 'leave-large', 'leave-maternity']);
/** Away on duty: work may be recorded, but none is missed. */
const AWAY: ReadonlySet<PresenceStatus> = new Set(['official-travel', 'training', 'study']);

export function isLeave(status: PresenceStatus | undefined): boolean {
  return status !== undefined && ON_LEAVE.has(status);
}

/** Days that ask for no entry. */
export function isExcused(status: PresenceStatus | undefined): boolean {
  return status !== undefined && (ON_LEAVE.has(status) || AWAY.has(status));
}

/** Where entries learn of leave. Today the presence record; leave requests can answer later in its place. */
export abstract class LeaveSource {
  abstract leaveOn(employmentId: Uuid, dates: IsoDate[]): Promise<Map<IsoDate, PresenceStatus>>;
}

@Injectable()
export class RecordedLeave extends LeaveSource {
  constructor(private readonly lists: ActivityListsRepository) {
    super();
  }

  async leaveOn(employmentId: Uuid, dates: IsoDate[]): Promise<Map<IsoDate, PresenceStatus>> {
    const rows = await this.lists.presenceOn(employmentId, dates);
    return new Map(rows.filter(({ status }) => isLeave(status)).map(({ date, status }) => [date, status]));
  }
}

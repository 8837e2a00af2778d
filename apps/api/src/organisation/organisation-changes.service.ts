import { Injectable } from '@nestjs/common';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { monthOf } from '@ekinerja/regulations/dates';
import { Clock } from '../platform/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { SnapshotCache } from './snapshot-cache.js';

/** People of one announcement: a work stays small, and one that fails is done again alone. */
const PEOPLE_A_WORK = 200;

/** What follows when dated facts of the organisation change: nobody asks a stale snapshot, and gone months are looked at again. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    private readonly cache: SnapshotCache,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** After a write, in its transaction. Closed months stay; where pay would differ, an adjustment comes of it (design "After closing"). */
  async announce(employmentIds: Uuid[], from: IsoDate): Promise<void> {
    this.cache.recheck();
    if (monthOf(from) >= monthOf(this.clock.today())) return;
    const people = [...new Set(employmentIds)];
    for (let at = 0; at < people.length; at += PEOPLE_A_WORK) {
      await this.outbox.announce('posts.backdated', { employmentIds: people.slice(at, at + PEOPLE_A_WORK), from });
    }
  }
}

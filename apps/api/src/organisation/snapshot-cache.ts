import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { OrganisationRepository } from './organisation.repository.js';
import { factsOf, type OrganisationFacts, type OrganisationSnapshot } from './snapshot.js';

const VERSION_AGE_MS = 1000;
const MOST_SNAPSHOTS = 60;
/** Large governments hold fewer days in memory. */
const MOST_EMPLOYMENTS = 600_000;

/**
 * Snapshots of the organisation, kept until `organisation_version` moves. Nothing changes between two turning days,
 * so a month of thirty days usually needs one or two of them.
 */
@Injectable()
export class SnapshotCache {
  private version = -1;
  private checkedAt = -Infinity;
  private turningDays: IsoDate[] | null = null;
  /** Least recently used first. */
  private readonly kept = new Map<IsoDate, OrganisationFacts>();
  private readonly loading = new Map<IsoDate, Promise<OrganisationFacts>>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: OrganisationRepository,
  ) {}

  async onDate(date: IsoDate): Promise<OrganisationSnapshot> {
    if ((await this.refresh()) === 'own') return { ...factsOf(await this.repository.onDate(date)), date };
    const day = await this.turningDayOf(date);
    return { ...(this.take(day) ?? (await this.load(day))), date };
  }

  /** Makes the next question look at the version again; after a write of this process. */
  recheck(): void {
    this.checkedAt = -Infinity;
  }

  /** Reads the version at most once a second. 'own': the transaction sees its own unfinished changes, not to be kept. */
  private async refresh(): Promise<'kept' | 'own'> {
    if (Math.abs(this.clock.now().getTime() - this.checkedAt) < VERSION_AGE_MS) return 'kept';
    const { version, own } = await this.repository.version();
    if (own && this.db.inTransaction) return 'own';
    if (version !== this.version) {
      this.version = version;
      this.turningDays = null;
      this.kept.clear();
      this.loading.clear();
    }
    this.checkedAt = this.clock.now().getTime();
    return 'kept';
  }

  private async turningDayOf(date: IsoDate): Promise<IsoDate> {
    const version = this.version;
    const days = this.turningDays ?? (await this.repository.turningDays());
    if (version === this.version) this.turningDays = days;
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as IsoDate) <= date) low = middle + 1;
      else high = middle;
    }
    return days[low - 1] ?? date;
  }

  private take(day: IsoDate): OrganisationFacts | null {
    const facts = this.kept.get(day);
    if (!facts) return null;
    this.kept.delete(day);
    this.kept.set(day, facts);
    return facts;
  }

  /** Callers outside a transaction share one load; inside, nobody waits on another's connection. */
  private async load(day: IsoDate): Promise<OrganisationFacts> {
    const version = this.version;
    const running = this.db.inTransaction ? undefined : this.loading.get(day);
    if (running) return running;
    const load = this.repository.onDate(day).then(factsOf);
    if (!this.db.inTransaction) this.loading.set(day, load);
    try {
      const facts = await load;
      if (version === this.version) this.keep(day, facts);
      return facts;
    } finally {
      if (this.loading.get(day) === load) this.loading.delete(day);
    }
  }

  private keep(day: IsoDate, facts: OrganisationFacts): void {
    this.kept.set(day, facts);
    let employments = 0;
    for (const held of this.kept.values()) employments += held.employments.size;
    for (const [oldest, held] of this.kept) {
      if (this.kept.size <= 1 || (this.kept.size <= MOST_SNAPSHOTS && employments <= MOST_EMPLOYMENTS)) break;
      this.kept.delete(oldest);
      employments -= held.employments.size;
    }
  }
}

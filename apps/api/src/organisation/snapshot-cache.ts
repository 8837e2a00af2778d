import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@ekinerja/contracts/basics';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { SnapshotRepository } from './snapshot.repository.js';
import type { OrganisationFacts, OrganisationSnapshot } from './snapshot.js';

const VERSION_AGE_MS = 1000;
const MOST_SNAPSHOTS = 60;
/** Large governments hold fewer days in memory. */
const MOST_EMPLOYMENTS = 600_000;

interface Kept {
  facts: OrganisationFacts;
  version: number;
}
/** What a transaction that has itself changed the organisation sees; nobody else may. */
interface Own {
  transaction: string;
  version: number;
  days: Map<IsoDate, OrganisationFacts>;
}

/**
 * Snapshots of the organisation. Nothing changes between two turning days, so a month usually needs one or two. When
 * `organisation_version` moves, what is kept is mended where it changed, as soon as somebody asks for it.
 */
@Injectable()
export class SnapshotCache {
  private version = -1;
  private checkedAt = -Infinity;
  private turningDays: IsoDate[] | null = null;
  /** Least recently used first. */
  private readonly kept = new Map<IsoDate, Kept>();
  private readonly loading = new Map<IsoDate, Promise<OrganisationFacts>>();
  private own: Own | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: SnapshotRepository,
    private readonly builder: SnapshotBuilder,
  ) {}

  async onDate(date: IsoDate): Promise<OrganisationSnapshot> {
    const own = await this.refresh();
    if (own) return { ...(await this.ofOwn(own, date)), date };
    const day = await this.turningDayOf(date);
    return { ...(this.take(day) ?? (await this.load(day))), date };
  }

  /** Makes the next question look at the version again; after a write of this process. */
  recheck(): void {
    this.checkedAt = -Infinity;
    // What a savepoint took back comes again under the same version, and is something else.
    this.own = null;
  }

  /** Reads the version at most once a second. */
  private async refresh(): Promise<Own | null> {
    if (Math.abs(this.clock.now().getTime() - this.checkedAt) < VERSION_AGE_MS) return null;
    const { version, own } = await this.repository.version();
    if (own !== null && this.db.inTransaction) {
      if (this.own?.transaction !== own || this.own.version !== version) this.own = { transaction: own, version, days: new Map() };
      return this.own;
    }
    if (version !== this.version) {
      this.version = version;
      this.turningDays = null;
      this.loading.clear();
    }
    this.checkedAt = this.clock.now().getTime();
    return null;
  }

  private async ofOwn({ days }: Own, date: IsoDate): Promise<OrganisationFacts> {
    const facts = days.get(date) ?? (await this.build(date));
    days.set(date, facts);
    return facts;
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
    const kept = this.kept.get(day);
    if (kept?.version !== this.version) return null;
    this.kept.delete(day);
    this.kept.set(day, kept);
    return kept.facts;
  }

  /** Callers outside a transaction share one load; inside, nobody waits on another's connection. */
  private async load(day: IsoDate): Promise<OrganisationFacts> {
    const version = this.version;
    const running = this.db.inTransaction ? undefined : this.loading.get(day);
    if (running) return running;
    const load = this.build(day);
    if (!this.db.inTransaction) this.loading.set(day, load);
    try {
      const facts = await load;
      if (version === this.version) this.keep(day, { facts, version });
      return facts;
    } finally {
      if (this.loading.get(day) === load) this.loading.delete(day);
    }
  }

  /** From the nearest state that is kept, if there is one. */
  private async build(day: IsoDate): Promise<OrganisationFacts> {
    const near = this.nearest(day);
    return (near && (await this.builder.mended(near, day))) ?? this.builder.whole(day);
  }

  /** The same day however old, then the day closest by. */
  private nearest(day: IsoDate): (Kept & { day: IsoDate }) | null {
    const days = [...this.kept.keys()].sort();
    const next = days.findIndex((kept) => kept > day);
    const at = next === -1 ? days[days.length - 1] : (days[next - 1] ?? days[next]);
    const kept = at === undefined ? undefined : this.kept.get(at);
    return at !== undefined && kept ? { ...kept, day: at } : null;
  }

  private keep(day: IsoDate, kept: Kept): void {
    this.kept.delete(day);
    this.kept.set(day, kept);
    let employments = 0;
    for (const { facts } of this.kept.values()) employments += facts.employments.size;
    for (const [oldest, { facts }] of this.kept) {
      if (this.kept.size <= 1 || (this.kept.size <= MOST_SNAPSHOTS && employments <= MOST_EMPLOYMENTS)) break;
      this.kept.delete(oldest);
      employments -= facts.employments.size;
    }
  }
}

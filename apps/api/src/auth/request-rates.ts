import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

export interface Rate {
  hits: number;
  /** Until the count begins anew. */
  seconds: number;
}

/** Requests counted in the database, so that several replicas count together. */
@Injectable()
export class RequestRates implements ThrottlerStorage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async count(key: string, windowMs: number): Promise<Rate> {
    const now = this.clock.now();
    const row = await this.db.one<{ hits: number; until: Date }>(
      `INSERT INTO request_rate AS r (key, hits, until) VALUES ($1, 1, $3)
       ON CONFLICT (key) DO UPDATE SET hits = CASE WHEN r.until <= $2 THEN 1 ELSE r.hits + 1 END, until = CASE WHEN r.until <= $2 THEN excluded.until ELSE r.until END
       RETURNING hits, until`,
      [key, now, new Date(now.getTime() + windowMs)],
    );
    return { hits: row?.hits ?? 1, seconds: Math.max(1, Math.ceil(((row?.until.getTime() ?? 0) - now.getTime()) / 1000)) };
  }

  /** For the guard of the sign-in: a window that is full stays full until it ends. */
  async increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const { hits, seconds } = await this.count(`throttle ${key}`, ttl);
    return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
  }

  async forgetOld(): Promise<void> {
    await this.db.execute(`DELETE FROM request_rate WHERE until < $1`, [this.clock.now()]);
  }
}

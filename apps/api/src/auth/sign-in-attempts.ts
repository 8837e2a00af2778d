import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { RequestRates } from './request-rates.js';

const FREE_FAILURES = 5;
const FIRST_LOCK_SECONDS = 60;
const LONGEST_LOCK_SECONDS = 3600;
const FORGOTTEN_AFTER_MS = 24 * 3600 * 1000;

/** The lock after so many failures in a row: none before the fifth, then a minute, doubling up to an hour. */
export function lockSeconds(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCK_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 10), LONGEST_LOCK_SECONDS);
}

interface Failures {
  failures: number;
  lockedUntil: Date | null;
  lastAt: Date;
}

/** Counts failures by the name typed in, whether or not an account has it: an unknown name is locked just the same. */
@Injectable()
export class SignInAttempts {
  private readonly logger = new Logger('SignInAttempts');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scheduled: ScheduledWork,
    private readonly rates: RequestRates,
  ) {}

  /**
   * Counts the attempt as a failure before it is judged, so that a burst of guesses cannot slip past the count;
   * `succeeded` takes it back.
   * @returns the lock that this attempt brings if it fails, in seconds.
   * @throws DomainError `account-locked` with the time to wait.
   */
  async begin(name: string): Promise<{ lockSeconds: number }> {
    return this.db.transaction(async () => {
      const now = this.clock.now();
      const key = keyOf(name);
      await this.db.query(`INSERT INTO sign_in_failure (name_hash, failures, last_at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING`, [key, now]);
      const row = await this.db.one<Failures>(
        `SELECT failures, locked_until AS "lockedUntil", last_at AS "lastAt" FROM sign_in_failure WHERE name_hash = $1 FOR UPDATE`,
        [key],
      );
      if (row?.lockedUntil && row.lockedUntil > now) throw locked(row.lockedUntil, now);
      const remembered = row && now.getTime() - row.lastAt.getTime() < FORGOTTEN_AFTER_MS ? row.failures : 0;
      const seconds = lockSeconds(remembered + 1);
      await this.db.execute(`UPDATE sign_in_failure SET failures = $2, locked_until = $3, last_at = $4 WHERE name_hash = $1`, [
        key, remembered + 1, seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null, now,
      ]);
      return { lockSeconds: seconds };
    });
  }

  /** The attempt was none after all: a right password that still lacks its second factor. Earlier failures stay counted. */
  async takeBack(name: string): Promise<void> {
    await this.db.execute(`UPDATE sign_in_failure SET failures = greatest(failures - 1, 0), locked_until = NULL WHERE name_hash = $1`, [keyOf(name)]);
  }

  async succeeded(name: string): Promise<void> {
    await this.db.execute(`DELETE FROM sign_in_failure WHERE name_hash = $1`, [keyOf(name)]);
  }

  @Cron('17 23 * * * *')
  async forgetOld(): Promise<void> {
    await this.scheduled.once('auth.forget-failures', 3600, async () => {
      const before = new Date(this.clock.now().getTime() - FORGOTTEN_AFTER_MS);
      const gone = await this.db.execute(`DELETE FROM sign_in_failure WHERE last_at < $1`, [before]);
      await this.db.execute(`DELETE FROM retired_refresh_token t USING session s WHERE s.id = t.session_id AND s.expires_at < $1`, [before]);
      await this.rates.forgetOld();
      if (gone > 0) this.logger.debug(`${gone} old failures forgotten`);
    });
  }
}

function locked(until: Date, now: Date): DomainError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new DomainError('account-locked', { seconds }, { retryAfterSeconds: seconds });
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

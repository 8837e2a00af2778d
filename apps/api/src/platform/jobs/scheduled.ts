import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';

/** Work on a timetable, safe with several replicas: one of them does it, once a slot. */
@Injectable()
export class ScheduledWork {
  private readonly logger = new Logger('ScheduledWork');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction if no replica has run it in this slot (`everySeconds` long).
   * @returns whether this replica did it.
   */
  async once(name: string, everySeconds: number, work: () => Promise<void>): Promise<boolean> {
    const slot = new Date(Math.floor(this.clock.now().getTime() / (everySeconds * 1000)) * everySeconds * 1000);
    try {
      return await this.db.transaction(async () => {
        const lock = await this.db.one<{ held: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext($1)) AS held`, [`job:${name}`]);
        if (!lock?.held) return false;
        const fresh = await this.db.query(`INSERT INTO job_run (name, slot, ran_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING name`, [
          name,
          slot,
          this.clock.now(),
        ]);
        if (fresh.length === 0) return false;
        await work();
        return true;
      });
    } catch (error) {
      this.logger.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

import { writeFile } from 'node:fs/promises';
import { Logger } from '@nestjs/common';
import type pg from 'pg';

/** How often a worker looks after works that others left behind, and after its own sign of life. */
const EVERY_MS = 10_000;
/** A work that young is left alone: its worker may be at its first sign of life, or getting a lost connection again. */
const YOUNG = '15 seconds';
const KEY = `hashtextextended('worker:' || $1::text, 0)`;

/**
 * Gives back what a killed worker had begun. A worker's sign of life is a lock of its own session, which the database
 * lets go the moment the process is gone, however it went; whose lock can be had is therefore dead, and what it had
 * taken is anybody's again (the library itself waits four hours).
 */
export class WorkerLife {
  private readonly logger = new Logger('WorkerLife');
  private session: pg.PoolClient | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ended = false;
  private busy: Promise<void> = Promise.resolve();

  /** @param id under which this process's worker takes works. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly id: string,
    /** Touched at every good look, for whoever watches the process from outside; null: nobody does. */
    private readonly aliveFile: string | null = null,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.busy = this.busy.then(() => this.look());
    }, EVERY_MS);
    this.timer.unref();
  }

  async end(): Promise<void> {
    this.ended = true;
    if (this.timer) clearInterval(this.timer);
    await this.busy;
    const session = this.session;
    this.session = null;
    session?.release(true);
  }

  private async look(): Promise<void> {
    if (this.ended) return;
    try {
      await this.live();
      await this.giveBack();
      if (this.aliveFile) await writeFile(this.aliveFile, '');
    } catch (error) {
      this.logger.warn(`sign of life put off: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Takes the lock, or makes sure that the session which has it still stands. */
  private async live(): Promise<void> {
    if (this.session) {
      await this.session.query('SELECT 1');
      return;
    }
    const session = await this.pool.connect();
    const lost = () => {
      if (this.session !== session) return;
      this.session = null;
      session.release(true);
    };
    session.on('error', lost);
    session.on('end', lost);
    try {
      // A machine without power says no goodbye: the database asks, and lets go within half a minute.
      await session.query(`SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3`);
      await session.query(`SELECT pg_advisory_lock(${KEY})`, [this.id]);
      this.session = session;
    } catch (error) {
      session.release(true);
      throw error;
    }
  }

  /**
   * Begun again at once after the first death; from the second on later and later, as after an error: a work that
   * kills its worker does not kill one after the other.
   */
  private async giveBack(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ id: string }>(
        `SELECT t.id FROM (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by <> $1 AND locked_at < now() - interval '${YOUNG}') t
         WHERE pg_try_advisory_xact_lock(${KEY.replace('$1::text', 't.id')})`,
        [this.id],
      );
      const gone = rows.map(({ id }) => id);
      if (gone.length > 0) {
        const { rows: left } = await client.query<{ id: string; attempts: number }>(`SELECT id, attempts FROM graphile_worker.jobs WHERE locked_by = ANY($1)`, [gone]);
        await client.query(`SELECT graphile_worker.force_unlock_workers($1::text[])`, [gone]);
        for (const { id, attempts } of left) {
          if (attempts > 1) await client.query(`SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at := now() + make_interval(secs => exp(least(10, $2::integer))))`, [id, attempts]);
        }
        this.logger.warn(`a killed worker left ${left.length} works behind; they are begun again`);
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

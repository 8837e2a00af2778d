import { EventEmitter } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, run, runMigrations, runOnce, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { WorkerLife } from './worker-life.js';

type Handler = (payload: never, jobId: string) => Promise<void>;

export interface AddOptions {
  /** Works of one queue run one after the other. */
  queue?: string;
  /** A second work with the key replaces the first while that waits. */
  key?: string;
  attempts?: number;
  /** Not before so many seconds from now. */
  seconds?: number;
}

/**
 * Work that outlives the request. Adding is a row of the caller's transaction; a worker of any replica takes it, and
 * takes it again after a crash, so handlers are idempotent.
 */
@Injectable()
export class WorkQueue implements OnApplicationShutdown {
  private readonly handlers = new Map<string, Handler>();
  private readonly logger = new Logger('WorkQueue');
  private runner: Runner | null = null;
  private life: WorkerLife | null = null;

  constructor(
    private readonly db: Database,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** Names a kind of work; at start, before the worker. */
  define<T>(task: string, handler: (payload: T, jobId: string) => Promise<void>): void {
    this.handlers.set(task, handler as Handler);
  }

  async add(task: string, payload: unknown, { queue, key, attempts = 25, seconds = 0 }: AddOptions = {}): Promise<void> {
    await this.db.query(`SELECT graphile_worker.add_job($1, payload := $2::json, queue_name := $3, job_key := $4, max_attempts := $5, run_at := now() + make_interval(secs => $6))`, [
      task,
      JSON.stringify(payload),
      queue ?? null,
      key ?? null,
      attempts,
      seconds,
    ]);
  }

  /** Many works of one kind in one statement, each under its key, due after some seconds. */
  async addAll(task: string, works: { key: string; payload: unknown }[], seconds: number): Promise<void> {
    if (works.length === 0) return;
    await this.db.query(
      `SELECT count(graphile_worker.add_job($1, payload := w.payload, run_at := now() + make_interval(secs => $3), job_key := w.key, max_attempts := 25))
       FROM json_to_recordset($2::json) AS w(key text, payload json)`,
      [task, JSON.stringify(works), seconds],
    );
  }

  /** Takes works back that nobody has begun. */
  async remove(keys: string[]): Promise<void> {
    await this.db.query(`SELECT count(graphile_worker.remove_job(key)) FROM unnest($1::text[]) AS key`, [keys]);
  }

  /** Makes the queue's own tables; before the first work is added. */
  async prepare(): Promise<void> {
    await runMigrations({ pgPool: this.pool(), logger: this.quiet() });
  }

  async startWorker(aliveFile: string | null = null): Promise<void> {
    if (this.handlers.size === 0) return;
    const events = new EventEmitter() as WorkerEvents;
    const id = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)));
    this.runner = await run({ pgPool: this.pool(), taskList: this.taskList(), concurrency: 2, noHandleSignals: true, pollInterval: 2000, logger: this.quiet(), events });
    this.life = new WorkerLife(this.pool(), await id, aliveFile);
    await this.life.begin();
  }

  /** Does what is due now and returns; for tests and commands. */
  async runDue(): Promise<void> {
    await runOnce({ pgPool: this.pool(), taskList: this.taskList(), noHandleSignals: true, logger: this.quiet() });
  }

  async onApplicationShutdown(): Promise<void> {
    // The sign of life outlasts the works.
    await this.runner?.stop();
    await this.life?.end();
    this.runner = null;
    this.life = null;
  }

  private taskList(): TaskList {
    return Object.fromEntries([...this.handlers].map(([task, handler]) => [task, (payload: unknown, { job }) => handler(payload as never, String(job.id))]));
  }

  private pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  private quiet(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.logger.error(message);
    });
  }
}

import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, run, runMigrations, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';

/** What a lower feature tells the higher ones; one line a topic, with what it carries. */
export interface Events {
  'evaluation.determined': { employmentId: string; month: string };
  'activity.decided': { activityId: string; employmentId: string; date: string };
  'organisation.changed': { version: number };
  'month.closed': { runId: string; skpdId: string; month: string };
}
export type Topic = keyof Events;
type Handler = (payload: never) => Promise<void>;

/**
 * Announcements, written in the caller's transaction as rows of the queue (one a subscriber) and delivered by the
 * worker at least once, so handlers must be idempotent. Delivery survives crashes and several replicas.
 */
@Injectable()
export class Outbox implements OnApplicationShutdown {
  private readonly handlers = new Map<string, Handler>();
  private readonly logger = new Logger('Outbox');
  private runner: Runner | null = null;

  constructor(
    private readonly db: Database,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** `subscriber` names who listens, e.g. `tpp.adjustments`; stays the same over releases. */
  subscribe<T extends Topic>(topic: T, subscriber: string, handler: (payload: Events[T]) => Promise<void>): void {
    this.handlers.set(taskOf(topic, subscriber), handler as Handler);
  }

  async announce<T extends Topic>(topic: T, payload: Events[T]): Promise<void> {
    for (const task of this.handlers.keys()) {
      if (!task.startsWith(`${topic}>`)) continue;
      await this.db.query(`SELECT graphile_worker.add_job($1, payload := $2::json, max_attempts := 25)`, [task, JSON.stringify(payload)]);
    }
  }

  /** Makes the queue's own tables; before the first announcement. */
  async prepare(): Promise<void> {
    await runMigrations({ pgPool: this.pool(), logger: this.quiet() });
  }

  async startWorker(): Promise<void> {
    if (this.handlers.size === 0) return;
    this.runner = await run({ pgPool: this.pool(), taskList: this.taskList(), concurrency: 2, noHandleSignals: true, pollInterval: 2000, logger: this.quiet() });
  }

  /** Delivers what is due now and returns; for tests and commands. */
  async deliverOnce(): Promise<void> {
    await runOnce({ pgPool: this.pool(), taskList: this.taskList(), noHandleSignals: true, logger: this.quiet() });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    this.runner = null;
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      [...this.handlers].map(([task, handler]) => [task, (payload: unknown) => this.db.transaction(() => handler(payload as never))]),
    );
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

function taskOf(topic: Topic, subscriber: string): string {
  return `${topic}>${subscriber}`;
}

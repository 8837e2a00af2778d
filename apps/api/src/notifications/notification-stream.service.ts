import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { Uuid } from '@ekinerja/contracts/basics';
import { CHANNEL } from './notifications.service.js';

type Listener = () => void;

/** One connection a process hears what any replica tells, and wakes the open pages of that account. */
@Injectable()
export class NotificationStream implements OnApplicationShutdown {
  private readonly listeners = new Map<Uuid, Set<Listener>>();
  private readonly logger = new Logger('NotificationStream');
  private client: pg.PoolClient | null = null;
  private opening: Promise<void> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** @returns how to stop listening */
  async listen(accountId: Uuid, listener: Listener): Promise<() => void> {
    const own = this.listeners.get(accountId) ?? new Set();
    own.add(listener);
    this.listeners.set(accountId, own);
    await this.open();
    return () => {
      own.delete(listener);
      if (own.size === 0 && this.listeners.get(accountId) === own) this.listeners.delete(accountId);
    };
  }

  onApplicationShutdown(): void {
    this.drop();
    this.listeners.clear();
  }

  /** The first open page takes a connection out of the pool and keeps it. */
  private open(): Promise<void> {
    return (this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = null;
      this.logger.warn(error instanceof Error ? error.message : String(error));
    }));
  }

  private async connect(): Promise<void> {
    const client = await (this.dataSource.driver as unknown as { master: pg.Pool }).master.connect();
    this.client = client;
    client.on('notification', ({ payload }) => {
      for (const wake of this.listeners.get(payload ?? '') ?? []) wake();
    });
    // Lost: the pages ask again at their next heartbeat, which opens another.
    client.on('error', () => this.drop());
    client.on('end', () => this.drop());
    await client.query(`LISTEN ${CHANNEL}`);
  }

  private drop(): void {
    const client = this.client;
    this.client = null;
    this.opening = null;
    client?.removeAllListeners('notification');
    client?.release(true);
  }

  /** Called by each heartbeat. */
  async keep(): Promise<void> {
    await this.open();
  }
}

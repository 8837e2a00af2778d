import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { WorkQueue } from './work-queue.js';

/** What a lower feature tells the higher ones; one line a topic, with what it carries. */
export interface Events {
  'evaluation.determined': { employmentId: string; month: string };
  'activity.decided': { activityId: string; employmentId: string; date: string };
  'organisation.changed': { version: number };
  'month.closed': { runId: string; skpdId: string; month: string };
}
export type Topic = keyof Events;

/** Announcements, written in the caller's transaction as one work a subscriber and delivered at least once. */
@Injectable()
export class Outbox {
  private readonly subscribers = new Map<Topic, string[]>();

  constructor(
    private readonly db: Database,
    private readonly work: WorkQueue,
  ) {}

  /** `subscriber` names who listens, e.g. `tpp.adjustments`; it stays the same over releases. The handler runs in one transaction. */
  subscribe<T extends Topic>(topic: T, subscriber: string, handler: (payload: Events[T]) => Promise<void>): void {
    const task = `${topic}>${subscriber}`;
    this.subscribers.set(topic, [...(this.subscribers.get(topic) ?? []), task]);
    this.work.define<Events[T]>(task, (payload) => this.db.transaction(() => handler(payload)));
  }

  async announce<T extends Topic>(topic: T, payload: Events[T]): Promise<void> {
    for (const task of this.subscribers.get(topic) ?? []) await this.work.add(task, payload);
  }
}

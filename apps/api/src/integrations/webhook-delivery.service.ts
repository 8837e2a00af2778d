import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Uuid } from '@ekinerja/contracts/basics';
import { WEBHOOK_DELAYS, type WebhookEvent } from '@ekinerja/contracts/webhooks';
import { Clock } from '../platform/clock.js';
import { derivedKey, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Outbox, type Events, type Topic } from '../platform/jobs/outbox.js';
import { ScheduledWork } from '../platform/jobs/scheduled.js';
import { WorkQueue } from '../platform/jobs/work-queue.js';
import { CONFIG } from '../platform/platform.module.js';
import { unseal } from '../platform/sealed-secret.js';
import { WebhookSender, type Attempt } from './webhook-sender.js';
import { WebhooksRepository, type DeliveryRow } from './webhooks.repository.js';

const TASK = 'webhook.deliver';
const NAME = 'webhooks';
const DAY_SECONDS = 86_400;
const KEPT_DAYS = 90;
/** Well over the time that an attempt may take (`WebhookSender`). */
const CLAIM_SECONDS = 60;
const LEFT_SECONDS = 300;
const MOST_LEFT = 1000;
/** A key that nobody has any more: the receiver needs a new secret. */
const SECRET_LOST = 'rahasia tidak terbaca: buat yang baru';

/** Which announcement becomes which event, and what of it is told: ids and months alone. */
const SOURCES: { [T in Topic]?: { event: WebhookEvent; data: (payload: Events[T]) => object } } = {
  'skp.determined': { event: 'skp.determined', data: (payload) => payload },
  'activity.decided': { event: 'activity.decided', data: ({ activityId, employmentId, date }) => ({ activityId, employmentId, date }) },
  'evaluation.determined': { event: 'evaluation.determined', data: (payload) => payload },
  'evaluation.received': { event: 'evaluation.delivered', data: (payload) => payload },
  'objection.filed': { event: 'objection.filed', data: ({ objectionId }) => ({ objectionId }) },
  'objection.decided': { event: 'objection.decided', data: ({ objectionId, outcome }) => ({ objectionId, outcome }) },
  'employment.changed': { event: 'employment.changed', data: ({ employmentId, eventId, kind, from }) => ({ employmentId, eventId, kind, from }) },
  'month.closed': { event: 'month.closed', data: (payload) => payload },
  'regulation.enacted': { event: 'regulation.enacted', data: (payload) => payload },
};

/** Brings announcements to the receivers of other systems: at least once, each message under its own id, later and later after failures. */
@Injectable()
export class WebhookDeliveryService implements OnModuleInit {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly work: WorkQueue,
    private readonly scheduled: ScheduledWork,
    private readonly webhooks: WebhooksRepository,
    private readonly sender: WebhookSender,
  ) {
    this.key = derivedKey(config.secret, 'webhook');
  }

  onModuleInit(): void {
    this.work.define<{ id: Uuid }>(TASK, ({ id }) => this.deliver(id));
    for (const topic of Object.keys(SOURCES) as Topic[]) this.listen(topic);
  }

  @Cron('19 50 3 * * *')
  async onSchedule(): Promise<void> {
    await this.scheduled.once('webhooks.old', DAY_SECONDS, async () => {
      await this.webhooks.removeBefore(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_SECONDS * 1000));
    });
  }

  /** A process that was killed in the middle of an attempt leaves its message to the others. */
  @Cron('41 */5 * * * *')
  async onLeft(): Promise<void> {
    await this.scheduled.once('webhooks.left', LEFT_SECONDS, async () => {
      for (const { id } of await this.webhooks.left(new Date(this.clock.now().getTime() - LEFT_SECONDS * 1000), MOST_LEFT)) await this.queue(id);
    });
  }

  async queue(id: Uuid, seconds = 0): Promise<void> {
    await this.work.add(TASK, { id }, { key: `${TASK}:${id}`, seconds });
  }

  /**
   * One attempt; a failure is no error of the queue: the row knows when the next one is due. The message is claimed,
   * sent outside of any transaction, and its answer noted: a slow receiver holds neither a row nor a connection, and
   * no other process sends it meanwhile.
   */
  async deliver(id: Uuid): Promise<void> {
    const now = this.clock.now();
    const wait = await this.webhooks.wait(id, now);
    if (!wait) return;
    if (wait.seconds > 0) return this.queue(id, wait.seconds);
    const claim = randomUUID();
    const row = await this.webhooks.claim(id, claim, CLAIM_SECONDS);
    if (!row) return this.queue(id, CLAIM_SECONDS);
    const attempt = await this.attempt(row, now);
    const attempts = row.attempts + 1;
    const delay = attempt.ok ? undefined : WEBHOOK_DELAYS[attempts - 1];
    const nextAt = delay === undefined ? null : new Date(now.getTime() + delay * 1000);
    await this.db.transaction(async () => {
      await this.webhooks.note(id, claim, { status: attempt.ok ? 'delivered' : nextAt ? 'waiting' : 'failed', attempts, nextAt, at: now, answer: attempt.answer });
      if (delay !== undefined) await this.queue(id, delay);
    });
  }

  private async attempt({ id, webhookId, url, secret: sealed, event, data, occurredAt }: DeliveryRow, now: Date): Promise<Attempt> {
    const secret = this.secretOf(webhookId, sealed);
    return secret === null ? { ok: false, answer: SECRET_LOST } : this.sender.send(url, secret, { id, event, occurredAt: occurredAt.toISOString(), data }, now);
  }

  private listen<T extends Topic>(topic: T): void {
    const source = SOURCES[topic]!;
    this.outbox.subscribe(topic, NAME, async (payload, jobId) => {
      for (const id of await this.webhooks.announce(source.event, source.data(payload), jobId, this.clock.now())) await this.queue(id);
    });
  }

  private secretOf(webhookId: Uuid, sealed: string): string | null {
    try {
      return unseal(sealed, this.key, webhookId);
    } catch {
      return null;
    }
  }
}

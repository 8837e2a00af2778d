import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Page, Uuid } from '@ekinerja/contracts/basics';
import { WEBHOOK_TEST, type SaveWebhookRequest, type Webhook, type WebhookDelivery, type WebhookWithSecret } from '@ekinerja/contracts/webhooks';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { derivedKey, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { pageLimit, pageOf, readCursor } from '../platform/http/cursor.js';
import { CONFIG } from '../platform/platform.module.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { seal } from '../platform/sealed-secret.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { WebhookSender } from './webhook-sender.js';
import type { DeliveriesQuery } from './webhooks.dto.js';
import { WebhooksRepository } from './webhooks.repository.js';

const SECRET_BYTES = 32;
const SHOWN_MS = 7 * 86_400_000;

/** Receivers that other systems offer: registered, changed, tried, ended; their secret is shown once. */
@Injectable()
export class WebhooksService {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveryService,
    private readonly sender: WebhookSender,
    private readonly audit: AuditService,
  ) {
    this.key = derivedKey(config.secret, 'webhook');
  }

  list(): Promise<Webhook[]> {
    return this.webhooks.list(this.since(), null);
  }

  /** @throws DomainError `validation-failed` for an address that is none, is not encrypted in production, or leads inside */
  async create(actor: Actor, request: SaveWebhookRequest): Promise<WebhookWithSecret> {
    await this.requireOutside(request.url);
    return this.db.transaction(async () => {
      const id = randomUUID();
      const secret = newSecret();
      await this.webhooks.insert(id, { ...request, secret: seal(secret, this.key, id), by: actor.accountId, at: this.clock.now() });
      await this.audit.record({ actor, action: 'webhook.created', subjectType: 'webhook', subjectId: id, after: request });
      return { webhook: await this.get(id), secret };
    });
  }

  async change(actor: Actor, id: Uuid, request: SaveWebhookRequest): Promise<Webhook> {
    await this.requireOutside(request.url);
    return this.db.transaction(async () => {
      const before = await this.open(id);
      await this.webhooks.save(id, request);
      await this.audit.record({ actor, action: 'webhook.changed', subjectType: 'webhook', subjectId: id, before, after: request });
      return this.get(id);
    });
  }

  async renewSecret(actor: Actor, id: Uuid): Promise<WebhookWithSecret> {
    return this.db.transaction(async () => {
      await this.open(id);
      const secret = newSecret();
      await this.webhooks.renewSecret(id, seal(secret, this.key, id));
      await this.audit.record({ actor, action: 'webhook.secret-renewed', subjectType: 'webhook', subjectId: id });
      return { webhook: await this.get(id), secret };
    });
  }

  async end(actor: Actor, id: Uuid, reason: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.open(id);
      await this.webhooks.end(id, this.clock.now());
      await this.audit.record({ actor, action: 'webhook.ended', subjectType: 'webhook', subjectId: id, reason });
    });
  }

  async test(id: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      await this.open(id);
      await this.deliveries.queue(await this.webhooks.addTest(id, WEBHOOK_TEST, this.clock.now()));
    });
  }

  async log(id: Uuid, query: DeliveriesQuery): Promise<Page<WebhookDelivery>> {
    await this.get(id);
    const limit = pageLimit(query.limit);
    const after = readCursor(query.cursor, 'instant', 'uuid');
    const rows = await this.webhooks.log(id, query.status ?? null, after && { at: after[0]!, id: after[1] }, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.occurredAt.toISOString(), row.id]);
    const items = page.items.map((row) => ({
      ...row, occurredAt: row.occurredAt.toISOString(), nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null, lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /** Under the same id: a receiver that had it after all knows it. */
  async redeliver(actor: Actor, id: Uuid, deliveryId: Uuid): Promise<void> {
    await this.db.transaction(async () => {
      if (!(await this.webhooks.restart(id, deliveryId, this.clock.now()))) throw new DomainError('not-found');
      await this.deliveries.queue(deliveryId);
      await this.audit.record({ actor, action: 'webhook.redelivered', subjectType: 'webhook', subjectId: id, after: { deliveryId } });
    });
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - SHOWN_MS);
  }

  private async get(id: Uuid): Promise<Webhook> {
    const [webhook] = await this.webhooks.list(this.since(), id);
    if (!webhook) throw new DomainError('not-found');
    return webhook;
  }

  private async open(id: Uuid): Promise<object> {
    const row = await this.webhooks.lockOpen(id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private async requireOutside(url: string): Promise<void> {
    const rule = await this.sender.refusal(url);
    if (rule) throw new DomainError('validation-failed', {}, { fields: [{ field: 'url', rule }] });
  }
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

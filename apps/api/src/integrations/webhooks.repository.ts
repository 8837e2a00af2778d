import { Injectable } from '@nestjs/common';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Webhook, WebhookDelivery, WebhookEvent } from '@ekinerja/contracts/webhooks';
import { Database } from '../platform/database/database.js';

export interface DeliveryRow {
  id: Uuid;
  webhookId: Uuid;
  url: string;
  secret: string;
  event: WebhookDelivery['event'];
  data: Record<string, unknown>;
  occurredAt: Date;
  attempts: number;
}
type WebhookRow = Omit<Webhook, 'createdAt' | 'endedAt' | 'lastDeliveredAt'> & { createdAt: Date; endedAt: Date | null; lastDeliveredAt: Date | null };
export type LogRow = Omit<WebhookDelivery, 'occurredAt' | 'nextAttemptAt' | 'lastAttemptAt'> & { occurredAt: Date; nextAttemptAt: Date | null; lastAttemptAt: Date | null };

@Injectable()
export class WebhooksRepository {
  constructor(private readonly db: Database) {}

  async list(since: Date, id: Uuid | null): Promise<Webhook[]> {
    const rows = await this.db.query<WebhookRow>(
      `SELECT w.id, w.name, w.url, w.events, w.created_at AS "createdAt", w.ended_at AS "endedAt", coalesce(nullif(person_display_name(p), ''), a.username) AS "createdBy",
         count(d.id) FILTER (WHERE d.status = 'delivered')::int AS delivered, count(d.id) FILTER (WHERE d.status = 'waiting')::int AS waiting,
         count(d.id) FILTER (WHERE d.status = 'failed')::int AS failed, max(d.last_at) FILTER (WHERE d.status = 'delivered') AS "lastDeliveredAt"
       FROM webhook w JOIN account a ON a.id = w.created_by LEFT JOIN person p ON p.id = a.person_id
         LEFT JOIN webhook_delivery d ON d.webhook_id = w.id AND (d.occurred_at >= $1 OR d.status = 'waiting')
       WHERE $2::uuid IS NULL OR w.id = $2 GROUP BY w.id, p.id, a.username ORDER BY w.ended_at IS NOT NULL, lower(w.name), w.id`,
      [since, id],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null, lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null }));
  }

  async insert(id: Uuid, w: { name: string; url: string; events: WebhookEvent[]; secret: string; by: Uuid; at: Date }): Promise<void> {
    await this.db.query(`INSERT INTO webhook (id, name, url, events, secret, created_by, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7)`, [id, w.name, w.url, w.events, w.secret, w.by, w.at]);
  }

  lockOpen(id: Uuid): Promise<{ name: string; url: string; events: WebhookEvent[] } | null> {
    return this.db.one(`SELECT name, url, events FROM webhook WHERE id = $1 AND ended_at IS NULL FOR UPDATE`, [id]);
  }

  async save(id: Uuid, w: { name: string; url: string; events: WebhookEvent[] }): Promise<void> {
    await this.db.execute(`UPDATE webhook SET name = $2, url = $3, events = $4 WHERE id = $1`, [id, w.name, w.url, w.events]);
  }

  async renewSecret(id: Uuid, secret: string): Promise<void> {
    await this.db.execute(`UPDATE webhook SET secret = $2 WHERE id = $1`, [id, secret]);
  }

  /** What still waits is given up. */
  async end(id: Uuid, at: Date): Promise<void> {
    await this.db.execute(`UPDATE webhook SET ended_at = $2 WHERE id = $1`, [id, at]);
    await this.db.execute(`UPDATE webhook_delivery SET status = 'failed', next_at = NULL WHERE webhook_id = $1 AND status = 'waiting'`, [id]);
  }

  /** One message for each open receiver of the event; an announcement that comes again makes none. */
  async announce(event: WebhookEvent, data: object, source: string, at: Date): Promise<Uuid[]> {
    const rows = await this.db.query<{ id: Uuid }>(
      `INSERT INTO webhook_delivery (webhook_id, event, data, occurred_at, source, next_at) SELECT id, $1, $2, $4, $3, $4 FROM webhook WHERE ended_at IS NULL AND $1 = ANY (events)
       ON CONFLICT (webhook_id, source) DO NOTHING RETURNING id`,
      [event, JSON.stringify(data), source, at],
    );
    return rows.map(({ id }) => id);
  }

  async addTest(webhookId: Uuid, event: string, at: Date): Promise<Uuid> {
    return (await this.db.one<{ id: Uuid }>(`INSERT INTO webhook_delivery (webhook_id, event, data, occurred_at, next_at) VALUES ($1, $2, '{}', $3, $3) RETURNING id`, [webhookId, event, at]))!.id;
  }

  /**
   * A message that still is to be brought, with the seconds for which it must wait: because it is not yet due, or
   * because another process has it under way. Null when it was brought or given up.
   */
  wait(id: Uuid, now: Date): Promise<{ seconds: number } | null> {
    return this.db.one(
      `SELECT ceil(extract(epoch FROM greatest(coalesce(d.next_at, $2) - $2, coalesce(d.claimed_until, now()) - now(), interval '0')))::int AS seconds
       FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.id = $1 AND d.status = 'waiting' AND w.ended_at IS NULL`,
      [id, now],
    );
  }

  /** Takes the message for so many seconds; null where another was first. Time here is the database's own: it is one for all replicas. */
  claim(id: Uuid, claim: Uuid, seconds: number): Promise<DeliveryRow | null> {
    return this.db.one(
      `UPDATE webhook_delivery d SET claim = $2, claimed_until = now() + make_interval(secs => $3) FROM webhook w
       WHERE d.id = $1 AND w.id = d.webhook_id AND d.status = 'waiting' AND w.ended_at IS NULL AND (d.claimed_until IS NULL OR d.claimed_until <= now())
       RETURNING d.id, d.webhook_id AS "webhookId", w.url, w.secret, d.event, d.data, d.occurred_at AS "occurredAt", d.attempts`,
      [id, claim, seconds],
    );
  }

  /** What came of the attempt, told by whoever holds the claim alone. A message given up meanwhile stays so, unless it has arrived. */
  async note(id: Uuid, claim: Uuid, n: { status: WebhookDelivery['status']; attempts: number; nextAt: Date | null; at: Date; answer: string }): Promise<void> {
    await this.db.execute(
      `UPDATE webhook_delivery SET status = CASE WHEN $3 = 'delivered' OR status = 'waiting' THEN $3 ELSE status END, next_at = CASE WHEN status = 'waiting' THEN $5::timestamptz END,
         attempts = $4, last_at = $6, last_answer = $7, claim = NULL, claimed_until = NULL WHERE id = $1 AND claim = $2`,
      [id, claim, n.status, n.attempts, n.nextAt, n.at, n.answer],
    );
  }

  /** Messages long due that nobody has under way: whoever had them has ended in the middle. */
  left(before: Date, limit: number): Promise<{ id: Uuid }[]> {
    return this.db.query(
      `SELECT id FROM webhook_delivery WHERE status = 'waiting' AND next_at < $1 AND (claimed_until IS NULL OR claimed_until <= now()) ORDER BY next_at LIMIT $2`,
      [before, limit],
    );
  }

  /** Starts a message that was given up or delivered anew; false where there is none such. */
  async restart(webhookId: Uuid, id: Uuid, at: Date): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE webhook_delivery d SET status = 'waiting', attempts = 0, next_at = $3 FROM webhook w
       WHERE d.id = $2 AND d.webhook_id = $1 AND w.id = d.webhook_id AND w.ended_at IS NULL RETURNING d.id`,
      [webhookId, id, at],
    );
    return rows.length > 0;
  }

  log(webhookId: Uuid, status: string | null, after: { at: string; id: Uuid } | null, limit: number): Promise<LogRow[]> {
    return this.db.query(
      `SELECT id, event, occurred_at AS "occurredAt", status, attempts, next_at AS "nextAttemptAt", last_at AS "lastAttemptAt", last_answer AS "lastAnswer"
       FROM webhook_delivery WHERE webhook_id = $1 AND ($5::text IS NULL OR status = $5)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', occurred_at), id) < ($2::timestamptz, $3::uuid))
       ORDER BY date_trunc('milliseconds', occurred_at) DESC, id DESC LIMIT $4`,
      [webhookId, after?.at ?? null, after?.id ?? null, limit, status],
    );
  }

  removeBefore(at: Date): Promise<number> {
    return this.db.execute(`DELETE FROM webhook_delivery WHERE occurred_at < $1 AND status <> 'waiting'`, [at]);
  }
}

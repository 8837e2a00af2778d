import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receivers of other systems, and every message to them with its attempts. */
export class Webhooks1764500000460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        url text NOT NULL,
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        -- Encrypted: it must be read again to sign.
        secret text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES account(id),
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX webhook_name ON webhook(lower(name)) WHERE ended_at IS NULL;
      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        webhook_id uuid NOT NULL REFERENCES webhook(id),
        event text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        -- The announcement that it comes from: delivered twice, it makes one message.
        source text,
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting','delivered','failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        last_at timestamptz,
        last_answer text,
        UNIQUE (webhook_id, source)
      );
      CREATE INDEX webhook_delivery_log ON webhook_delivery(webhook_id, occurred_at DESC, id DESC);
      CREATE INDEX webhook_delivery_age ON webhook_delivery(occurred_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}

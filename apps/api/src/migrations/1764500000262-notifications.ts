import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: in the portal at once, by mail as they chose. One row an account and matter, so that nothing is told twice. */
export class Notifications1764500000262 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id),
        topic text NOT NULL,
        -- The matter; a second telling of it is none, whichever replica tries.
        key text NOT NULL,
        params jsonb NOT NULL,
        path text NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        mail text NOT NULL CHECK (mail IN ('none','waiting','digest','sent')),
        mailed_at timestamptz,
        UNIQUE (account_id, key)
      );
      CREATE INDEX notification_of ON notification (account_id, at DESC, id);
      CREATE INDEX notification_unread ON notification (account_id) WHERE read_at IS NULL;
      CREATE INDEX notification_digest ON notification (account_id) WHERE mail = 'digest';

      CREATE TABLE notification_setting (
        account_id uuid PRIMARY KEY REFERENCES account(id),
        email text,
        mail text NOT NULL CHECK (mail IN ('off','immediate','digest')),
        language text NOT NULL CHECK (language IN ('id','en')),
        muted text[] NOT NULL DEFAULT '{}',
        CHECK (mail = 'off' OR email IS NOT NULL)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE notification_setting, notification`);
  }
}

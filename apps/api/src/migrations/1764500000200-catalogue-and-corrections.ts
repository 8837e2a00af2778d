import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unit's catalogue, entries corrected by the evaluator, days opened again, and suggestions with their answers. */
export class CatalogueAndCorrections1764500000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- KS 16(a).
      CREATE TABLE catalogue_item (
        id uuid PRIMARY KEY,
        skpd_id uuid NOT NULL REFERENCES unit(id),
        code text NOT NULL,
        title text NOT NULL,
        output_unit text NOT NULL,
        norm_minutes int NOT NULL CHECK (norm_minutes BETWEEN 1 AND 1440),
        -- Names of posts; none: every post of the SKPD.
        posts text[] NOT NULL DEFAULT '{}',
        active boolean NOT NULL DEFAULT true,
        version int NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL
      );
      CREATE UNIQUE INDEX catalogue_item_code ON catalogue_item(skpd_id, lower(code));
      CREATE TABLE catalogue_item_version (
        item_id uuid NOT NULL REFERENCES catalogue_item(id),
        version int NOT NULL,
        content jsonb NOT NULL,
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        PRIMARY KEY (item_id, version)
      );
      -- Free entries that the unit admin looked at and left out.
      CREATE TABLE catalogue_dismissed (
        skpd_id uuid NOT NULL REFERENCES unit(id),
        key text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (skpd_id, key)
      );

      ALTER TABLE activity
        ADD COLUMN catalogue_item_id uuid REFERENCES catalogue_item(id),
        -- KS 17(c): as the owner wrote it, with who corrected it, why and when.
        ADD COLUMN original jsonb;
      CREATE INDEX activity_catalogue ON activity(catalogue_item_id, date) WHERE catalogue_item_id IS NOT NULL;

      CREATE TABLE entry_reopening (
        id uuid PRIMARY KEY,
        employment_id uuid NOT NULL REFERENCES employment(id),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        from_date date NOT NULL,
        to_date date NOT NULL CHECK (to_date >= from_date),
        until date NOT NULL,
        reason text NOT NULL,
        granted_by text NOT NULL,
        granted_by_account uuid NOT NULL REFERENCES account(id),
        granted_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX entry_reopening_person ON entry_reopening(employment_id, until);
      CREATE INDEX entry_reopening_skpd ON entry_reopening(skpd_id, granted_at DESC);

      -- KS 16(c)-(d), 17(d), 18(b).
      CREATE TABLE suggestion (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('help', 'employee', 'evaluator', 'unit')),
        sender_account_id uuid NOT NULL REFERENCES account(id),
        sender_name text NOT NULL,
        -- The SKPD that answers; null: the whole government's manager does.
        skpd_id uuid REFERENCES unit(id),
        sender_skpd_id uuid REFERENCES unit(id),
        activity_id uuid REFERENCES activity(id),
        status text NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
        sent_at timestamptz NOT NULL,
        answered_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX suggestion_sender ON suggestion(sender_account_id, sent_at DESC);
      CREATE INDEX suggestion_receiver ON suggestion(kind, skpd_id, status, sent_at);
      CREATE TABLE suggestion_message (
        id bigserial PRIMARY KEY,
        suggestion_id uuid NOT NULL REFERENCES suggestion(id),
        at timestamptz NOT NULL,
        account_id uuid NOT NULL REFERENCES account(id),
        author text NOT NULL,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        body text NOT NULL
      );
      CREATE INDEX suggestion_message_of ON suggestion_message(suggestion_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event recorded by mistake is taken back: it stays on record with its reason, and what it did is undone. */
export class EventsTakenBack1764500000420 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What the event wrote, row by row with the values before; null for events older than this.
      ALTER TABLE employment_event ADD COLUMN changes jsonb;
      ALTER TABLE employment_event ADD COLUMN withdrawn_at timestamptz;
      ALTER TABLE employment_event ADD COLUMN withdrawn_by uuid REFERENCES account(id);
      ALTER TABLE employment_event ADD COLUMN withdrawn_reason text;
      ALTER TABLE employment_event ADD COLUMN withdrawn_effects jsonb;
      ALTER TABLE employment_event ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL));
      -- The right one may be recorded afterwards, of the same kind and day.
      ALTER TABLE employment_event DROP CONSTRAINT employment_event_employment_id_kind_effective_on_key;
      CREATE UNIQUE INDEX employment_event_once ON employment_event (employment_id, kind, effective_on) WHERE withdrawn_at IS NULL;

      -- A post held by mistake leaves the table that everything is derived from, and is kept here whole.
      CREATE TABLE assignment_withdrawn (
        id uuid PRIMARY KEY,
        employment_id uuid NOT NULL REFERENCES employment(id),
        assignment jsonb NOT NULL,
        reason text NOT NULL,
        withdrawn_at timestamptz NOT NULL
      );

      -- The last day an SKP had before a transfer cut it, so that it can be given back.
      ALTER TABLE skp ADD COLUMN period_to_before date;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE skp DROP COLUMN period_to_before;
      DROP TABLE assignment_withdrawn;
      DROP INDEX employment_event_once;
      ALTER TABLE employment_event DROP COLUMN withdrawn_effects, DROP COLUMN withdrawn_reason, DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_at, DROP COLUMN changes;
      ALTER TABLE employment_event ADD UNIQUE (employment_id, kind, effective_on);
    `);
  }
}

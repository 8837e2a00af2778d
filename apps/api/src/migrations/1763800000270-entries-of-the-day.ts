import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence as files, favourites, the post and month plan an entry belongs to, and what a unit admin wrote into it. */
export class EntriesOfTheDay1763800000270 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity
        -- Post of the day of work, whose duties the entry serves (KS 21(2)).
        ADD COLUMN post_id uuid REFERENCES post(id),
        -- Filled where monthly plans are kept.
        ADD COLUMN month_plan_id uuid,
        -- KS 16(b): the unit admin who added or mended it last: name, reason, at.
        ADD COLUMN by_unit jsonb;

      CREATE TABLE activity_evidence (
        -- Given by the device: a retry finds its own file.
        id uuid PRIMARY KEY,
        activity_id uuid NOT NULL REFERENCES activity(id),
        file_id uuid NOT NULL REFERENCES stored_file(id),
        added_at timestamptz NOT NULL,
        -- Taken off by the owner; what the superior saw stays on record.
        removed_at timestamptz
      );
      CREATE INDEX activity_evidence_activity ON activity_evidence(activity_id);

      CREATE TABLE activity_favourite (
        id uuid PRIMARY KEY,
        employment_id uuid NOT NULL REFERENCES employment(id),
        content jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX activity_favourite_owner ON activity_favourite(employment_id, created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Presence by file, by API and by pull; the words that a region's presence system uses for columns and states. */
export class PresenceSources1764500000302 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE presence_import ADD COLUMN source text NOT NULL DEFAULT 'file' CHECK (source IN ('file','api','pull')),
        -- Null: the system itself, on its timetable.
        ALTER COLUMN uploaded_by DROP NOT NULL;

      CREATE TABLE presence_words (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        words jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL REFERENCES account(id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

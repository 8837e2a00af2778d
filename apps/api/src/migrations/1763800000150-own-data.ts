import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agency's own data from one workbook, and first passwords as one-time codes. */
export class OwnData1763800000150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Natural keys of the workbook; posts and people made elsewhere have none.
      ALTER TABLE post ADD COLUMN code text UNIQUE;
      ALTER TABLE employment ADD COLUMN code text UNIQUE;

      -- Set while the password is a one-time code that has not been used.
      ALTER TABLE account ADD COLUMN code_expires_at timestamptz;

      CREATE TABLE workbook_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        status text NOT NULL CHECK (status IN ('queued','checking','invalid','ready','applying','applied','failed','superseded')),
        stage text,
        percent integer NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES account(id),
        applied_at timestamptz,
        -- Who asked for the work under way, as the audit names them.
        actor jsonb NOT NULL,
        counts jsonb,
        problems jsonb NOT NULL DEFAULT '[]',
        problem_count integer NOT NULL DEFAULT 0,
        warnings jsonb NOT NULL DEFAULT '[]',
        warning_count integer NOT NULL DEFAULT 0
      );
      CREATE INDEX workbook_import_time ON workbook_import(uploaded_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

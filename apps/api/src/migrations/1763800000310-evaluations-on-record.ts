import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Periodic beside annual evaluations, what they were before a change, and their receipt by the employee. */
export class EvaluationsOnRecord1763800000310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- TL 21(3): the annual one is judged anew beside the periodic ones; its month is the last of the year.
      ALTER TABLE evaluation ADD COLUMN kind text NOT NULL DEFAULT 'periodic' CHECK (kind IN ('periodic','annual'));
      ALTER TABLE evaluation DROP CONSTRAINT evaluation_employment_id_month_key;
      ALTER TABLE evaluation ADD CONSTRAINT evaluation_of_period UNIQUE (employment_id, kind, month);
      ALTER TABLE evaluation ADD COLUMN recommendation text;
      ALTER TABLE evaluation ADD COLUMN origin text NOT NULL DEFAULT 'evaluator' CHECK (origin IN ('evaluator','objection'));
      -- While an objection is examined (TL 35) the evaluator changes nothing.
      ALTER TABLE evaluation ADD COLUMN objection_id uuid;

      CREATE TABLE evaluation_version (
        evaluation_id uuid NOT NULL REFERENCES evaluation(id),
        version integer NOT NULL,
        -- The evaluation as it stood.
        evaluation jsonb NOT NULL,
        replaced_at timestamptz NOT NULL,
        replaced_by text NOT NULL CHECK (replaced_by IN ('evaluator','objection')),
        objection_id uuid,
        reason text,
        PRIMARY KEY (evaluation_id, version)
      );

      -- TL 35(a): the objection's time runs from here. One receipt a version.
      CREATE TABLE evaluation_receipt (
        evaluation_id uuid NOT NULL REFERENCES evaluation(id),
        version integer NOT NULL,
        received_at timestamptz NOT NULL,
        mode text NOT NULL CHECK (mode IN ('confirmed','handed-over')),
        recorded_by_employment_id uuid NOT NULL REFERENCES employment(id),
        note text,
        PRIMARY KEY (evaluation_id, version),
        CHECK (mode = 'confirmed' OR note IS NOT NULL)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

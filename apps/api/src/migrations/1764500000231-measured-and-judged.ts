import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Realisation measured, annual attainment of organisations, parts judged before a transfer, and who was not evaluated. */
export class MeasuredAndJudged1764500000231 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- TL 24(2): the annual attainment stands beside the periodic one; its month is December.
      ALTER TABLE unit_performance ADD COLUMN kind text NOT NULL DEFAULT 'periodic' CHECK (kind IN ('periodic','annual'));
      ALTER TABLE unit_performance DROP CONSTRAINT unit_performance_pkey;
      ALTER TABLE unit_performance ADD PRIMARY KEY (unit_id, month, kind);

      -- BN 10: one document for each period of measurement.
      CREATE TABLE measurement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        skp_id uuid NOT NULL REFERENCES skp(id),
        rhythm text NOT NULL CHECK (rhythm IN ('monthly','quarterly','semesterly','yearly')),
        month text NOT NULL,
        status text NOT NULL CHECK (status IN ('draft','stated','confirmed')),
        -- Targets as they stood, what was gathered, stated and confirmed.
        lines jsonb NOT NULL,
        stated_at timestamptz,
        confirmed_at timestamptz,
        confirmed_by jsonb,
        score numeric,
        derivation jsonb NOT NULL DEFAULT '[]',
        version integer NOT NULL DEFAULT 1,
        UNIQUE (skp_id, rhythm, month),
        CHECK (status = 'draft' OR stated_at IS NOT NULL),
        CHECK ((status = 'confirmed') = (confirmed_at IS NOT NULL AND confirmed_by IS NOT NULL))
      );
      CREATE INDEX measurement_employment ON measurement(employment_id, month);

      CREATE TABLE evaluation_part (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('periodic','annual')),
        month text NOT NULL,
        evaluator_employment_id uuid NOT NULL REFERENCES employment(id),
        valid_from date NOT NULL,
        valid_to date NOT NULL CHECK (valid_to >= valid_from),
        inputs jsonb NOT NULL,
        predicate text NOT NULL,
        score numeric,
        note text,
        derivation jsonb NOT NULL,
        law jsonb NOT NULL,
        evaluator jsonb NOT NULL,
        determined_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (employment_id, kind, month, evaluator_employment_id)
      );

      -- BN 14(3): on record once; a later evaluation leaves it standing.
      CREATE TABLE evaluation_neglect (
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('periodic','annual')),
        month text NOT NULL,
        evaluator_employment_id uuid NOT NULL REFERENCES employment(id),
        due_date date NOT NULL,
        found_at timestamptz NOT NULL,
        PRIMARY KEY (employment_id, kind, month)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

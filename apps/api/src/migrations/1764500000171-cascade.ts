import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From the unit's performance agreement to the last employee (KS 4, KS 8, BN 7, TL 6(4)). */
export class Cascade1764500000171 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unit_agreement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL REFERENCES unit(id),
        year integer NOT NULL,
        status text NOT NULL CHECK (status IN ('draft','final')),
        version integer NOT NULL DEFAULT 1,
        number text,
        signed_on date,
        finalised_at timestamptz,
        created_at timestamptz NOT NULL,
        UNIQUE (unit_id, year),
        CHECK (status = 'draft' OR (number IS NOT NULL AND signed_on IS NOT NULL))
      );
      CREATE TABLE unit_agreement_target (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES unit_agreement(id),
        position integer NOT NULL,
        objective text NOT NULL,
        indicator text NOT NULL,
        target text NOT NULL,
        unit text NOT NULL,
        attainment text NOT NULL DEFAULT '',
        result text NOT NULL DEFAULT '',
        benefit text NOT NULL DEFAULT '',
        -- Left out of a later draft; results that carry it keep their ground.
        removed_at timestamptz
      );
      CREATE INDEX unit_agreement_target_of ON unit_agreement_target(agreement_id, position);

      ALTER TABLE skp_result
        ADD COLUMN objective_id uuid REFERENCES unit_agreement_target(id),
        ADD COLUMN points jsonb NOT NULL DEFAULT '[]';
      CREATE INDEX skp_result_objective ON skp_result(objective_id) WHERE objective_id IS NOT NULL;

      -- Points of activity of a functional post and the credit of each (KS 8(1).c, BN 7(5)).
      CREATE TABLE post_point (
        post_id uuid NOT NULL REFERENCES post(id),
        position integer NOT NULL,
        code text NOT NULL,
        activity text NOT NULL,
        unit text NOT NULL,
        credit numeric(10,4) NOT NULL CHECK (credit > 0),
        PRIMARY KEY (post_id, position),
        UNIQUE (post_id, code)
      );

      -- What a superior expects of somebody for one of the own results; its id becomes the result's.
      CREATE TABLE skp_expectation (
        id uuid PRIMARY KEY,
        superior_result_id uuid NOT NULL REFERENCES skp_result(id),
        employment_id uuid NOT NULL REFERENCES employment(id),
        year integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        indicators jsonb NOT NULL,
        place text NOT NULL CHECK (place IN ('draft','change','waits')),
        given_by text NOT NULL,
        given_at timestamptz NOT NULL,
        dropped_at timestamptz
      );
      CREATE INDEX skp_expectation_waits ON skp_expectation(employment_id, year) WHERE place = 'waits' AND dropped_at IS NULL;
      CREATE INDEX skp_expectation_result ON skp_expectation(superior_result_id);
      -- Lists of a year by name answer from the employment's SKP.
      CREATE INDEX skp_employment_year ON skp(employment_id, year);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX skp_employment_year; DROP TABLE skp_expectation; DROP TABLE post_point;
      ALTER TABLE skp_result DROP COLUMN objective_id, DROP COLUMN points;
      DROP TABLE unit_agreement_target; DROP TABLE unit_agreement;
    `);
  }
}

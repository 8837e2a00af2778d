import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows the annual plan: its division over months, weeks and days, and the steps of the action plan (BK 3, KS 17(b), TL 15). */
export class WorkPlans1764500000170 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE work_plan (
        skp_id uuid PRIMARY KEY REFERENCES skp(id),
        status text NOT NULL CHECK (status IN ('draft','submitted','returned','verified')),
        version integer NOT NULL DEFAULT 1,
        -- Version of the SKP it was handed in for.
        skp_content integer,
        return_reason text,
        submitted_at timestamptz,
        verified_at timestamptz,
        verifier jsonb,
        content_hash text,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX work_plan_waiting ON work_plan(submitted_at, skp_id) WHERE status = 'submitted';

      CREATE TABLE plan_target (
        skp_id uuid NOT NULL REFERENCES work_plan(skp_id),
        result_id uuid NOT NULL REFERENCES skp_result(id),
        indicator integer NOT NULL CHECK (indicator >= 0),
        level text NOT NULL CHECK (level IN ('month','week','day')),
        -- 2026-03, 2026-03-W2 or 2026-03-09.
        period text NOT NULL,
        quantity numeric(14,2) NOT NULL CHECK (quantity >= 0),
        PRIMARY KEY (skp_id, result_id, indicator, period)
      );

      CREATE TABLE plan_step (
        id uuid PRIMARY KEY,
        skp_id uuid NOT NULL REFERENCES work_plan(skp_id),
        result_id uuid NOT NULL REFERENCES skp_result(id),
        position integer NOT NULL,
        title text NOT NULL,
        kind text CHECK (kind IN ('routine','periodic','project','incidental')),
        pattern text CHECK (pattern IN ('individual','team','cross-unit','cross-agency')),
        months text[] NOT NULL,
        days integer CHECK (days BETWEEN 1 AND 366),
        output text NOT NULL,
        -- Taken out of a later version; entries that point here keep their ground.
        removed_at timestamptz
      );
      CREATE INDEX plan_step_skp ON plan_step(skp_id) WHERE removed_at IS NULL;
      CREATE INDEX plan_step_result ON plan_step(result_id) WHERE removed_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE plan_step; DROP TABLE plan_target; DROP TABLE work_plan;`);
  }
}

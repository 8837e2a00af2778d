import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with their steps, rewards, and reports that go up tier by tier (TL 27, 30, 32–34; BN 14(3); KS 31). */
export class FollowUp1764500000261 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE follow_up_case (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('sanction','evaluator','non-reporting')),
        ladder text,
        employment_id uuid NOT NULL REFERENCES employment(id),
        evaluation_id uuid REFERENCES evaluation(id),
        month text CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        predicate text,
        status text NOT NULL,
        closed boolean NOT NULL DEFAULT false,
        opened_on date NOT NULL,
        due_on date,
        grounds text NOT NULL,
        derivation jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CHECK ((kind = 'sanction') = (evaluation_id IS NOT NULL)),
        CHECK ((kind = 'sanction') = (ladder IS NOT NULL)),
        CHECK (kind = 'sanction' OR month IS NOT NULL)
      );
      CREATE UNIQUE INDEX follow_up_case_of_evaluation ON follow_up_case (evaluation_id) WHERE evaluation_id IS NOT NULL;
      CREATE UNIQUE INDEX follow_up_case_of_month ON follow_up_case (kind, employment_id, month) WHERE kind <> 'sanction';
      CREATE INDEX follow_up_case_of ON follow_up_case (employment_id);
      CREATE INDEX follow_up_case_due ON follow_up_case (due_on) WHERE NOT closed;

      CREATE TABLE follow_up_step (
        case_id uuid NOT NULL REFERENCES follow_up_case(id),
        number integer NOT NULL,
        action text NOT NULL,
        status text NOT NULL,
        note text NOT NULL,
        document jsonb,
        cite jsonb,
        at timestamptz NOT NULL,
        account_id uuid REFERENCES account(id),
        by_name text NOT NULL,
        PRIMARY KEY (case_id, number)
      );

      CREATE TABLE reward (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        pool text NOT NULL CHECK (pool IN ('succession','competence','other')),
        name text NOT NULL,
        year integer NOT NULL,
        predicate text,
        note text NOT NULL,
        document jsonb,
        cite jsonb,
        given_at timestamptz NOT NULL,
        given_by text NOT NULL,
        ended_at timestamptz,
        end_reason text,
        version integer NOT NULL DEFAULT 1,
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      );
      CREATE UNIQUE INDEX reward_once ON reward (employment_id, pool, year) WHERE ended_at IS NULL AND pool <> 'other';
      CREATE INDEX reward_list ON reward (pool, given_at DESC, id);

      CREATE TABLE performance_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('periodic','annual')),
        month text NOT NULL,
        from_employment_id uuid NOT NULL REFERENCES employment(id),
        -- With whom it lies; null once received at the top.
        holder_employment_id uuid REFERENCES employment(id),
        status text NOT NULL CHECK (status IN ('under-way','received')),
        sent_at timestamptz NOT NULL,
        cite jsonb,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (kind, month, from_employment_id),
        CHECK ((status = 'under-way') = (holder_employment_id IS NOT NULL))
      );
      CREATE INDEX performance_report_holder ON performance_report (holder_employment_id) WHERE holder_employment_id IS NOT NULL;
      CREATE TABLE performance_report_item (
        report_id uuid NOT NULL REFERENCES performance_report(id),
        evaluation_id uuid NOT NULL REFERENCES evaluation(id),
        evaluation_version integer NOT NULL,
        predicate text NOT NULL,
        skp_id uuid REFERENCES skp(id),
        PRIMARY KEY (report_id, evaluation_id)
      );
      CREATE TABLE performance_report_step (
        report_id uuid NOT NULL REFERENCES performance_report(id),
        number integer NOT NULL,
        at timestamptz NOT NULL,
        from_employment_id uuid NOT NULL REFERENCES employment(id),
        to_employment_id uuid REFERENCES employment(id),
        tier text NOT NULL CHECK (tier IN ('superior','pyb','staffing-head')),
        note text,
        PRIMARY KEY (report_id, number)
      );
      CREATE INDEX performance_report_step_to ON performance_report_step (to_employment_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE performance_report_step, performance_report_item, performance_report, reward, follow_up_step, follow_up_case`);
  }
}

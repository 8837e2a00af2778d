import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The year's plan, the day's work and its judgement. */
export class Work1763800000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A month of one SKPD once closed; writers take a shared, the close an exclusive advisory lock on the pair.
      CREATE TABLE closed_month (
        skpd_id uuid NOT NULL REFERENCES unit(id),
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        closed_at timestamptz NOT NULL,
        PRIMARY KEY (skpd_id, month)
      );

      CREATE TABLE skp (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        post_id uuid NOT NULL REFERENCES post(id),
        unit_id uuid NOT NULL REFERENCES unit(id),
        year integer NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        status text NOT NULL CHECK (status IN ('draft','submitted','returned','determined','closed')),
        version integer NOT NULL DEFAULT 1,
        return_reason text,
        submitted_at timestamptz,
        determined_at timestamptz,
        -- Both persons as they were when each signed, and the law of the SKP's first day.
        owner_snapshot jsonb,
        evaluator_snapshot jsonb,
        law jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL,
        CHECK (period_to >= period_from),
        EXCLUDE USING gist (employment_id WITH =, daterange(period_from, period_to, '[]') WITH &&)
      );
      CREATE INDEX skp_year ON skp(year, status);

      CREATE TABLE skp_result (
        id uuid PRIMARY KEY,
        skp_id uuid NOT NULL REFERENCES skp(id),
        position integer NOT NULL,
        task text NOT NULL CHECK (task IN ('main','additional')),
        kind text NOT NULL CHECK (kind IN ('outcome','intermediate-outcome','output','service')),
        title text NOT NULL,
        superior_result_id uuid REFERENCES skp_result(id),
        -- Taken out of a later version; entries that point here keep their ground.
        removed_at timestamptz
      );
      CREATE INDEX skp_result_skp ON skp_result(skp_id);

      CREATE TABLE skp_indicator (
        result_id uuid NOT NULL REFERENCES skp_result(id),
        position integer NOT NULL,
        aspect text NOT NULL CHECK (aspect IN ('quantity','quality','time','cost')),
        indicator text NOT NULL,
        target text NOT NULL,
        unit text NOT NULL,
        PRIMARY KEY (result_id, position)
      );

      CREATE TABLE activity (
        -- Given by the device: a retry finds its own entry.
        id uuid PRIMARY KEY,
        employment_id uuid NOT NULL REFERENCES employment(id),
        -- The SKPD whose month the entry belongs to (rule day of the performance month).
        skpd_id uuid NOT NULL REFERENCES unit(id),
        skp_result_id uuid NOT NULL REFERENCES skp_result(id),
        date date NOT NULL,
        start_time time NOT NULL,
        end_time time NOT NULL,
        minutes integer NOT NULL CHECK (minutes > 0),
        description text NOT NULL,
        output_quantity numeric(12,2) NOT NULL,
        output_unit text NOT NULL,
        task text NOT NULL CHECK (task IN ('main','additional')),
        evidence_link text,
        status text NOT NULL CHECK (status IN ('draft','submitted','accepted','refused','withdrawn')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        due_at timestamptz,
        -- Whom the entry waits for, derived when it was handed in.
        evaluator_employment_id uuid REFERENCES employment(id),
        seen_at timestamptz,
        decided_at timestamptz,
        decided_by_employment_id uuid REFERENCES employment(id),
        decision_mode text CHECK (decision_mode IN ('evaluator','lapse')),
        -- Post, capacity and the chain walked, as they were at the decision.
        decision jsonb,
        reason text,
        law_hash text,
        CHECK (end_time > start_time),
        CHECK (status NOT IN ('accepted','refused') OR decided_at IS NOT NULL)
      );
      CREATE INDEX activity_owner ON activity(employment_id, date);
      CREATE INDEX activity_waiting ON activity(evaluator_employment_id, due_at, id) WHERE status = 'submitted';
      CREATE INDEX activity_month ON activity(skpd_id, date);

      CREATE TABLE activity_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        activity_id uuid NOT NULL REFERENCES activity(id),
        at timestamptz NOT NULL,
        action text NOT NULL,
        actor_account_id uuid,
        actor_name text,
        capacity text,
        reason text,
        changes jsonb NOT NULL DEFAULT '[]'
      );
      CREATE INDEX activity_event_activity ON activity_event(activity_id, id);

      CREATE TABLE unit_performance (
        unit_id uuid NOT NULL REFERENCES unit(id),
        month text NOT NULL,
        predicate text NOT NULL CHECK (predicate IN ('istimewa','baik','butuh-perbaikan','kurang','sangat-kurang')),
        basis text NOT NULL,
        signed_by_employment_id uuid NOT NULL REFERENCES employment(id),
        signer jsonb NOT NULL,
        signed_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (unit_id, month)
      );

      CREATE TABLE evaluation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        month text NOT NULL,
        skp_id uuid REFERENCES skp(id),
        method text NOT NULL,
        inputs jsonb NOT NULL,
        predicate text NOT NULL CHECK (predicate IN ('sangat-baik','baik','butuh-perbaikan','kurang','sangat-kurang')),
        score numeric,
        quality_score numeric,
        note text,
        derivation jsonb NOT NULL,
        law jsonb NOT NULL,
        evaluator_employment_id uuid NOT NULL REFERENCES employment(id),
        evaluator jsonb NOT NULL,
        determined_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (employment_id, month)
      );
      CREATE INDEX evaluation_month ON evaluation(month);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole plan beside its results, its way until it binds, and what was signed, said and attached on that way. */
export class SkpFlow1763800000260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE skp DROP CONSTRAINT skp_status_check;
      ALTER TABLE skp ADD CONSTRAINT skp_status_check
        CHECK (status IN ('draft','submitted','returned','reviewed','agreed','disputed','determined','closed'));
      ALTER TABLE skp
        ADD COLUMN plan jsonb NOT NULL DEFAULT '{}',
        -- Remarks at single fields, until it is handed in again.
        ADD COLUMN notes jsonb NOT NULL DEFAULT '[]',
        -- Until when it is determined in time, by the law of its first day; older rows: the end of January or of the first month.
        ADD COLUMN due_on date,
        ADD COLUMN letter jsonb,
        -- Refusal of the evaluator and what the superior decided on it.
        ADD COLUMN dispute jsonb,
        ADD COLUMN content_number integer NOT NULL DEFAULT 0,
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN close_reason text;
      CREATE INDEX skp_unit ON skp(unit_id, year);

      ALTER TABLE skp_result
        ADD COLUMN link_later boolean NOT NULL DEFAULT false,
        ADD COLUMN assignment jsonb,
        ADD COLUMN attainment text;
      CREATE INDEX skp_result_above ON skp_result(superior_result_id) WHERE superior_result_id IS NOT NULL;
      ALTER TABLE skp_indicator
        ADD COLUMN approach text NOT NULL DEFAULT 'quantitative' CHECK (approach IN ('quantitative','qualitative')),
        ADD COLUMN direction text NOT NULL DEFAULT 'bigger' CHECK (direction IN ('bigger','smaller','range')),
        ADD COLUMN target_to text NOT NULL DEFAULT '';

      CREATE TABLE skp_signature (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        skp_id uuid NOT NULL REFERENCES skp(id),
        act text NOT NULL CHECK (act IN ('submit','review','agree','verify','determine','settle','change','accept-change')),
        capacity text NOT NULL,
        employment_id uuid REFERENCES employment(id),
        account_id uuid NOT NULL,
        person jsonb NOT NULL,
        signed_at timestamptz NOT NULL,
        content_hash text NOT NULL,
        content_number integer NOT NULL,
        remarks text,
        details jsonb
      );
      CREATE INDEX skp_signature_skp ON skp_signature(skp_id, id);

      CREATE TABLE skp_version (
        skp_id uuid NOT NULL REFERENCES skp(id),
        number integer NOT NULL,
        cause text NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        determined_at timestamptz NOT NULL,
        PRIMARY KEY (skp_id, number)
      );

      CREATE TABLE skp_dialogue (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        skp_id uuid NOT NULL REFERENCES skp(id),
        held_on date NOT NULL,
        notes text NOT NULL,
        result_ids uuid[] NOT NULL,
        recorded_by text NOT NULL,
        capacity text NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX skp_dialogue_skp ON skp_dialogue(skp_id);

      CREATE TABLE skp_document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        skp_id uuid NOT NULL REFERENCES skp(id),
        use text NOT NULL CHECK (use IN ('start-of-year','transfer','additional-task','change','other')),
        kind text NOT NULL,
        number text NOT NULL,
        date date NOT NULL,
        signatory text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX skp_document_skp ON skp_document(skp_id, use);

      CREATE TABLE skp_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        skp_id uuid NOT NULL REFERENCES skp(id),
        status text NOT NULL CHECK (status IN ('draft','submitted','returned','accepted','dropped')),
        version integer NOT NULL DEFAULT 1,
        reason text NOT NULL,
        resources jsonb NOT NULL DEFAULT '[]',
        content jsonb NOT NULL,
        return_reason text,
        started_at timestamptz NOT NULL,
        submitted_at timestamptz,
        due_at timestamptz,
        decided_at timestamptz
      );
      CREATE UNIQUE INDEX skp_change_open ON skp_change(skp_id) WHERE status IN ('draft','submitted','returned');
      CREATE INDEX skp_change_waiting ON skp_change(submitted_at, id) WHERE status = 'submitted';

      -- Who wrote and did what, as people read it; one line for an unbroken spell of typing by one person.
      CREATE TABLE skp_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        skp_id uuid NOT NULL REFERENCES skp(id),
        at timestamptz NOT NULL,
        action text NOT NULL,
        account_id uuid,
        actor_name text,
        capacity text,
        reason text,
        changes jsonb NOT NULL DEFAULT '[]',
        base jsonb
      );
      CREATE INDEX skp_event_skp ON skp_event(skp_id, id);

      CREATE TABLE skp_template (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        name text NOT NULL,
        content jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid NOT NULL,
        UNIQUE (skpd_id, name)
      );
      CREATE TABLE skp_unit_year (
        skpd_id uuid NOT NULL REFERENCES unit(id),
        year integer NOT NULL,
        opened_at timestamptz,
        reminded_at timestamptz,
        PRIMARY KEY (skpd_id, year)
      );
      -- Main duties and functions of a post (KS 21(2)): what an SKP is suggested from.
      CREATE TABLE post_duty (
        post_id uuid NOT NULL REFERENCES post(id),
        position integer NOT NULL,
        duty text NOT NULL,
        PRIMARY KEY (post_id, position)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

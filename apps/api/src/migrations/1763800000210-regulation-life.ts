import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of regulations, their enactment by two people, and simulations of what they would pay. */
export class RegulationLife1763800000210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE regulation_document
        ADD COLUMN enactment bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        -- The format that the text was written in; a later product brings it to its own when it reads it.
        ADD COLUMN format_version integer NOT NULL DEFAULT 1,
        ADD COLUMN revision_kind text NOT NULL DEFAULT 'new' CHECK (revision_kind IN ('new','editorial','correction')),
        -- What it meant on the day it was enacted, by kind of employee: values with their articles, the national text under it included.
        ADD COLUMN resolved jsonb,
        ADD COLUMN proposed_by uuid REFERENCES account(id),
        ADD COLUMN proposed_reason text,
        ADD COLUMN enacted_reason text,
        ADD CONSTRAINT enacted_by_two CHECK (proposed_by IS NULL OR (enacted_by IS NOT NULL AND enacted_by <> proposed_by));

      CREATE TABLE regulation_draft (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('performance','allowance','amounts','calendar')),
        document_id text NOT NULL,
        title text NOT NULL,
        file_name text NOT NULL,
        source_text text NOT NULL,
        case_text text,
        document_from date NOT NULL,
        problems jsonb NOT NULL,
        case_count integer NOT NULL,
        cases_failed integer NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES account(id),
        uploaded_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft','proposed','enacted','withdrawn')),
        version integer NOT NULL DEFAULT 1,
        proposal jsonb,
        proposed_by uuid REFERENCES account(id),
        proposed_at timestamptz,
        refusal jsonb,
        decided_by uuid REFERENCES account(id),
        decided_at timestamptz,
        decided_reason text,
        CHECK (status <> 'proposed' OR (proposal IS NOT NULL AND proposed_by IS NOT NULL)),
        CHECK (status <> 'enacted' OR (decided_by IS NOT NULL AND decided_by <> proposed_by))
      );
      CREATE INDEX regulation_draft_open ON regulation_draft(uploaded_at DESC, id);

      CREATE TABLE pay_simulation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        month text NOT NULL,
        input jsonb NOT NULL,
        status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued','running','done','failed')),
        percent integer NOT NULL DEFAULT 0,
        failure text,
        summary jsonb,
        created_by uuid NOT NULL REFERENCES account(id),
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX pay_simulation_newest ON pay_simulation(created_at DESC, id);
      CREATE TABLE pay_simulation_person (
        simulation_id uuid NOT NULL REFERENCES pay_simulation(id) ON DELETE CASCADE,
        employment_id uuid NOT NULL REFERENCES employment(id),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        name text NOT NULL,
        nip text,
        post_name text NOT NULL,
        class text,
        -- Null: cannot be calculated, something is missing.
        before bigint,
        after bigint,
        difference bigint GENERATED ALWAYS AS (after - before) STORED,
        missing text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (simulation_id, employment_id)
      );
      CREATE INDEX pay_simulation_person_change ON pay_simulation_person(simulation_id, difference);
      CREATE INDEX pay_simulation_person_name ON pay_simulation_person(simulation_id, name, employment_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}

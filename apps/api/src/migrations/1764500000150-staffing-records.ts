import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staffing data against the national records: what a file of them said, what differs, who is validated, and updates step by step. */
export class StaffingRecords1764500000150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person ADD COLUMN birth_place text, ADD COLUMN education text, ADD COLUMN email text, ADD COLUMN phone text;

      CREATE TABLE staffing_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        source text NOT NULL,
        status text NOT NULL CHECK (status IN ('applied','invalid')),
        imported_at timestamptz NOT NULL,
        imported_by uuid NOT NULL REFERENCES account(id),
        rows integer NOT NULL,
        matched integer NOT NULL DEFAULT 0,
        differing integer NOT NULL DEFAULT 0,
        unknown jsonb NOT NULL DEFAULT '[]',
        unknown_count integer NOT NULL DEFAULT 0,
        problems jsonb NOT NULL DEFAULT '[]',
        problem_count integer NOT NULL DEFAULT 0
      );
      CREATE INDEX staffing_import_time ON staffing_import(imported_at);

      -- One row a person: what the national records last said of them, and whether they are validated against it.
      CREATE TABLE staffing_match (
        employment_id uuid PRIMARY KEY REFERENCES employment(id),
        source jsonb NOT NULL DEFAULT '{}',
        source_id text,
        import_id uuid REFERENCES staffing_import(id),
        received_at timestamptz,
        differences jsonb NOT NULL DEFAULT '[]',
        validated_at timestamptz,
        validated_by uuid REFERENCES account(id),
        basis text CHECK (basis IN ('import','update','decision')),
        note text,
        CHECK ((validated_at IS NULL) = (basis IS NULL))
      );

      CREATE TABLE staffing_update (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        employment_id uuid NOT NULL REFERENCES employment(id),
        status text NOT NULL CHECK (status IN ('submitted','verified','clarified','synchronised','validated','rejected','withdrawn')),
        changes jsonb NOT NULL,
        -- What came of testing the document (KS 1 angka 11).
        accurate boolean,
        document_number text NOT NULL,
        document_date date NOT NULL,
        signatory text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        note text,
        submitted_at timestamptz NOT NULL,
        submitted_by uuid NOT NULL REFERENCES account(id)
      );
      CREATE INDEX staffing_update_time ON staffing_update(submitted_at, id);
      -- One at a time: two open ones would decide over each other.
      CREATE UNIQUE INDEX staffing_update_open ON staffing_update(employment_id) WHERE status IN ('submitted','verified','clarified','synchronised');

      CREATE TABLE staffing_update_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        update_id uuid NOT NULL REFERENCES staffing_update(id),
        action text NOT NULL,
        at timestamptz NOT NULL,
        by_account uuid NOT NULL REFERENCES account(id),
        note text,
        accurate boolean,
        differences jsonb
      );
      CREATE INDEX staffing_update_step_update ON staffing_update_step(update_id);
      CREATE TRIGGER staffing_update_step_append_only BEFORE UPDATE ON staffing_update_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Forward only.');
  }
}

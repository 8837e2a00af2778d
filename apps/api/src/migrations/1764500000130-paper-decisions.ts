import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions of those who never sign in, as recorded from the paper they signed: one row a subject, never changed. */
export class PaperDecisions1764500000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        act text NOT NULL CHECK (act IN ('skp.determine','skp.return','evaluation','activities.accept','activities.refuse')),
        signer_employment_id uuid NOT NULL REFERENCES employment(id),
        signer_name text NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        subject_type text NOT NULL CHECK (subject_type IN ('skp','evaluation','activity')),
        subject_id uuid NOT NULL,
        number text,
        signed_on date NOT NULL,
        -- The scan: without it nothing is recorded.
        file_id uuid NOT NULL REFERENCES stored_file(id),
        recorded_by uuid NOT NULL REFERENCES account(id),
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX paper_decision_subject ON paper_decision(subject_id);
      CREATE INDEX paper_decision_recent ON paper_decision(recorded_at DESC, id DESC);
      CREATE TRIGGER paper_decision_frozen BEFORE UPDATE OR DELETE ON paper_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper_decision');
  }
}

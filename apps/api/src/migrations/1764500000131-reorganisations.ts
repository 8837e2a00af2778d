import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reorganisations and inaugurations from one workbook: drafts with what they would do, then what they did. */
export class Reorganisations1764500000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reorganisation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        title text NOT NULL,
        effective_on date NOT NULL,
        decree_number text NOT NULL,
        decree_date date NOT NULL,
        decree_file_id uuid REFERENCES stored_file(id),
        signatory text NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft','applied','withdrawn')),
        version integer NOT NULL DEFAULT 1,
        file_name text,
        content jsonb NOT NULL DEFAULT '[]',
        problems jsonb NOT NULL DEFAULT '[]',
        lines jsonb NOT NULL DEFAULT '[]',
        created_by uuid NOT NULL REFERENCES account(id),
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        applied_by uuid REFERENCES account(id),
        applied_by_name text,
        applied_at timestamptz,
        CHECK ((status = 'applied') = (applied_at IS NOT NULL))
      );
      CREATE INDEX reorganisation_recent ON reorganisation(created_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reorganisation');
  }
}

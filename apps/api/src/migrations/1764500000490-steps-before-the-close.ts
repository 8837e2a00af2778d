import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head's signature and the agency's check as steps before the close; a list sent back with its reason; signed papers kept. */
export class StepsBeforeTheClose1764500000490 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pay_run_unit DROP CONSTRAINT pay_run_unit_status_check,
        ADD CONSTRAINT pay_run_unit_status_check CHECK (status IN ('draft','checked','signed','verified','closed','void')),
        -- As it stood above the signature that day: 'Plt. Kepala Dinas Kesehatan'.
        ADD COLUMN head_signed_post text,
        ADD COLUMN head_signed_name text,
        ADD COLUMN head_signed_method text CHECK (head_signed_method IN ('account','paper')),
        ADD COLUMN returned_by uuid REFERENCES account(id),
        ADD COLUMN returned_at timestamptz,
        ADD COLUMN return_reason text,
        ADD CONSTRAINT pay_run_unit_signature CHECK ((head_signed_at IS NULL) = (head_signed_by IS NULL) AND (head_signed_at IS NULL) = (head_signed_method IS NULL)),
        ADD CONSTRAINT pay_run_unit_signed CHECK (status <> 'signed' OR head_signed_at IS NOT NULL),
        ADD CONSTRAINT pay_run_unit_verified CHECK (status <> 'verified' OR agency_checked_at IS NOT NULL);

      -- The signed copy of a list before the close or of the recap after it: a scan of the paper, or the file with the certified signature.
      CREATE TABLE signed_pay_paper (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        run_id uuid NOT NULL,
        skpd_id uuid NOT NULL,
        paper text NOT NULL CHECK (paper IN ('list','recap')),
        method text NOT NULL CHECK (method IN ('paper','electronic')),
        file_id uuid NOT NULL REFERENCES stored_file(id),
        signed_on date NOT NULL,
        signer_name text NOT NULL,
        signer_post text NOT NULL,
        -- What the certified service answered for this signature.
        reference text,
        recorded_by uuid NOT NULL REFERENCES account(id),
        recorded_at timestamptz NOT NULL,
        CHECK ((method = 'electronic') = (reference IS NOT NULL)),
        FOREIGN KEY (run_id, skpd_id) REFERENCES pay_run_unit(run_id, skpd_id)
      );
      CREATE INDEX signed_pay_paper_unit ON signed_pay_paper(run_id, skpd_id, paper, recorded_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

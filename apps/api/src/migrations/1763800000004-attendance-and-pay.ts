import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Presence, pay runs and the frozen slip. */
export class AttendanceAndPay1763800000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE presence_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        month text NOT NULL,
        file_name text NOT NULL,
        file_id uuid REFERENCES stored_file(id),
        status text NOT NULL CHECK (status IN ('previewed','invalid','applied','superseded')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES account(id),
        applied_at timestamptz,
        applied_by uuid REFERENCES account(id),
        row_count integer NOT NULL,
        -- Counts, problems and first changes, as shown to the person who uploaded.
        preview jsonb NOT NULL
      );
      CREATE INDEX presence_import_month ON presence_import(month, uploaded_at);

      -- The rows of an import as received.
      CREATE TABLE presence_import_row (
        import_id uuid NOT NULL REFERENCES presence_import(id),
        employment_id uuid NOT NULL REFERENCES employment(id),
        date date NOT NULL,
        status text NOT NULL,
        check_in time,
        check_out time,
        PRIMARY KEY (import_id, employment_id, date)
      );

      CREATE TABLE presence_day (
        employment_id uuid NOT NULL REFERENCES employment(id),
        date date NOT NULL,
        skpd_id uuid NOT NULL REFERENCES unit(id),
        status text NOT NULL,
        check_in time,
        check_out time,
        import_id uuid NOT NULL REFERENCES presence_import(id),
        PRIMARY KEY (employment_id, date)
      );
      CREATE INDEX presence_day_unit ON presence_day(skpd_id, date);

      CREATE TABLE pay_run (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        payment_month text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('regular')),
        sequence integer NOT NULL DEFAULT 1,
        opened_at timestamptz NOT NULL,
        opened_by uuid REFERENCES account(id),
        UNIQUE (month, kind, sequence)
      );

      CREATE TABLE pay_run_unit (
        run_id uuid NOT NULL REFERENCES pay_run(id),
        skpd_id uuid NOT NULL REFERENCES unit(id),
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft','checked','closed')),
        version integer NOT NULL DEFAULT 1,
        -- What was checked: the close refuses when the facts have moved since.
        checked_hash text,
        checked_by uuid REFERENCES account(id),
        checked_at timestamptz,
        closed_by uuid REFERENCES account(id),
        closed_at timestamptz,
        totals jsonb,
        recap_signed_on date,
        handed_over_on date,
        PRIMARY KEY (run_id, skpd_id)
      );

      CREATE TABLE pay_run_waiver (
        run_id uuid NOT NULL,
        skpd_id uuid NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        kind text NOT NULL CHECK (kind IN ('presence','evaluation','quality','class','amount')),
        reason text NOT NULL,
        granted_by uuid NOT NULL REFERENCES account(id),
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (run_id, employment_id, kind),
        FOREIGN KEY (run_id, skpd_id) REFERENCES pay_run_unit(run_id, skpd_id)
      );

      -- Who stood on the SKPD's list and was not paid by it, with the reason; written at the close.
      CREATE TABLE pay_run_exclusion (
        run_id uuid NOT NULL,
        skpd_id uuid NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        code text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        cite jsonb,
        PRIMARY KEY (run_id, employment_id),
        FOREIGN KEY (run_id, skpd_id) REFERENCES pay_run_unit(run_id, skpd_id)
      );

      CREATE TABLE payslip (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        run_id uuid NOT NULL,
        skpd_id uuid NOT NULL,
        employment_id uuid NOT NULL REFERENCES employment(id),
        gross bigint NOT NULL,
        cuts bigint NOT NULL,
        deductions bigint NOT NULL,
        adjustments bigint NOT NULL,
        net bigint NOT NULL,
        -- Facts, hashes of the documents and lines, frozen; canonical JSON of at most 2,048 bytes.
        content text NOT NULL CHECK (octet_length(content) <= 2048),
        content_hash text NOT NULL,
        UNIQUE (run_id, employment_id),
        CHECK (net = gross - cuts - deductions + adjustments),
        FOREIGN KEY (run_id, skpd_id) REFERENCES pay_run_unit(run_id, skpd_id)
      );
      CREATE INDEX payslip_employment ON payslip(employment_id);
      CREATE INDEX payslip_unit ON payslip(run_id, skpd_id);
      CREATE TRIGGER payslip_frozen BEFORE UPDATE OR DELETE ON payslip FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- A correction of a closed month, paid or recovered by a later run.
      CREATE TABLE adjustment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        month text NOT NULL,
        cause text NOT NULL,
        payslip_id uuid NOT NULL REFERENCES payslip(id),
        computation text NOT NULL,
        amount bigint NOT NULL,
        created_at timestamptz NOT NULL,
        settled_by_payslip_id uuid REFERENCES payslip(id)
      );
      CREATE INDEX adjustment_open ON adjustment(employment_id) WHERE settled_by_payslip_id IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

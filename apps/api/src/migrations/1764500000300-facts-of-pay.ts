import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the allowance rests on besides presence and evaluation: dated records with papers, salaries, bank accounts. */
export class FactsOfPay1764500000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fact_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file(id),
        status text NOT NULL CHECK (status IN ('invalid','previewed','applied')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES account(id),
        applied_at timestamptz,
        applied_by uuid REFERENCES account(id),
        preview jsonb NOT NULL,
        -- What was read, until it is applied.
        content jsonb
      );

      CREATE TABLE pay_record (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        employment_id uuid REFERENCES employment(id),
        unit_id uuid REFERENCES unit(id),
        -- The SKPD that answered for the person or unit on the first day: who may see it.
        skpd_id uuid NOT NULL REFERENCES unit(id),
        valid_from date NOT NULL,
        valid_to date,
        code text,
        amount bigint,
        value numeric(14,4),
        check_in time,
        check_out time,
        break_minutes integer CHECK (break_minutes BETWEEN 0 AND 720),
        child integer CHECK (child BETWEEN 1 AND 20),
        cause text,
        class text,
        document_number text,
        document_date date,
        document_file_id uuid REFERENCES stored_file(id),
        reason text NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting','in-force','refused','revoked')),
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL,
        -- Null: the system itself, told by another feature.
        recorded_by uuid REFERENCES account(id),
        decided_at timestamptz,
        decided_by uuid REFERENCES account(id),
        decision_reason text,
        import_id uuid REFERENCES fact_import(id),
        -- The case of another feature that this record carries out.
        source text,
        CHECK ((employment_id IS NULL) <> (unit_id IS NULL)),
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX pay_record_person ON pay_record(employment_id, valid_from) WHERE status = 'in-force';
      CREATE INDEX pay_record_unit ON pay_record(unit_id, valid_from) WHERE status = 'in-force' AND unit_id IS NOT NULL;
      CREATE INDEX pay_record_list ON pay_record(skpd_id, recorded_at DESC, id);
      CREATE INDEX pay_record_waiting ON pay_record(skpd_id) WHERE status = 'waiting';
      CREATE UNIQUE INDEX pay_record_source ON pay_record(source) WHERE source IS NOT NULL;

      CREATE TABLE salary_fact (
        employment_id uuid NOT NULL REFERENCES employment(id),
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        gross bigint NOT NULL CHECK (gross >= 0),
        basic bigint,
        ptkp text NOT NULL,
        tax_withheld bigint NOT NULL CHECK (tax_withheld >= 0),
        insurance_base bigint,
        insurance_employee bigint,
        insurance_employer bigint,
        pension bigint,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account(id),
        import_id uuid REFERENCES fact_import(id),
        PRIMARY KEY (employment_id, month)
      );
      CREATE INDEX salary_fact_month ON salary_fact(month, employment_id);

      CREATE TABLE bank_account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        employment_id uuid NOT NULL REFERENCES employment(id),
        bank text NOT NULL,
        number text NOT NULL CHECK (number ~ '^[0-9]{5,30}$'),
        holder text NOT NULL,
        valid_from date NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting','in-force','refused','replaced')),
        reason text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        proposed_at timestamptz NOT NULL,
        proposed_by uuid NOT NULL REFERENCES account(id),
        decided_at timestamptz,
        decided_by uuid REFERENCES account(id),
        decision_reason text,
        import_id uuid REFERENCES fact_import(id),
        -- A change of account takes two persons.
        CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      );
      CREATE INDEX bank_account_person ON bank_account(employment_id, valid_from DESC) WHERE status = 'in-force';
      CREATE UNIQUE INDEX bank_account_waiting ON bank_account(employment_id) WHERE status = 'waiting';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

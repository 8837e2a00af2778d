import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplementary, back-pay and special runs; holds paid later; a closed SKPD-month taken back by two persons; ceilings and claims. */
export class KindsOfRuns1764500000301 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pay_run DROP CONSTRAINT pay_run_kind_check, DROP CONSTRAINT pay_run_month_kind_sequence_key,
        ADD CONSTRAINT pay_run_kind_check CHECK (kind IN ('regular','supplementary','back-pay','special')),
        -- Key of the policy's special payment (thr, gaji-13); empty for the other kinds.
        ADD COLUMN code text NOT NULL DEFAULT '',
        ADD CONSTRAINT pay_run_once UNIQUE (month, kind, code, sequence),
        ADD CONSTRAINT pay_run_code CHECK ((kind = 'special') = (code <> ''));
      CREATE INDEX pay_run_payment ON pay_run(payment_month);

      ALTER TABLE pay_run_unit DROP CONSTRAINT pay_run_unit_status_check,
        ADD CONSTRAINT pay_run_unit_status_check CHECK (status IN ('draft','checked','closed','void')),
        ADD COLUMN head_signed_by uuid REFERENCES account(id),
        ADD COLUMN head_signed_at timestamptz,
        ADD COLUMN agency_checked_by uuid REFERENCES account(id),
        ADD COLUMN agency_checked_at timestamptz;

      ALTER TABLE pay_run_waiver DROP CONSTRAINT pay_run_waiver_kind_check,
        -- deferred: left to a supplementary run.
        ADD CONSTRAINT pay_run_waiver_kind_check CHECK (kind IN ('presence','evaluation','quality','class','amount','deferred'));

      -- What a slip did not pay because it was held; paid by a later one.
      CREATE TABLE held_pay (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        payslip_id uuid NOT NULL REFERENCES payslip(id),
        employment_id uuid NOT NULL REFERENCES employment(id),
        month text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        reason text NOT NULL,
        released_by_payslip_id uuid REFERENCES payslip(id),
        void_at timestamptz
      );
      CREATE INDEX held_pay_open ON held_pay(employment_id) WHERE released_by_payslip_id IS NULL AND void_at IS NULL;

      -- A closed SKPD-month taken back before it was sent: asked by one, agreed by another.
      CREATE TABLE pay_run_void (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        run_id uuid NOT NULL,
        skpd_id uuid NOT NULL,
        reason text NOT NULL,
        asked_by uuid NOT NULL REFERENCES account(id),
        asked_at timestamptz NOT NULL,
        agreed_by uuid REFERENCES account(id),
        agreed_at timestamptz,
        withdrawn_at timestamptz,
        next_run_id uuid REFERENCES pay_run(id),
        CHECK (agreed_by IS NULL OR agreed_by <> asked_by),
        FOREIGN KEY (run_id, skpd_id) REFERENCES pay_run_unit(run_id, skpd_id)
      );
      CREATE UNIQUE INDEX pay_run_void_open ON pay_run_void(run_id, skpd_id) WHERE agreed_at IS NULL AND withdrawn_at IS NULL;

      ALTER TABLE adjustment ADD COLUMN void_at timestamptz,
        -- Paid back outside a run by somebody who has left.
        ADD COLUMN claim_receipt text,
        ADD COLUMN claim_settled_on date,
        ADD COLUMN claim_settled_by uuid REFERENCES account(id);
      DROP INDEX adjustment_open;
      CREATE INDEX adjustment_open ON adjustment(employment_id) WHERE settled_by_payslip_id IS NULL AND void_at IS NULL AND claim_settled_on IS NULL;

      CREATE TABLE budget_ceiling (
        skpd_id uuid NOT NULL REFERENCES unit(id),
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
        amount bigint NOT NULL CHECK (amount >= 0),
        document text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account(id),
        PRIMARY KEY (skpd_id, year)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

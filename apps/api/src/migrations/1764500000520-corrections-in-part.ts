import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction that one slip can recover in part only: what is left is a row of its own, pointing to where it comes from. */
export class CorrectionsInPart1764500000520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE adjustment ADD COLUMN rest_of uuid REFERENCES adjustment(id);
      CREATE INDEX adjustment_of_month ON adjustment (employment_id, month);
      CREATE INDEX held_pay_of_slip ON held_pay (payslip_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX held_pay_of_slip;
      DROP INDEX adjustment_of_month;
      ALTER TABLE adjustment DROP COLUMN rest_of;
    `);
  }
}

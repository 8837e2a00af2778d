import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Someone who moved stands on two lists of one run; and papers are numbered without a gap. */
export class PayPerUnit1763800000130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pay_run_exclusion DROP CONSTRAINT pay_run_exclusion_pkey, ADD PRIMARY KEY (run_id, skpd_id, employment_id);

      -- The last number given in a series and year; the row's lock keeps two papers from one number.
      CREATE TABLE document_number (
        series text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (series, year)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data is asked for per person or per organisation (KS 24(2)); null: everybody of the SKPD. */
export class DataOfPeople1764500000560 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE data_request ADD COLUMN employment_ids uuid[] CHECK (cardinality(employment_ids) > 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE data_request DROP COLUMN employment_ids`);
  }
}
